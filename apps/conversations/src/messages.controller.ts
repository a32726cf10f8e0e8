import { Injectable } from '@nestjs/common';
import {
  type Caller,
  CreateTemplate,
  ListTemplates,
  type MessageView,
  type QuestionOf,
  ReactToMessage,
  ReplyToCustomer,
  ResendMessage,
  type Templates,
  type TemplateView,
} from '#contracts';
import { OnRequest } from '#bus';
import { Database } from '#database';
import { ConversationQueries } from './conversation/conversation.queries.js';
import { ReplyToCustomerByHand } from './conversation/reply-to-customer.js';
import { ReactByHand } from './outbound/react-to-message.js';
import { ResendFailed } from './outbound/resend-message.js';
import { TemplateBook } from './templates/templates.js';

/** What a seller sends to a customer himself, and the templates that he may use. */
@Injectable()
export class MessagesController {
  constructor(
    private readonly db: Database,
    private readonly queries: ConversationQueries,
    private readonly byHand: ReplyToCustomerByHand,
    private readonly resending: ResendFailed,
    private readonly reacting: ReactByHand,
    private readonly templates: TemplateBook,
  ) {}

  @OnRequest(ReplyToCustomer, { transaction: false })
  async reply(question: QuestionOf<ReplyToCustomer>, caller: Caller): Promise<MessageView> {
    const id = await this.byHand.reply(question, caller.sellerId!);
    return this.db.asSeller(caller.sellerId!, () => this.queries.message(id, caller.sellerId!));
  }

  @OnRequest(ResendMessage)
  async resend({ conversationId, messageId }: QuestionOf<ResendMessage>, caller: Caller): Promise<MessageView> {
    return this.queries.message(await this.resending.resend(conversationId, messageId, caller.sellerId!), caller.sellerId!);
  }

  @OnRequest(ReactToMessage)
  async react({ conversationId, messageId, emoji }: QuestionOf<ReactToMessage>, caller: Caller): Promise<MessageView> {
    await this.reacting.react(conversationId, messageId, emoji, caller.sellerId!);
    return this.queries.message(messageId, caller.sellerId!);
  }

  @OnRequest(ListTemplates, { transaction: false })
  async listTemplates({ accountId }: QuestionOf<ListTemplates>, caller: Caller): Promise<Templates> {
    return { items: await this.templates.list(accountId, caller.sellerId!) };
  }

  @OnRequest(CreateTemplate, { transaction: false })
  createTemplate({ accountId, ...draft }: QuestionOf<CreateTemplate>, caller: Caller): Promise<TemplateView> {
    return this.templates.create(draft, accountId, caller.sellerId!);
  }
}
