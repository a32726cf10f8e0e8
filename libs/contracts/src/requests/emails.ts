import { EmailFacts } from '../events/emails.js';
import { EMAIL_ACTIONS, EMAIL_CLASSIFICATIONS } from '../events/emails.js';
import { EMAIL_PRIORITIES } from '../events/emails.js';
import { Asks, request } from '../message.js';
import { flag, id, instant, listOf, nested, oneOf, ratio, text } from '../schema.js';
import { AsksPage, pageOf } from './paging.js';

/** What a mail means. */
export class EmailAnalysisView {
  @oneOf('Classification', EMAIL_CLASSIFICATIONS) classification!: (typeof EMAIL_CLASSIFICATIONS)[number];
  @text('Summary', { max: 2000 }) summary!: string;
  @oneOf('Suggested action', EMAIL_ACTIONS) action!: (typeof EMAIL_ACTIONS)[number];
  @ratio('Confidence') confidence!: number;
  @instant('When') analysedAt!: string;
}

/** A mail with its analysis. */
export class EmailView extends EmailFacts {
  @id('The mail') id!: string;
  @flag('It has been read') read!: boolean;
  @flag('Nothing is left to do about it') handled!: boolean;
  @nested('Analysis, when done', () => EmailAnalysisView, { optional: true }) analysis?: EmailAnalysisView;
}
export class EmailPage extends pageOf(() => EmailView, 'Mails, newest first') {}

@request('emails', { to: 'email-intelligence', says: 'Received mails with their analyses, newest first.', answers: EmailPage })
export class ListEmails extends AsksPage<EmailView> {
  @id('Only of this mailbox', { optional: true }) accountId?: string;
  @oneOf('Only of this priority', EMAIL_PRIORITIES, { optional: true }) priority?: (typeof EMAIL_PRIORITIES)[number];
  @oneOf('Only of this class', EMAIL_CLASSIFICATIONS, { optional: true }) classification?: (typeof EMAIL_CLASSIFICATIONS)[number];
  @flag('Only read (true), or not (false)', { optional: true }) read?: boolean;
  @flag('Only done with (true), or not (false)', { optional: true }) handled?: boolean;
}

export const EMAIL_ACTS = ['reply', 'archive'] as const;
export const EMAIL_ACT_STATES = ['pending', 'done', 'failed'] as const;

/** Something the seller had done with a mail in his mailbox. */
export class EmailActView {
  @id('The act') id!: string;
  @oneOf('What', EMAIL_ACTS) act!: (typeof EMAIL_ACTS)[number];
  @oneOf('How far it got', EMAIL_ACT_STATES) state!: (typeof EMAIL_ACT_STATES)[number];
  @text('What went wrong, in French', { max: 500, optional: true }) problem?: string;
  @instant('When it was asked for') createdAt!: string;
  @instant('When it was done', { optional: true }) doneAt?: string;
}

/** A mail with its text and what was done about it. */
export class EmailDetailView extends EmailView {
  @text('The mail’s text', { min: 0, max: 200_000 }) text!: string;
  @flag('The text is longer than what is kept') textCut!: boolean;
  @listOf('What was done, oldest first', () => EmailActView) acts!: EmailActView[];
}

@request('email', {
  to: 'email-intelligence',
  says: 'One mail with its text, its analysis and what was done about it.',
  answers: EmailDetailView,
})
export class GetEmail extends Asks<EmailDetailView> {
  @id('The mail') emailId!: string;
}

@request('mark-email', {
  to: 'email-intelligence',
  says: 'Marks a mail as read or unread, done with or not; absent fields stay.',
  answers: EmailView,
})
export class MarkEmail extends Asks<EmailView> {
  @id('The mail') emailId!: string;
  @flag('It has been read', { optional: true }) read?: boolean;
  @flag('Nothing is left to do about it', { optional: true }) handled?: boolean;
}

@request('act-on-email', {
  to: 'email-intelligence',
  says: 'Answers a mail from the seller’s own mailbox, or archives it there; done in the background, once.',
  answers: EmailActView,
})
export class ActOnEmail extends Asks<EmailActView> {
  @id('The mail') emailId!: string;
  @oneOf('What to do', EMAIL_ACTS) act!: (typeof EMAIL_ACTS)[number];
  @text('The answer, for `reply`', { max: 20_000, optional: true }) text?: string;
}

/** Whether a mailbox can be read. */
export class MailboxHealth {
  @oneOf('`working`, or `reconnect-needed`: only the seller can give a new consent', ['working', 'reconnect-needed']) state!:
    'working' | 'reconnect-needed';
  @text('What is wrong, in French', { max: 500, optional: true }) problem?: string;
  @instant('Last looked into', { optional: true }) lastReadAt?: string;
  @instant('Announcements of new mail end at, unless renewed', { optional: true }) watchedUntil?: string;
}

@request('mailbox-health', { to: 'email-intelligence', says: 'Whether a mailbox can be read.', answers: MailboxHealth })
export class GetMailboxHealth extends Asks<MailboxHealth> {
  @id('The account') accountId!: string;
}
