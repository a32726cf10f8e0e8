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
}
