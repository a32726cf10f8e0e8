import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '#database';
import { HistoryGone, type MailboxChanges, type MailPort, MessageGone, type ReceivedMail } from '#providers';
import { LOGGER } from '#service';
import { StoreEmails } from '../email/store-emails.js';
import { type ClaimedMailbox, MailboxQueue } from '../mailbox/mailbox-queue.js';
import { OpenMailboxes } from '../mailbox/open-mailboxes.js';

const CHUNK = 10;
/** Google announces messages a moment before they can be read. */
const NOT_YET_MS = 1_500;
/** Clocks differ; a mail of this long before the mailbox was connected is taken too. */
const SLACK_MS = 60_000;
const DAY_MS = 86_400_000;
/** How far back an inbox is read again at most. */
const LONGEST_MS = 30 * DAY_MS;
/** More mails than any shop gets in that time; one list of ids in memory. */
const MOST_MAILS = 25_000;

/**
 * Brings what is new in one mailbox into `emails_recus`. The place in the history moves only after everything up to it is committed, so a reading that breaks off
 * is done again and nothing is lost; the unique key of a mail absorbs what was stored before.
 */
@Injectable()
export class SyncMailbox {
  constructor(
    private readonly db: Database,
    private readonly queue: MailboxQueue,
    private readonly mailboxes: OpenMailboxes,
    private readonly emails: StoreEmails,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws ProviderError, LeaseLost */
  async sync(mailbox: ClaimedMailbox): Promise<void> {
    const port = this.mailboxes.of(mailbox);
    const { changes, restarted } = await this.changesOf(mailbox, port);
    const fresh = await this.db.asWorker(() => this.emails.unknownOf(mailbox.accountId, changes.messageIds));
    let gone: string[] = [];
    for (let at = 0; at < fresh.length; at += CHUNK) {
      const { mails, missing } = await fetchAll(port, fresh.slice(at, at + CHUNK));
      gone = gone.concat(missing);
      await this.store(mailbox, mails);
    }
    if (gone.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, NOT_YET_MS));
      // Still not there: deleted before we came.
      await this.store(mailbox, (await fetchAll(port, gone)).mails);
    }
    await this.db.asWorker(() => this.queue.finish(mailbox, changes.historyId, restarted));
  }

  /** Since the last reading; from the inbox itself at the first one, and when Gmail no longer remembers that far back. */
  private async changesOf(
    { accountId, cursor, lastReadAt, connectedAt }: ClaimedMailbox,
    port: MailPort,
  ): Promise<{ changes: MailboxChanges; restarted: boolean }> {
    try {
      if (cursor !== null) return { changes: await port.history(cursor), restarted: false };
    } catch (error) {
      if (!(error instanceof HistoryGone)) throw error;
    }
    // Also the first reading may come late: the seller connected while this service, or Gmail, was away.
    // What was read before is known and not fetched again, so a day more costs nothing; what came before the linking would be fetched for nothing.
    const seen = lastReadAt ? lastReadAt.getTime() - DAY_MS : 0;
    const since = new Date(Math.max(seen, connectedAt.getTime() - SLACK_MS, Date.now() - LONGEST_MS));
    const changes = await port.listRecent({ since, max: MOST_MAILS });
    if (changes.messageIds.length >= MOST_MAILS)
      this.logger.error(
        { event: 'mailbox.read-in-part', accountId, since: since.toISOString(), mails: MOST_MAILS },
        'the inbox holds more mails than are read again; the oldest are left out',
      );
    return { changes: { ...changes, messageIds: changes.messageIds.reverse() }, restarted: true };
  }

  /** What came before the seller connected his mailbox is not our business. */
  private async store(mailbox: ClaimedMailbox, mails: ReceivedMail[]): Promise<void> {
    const ours = mails.filter((mail) => mail.receivedAt.getTime() >= mailbox.connectedAt.getTime() - SLACK_MS);
    await this.db.asWorker(async () => {
      await this.queue.hold(mailbox);
      await this.emails.store(mailbox, ours);
    });
  }
}

async function fetchAll(port: MailPort, ids: string[]): Promise<{ mails: ReceivedMail[]; missing: string[] }> {
  const mails: ReceivedMail[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    try {
      mails.push(await port.getMessage(id));
    } catch (error) {
      if (!(error instanceof MessageGone)) throw error;
      missing.push(id);
    }
  }
  return { mails, missing };
}
