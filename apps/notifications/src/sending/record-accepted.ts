import { Injectable } from '@nestjs/common';
import type { CallContext } from '#bus';
import { CommitTogether, Database } from '#database';
import type { Calls } from '#service';
import { NotificationRepository } from '../notice/notification.repository.js';
import { EarlyStatuses } from '../statuses/early-statuses.js';
import { NoticeCalls } from './notice-calls.js';

/** What WhatsApp took. */
export interface Accepted {
  noticeId: string;
  wamid: string;
  call: Calls;
  chain: CallContext;
}

/** Writes down what WhatsApp took. Answers that come while a commit runs share the next one. */
@Injectable()
export class RecordAccepted {
  private readonly together = new CommitTogether<Accepted>((all) => this.write(all));

  constructor(
    private readonly db: Database,
    private readonly notices: NotificationRepository,
    private readonly early: EarlyStatuses,
    private readonly calls: NoticeCalls,
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
      for (const { call } of all) this.calls.count(call);
      await this.early.apply(new Map(all.map(({ wamid, noticeId }) => [wamid, noticeId])));
    });
  }
}
