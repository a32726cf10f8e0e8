import { Asks, request } from '../message.js';
import { count, flag, id, idList, instant, listOf, oneOf, phone, text } from '../schema.js';
import { AsksPage, pageOf } from './paging.js';

/** A person who wrote to the seller. */
export class ProspectView {
  @id('The prospect') id!: string;
  @text('Name', { max: 200, optional: true }) fullName?: string;
  @phone('Telephone', { optional: true }) phone?: string;
  @text('Where he came from', { max: 60 }) source!: string;
  @instant('First message') createdAt!: string;
}
export class ProspectPage extends pageOf(() => ProspectView, 'Prospects, newest first') {}

@request('prospects', { to: 'conversations', says: 'The people who wrote to the seller, newest first.', answers: ProspectPage })
export class ListProspects extends AsksPage<ProspectView> {
  @text('Part of a name or number', { max: 100, optional: true }) search?: string;
}

export const CONVERSATION_STATUSES = ['open', 'human', 'closed'] as const;

/** A conversation as an inbox shows it. */
export class ConversationView {
  @id('The conversation') id!: string;
  @id('The prospect') prospectId!: string;
  @text('Name of the prospect', { max: 200, optional: true }) customerName?: string;
  @phone('Telephone of the prospect', { optional: true }) customerPhone?: string;
  @oneOf('`open`: the assistant answers; `human`: a person does', CONVERSATION_STATUSES)
  status!: (typeof CONVERSATION_STATUSES)[number];
  @text('Why a human is needed, in French', { max: 300, optional: true }) handoverReason?: string;
  @text('Last message', { max: 4096, optional: true }) lastMessage?: string;
  @instant('When it was written', { optional: true }) lastMessageAt?: string;
  @instant('Began') createdAt!: string;
}
export class ConversationPage extends pageOf(() => ConversationView, 'Conversations, newest first') {}

@request('conversations', { to: 'conversations', says: 'Conversations, newest first.', answers: ConversationPage })
export class ListConversations extends AsksPage<ConversationView> {
  @oneOf('Only in this state', CONVERSATION_STATUSES, { optional: true }) status?: (typeof CONVERSATION_STATUSES)[number];
  @id('Only of this prospect', { optional: true }) prospectId?: string;
}

export const MESSAGE_STATES = ['received', 'pending', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown'] as const;

/** A message in either direction. */
export class MessageView {
  @id('The message') id!: string;
  @id('The conversation') conversationId!: string;
  @oneOf('Direction', ['inbound', 'outbound']) direction!: 'inbound' | 'outbound';
  @flag('Written by the assistant') byAssistant!: boolean;
  @text('WhatsApp message type', { max: 40 }) type!: string;
  @text('Text as people read it', { min: 0, max: 65_536 }) text!: string;
  @oneOf('How far it got', MESSAGE_STATES) state!: (typeof MESSAGE_STATES)[number];
  @text('What went wrong, in French', { max: 500, optional: true }) problem?: string;
  @instant('When') createdAt!: string;
}
export class MessagePage extends pageOf(() => MessageView, 'Messages, newest first') {}

@request('messages', { to: 'conversations', says: 'Messages of one conversation, newest first.', answers: MessagePage })
export class ListMessages extends AsksPage<MessageView> {
  @id('The conversation') conversationId!: string;
}

@request('reply', {
  to: 'conversations',
  says: 'The seller writes to the customer himself; the assistant falls silent.',
  answers: MessageView,
})
export class ReplyToCustomer extends Asks<MessageView> {
  @id('The conversation') conversationId!: string;
  @text('What to write', { max: 4096 }) text!: string;
}

@request('take-over', {
  to: 'conversations',
  says: 'A human takes the conversation; the assistant falls silent.',
  answers: ConversationView,
})
export class TakeOverConversation extends Asks<ConversationView> {
  @id('The conversation') conversationId!: string;
}

@request('give-back', { to: 'conversations', says: 'The assistant answers again.', answers: ConversationView })
export class GiveBackConversation extends Asks<ConversationView> {
  @id('The conversation') conversationId!: string;
}

/** One line of a conversation's history, as the second report shows it. */
export class HistoryLine {
  @text('Client', { max: 200, optional: true }) customerName?: string;
  @text('Message', { min: 0, max: 65_536 }) text!: string;
  @oneOf('Direction', ['entrant', 'sortant']) direction!: 'entrant' | 'sortant';
  @flag('Written by the assistant') byAssistant!: boolean;
  @instant('When') createdAt!: string;
}
export class HistoryPage extends pageOf(() => HistoryLine, 'Messages, oldest first') {}

@request('history', {
  to: 'conversations',
  says: 'Everything said with one prospect, oldest first (report 2).',
  answers: HistoryPage,
})
export class GetHistory extends AsksPage<HistoryLine> {
  @id('The prospect') prospectId!: string;
}

export class ProspectNames {
  @listOf('Prospects found', () => ProspectView, { max: 500 }) items!: ProspectView[];
}

@request('prospects-by-id', {
  to: 'conversations',
  says: 'The prospects with these ids (for the order report).',
  answers: ProspectNames,
})
export class GetProspects extends Asks<ProspectNames> {
  @idList('Prospect ids') ids!: string[];
}

export class ProspectCount {
  @count('Prospects of the seller', { max: 1_000_000_000 }) prospects!: number;
}

@request('count-prospects', {
  to: 'conversations',
  says: 'How many people wrote to the seller (report 3).',
  answers: ProspectCount,
})
export class CountProspects extends Asks<ProspectCount> {}
