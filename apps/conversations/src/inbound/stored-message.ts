import { fact, MessageReceivedV1 } from '#contracts';
import { newId } from '#database';
import { isFresh } from '../conversation/answer-window.js';
import type { OpenConversation } from '../conversation/conversation-book.js';
import type { MessageRow } from './insert-messages.js';
import type { InboundItem } from './whatsapp-item.js';
import type { SaidOfMessages } from './wishes.js';

/** A customer's message, in the conversation it belongs to. */
export interface StoredMessage extends MessageRow {
  /** What it says about being written to. */
  wish?: SaidOfMessages;
}

/** The item as it is stored. @param assistantIsOn whether its seller lets the assistant answer */
export function messageOf(
  item: InboundItem,
  conversation: OpenConversation,
  assistantIsOn: boolean,
  wish?: SaidOfMessages,
): StoredMessage {
  const says = wish === 'stop' || wish === 'start';
  return {
    wish,
    id: newId(),
    conversation,
    item,
    direction: 'entrant',
    status: 'recu',
    mustAnswer: item.asks && !says && isFresh(item.sentAt) && assistantIsOn && conversation.status === 'ouverte',
  };
}

/** Whether it waits for a person: it asks something of one who has the conversation. */
export const isForPerson = ({ conversation, item, wish }: StoredMessage): boolean =>
  conversation.status === 'humain' && item.asks && !wish && isFresh(item.sentAt);

/** That it came. */
export const receivedFact = ({ id, conversation, item }: StoredMessage) =>
  fact(
    MessageReceivedV1,
    {
      messageId: id,
      conversationId: conversation.id,
      prospectId: conversation.prospectId,
      type: item.type,
      sentAt: item.sentAt.toISOString(),
    },
    { sellerId: item.sellerId, key: id, version: 1, actor: `prospect:${conversation.prospectId}` },
  );
