import { Injectable } from '@nestjs/common';
import type { Received, SellerFacts } from '#contracts';
import { Database } from '#database';

/** West Africa's Greenwich time, until the seller's own facts have arrived. */
export const DEFAULT_TIME_ZONE = 'Africa/Abidjan';

/** What orders knows of a seller: the time zone that makes his day. And his lock. */
@Injectable()
export class Sellers {
  constructor(private readonly db: Database) {}

  /** Keeps the newest facts of each seller; older ones change nothing. */
  async keep(batch: Received<SellerFacts>[]): Promise<void> {
    await this.db.run(
      `insert into vendeurs_copie (id_utilisateur, fuseau_horaire, version)
       select distinct on (s) s, z, v from unnest($1::uuid[], $2::text[], $3::int[]) t(s, z, v) order by s, v desc
       on conflict (id_utilisateur) do update set fuseau_horaire = excluded.fuseau_horaire, version = excluded.version
       where vendeurs_copie.version < excluded.version`,
      [batch.map(({ meta }) => meta.sellerId), batch.map(({ event }) => event.timeZone), batch.map(({ meta }) => meta.version)],
    );
  }

  /** IANA name. */
  async timeZone(sellerId: string): Promise<string> {
    const [seller] = await this.db.rows<{ zone: string }>(
      'select fuseau_horaire as zone from vendeurs_copie where id_utilisateur = $1',
      [sellerId],
    );
    return seller?.zone ?? DEFAULT_TIME_ZONE;
  }

  /**
   * Makes the open transaction the only one that changes this seller's orders and stock, until it ends. Taken before any row: an agreement and its cancellation
   * meet one after the other, the day's counter never waits behind a product, and no two transactions can hold what the other wants.
   */
  async lock(sellerId: string): Promise<void> {
    await this.db.rows("select pg_advisory_xact_lock(hashtextextended('orders|' || $1, 0))", [sellerId]);
  }
}
