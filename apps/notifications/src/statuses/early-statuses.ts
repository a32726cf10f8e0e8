import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { NotificationRepository } from '../notice/notification.repository.js';
import { applyStatus } from './apply-status.js';
import type { StatusItem } from './status-item.js';

const KEEP_DAYS = 1;

/**
 * Statuses that came before the answer to their sending was recorded, and whose WhatsApp id alone tells which sending they mean (failed ones). They wait here for the
 * recorder. Both sides take the id's lock first, so neither overlooks the other.
 */
@Injectable()
export class EarlyStatuses {
  constructor(
    private readonly db: Database,
    private readonly notices: NotificationRepository,
  ) {}

  /** Holds these WhatsApp ids until the open transaction ends. */
  async lock(wamids: string[]): Promise<void> {
    await this.db.rows(
      'select pg_advisory_xact_lock(h) from (select distinct hashtextextended(w, 0) as h from unnest($1::text[]) t(w) order by 1) ids',
      [wamids],
    );
  }

  /** Keeps statuses of unknown ids, and forgets those that nobody came for. */
  async keep(statuses: StatusItem[]): Promise<void> {
    if (statuses.length === 0) return;
    await this.db.run(
      `insert into statuts_en_avance (wamid, statut, erreur) select * from unnest($1::text[], $2::text[], $3::jsonb[]) t(w) order by w on conflict do nothing`,
      [
        statuses.map((s) => s.wamid),
        statuses.map((s) => s.status),
        statuses.map((s) => (s.fault ? JSON.stringify(s.fault) : null)),
      ],
    );
    await this.db.run(`delete from statuts_en_avance where date_creation < now() - make_interval(days => ${KEEP_DAYS})`);
  }

  /** Applies what waited for these ids of WhatsApp's to their notices. @param notices their ids, by WhatsApp's */
  async apply(notices: ReadonlyMap<string, string>): Promise<void> {
    const waiting = await this.db.rows<{ wamid: string; status: StatusItem['status']; fault: StatusItem['fault'] | null }>(
      'delete from statuts_en_avance where wamid = any($1) returning wamid, statut as status, erreur as fault',
      [[...notices.keys()]],
    );
    for (const { wamid, status, fault } of waiting)
      await this.notices.updateMany([notices.get(wamid)!], (notice) =>
        applyStatus(notice, { wamid, status, ...(fault ? { fault } : {}) }),
      );
  }
}
