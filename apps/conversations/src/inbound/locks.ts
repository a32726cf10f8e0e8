import { Injectable } from '@nestjs/common';
import { Database } from '#database';

/** Locks on names that have no row yet, held until the open transaction ends. */
@Injectable()
export class NameLocks {
  constructor(private readonly db: Database) {}

  /** Takes the locks of all names in one order, so that two replicas with overlapping batches wait for each other instead of deadlocking. */
  async take(names: Iterable<string>): Promise<void> {
    const distinct = [...new Set(names)];
    if (distinct.length === 0) return;
    await this.db.rows(
      `select pg_advisory_xact_lock(k) from (select distinct hashtextextended(n, 0) as k from unnest($1::text[]) t(n) order by k) keys`,
      [distinct],
    );
  }

  /**
   * Says that work on these sellers' people is under way; before any name's lock. Any number of batches may say so at once. Who joins two people or erases one
   * waits for them, and they for him ({@link own}): names alone would not do, since a message may bring a name that nobody knew was his.
   */
  async share(sellerIds: Iterable<string>): Promise<void> {
    const distinct = [...new Set(sellerIds)];
    if (distinct.length === 0) return;
    await this.db.rows(
      `select pg_advisory_xact_lock_shared(k) from (select distinct hashtextextended('personnes|' || v, 0) as k from unnest($1::text[]) t(v) order by k) keys`,
      [distinct],
    );
  }

  /** Nobody else works on this seller's people until the open transaction ends. */
  async own(sellerId: string): Promise<void> {
    await this.db.rows(`select pg_advisory_xact_lock(hashtextextended('personnes|' || $1, 0))`, [sellerId]);
  }
}
