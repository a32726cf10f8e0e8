import { Injectable } from '@nestjs/common';
import { DomainError, type Received, type SellerFacts } from '#contracts';
import { Database } from '#database';

/** What notices need of a seller. */
export interface SellerCopy {
  sellerId: string;
  firstName: string;
  /** E.164 */
  phone: string;
  shopName: string;
  timeZone: string;
}

/** The sellers' own facts, copied from the accounts service. */
@Injectable()
export class SellerCopies {
  constructor(private readonly db: Database) {}

  /** Keeps the newest version of each seller. */
  async keep(profiles: Received<SellerFacts>[]): Promise<void> {
    const newest = new Map<string, Received<SellerFacts>>();
    for (const profile of profiles) {
      const other = newest.get(profile.meta.sellerId!);
      if (!other || other.meta.version < profile.meta.version) newest.set(profile.meta.sellerId!, profile);
    }
    const kept = [...newest.values()];
    const column = <T>(pick: (one: Received<SellerFacts>) => T) => kept.map(pick);
    await this.db.run(
      `insert into vendeurs_copie as v (id_utilisateur, prenom, telephone, boutique, fuseau_horaire, version)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[]) t(id) order by id
       on conflict (id_utilisateur) do update set prenom = excluded.prenom, telephone = excluded.telephone, boutique = excluded.boutique,
         fuseau_horaire = excluded.fuseau_horaire, version = excluded.version where v.version < excluded.version`,
      [
        column(({ meta }) => meta.sellerId),
        column(({ event }) => event.firstName),
        column(({ event }) => event.phone),
        column(({ event }) => event.shopName),
        column(({ event }) => event.timeZone),
        column(({ meta }) => meta.version),
      ],
    );
  }

  /** By id. @throws DomainError SELLER_UNKNOWN (unavailable) when the profile of one has not arrived yet: the bus tries again later */
  async all(sellerIds: string[]): Promise<Map<string, SellerCopy>> {
    const rows = await this.db.rows<SellerCopy>(
      `select id_utilisateur as "sellerId", prenom as "firstName", telephone as phone, boutique as "shopName", fuseau_horaire as "timeZone"
       from vendeurs_copie where id_utilisateur = any($1::uuid[])`,
      [sellerIds],
    );
    const sellers = new Map(rows.map((seller) => [seller.sellerId, seller]));
    const missing = sellerIds.find((id) => !sellers.has(id));
    if (missing) throw new DomainError('SELLER_UNKNOWN', 'unavailable', { sellerId: missing });
    return sellers;
  }
}
