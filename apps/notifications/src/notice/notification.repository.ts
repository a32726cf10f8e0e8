import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { AggregateRepository, type CallContext, currentContext, inContext, Outbox, snapshotOf, updateChanged } from '#bus';
import { Database } from '#database';
import { Notification } from './notification.entity.js';

@Injectable()
export class NotificationRepository extends AggregateRepository<Notification> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Notification, 'notification');
  }

  /**
   * Locks notices in one order, in the open transaction, and saves those that `change` says it changed: two statements, however many they are.
   * @param chain what led to the change of each; the current chain unless said
   */
  async updateMany(
    ids: string[],
    change: (notice: Notification) => boolean,
    chain: (notice: Notification) => CallContext = currentContext,
  ): Promise<void> {
    if (ids.length === 0) return;
    const repository = this.db.tx.getRepository(Notification);
    const notices = await repository.find({ where: { id: Any(ids) }, order: { id: 'asc' }, lock: { mode: 'pessimistic_write' } });
    const before = new Map(notices.map((notice) => [notice, snapshotOf(repository.metadata, notice)]));
    const changed = notices.filter((notice) => change(notice));
    for (const notice of changed) notice.version += 1;
    await updateChanged(
      (sql, values) => this.db.run(sql, values),
      repository.metadata,
      changed,
      (notice) => before.get(notice)!,
    );
    for (const notice of changed) await inContext(chain(notice), () => this.outbox.add(notice.takeFacts()));
  }
}
