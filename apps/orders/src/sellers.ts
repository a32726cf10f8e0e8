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
   *
   * The order in which everything is locked, everywhere: sellers by id; then orders by id; then products by id, variants by id; then the day's counters by seller. What is locked after a
   * seller is his, so only those who share his lock ({@link lockSales}, {@link lockMoves}) can meet at a row, and they keep to that order.
   */
  async lock(sellerId: string): Promise<void> {
    await this.lockAll([sellerId]);
  }

  /** As {@link lock}, for each of these, in the order in which sellers are taken everywhere (see sellerBySeller). */
  async lockAll(sellerIds: readonly string[]): Promise<void> {
    await this.take(sellerIds, ALONE);
  }

  /**
   * For what makes orders, and touches none that is there: shuts out all but moves of orders ({@link lockMoves}). Stock and numbers change in one such transaction at a time.
   */
  async lockSales(sellerIds: readonly string[]): Promise<void> {
    await this.take(sellerIds, `${BESIDE}, pg_advisory_xact_lock(hashtextextended('sales|' || s, 0))`);
  }

  /**
   * For what moves orders that are there and neither stock nor money: shuts out all but sales and other such moves. Two of these meet at the order's row, which has to be locked next.
   */
  async lockMoves(sellerIds: readonly string[]): Promise<void> {
    await this.take(sellerIds, BESIDE);
  }

  private async take(sellerIds: readonly string[], locks: string): Promise<void> {
    await this.db.rows(
      `select ${locks} from (select s from unnest($1::text[]) with ordinality t(s, place) order by place) sellers`,
      [[...new Set(sellerIds)].sort()],
    );
  }
}

const ALONE = "pg_advisory_xact_lock(hashtextextended('orders|' || s, 0))";
const BESIDE = "pg_advisory_xact_lock_shared(hashtextextended('orders|' || s, 0))";
