import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Outbox, Worker } from '#bus';
import { Database } from '#database';
import { ProviderError } from '#providers';
import { LOGGER } from '#service';
import { EmailIntelligenceEnv } from '../email-intelligence.env.js';
import { CallTally } from '../usage/call-tally.js';
import { afterFailure } from './after-failure.js';
import { type ClaimedMailbox, MailboxQueue } from './mailbox-queue.js';
import { OpenMailboxes } from './open-mailboxes.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Has Google announce changes: it does so for 7 days at most, so each watch is renewed daily. Without it mail is still read by the poll. */
@Injectable()
export class WatchMailboxes {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: EmailIntelligenceEnv,
    private readonly queue: MailboxQueue,
    private readonly mailboxes: OpenMailboxes,
    private readonly tally: CallTally,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: 'surveillance', idleMs: 5_000, outbound: true })
  async watchDue(): Promise<number> {
    const mailbox = await this.queue.claimForWatch();
    if (!mailbox) return 0;
    if (mailbox.ending) await this.end(mailbox);
    else await this.renew(mailbox);
    return 1;
  }

  private async renew(mailbox: ClaimedMailbox): Promise<void> {
    const { result, failure, facts } = await this.tally.of(mailbox, () =>
      this.mailboxes.of(mailbox).watch(this.env.gmailPubsubTopic),
    );
    if (failure && !(failure instanceof ProviderError)) throw failure;
    if (failure)
      this.logger.warn(
        { event: 'mailbox.not-watched', accountId: mailbox.accountId, code: failure.code, action: failure.action },
        'mailbox not watched; it is still read by the poll',
      );
    await this.db.asWorker(async () => {
      await this.outbox.add(facts);
      if (result) {
        const nextAt = Math.min(Date.now() + DAY_MS, Math.max(result.expiresAt.getTime() - HOUR_MS, Date.now() + HOUR_MS));
        await this.plan(mailbox, new Date(nextAt), result.expiresAt);
      } else if (afterFailure(failure, 1).do === 'reconnect') await this.queue.askForConsent(mailbox, failure);
      else await this.plan(mailbox, new Date(Date.now() + retryMs(failure)), null);
    });
  }

  private async plan({ accountId, version }: ClaimedMailbox, nextAt: Date, expiresAt: Date | null): Promise<void> {
    await this.db.run(
      'update boites set prochaine_surveillance = $3, surveillance_expire = coalesce($4, surveillance_expire) where id_compte_email = $1 and version = $2',
      [accountId, version, nextAt, expiresAt],
    );
  }

  /** The seller disconnected: Google is told once, and the token is forgotten in any case. */
  private async end(mailbox: ClaimedMailbox): Promise<void> {
    const { failure, facts } = await this.tally.of(mailbox, () => this.mailboxes.of(mailbox).stopWatching());
    if (failure)
      this.logger.info(
        {
          event: 'mailbox.watch-not-ended',
          accountId: mailbox.accountId,
          code: failure instanceof ProviderError ? failure.code : failure.name,
        },
        'Google could not be told; the watch ends by itself within 7 days',
      );
    await this.db.asWorker(async () => {
      await this.outbox.add(facts);
      await this.db.run(
        "update boites set etat = 'deconnectee', jeton_scelle = null, surveillance_expire = null where id_compte_email = $1 and version = $2 and etat = 'a_deconnecter'",
        [mailbox.accountId, mailbox.version],
      );
    });
  }
}

/** A refused configuration (the topic) is an operator's matter and asked about hourly; an outage passes in a minute. */
const retryMs = (error: ProviderError): number =>
  error.action === 'retry' || error.action === 'unknown' ? 60_000 : Math.max(error.retryAfterMs ?? 0, HOUR_MS);
