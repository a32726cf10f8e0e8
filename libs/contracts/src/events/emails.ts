import { event } from '../message.js';
import { email, id, instant, oneOf, ratio, text } from '../schema.js';
import { ApiUsage } from './shared.js';

export const EMAIL_PRIORITIES = ['important', 'normal', 'faible'] as const;
export const EMAIL_CLASSIFICATIONS = [
  'urgent',
  'commande',
  'facture',
  'fournisseur',
  'client',
  'publicite',
  'notification',
  'autre',
] as const;
export const EMAIL_ACTIONS = ['repondre_urgent', 'repondre', 'payer', 'verifier', 'lire', 'archiver'] as const;

/** A received mail, without its body. */
export class EmailFacts {
  @id('The mail') emailId!: string;
  @id('The mailbox account') accountId!: string;
  @text('Sender', { max: 320 }) from!: string;
  @text('Subject', { min: 0, max: 1000 }) subject!: string;
  @oneOf('Priority', EMAIL_PRIORITIES) priority!: (typeof EMAIL_PRIORITIES)[number];
  @instant('When the mailbox got it') receivedAt!: string;
}

@event('email.received', { by: 'email-intelligence', says: 'A mail is stored with its priority.' })
export class EmailReceivedV1 extends EmailFacts {}

@event('email.analysed', { by: 'email-intelligence', says: 'A mail is classified, summarised, and has a suggested action.' })
export class EmailAnalysedV1 extends EmailFacts {
  @oneOf('Classification', EMAIL_CLASSIFICATIONS) classification!: (typeof EMAIL_CLASSIFICATIONS)[number];
  @text('Summary', { max: 2000 }) summary!: string;
  @oneOf('Suggested action', EMAIL_ACTIONS) action!: (typeof EMAIL_ACTIONS)[number];
  @ratio('Confidence') confidence!: number;
}

@event('mailbox.reconnect-needed', {
  by: 'email-intelligence',
  says: 'A mailbox can no longer be read with the consent we have; only the seller can give a new one.',
})
export class MailboxReconnectNeededV1 {
  @id('The mailbox account') accountId!: string;
  @email('The mailbox') email!: string;
  @text('What the provider said, in French', { max: 500 }) reason!: string;
}

@event('emails.api-used', { by: 'email-intelligence', says: 'Third parties were called for mails.' })
export class EmailsApiUsedV1 extends ApiUsage {}

@event('email.answered', { by: 'email-intelligence', says: 'The mail provider took a reply of the seller’s.' })
export class EmailAnsweredV1 {
  @id('The mail that was answered') emailId!: string;
  @id('The action') actionId!: string;
}
