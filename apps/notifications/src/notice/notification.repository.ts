import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AggregateRepository, Outbox } from '#bus';
import { Database } from '#database';
import { Notification } from './notification.entity.js';

@Injectable()
export class NotificationRepository extends AggregateRepository<Notification> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Notification, 'notification');
  }

  /** Locks notices in one order, in the open transaction, and saves those that `change` says it changed. */
  async updateMany(ids: string[], change: (notice: Notification) => boolean): Promise<void> {
    if (ids.length === 0) return;
    const repository = this.db.tx.getRepository(Notification);
    const notices = await repository.find({ where: { id: In(ids) }, order: { id: 'asc' }, lock: { mode: 'pessimistic_write' } });
    for (const notice of notices) {
      if (!change(notice)) continue;
      notice.version += 1;
      await repository.save(notice);
      await this.outbox.add(notice.takeFacts());
    }
  }
}
