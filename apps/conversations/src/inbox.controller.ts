import { Injectable } from '@nestjs/common';
import {
  type Caller,
  CloseConversation,
  type ConversationView,
  CountInbox,
  GetConversation,
  GiveBackConversation,
  type InboxCounts,
  LabelConversation,
  type Labels,
  ListConversations,
  ListLabels,
  ListMessages,
  MarkConversationRead,
  type MessageView,
  type Page,
  type QuestionOf,
  TakeOverConversation,
} from '#contracts';
import { OnRequest } from '#bus';
import { ConversationQueries } from './conversation/conversation.queries.js';
import { ConversationRepository } from './conversation/conversation.repository.js';
import { LabelConversationAs } from './conversation/label-conversation.js';
import { MarkRead } from './conversation/mark-read.js';

/** What a seller does in his inbox. */
@Injectable()
export class InboxController {
  constructor(
    private readonly queries: ConversationQueries,
    private readonly conversations: ConversationRepository,
    private readonly reading: MarkRead,
    private readonly labelling: LabelConversationAs,
  ) {}

  @OnRequest(ListConversations)
  list(question: QuestionOf<ListConversations>, caller: Caller): Promise<Page<ConversationView>> {
    return this.queries.list(question, caller.sellerId!);
  }

  @OnRequest(GetConversation)
  get({ conversationId }: QuestionOf<GetConversation>, caller: Caller): Promise<ConversationView> {
    return this.queries.one(conversationId, caller.sellerId!);
  }

  @OnRequest(CountInbox)
  count(_question: QuestionOf<CountInbox>, caller: Caller): Promise<InboxCounts> {
    return this.queries.counts(caller.sellerId!);
  }

  @OnRequest(ListMessages)
  messages(question: QuestionOf<ListMessages>, caller: Caller): Promise<Page<MessageView>> {
    return this.queries.messages(question, caller.sellerId!);
  }

  @OnRequest(TakeOverConversation)
  async takeOver({ conversationId }: QuestionOf<TakeOverConversation>, caller: Caller): Promise<ConversationView> {
    await this.conversations.takeOver(conversationId, caller.sellerId!, 'Le vendeur a repris la conversation');
    return this.queries.one(conversationId, caller.sellerId!);
  }

  @OnRequest(GiveBackConversation)
  async giveBack({ conversationId }: QuestionOf<GiveBackConversation>, caller: Caller): Promise<ConversationView> {
    await this.conversations.giveBack(conversationId, caller.sellerId!);
    return this.queries.one(conversationId, caller.sellerId!);
  }

  @OnRequest(MarkConversationRead)
  async markRead(question: QuestionOf<MarkConversationRead>, caller: Caller): Promise<ConversationView> {
    await this.reading.upTo(question.conversationId, caller.sellerId!, question.upToMessageId);
    return this.queries.one(question.conversationId, caller.sellerId!);
  }

  @OnRequest(CloseConversation)
  async close({ conversationId }: QuestionOf<CloseConversation>, caller: Caller): Promise<ConversationView> {
    await this.conversations.close(conversationId, caller.sellerId!);
    return this.queries.one(conversationId, caller.sellerId!);
  }

  @OnRequest(LabelConversation)
  async label(question: QuestionOf<LabelConversation>, caller: Caller): Promise<ConversationView> {
    await this.labelling.set(question.conversationId, caller.sellerId!, question.labels, question.ifVersion);
    return this.queries.one(question.conversationId, caller.sellerId!);
  }

  @OnRequest(ListLabels)
  async labels(_question: QuestionOf<ListLabels>, caller: Caller): Promise<Labels> {
    return { items: await this.queries.labels(caller.sellerId!) };
  }
}
