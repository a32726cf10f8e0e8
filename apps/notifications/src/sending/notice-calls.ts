import { Injectable } from '@nestjs/common';
import { Outbox, Worker } from '#bus';
import { NotificationsApiUsedV1 } from '#contracts';
import { Database } from '#database';
import { type Calls, CallsByMinute } from '#service';
import type { ClaimedNotice } from './notice-queue.js';

/** A call to WhatsApp for a notice. What it costs is told when the notice has arrived. */
export const callFor = ({ sellerId }: ClaimedNotice, since: number, failed: boolean): Calls => ({
  sellerId,
  operation: 'messages.send',
  calls: 1,
  errors: failed ? 1 : 0,
  latencyMs: Date.now() - since,
});

/** Counts the notices' calls to WhatsApp by seller and minute. */
@Injectable()
export class NoticeCalls {
  private readonly minutes: CallsByMinute;

  constructor(db: Database, outbox: Outbox) {
    this.minutes = new CallsByMinute(db, outbox, NotificationsApiUsedV1);
  }

  /** In the open transaction. */
  count(call: Calls): void {
    this.minutes.count(call);
  }

  /** @returns how many minutes were told */
  @Worker({ name: 'utilisation', idleMs: 15_000 })
  tell(): Promise<number> {
    return this.minutes.tell();
  }
}
