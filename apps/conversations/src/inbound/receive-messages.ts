import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Outbox } from '#bus';
import { AskedArticles } from '../cart/asked-articles.js';
import { ReadCarts } from '../cart/read-carts.js';
import { isFresh } from '../conversation/answer-window.js';
import { ConversationBook, pairKey } from '../conversation/conversation-book.js';
import { HandOver } from '../conversation/hand-over.js';
import { Identities } from '../identity/identities.js';
import type { LearnedName } from '../identity/name-book.js';
import { NewNames } from '../identity/new-names.js';
import { ExpectMedia } from '../media/expect-media.js';
import { AssistantSettings, ASSISTANT_IS_OFF } from '../settings/assistant-settings.js';
import { Bell } from '../turns/bell.js';
import type { Written } from '../turns/take-back.js';
import { WhileHeld } from '../turns/while-held.js';
import { NumberBook } from './accounts.js';
import { AdTouch } from './ad-touch.js';
import { insertMessages } from './insert-messages.js';
import { isForPerson, messageOf, receivedFact, type StoredMessage } from './stored-message.js';
import { UpdateConversations } from './update-conversations.js';
import type { InboundItem } from './whatsapp-item.js';
import { Wishes } from './wishes.js';

/** Stores customers' messages, a batch at a time: their prospects, their conversations, the messages, and what has to follow from each. */
@Injectable()
export class ReceiveMessages {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly identities: Identities,
    private readonly newNames: NewNames,
    private readonly conversations: ConversationBook,
    private readonly updates: UpdateConversations,
    private readonly numbers: NumberBook,
    private readonly settings: AssistantSettings,
    private readonly handOver: HandOver,
    private readonly whileHeld: WhileHeld,
    private readonly bell: Bell,
    private readonly wishes: Wishes,
    private readonly ads: AdTouch,
    private readonly articles: AskedArticles,
    private readonly carts: ReadCarts,
    private readonly media: ExpectMedia,
  ) {}

  /** A message that came before (same number, same wamid) leaves no second trace. @returns the names that people are known by now and were not before */
  async receive(batch: InboundItem[]): Promise<LearnedName[]> {
    const items = [...new Map(batch.map((item) => [`${item.phoneNumberId}|${item.wamid}`, item])).values()].sort(byTime);
    if (items.length === 0) return [];
    const { messages, learned, silent } = await this.read(items);
    const stored = await insertMessages(this.db, messages);
    await this.media.of(stored);
    for (const { item, conversation } of stored) if (item.renamed) await this.newNames.rename(conversation.prospectId, item);
    await this.ads.note(stored);
    await this.updates.after(stored);
    await this.outbox.addCaused(
      stored.filter(({ item }) => item.asks).map((row) => ({ fact: receivedFact(row), cause: row.item.cause })),
    );
    await this.follow(stored, silent);
    return learned;
  }

  /** Whose each item is, in which conversation, and what it says: as it is to be stored. */
  private async read(items: InboundItem[]): Promise<{ messages: StoredMessage[]; learned: LearnedName[]; silent: Set<string> }> {
    const [accountOf, silent, { ids: prospects, learned }] = await Promise.all([
      this.numbers.accountIds(items),
      this.settings.silentSellers(items.map((item) => item.sellerId)),
      this.identities.meet(items),
    ]);
    const pairs = items.map((item, i) => ({
      sellerId: item.sellerId,
      prospectId: prospects[i]!,
      accountId: accountOf(item.sellerId, item.phoneNumberId),
      cause: item.cause,
    }));
    const open = await this.conversations.open(pairs);
    await this.articles.name(items);
    await this.carts.name(items);
    const wishes = await this.wishes.read(items, prospects);
    const messages = items.map((item, i) =>
      messageOf(item, open.get(pairKey(pairs[i]!))!, !silent.has(item.sellerId), wishes[i]),
    );
    return { messages, learned, silent };
  }

  /** Who answers them, and what is done at once where that is not the assistant. @param silent sellers whose assistant is switched off */
  private async follow(stored: StoredMessage[], silent: Set<string>): Promise<void> {
    await this.handOver.all(
      stored.flatMap(({ item, conversation }) =>
        item.asks && conversation.status === 'ouverte' && silent.has(item.sellerId)
          ? [{ id: conversation.id, cause: item.cause }]
          : [],
      ),
      ASSISTANT_IS_OFF,
    );
    for (const row of stored) if (!row.mustAnswer) await this.carts.keepDraft(row.item, row.conversation.id);
    for (const row of stored) if (row.wish) await this.wishes.carryOut(row, row.wish, isFresh(row.item.sentAt));
    await this.whileHeld.afterMessages(stored.filter(isForPerson).map(written), silent);
    if (stored.some((row) => row.mustAnswer)) this.bell.turnSettles();
  }
}

/** WhatsApp's clock first, then its id: the order everybody sees the messages in. */
const byTime = (a: InboundItem, b: InboundItem) =>
  a.sentAt.getTime() - b.sentAt.getTime() || (a.wamid < b.wamid ? -1 : a.wamid > b.wamid ? 1 : 0);

const written = ({ id: messageId, conversation, item: { sellerId, words, buttonId, cause } }: StoredMessage): Written => ({
  ...{ messageId, conversationId: conversation.id, sellerId, words, buttonId, cause },
});
