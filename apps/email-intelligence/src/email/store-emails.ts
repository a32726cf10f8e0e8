import { Injectable } from '@nestjs/common';
import { currentContext, Outbox, Workers } from '#bus';
import { EmailReceivedV1, fact } from '#contracts';
import { Database, newId } from '#database';
import type { ReceivedMail } from '#providers';
import { prioritise } from '../analysis/offline/prioritise.js';
import type { ClaimedMailbox } from '../mailbox/mailbox-queue.js';

const LONGEST_TEXT = 200_000;
const LONGEST_SUBJECT = 1_000;
const LONGEST_ADDRESS = 320;

/** Stores mails once each, with their priority. */
@Injectable()
export class StoreEmails {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly workers: Workers,
  ) {}

  /** Of these ids the ones that are not stored yet, in their order; in the open transaction. */
  async unknownOf(accountId: string, messageIds: string[]): Promise<string[]> {
    const known = await this.db.rows<{ id: string }>(
      'select identifiant_message_email as id from emails_recus where id_compte_email = $1 and identifiant_message_email = any($2)',
      [accountId, messageIds],
    );
    const stored = new Set(known.map((row) => row.id));
    return messageIds.filter((id) => !stored.has(id));
  }

  /** In the open transaction. @returns how many were new */
  async store(mailbox: ClaimedMailbox, mails: ReceivedMail[]): Promise<number> {
    let stored = 0;
    for (const mail of mails) stored += await this.storeOne(mailbox, mail);
    if (stored > 0) this.db.afterCommit(() => this.workers.wake('analyse'));
    return stored;
  }

  private async storeOne({ accountId, sellerId }: ClaimedMailbox, mail: ReceivedMail): Promise<number> {
    const emailId = newId();
    const from = clean(mail.from.address, LONGEST_ADDRESS) || 'expéditeur inconnu';
    const subject = clean(mail.subject, LONGEST_SUBJECT);
    const text = clean(mail.text, LONGEST_TEXT);
    const priority = prioritise({ from, fromName: mail.from.name, subject, text, isAutomatic: mail.isAutomatic });
    const added = await this.db.run(
      `insert into emails_recus (id_email, id_compte_email, id_utilisateur, identifiant_message_email, email_expediteur, nom_expediteur, sujet_email, niveau_priorite,
         automatique, date_reception, id_correlation)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict on constraint un_email_par_boite do nothing`,
      [
        emailId,
        accountId,
        sellerId,
        mail.id,
        from,
        clean(mail.from.name, LONGEST_ADDRESS),
        subject,
        priority,
        mail.isAutomatic,
        mail.receivedAt,
        currentContext().correlationId,
      ],
    );
    if (added === 0) return 0;
    await this.db.run('insert into corps_emails (id_email, id_utilisateur, contenu, tronque) values ($1, $2, $3, $4)', [
      emailId,
      sellerId,
      text,
      mail.textCut || mail.text.length > LONGEST_TEXT,
    ]);
    const payload = { emailId, accountId, from, subject, priority, receivedAt: mail.receivedAt.toISOString() };
    await this.outbox.add([fact(EmailReceivedV1, payload, { sellerId, key: emailId, version: 1 })]);
    return 1;
  }
}

/** Text as PostgreSQL and JSON take it, cut between characters. */
const clean = (text: string, longest: number): string => text.slice(0, longest).toWellFormed().replaceAll('\u0000', '').trim();
