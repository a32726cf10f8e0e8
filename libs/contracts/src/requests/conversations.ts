import { Asks, request } from '../message.js';
import { count, flag, id, idList, instant, listOf, nested, oneOf, phone, ratio, text, textList, version } from '../schema.js';
import { MediaView } from './media.js';
import { AsksPage, Edits, pageOf } from './paging.js';
import { TemplateUse } from './templates.js';

/** A person who wrote to the seller. */
export class ProspectView {
  @id('The prospect') id!: string;
  @text('Name', { max: 200, optional: true }) fullName?: string;
  @phone('Telephone', { optional: true }) phone?: string;
  @textList('Further numbers that are his, E.164: of prospects who were merged into him', { optional: true })
  otherPhones?: string[];
  @text('Where he came from: `pub_facebook`, `direct`, `manuel` …', { max: 60 }) source!: string;
  @text('The ad he tapped', { max: 200, optional: true }) adId?: string;
  @text('Headline of the ad', { max: 300, optional: true }) adHeadline?: string;
  @text('The ad he tapped last', { max: 200, optional: true }) lastAdId?: string;
  @text('Headline of the ad he tapped last', { max: 300, optional: true }) lastAdHeadline?: string;
  @instant('Since when WhatsApp keeps advertising from him, because he asked it to', { optional: true })
  promotionsStoppedAt?: string;
  @instant('Since when he wants no more messages', { optional: true }) optedOutAt?: string;
  @instant('Last message in either direction', { optional: true }) lastMessageAt?: string;
  @instant('First message') createdAt!: string;
  @version() version!: number;
}
export class ProspectPage extends pageOf(() => ProspectView, 'Prospects, newest first') {}

@request('prospects', { to: 'conversations', says: 'The people who wrote to the seller, newest first.', answers: ProspectPage })
export class ListProspects extends AsksPage<ProspectView> {
  @text('Beginnings of words of the name, or part of the number', { max: 100, optional: true }) search?: string;
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

/** A note of the shop on a conversation; the customer never sees it. */
export class NoteView {
  @id('The note') id!: string;
  @text('What it says', { max: 2_000 }) text!: string;
  @text('Who wrote it', { max: 100 }) author!: string;
  @instant('When') createdAt!: string;
}
export class NotePage extends pageOf(() => NoteView, 'Notes, newest first') {}

@request('notes', { to: 'conversations', says: 'Notes on a conversation, newest first.', answers: NotePage })
export class ListNotes extends AsksPage<NoteView> {
  @id('The conversation') conversationId!: string;
}

@request('add-note', { to: 'conversations', says: 'Writes a note on a conversation.', answers: NoteView })
export class AddNote extends Asks<NoteView> {
  @id('The conversation') conversationId!: string;
  @text('What it says', { max: 2_000 }) text!: string;
}

@request('remove-note', { to: 'conversations', says: 'Removes a note.' })
export class RemoveNote extends Asks<Record<string, never>> {
  @id('The conversation') conversationId!: string;
  @id('The note') noteId!: string;
}

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

export const MESSAGE_STATES = ['received', 'pending', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown'] as const;

/** A reaction that stands on a message. */
export class ReactionView {
  @text('The emoji', { max: 64 }) emoji!: string;
  @oneOf('Whose', ['customer', 'shop']) by!: 'customer' | 'shop';
  @instant('When') at!: string;
}

/** A place that was sent. */
export class LocationView {
  @ratio('Latitude, degrees', { min: -90, max: 90 }) latitude!: number;
  @ratio('Longitude, degrees', { min: -180, max: 180 }) longitude!: number;
  @text('Name of the place', { max: 1_000, optional: true }) name?: string;
  @text('Address of the place', { max: 1_000, optional: true }) address?: string;
}

/** A message in either direction. */
export class MessageView {
  @id('The message') id!: string;
  @id('The conversation') conversationId!: string;
  @oneOf('Direction', ['inbound', 'outbound']) direction!: 'inbound' | 'outbound';
  @flag('Written by the assistant') byAssistant!: boolean;
  @text('Who of the shop wrote it here: `seller:…`, `member:…`, `api-key:…`', { max: 100, optional: true }) author?: string;
  @text('WhatsApp message type', { max: 40 }) type!: string;
  @text('Text as people read it', { min: 0, max: 65_536 }) text!: string;
  @nested('The photo, voice note, video or document that came with it', () => MediaView, { optional: true }) media?: MediaView;
  @oneOf('How far it got', MESSAGE_STATES) state!: (typeof MESSAGE_STATES)[number];
  @text('What went wrong, in French', { max: 500, optional: true }) problem?: string;
  @id('The message it quotes, when it is one of this conversation', { optional: true }) replyTo?: string;
  @instant('When its author corrected it last; the text is the corrected one', { optional: true }) editedAt?: string;
  @instant('When its author took it back; its text is gone', { optional: true }) deletedAt?: string;
  @listOf('Reactions that stand, one of each side at most', () => ReactionView, { max: 2, optional: true })
  reactions?: ReactionView[];
  @nested('The place, of a message that is one', () => LocationView, { optional: true }) location?: LocationView;
  @instant('When') createdAt!: string;
}
export class MessagePage extends pageOf(() => MessageView, 'Messages, newest first') {}

@request('messages', { to: 'conversations', says: 'Messages of one conversation, newest first.', answers: MessagePage })
export class ListMessages extends AsksPage<MessageView> {
  @id('The conversation') conversationId!: string;
}

@request('reply', {
  to: 'conversations',
  says: 'The seller writes to the customer himself; the assistant falls silent. One kind of message at a time; WINDOW_CLOSED later than 24 hours after he wrote, unless it is a template.',
  answers: MessageView,
})
export class ReplyToCustomer extends Asks<MessageView> {
  @id('The conversation') conversationId!: string;
  @text('What to write, or what stands under a photo, a video or a document', { max: 4096, optional: true }) text?: string;
  @id('A file of the shop that is ready: photo, voice note, video or document', { optional: true }) mediaId?: string;
  @textList('Answers to tap under the text, at most 3 of 20 characters, each another', { min: 1, max: 3, optional: true })
  buttons?: string[];
  @id('The message that it quotes', { optional: true }) replyTo?: string;
  @nested('A template that WhatsApp approved: nothing else may be sent 24 hours after the customer wrote', () => TemplateUse, {
    optional: true,
  })
  template?: TemplateUse;
  @flag('Asks the customer for his position, with the text or with words of ours', { optional: true }) askLocation?: boolean;
}

@request('react', {
  to: 'conversations',
  says: 'Puts a reaction of the shop on a message of the customer, in place of one that is there; an empty one takes it back. Answers that message.',
  answers: MessageView,
})
export class ReactToMessage extends Asks<MessageView> {
  @id('The conversation') conversationId!: string;
  @id('The message') messageId!: string;
  @text('One emoji, or nothing', { min: 0, max: 16 }) emoji!: string;
}

@request('resend', {
  to: 'conversations',
  says: 'Sends a message that failed once more, as a new one; MESSAGE_NOT_FAILED otherwise.',
  answers: MessageView,
})
export class ResendMessage extends Asks<MessageView> {
  @id('The conversation') conversationId!: string;
  @id('The message that failed') messageId!: string;
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
