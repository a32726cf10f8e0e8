import { Injectable } from '@nestjs/common';
import {
  type Caller,
  type ConversationView,
  CountProspects,
  GetHistory,
  GetProspects,
  GiveBackConversation,
  type HistoryLine,
  ListConversations,
  ListMessages,
  ListProspects,
  type MessageView,
  type Page,
  type ProspectCount,
  type ProspectNames,
  type ProspectView,
  type QuestionOf,
  ReplyToCustomer,
  TakeOverConversation,
} from '#contracts';
import { OnRequest } from '#bus';
import { ConversationQueries } from './conversation/conversation.queries.js';
import { ConversationRepository } from './conversation/conversation.repository.js';
import { ProspectQueries } from './conversation/prospect.queries.js';
import { ReplyToCustomerByHand } from './conversation/reply-to-customer.js';

/** What a seller may ask of his conversations. */
@Injectable()
export class ConversationsController {
  constructor(
    private readonly prospects: ProspectQueries,
    private readonly queries: ConversationQueries,
    private readonly conversations: ConversationRepository,
    private readonly byHand: ReplyToCustomerByHand,
  ) {}

  @OnRequest(ListProspects)
  listProspects(question: QuestionOf<ListProspects>): Promise<Page<ProspectView>> {
    return this.prospects.list(question);
  }

  @OnRequest(GetProspects)
  async getProspects({ ids }: QuestionOf<GetProspects>): Promise<ProspectNames> {
    return { items: await this.prospects.byIds(ids) };
  }

  @OnRequest(CountProspects)
  async countProspects(): Promise<ProspectCount> {
    return { prospects: await this.prospects.count() };
  }

  @OnRequest(ListConversations)
  listConversations(question: QuestionOf<ListConversations>): Promise<Page<ConversationView>> {
    return this.queries.list(question);
  }

  @OnRequest(ListMessages)
  listMessages(question: QuestionOf<ListMessages>): Promise<Page<MessageView>> {
    return this.queries.messages(question);
  }

  @OnRequest(GetHistory)
  history(question: QuestionOf<GetHistory>): Promise<Page<HistoryLine>> {
    return this.queries.history(question);
  }

  @OnRequest(ReplyToCustomer)
  async reply({ conversationId, text }: QuestionOf<ReplyToCustomer>, caller: Caller): Promise<MessageView> {
    return this.queries.message(await this.byHand.reply(conversationId, caller.sellerId!, text));
  }

  @OnRequest(TakeOverConversation)
  async takeOver({ conversationId }: QuestionOf<TakeOverConversation>, caller: Caller): Promise<ConversationView> {
    await this.conversations.takeOver(conversationId, caller.sellerId!, 'Le vendeur a repris la conversation');
    return this.queries.one(conversationId);
  }

  @OnRequest(GiveBackConversation)
  async giveBack({ conversationId }: QuestionOf<GiveBackConversation>, caller: Caller): Promise<ConversationView> {
    await this.conversations.giveBack(conversationId, caller.sellerId!);
    return this.queries.one(conversationId);
  }
}
