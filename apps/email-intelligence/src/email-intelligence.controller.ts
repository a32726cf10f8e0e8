import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import {
  ActOnEmail,
  type Caller,
  type EmailActView,
  type EmailDetailView,
  type EmailView,
  GetEmail,
  GetMailboxHealth,
  ListEmails,
  type MailboxHealth,
  MarkEmail,
  type Page,
  type QuestionOf,
} from '#contracts';
import { ActOnEmails } from './acts/act-on-email.js';
import { EmailQueries } from './email/email.queries.js';
import { MarkEmails } from './email/mark-email.js';
import { MailboxHealthQueries } from './mailbox/mailbox-health.js';

/** Request door: the mails of the caller's shop, what is done with them, and the health of its mailboxes. */
@Injectable()
export class EmailIntelligenceController {
  constructor(
    private readonly emails: EmailQueries,
    private readonly marks: MarkEmails,
    private readonly acts: ActOnEmails,
    private readonly health: MailboxHealthQueries,
  ) {}

  @OnRequest(ListEmails)
  async list(question: QuestionOf<ListEmails>, caller: Caller): Promise<Page<EmailView>> {
    return this.emails.page(caller.sellerId!, question);
  }

  @OnRequest(GetEmail)
  async get({ emailId }: QuestionOf<GetEmail>, caller: Caller): Promise<EmailDetailView> {
    return this.emails.detail(caller.sellerId!, emailId);
  }

  @OnRequest(MarkEmail)
  async mark(question: QuestionOf<MarkEmail>, caller: Caller): Promise<EmailView> {
    return this.marks.mark(caller.sellerId!, question);
  }

  @OnRequest(ActOnEmail)
  async act(question: QuestionOf<ActOnEmail>, caller: Caller): Promise<EmailActView> {
    return this.acts.act(caller.sellerId!, question);
  }

  @OnRequest(GetMailboxHealth)
  async mailboxHealth({ accountId }: QuestionOf<GetMailboxHealth>, caller: Caller): Promise<MailboxHealth> {
    return this.health.of(caller.sellerId!, accountId);
  }
}
