import { Injectable } from '@nestjs/common';
import { inContext, Outbox } from '#bus';
import type { CallContext } from '#bus';
import type { Fact } from '#contracts';
import { CommitTogether, Database } from '#database';
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

/** Writes down what WhatsApp took. Answers that come while a commit runs share the next one. */
@Injectable()
export class RecordAccepted {
  private readonly together = new CommitTogether<Accepted>((all) => this.write(all));

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly notices: NotificationRepository,
    private readonly early: EarlyStatuses,
  ) {}

  /** Resolves once it is committed. @throws what it cannot be written for: then the lease ends, and the notice's status tells */
  record(accepted: Accepted): Promise<void> {
    return this.together.add(accepted);
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
