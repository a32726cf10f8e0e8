import { EmailFacts } from '../events/emails.js';
import { EMAIL_ACTIONS, EMAIL_CLASSIFICATIONS } from '../events/emails.js';
import { request } from '../message.js';
import { id, instant, nested, oneOf, ratio, text } from '../schema.js';
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
  @nested('Analysis, when done', () => EmailAnalysisView, { optional: true }) analysis?: EmailAnalysisView;
}
export class EmailPage extends pageOf(() => EmailView, 'Mails, newest first') {}

@request('emails', { to: 'email-intelligence', says: 'Received mails with their analyses, newest first.', answers: EmailPage })
export class ListEmails extends AsksPage<EmailView> {}
