import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Database } from '#database';
import { NameLocks } from './locks.js';

/** Numbers whose business account is known to be kept; more than any service has at once, and few enough to remember. */
const MOST_NOTED = 20_000;

/** Which linked account a business number is, from the copy of what accounts told. */
@Injectable()
export class NumberBook {
  private readonly noted = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly locks: NameLocks,
  ) {}

  /**
   * Holds these numbers until the open transaction ends. Whoever links a number and whoever looks for its owner take turns: else a message could be put aside as
   * nobody's at the very moment its number is linked, and nobody would take it up again.
   */
  async hold(phoneNumberIds: string[]): Promise<void> {
    await this.locks.take(phoneNumberIds.map((number) => `numero|${number}`));
  }

  /** A number that was linked before its business account was kept: its webhooks name it. */
  async noteBusiness(updates: { sellerId: string; phoneNumberId: string; businessAccountId: string }[]): Promise<void> {
    const named = [
      ...new Map(
        updates
          .filter((one) => one.businessAccountId !== '' && !this.noted.has(numberKey(one)))
          .map((one) => [numberKey(one), one]),
      ).values(),
    ];
    if (named.length === 0) return;
    await this.db.run(
      `update comptes_copie a set compte_business = n.compte from unnest($1::uuid[], $2::text[], $3::text[]) n(vendeur, numero, compte)
        where a.id_utilisateur = n.vendeur and a.phone_number_id = n.numero and a.compte_business is null and a.statut <> 'deconnecte'`,
      [named.map((one) => one.sellerId), named.map((one) => one.phoneNumberId), named.map((one) => one.businessAccountId)],
    );
    this.db.afterCommit(() => {
      if (this.noted.size + named.length > MOST_NOTED) this.noted.clear();
      for (const one of named) this.noted.add(numberKey(one));
    });
  }

  /** Whose these numbers are now; numbers nobody linked are absent. */
  async sellersOf(phoneNumberIds: string[]): Promise<Map<string, string>> {
    if (phoneNumberIds.length === 0) return new Map();
    const rows = await this.db.rows<{ phone_number_id: string; id_utilisateur: string }>(
      `select phone_number_id, id_utilisateur from comptes_copie where phone_number_id = any($1::text[]) and statut <> 'deconnecte'`,
      [[...new Set(phoneNumberIds)]],
    );
    return new Map(rows.map((row) => [row.phone_number_id, row.id_utilisateur]));
  }

  /**
   * The account id for each seller and number, also of a number whose token was revoked: what customers write is kept all the same.
   * @throws DomainError WHATSAPP_ACCOUNT_UNKNOWN (unavailable) when the account's own event did not arrive yet
   */
  async accountIds(pairs: { sellerId: string; phoneNumberId: string }[]): Promise<(sellerId: string, number: string) => string> {
    const rows = await this.db.rows<{ id_compte_whatsapp: string; id_utilisateur: string; phone_number_id: string }>(
      `select distinct on (id_utilisateur, phone_number_id) id_compte_whatsapp, id_utilisateur, phone_number_id from comptes_copie
        where id_utilisateur = any($1::uuid[]) and phone_number_id = any($2::text[])
        order by id_utilisateur, phone_number_id, (statut = 'deconnecte'), id_compte_whatsapp desc`,
      [[...new Set(pairs.map((p) => p.sellerId))], [...new Set(pairs.map((p) => p.phoneNumberId))]],
    );
    const ids = new Map(rows.map((row) => [`${row.id_utilisateur}|${row.phone_number_id}`, row.id_compte_whatsapp]));
    return (sellerId, phoneNumberId) => {
      const id = ids.get(`${sellerId}|${phoneNumberId}`);
      if (!id) throw new DomainError('WHATSAPP_ACCOUNT_UNKNOWN', 'unavailable', { sellerId, phoneNumberId });
      return id;
    };
  }
}

const numberKey = ({ sellerId, phoneNumberId }: { sellerId: string; phoneNumberId: string }) => `${sellerId}|${phoneNumberId}`;
