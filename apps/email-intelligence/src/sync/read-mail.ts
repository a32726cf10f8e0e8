import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { inContext, Outbox, traced, Worker } from '#bus';
import { Database } from '#database';
import { ProviderError } from '#providers';
import { LOGGER } from '#service';
import { type ClaimedMailbox, LeaseLost, MailboxQueue } from '../mailbox/mailbox-queue.js';
import { CallTally } from '../usage/call-tally.js';
import { SyncMailbox } from './sync-mailbox.js';

/** Reads mailboxes that have something new, one reading at a time for each. */
@Injectable()
export class ReadMail {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly queue: MailboxQueue,
    private readonly syncMailbox: SyncMailbox,
    private readonly tally: CallTally,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: 'courrier', idleMs: 1_000, concurrency: 4, outbound: true })
  async readNext(): Promise<number> {
    const mailbox = await this.queue.claim();
    if (!mailbox) return 0;
    const { correlationId, traceparent } = mailbox;
    const chain = { correlationId, actor: 'gmail' as const, ...(traceparent ? { traceparent } : {}) };
    await traced('read mailbox', 'client', chain, {}, (inner) => inContext(inner, () => this.read(mailbox)));
    return 1;
  }

  private async read(mailbox: ClaimedMailbox): Promise<void> {
    const { failure, facts } = await this.tally.of(mailbox, () => this.syncMailbox.sync(mailbox));
    const known = failure instanceof ProviderError;
    if (failure instanceof LeaseLost)
      this.logger.info({ event: 'mailbox.lease-lost', accountId: mailbox.accountId }, 'the reading goes on elsewhere');
    else if (known)
      this.logger.warn(
        { event: 'mailbox.not-read', accountId: mailbox.accountId, code: failure.code, action: failure.action },
        'mailbox not read',
      );
    await this.db.asWorker(async () => {
      await this.outbox.add(facts);
      if (known) await this.queue.fail(mailbox, failure);
    });
    // Not a matter of Gmail's (a database that went away, a key that is gone): the lease ends by itself, and the worker's log says why.
    if (failure && !known && !(failure instanceof LeaseLost)) throw failure;
  }
}
