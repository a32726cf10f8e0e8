import { Asks, request } from '../message.js';
import { count, flag, id, instant, listOf, oneOf, phone, text, textList, version } from '../schema.js';
import { AsksPage, Edits, pageOf } from './paging.js';

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
  @count('Messages of the customer that nobody of the shop has read') unread!: number;
  @textList('Labels', { max: 20 }) labels!: string[];
  @instant('Began') createdAt!: string;
  @version() version!: number;
}
export class ConversationPage extends pageOf(() => ConversationView, 'Conversations, last activity first') {}

@request('conversations', {
  to: 'conversations',
  says: 'Conversations, last activity first.',
  answers: ConversationPage,
})
export class ListConversations extends AsksPage<ConversationView> {
  @oneOf('Only in this state', CONVERSATION_STATUSES, { optional: true }) status?: (typeof CONVERSATION_STATUSES)[number];
  @id('Only of this prospect', { optional: true }) prospectId?: string;
  @flag('Only with messages that nobody of the shop has read (true), or without (false)', { optional: true }) unread?: boolean;
  @text('Only with this label', { max: 40, optional: true }) label?: string;
  @text('Beginnings of words of the name, or part of the number', { max: 100, optional: true }) search?: string;
}

@request('conversation', { to: 'conversations', says: 'One conversation.', answers: ConversationView })
export class GetConversation extends Asks<ConversationView> {
  @id('The conversation') conversationId!: string;
}

@request('mark-conversation-read', { to: 'conversations', says: 'Its messages have been read.', answers: ConversationView })
export class MarkConversationRead extends Asks<ConversationView> {
  @id('The conversation') conversationId!: string;
  @id('The last message that was seen; what came after it stays unread', { optional: true }) upToMessageId?: string;
}

@request('close-conversation', {
  to: 'conversations',
  says: 'Puts a conversation away; the next message of the customer begins another.',
  answers: ConversationView,
})
export class CloseConversation extends Asks<ConversationView> {
  @id('The conversation') conversationId!: string;
}

@request('label-conversation', {
  to: 'conversations',
  says: 'Sets the labels of a conversation: these and no others.',
  answers: ConversationView,
})
export class LabelConversation extends Edits<ConversationView> {
  @id('The conversation') conversationId!: string;
  @textList('Labels, each up to 40 characters', { max: 20 }) labels!: string[];
}

/** A label in use. */
export class LabelView {
  @text('The label', { max: 40 }) label!: string;
  @count('Conversations that carry it') conversations!: number;
}

export class Labels {
  @listOf('Labels in use, most used first', () => LabelView, { max: 200 }) items!: LabelView[];
}

@request('labels', { to: 'conversations', says: 'The labels in use.', answers: Labels })
export class ListLabels extends Asks<Labels> {}

/** What waits in the inbox. */
export class InboxCounts {
  @count('Conversations that the assistant answers', { max: 1_000_000_000 }) open!: number;
  @count('Conversations that wait for a person', { max: 1_000_000_000 }) human!: number;
  @count('Conversations with messages that nobody has read', { max: 1_000_000_000 }) unread!: number;
}

@request('inbox-counts', { to: 'conversations', says: 'How many conversations wait for what.', answers: InboxCounts })
export class CountInbox extends Asks<InboxCounts> {}

/** Whether a business number works, as those who send and receive with it see it. */
export class WhatsAppHealth {
  @oneOf('`working`, or `suspended`: WhatsApp refuses us, the number must be linked again', ['working', 'suspended']) state!:
    'working' | 'suspended';
  @text('What is wrong, in French', { max: 500, optional: true }) problem?: string;
  @instant('Until when WhatsApp lets it only answer: templates and advertising wait; absent when it is not restricted', {
    optional: true,
  })
  restrictedUntil?: string;
  @instant('Last message of a customer', { optional: true }) lastReceivedAt?: string;
  @instant('Last message that WhatsApp took', { optional: true }) lastSentAt?: string;
  @count('Messages that wait to be sent') waiting!: number;
  @count('Messages that failed in the last 24 hours') failed24h!: number;
}

@request('whatsapp-health', {
  to: 'conversations',
  says: 'Whether a business number sends and receives.',
  answers: WhatsAppHealth,
})
export class GetWhatsAppHealth extends Asks<WhatsAppHealth> {
  @id('The account') accountId!: string;
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
