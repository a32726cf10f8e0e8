import { Injectable } from '@nestjs/common';
import { inContext, Outbox } from '#bus';
import type { CallContext } from '#bus';
import type { Fact } from '#contracts';
import { Database } from '#database';
import { NotificationRepository } from '../notice/notification.repository.js';
import { EarlyStatuses } from '../statuses/early-statuses.js';

/** What WhatsApp took. */
export interface Accepted {
  noticeId: string;
  wamid: string;
  /** The call, for who counts them. */
  usage: Fact;
  chain: CallContext;
}

interface Waiting {
  accepted: Accepted;
  done: () => void;
  failed: (error: unknown) => void;
}

const AT_ONCE = 100;

/**
 * Writes down what WhatsApp took. While one transaction is being committed, the answers that come in wait and share the next: under load a commit serves many, and
 * nobody waits when there is nobody else.
 */
@Injectable()
export class RecordAccepted {
  private waiting: Waiting[] = [];
  private running = false;

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly notices: NotificationRepository,
    private readonly early: EarlyStatuses,
  ) {}

  /** Resolves once it is committed. @throws what the commit failed with: then the lease ends, and the notice's status tells */
  record(accepted: Accepted): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ accepted, done, failed });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let group = this.waiting.splice(0, AT_ONCE); group.length > 0; group = this.waiting.splice(0, AT_ONCE)) {
      try {
        await this.write(group.map(({ accepted }) => accepted));
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    this.running = false;
  }

  private write(all: Accepted[]): Promise<void> {
    const byNotice = new Map(all.map((one) => [one.noticeId, one]));
    return this.db.asWorker(async () => {
      await this.early.lock(all.map(({ wamid }) => wamid));
      await this.notices.updateMany(
        [...byNotice.keys()],
        (notice) => {
          notice.accepted(byNotice.get(notice.id)!.wamid);
          return true;
        },
        (notice) => byNotice.get(notice.id)!.chain,
      );
      for (const { usage, chain } of all) await inContext(chain, () => this.outbox.add([usage]));
      await this.early.apply(new Map(all.map(({ wamid, noticeId }) => [wamid, noticeId])));
    });
  }
}
