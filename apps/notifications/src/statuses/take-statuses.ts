import { Injectable } from '@nestjs/common';
import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { Workers } from '#bus';
import { Database } from '#database';
import type { Notification } from '../notice/notification.entity.js';
import { NotificationRepository } from '../notice/notification.repository.js';
import { NotificationsEnv } from '../notifications.env.js';
import { applyStatus } from './apply-status.js';
import { EarlyStatuses } from './early-statuses.js';
import { NoticeCosts } from './notice-costs.js';
import { readStatus, type StatusItem } from './status-item.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Tells notices what became of them. Every WhatsApp update of every seller passes here, so what is not ours is dropped before any query. */
@Injectable()
export class TakeStatuses {
  constructor(
    private readonly db: Database,
    private readonly env: NotificationsEnv,
    private readonly workers: Workers,
    private readonly notices: NotificationRepository,
    private readonly early: EarlyStatuses,
    private readonly costs: NoticeCosts,
  ) {}

  async take(updates: Received<WhatsAppUpdateReceivedV1>[]): Promise<void> {
    const statuses = updates
      .filter(({ event }) => event.kind === 'status' && event.phoneNumberId === this.env.platformPhoneNumberId)
      .map(readStatus)
      .filter((status) => status !== undefined);
    if (statuses.length === 0) return;
    await this.early.lock(statuses.map((status) => status.wamid));
    const owners = await this.ownersOf(statuses);
    const waiting = statuses.filter((status) => !owners.has(status) && status.callbackData === undefined);
    await this.notices.updateMany([...new Set(owners.values())], (notice) => {
      let changed = false;
      for (const status of statuses.filter((one) => owners.get(one) === notice.id)) {
        if (isUnclear(notice, status)) waiting.push(status);
        else changed = applyStatus(notice, status) || changed;
      }
      return changed;
    });
    await this.costs.take(owners);
    await this.early.keep(waiting);
    this.db.afterCommit(() => this.workers.wake('avis'));
  }

  /** The notice of each status that is about one: by the id we gave, else by WhatsApp's. */
  private async ownersOf(statuses: StatusItem[]): Promise<Map<StatusItem, string>> {
    const given = statuses.map((status) => status.callbackData).filter((id) => id !== undefined && UUID.test(id));
    const rows = await this.db.rows<{ id: string; wamid: string | null }>(
      `select id_notification as id, wamid from notifications where id_notification = any($1::uuid[])
       union select n.id_notification, n.wamid from wamids_avis w join notifications n using (id_notification) where w.wamid = any($2) and n.wamid = w.wamid`,
      [given, statuses.map((status) => status.wamid)],
    );
    const ids = new Set(rows.map((row) => row.id));
    const byWamid = new Map(rows.map((row) => [row.wamid, row.id]));
    const owners = new Map<StatusItem, string>();
    for (const status of statuses) {
      const id =
        status.callbackData !== undefined && ids.has(status.callbackData) ? status.callbackData : byWamid.get(status.wamid);
      if (id) owners.set(status, id);
    }
    return owners;
  }
}

/**
 * A failure while the notice is under way: of this sending, or of an earlier one that stayed without an answer? Its WhatsApp id will tell, once the answer brings it.
 * Taken for this one's, it would have a notice sent again that has just arrived.
 */
const isUnclear = (notice: Notification, { status }: StatusItem): boolean => status === 'failed' && notice.state === 'sending';
