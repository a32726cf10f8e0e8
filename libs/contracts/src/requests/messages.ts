import { Asks, request } from '../message.js';
import { flag, id, instant, listOf, nested, oneOf, ratio, text, textList } from '../schema.js';
import { MediaView } from './media.js';
import { AsksPage, pageOf } from './paging.js';
import { TemplateUse } from './templates.js';

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

/** A choice of a list. */
export class ListChoice {
  @text('What is tapped', { max: 24 }) title!: string;
  @text('What stands under it', { max: 72, optional: true }) description?: string;
}

/** Choices of a list that belong together. */
export class ListPart {
  @text('Heading; needed as soon as there are several parts', { max: 24, optional: true }) title?: string;
  @listOf('Choices', () => ListChoice, { min: 1, max: 10 }) choices!: ListChoice[];
}

/** Up to 10 choices behind one button. */
export class ChoiceList {
  @text('Button that opens it', { max: 20 }) button!: string;
  @listOf('Its parts; 10 choices at most over all of them', () => ListPart, { min: 1, max: 10 }) parts!: ListPart[];
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
  @nested('Choices that open under the text, where there are more than 3', () => ChoiceList, { optional: true })
  list?: ChoiceList;
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
