import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import { type Caller, type EmailView, ListEmails, type Page, type QuestionOf } from '#contracts';
import { EmailQueries } from './email/email.queries.js';

/** Request door: the mails of the caller's shop. */
@Injectable()
export class EmailIntelligenceController {
  constructor(private readonly emails: EmailQueries) {}

  @OnRequest(ListEmails)
  async list(question: QuestionOf<ListEmails>, caller: Caller): Promise<Page<EmailView>> {
    return this.emails.page(caller.sellerId!, question);
  }
}
