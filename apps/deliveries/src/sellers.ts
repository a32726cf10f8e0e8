import { Injectable } from '@nestjs/common';
import { DomainError, openingDays, type Received, type SellerFacts } from '#contracts';
import { Database } from '#database';

/** What deliveries knows of a seller. */
export interface SellerCopy {
  /** Where couriers collect: the address he gave, else his shop's name. */
  pickupAddress: string;
  /** IANA name. */
  timeZone: string;
  /** 1 Monday to 7 Sunday: the days on which his shop is open; null: he has not said. */
  openDays: number[] | null;
}

/** Copies of the sellers' facts, and each seller's lock. */
@Injectable()
export class Sellers {
  constructor(private readonly db: Database) {}

  /** Keeps the newest facts of each seller; older ones change nothing. */
  async keep(batch: Received<SellerFacts>[]): Promise<void> {
    await this.db.run(
      `insert into vendeurs_copie (id_utilisateur, nom_boutique, adresse_recuperation, fuseau_horaire, version, jours_ouverts)
       select distinct on (s) s, n, a, z, v, string_to_array(j, ',')::smallint[]
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[]) t(s, n, a, z, v, j)
       order by s, v desc
       on conflict (id_utilisateur) do update set nom_boutique = excluded.nom_boutique, adresse_recuperation = excluded.adresse_recuperation,
         fuseau_horaire = excluded.fuseau_horaire, jours_ouverts = excluded.jours_ouverts, version = excluded.version
       where vendeurs_copie.version < excluded.version`,
      [
        batch.map(({ meta }) => meta.sellerId),
        batch.map(({ event }) => event.shopName),
        batch.map(({ event }) => event.pickupAddress ?? null),
        batch.map(({ event }) => event.timeZone),
        batch.map(({ meta }) => meta.version),
        batch.map(({ event }) => openingDays(event)?.join(',') ?? null),
      ],
    );
  }

  /** @throws DomainError SELLER_FACTS_MISSING (unavailable: they are on their way) */
  async get(sellerId: string): Promise<SellerCopy> {
    return (await this.all([sellerId])).get(sellerId)!;
  }

  /** By id. @throws DomainError SELLER_FACTS_MISSING (unavailable) when those of one are on their way */
  async all(sellerIds: string[]): Promise<Map<string, SellerCopy>> {
    const rows = await this.db.rows<SellerCopy & { id: string }>(
      `select id_utilisateur as id, coalesce(adresse_recuperation, nom_boutique) as "pickupAddress", fuseau_horaire as "timeZone",
              jours_ouverts as "openDays"
       from vendeurs_copie where id_utilisateur = any($1::uuid[])`,
      [sellerIds],
    );
    const sellers = new Map(rows.map(({ id, ...seller }) => [id, seller]));
    const missing = sellerIds.find((id) => !sellers.has(id));
    if (missing) throw new DomainError('SELLER_FACTS_MISSING', 'unavailable', { sellerId: missing });
    return sellers;
  }

  /**
   * Makes the open transaction the only one that assigns or calls off this seller's deliveries, until it ends: loads and slots are counted right, and an order
   * and its cancellation meet one after the other.
   */
  async lock(sellerId: string): Promise<void> {
    await this.lockAll([sellerId]);
  }

  /** As {@link lock}, for each of these, in the order in which they are taken everywhere (see sellerBySeller). */
  async lockAll(sellerIds: string[]): Promise<void> {
    await this.db.rows(
      `select pg_advisory_xact_lock(hashtextextended('deliveries|' || s, 0)) from (select s from unnest($1::text[]) with ordinality t(s, place) order by place) sellers`,
      [[...new Set(sellerIds)].sort()],
    );
  }
}
