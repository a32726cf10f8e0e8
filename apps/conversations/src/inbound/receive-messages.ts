import { Injectable } from '@nestjs/common';
import { fact, fold, MessageReceivedV1 } from '#contracts';
import { Database, newId } from '#database';
import { Outbox } from '#bus';
import { Articles } from '../cart/articles.js';
import { ReadCarts } from '../cart/read-carts.js';
import { ConversationBook, type OpenConversation, pairKey } from '../conversation/conversation-book.js';
import { HandOver } from '../conversation/hand-over.js';
import { ConversationsEnv } from '../conversations.env.js';
import { Identities } from '../identity/identities.js';
import type { LearnedName } from '../identity/name-book.js';
import { NewNames } from '../identity/new-names.js';
import { ExpectMedia } from '../media/expect-media.js';
import { AssistantSettings, ASSISTANT_IS_OFF } from '../settings/assistant-settings.js';
import { AnswerMeanwhile } from '../turns/answer-meanwhile.js';
import { Bell } from '../turns/bell.js';
import { chainOf } from '../turns/chain.js';
import { Holding } from '../turns/holding.js';
import { TakeBack } from '../turns/take-back.js';
import { NumberBook } from './accounts.js';
import { AdTouch } from './ad-touch.js';
import { insertMessages, type MessageRow } from './insert-messages.js';
import type { InboundItem } from './whatsapp-item.js';
import { type SaidOfMessages, Wishes } from './wishes.js';

/** WhatsApp lets a business answer freely for 24 hours after the customer's last message. */
export const WINDOW_MS = 24 * 3_600_000;
/** A customer who never pauses is answered after this many settling pauses all the same. */
const LONGEST_SETTLING = 6;

interface Stored extends MessageRow {
  item: InboundItem;
  /** What it says about being written to. */
  wish?: SaidOfMessages;
}

/** Stores customers' messages, a batch at a time: their prospects, their conversations, the messages, and the turns that answer them. */
@Injectable()
export class ReceiveMessages {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly identities: Identities,
    private readonly newNames: NewNames,
    private readonly conversations: ConversationBook,
    private readonly numbers: NumberBook,
    private readonly settings: AssistantSettings,
    private readonly handOver: HandOver,
    private readonly holding: Holding,
    private readonly takeBack: TakeBack,
    private readonly meanwhile: AnswerMeanwhile,
    private readonly bell: Bell,
    private readonly wishes: Wishes,
    private readonly ads: AdTouch,
    private readonly articles: Articles,
    private readonly carts: ReadCarts,
    private readonly media: ExpectMedia,
    private readonly env: ConversationsEnv,
  ) {}

  /** A message that came before (same number, same wamid) leaves no second trace. @returns the names that people are known by now and were not before */
  async receive(batch: InboundItem[]): Promise<LearnedName[]> {
    const items = [...new Map(batch.map((item) => [`${item.phoneNumberId}|${item.wamid}`, item])).values()].sort(byTime);
    if (items.length === 0) return [];
    const accountOf = await this.numbers.accountIds(items);
    const { ids: prospects, learned } = await this.identities.meet(items);
    const pairs = items.map((item, i) => ({
      sellerId: item.sellerId,
      prospectId: prospects[i]!,
      accountId: accountOf(item.sellerId, item.phoneNumberId),
      cause: item.cause,
    }));
    const open = await this.conversations.open(pairs);
    await this.nameArticles(items);
    await this.carts.name(items);
    const silent = await this.settings.silentSellers(items.map((item) => item.sellerId));
    const wishes = await this.wishes.read(
      items,
      pairs.map((pair) => pair.prospectId),
    );
    const rows = items.map((item, i) => this.row(item, open.get(pairKey(pairs[i]!))!, !silent.has(item.sellerId), wishes[i]));
    const stored = await insertMessages(this.db, rows);
    await this.media.of(stored);
    for (const { item, conversation } of stored) if (item.renamed) await this.newNames.rename(conversation.prospectId, item);
    await this.ads.note(stored);
    await this.refresh(stored);
    await this.outbox.addCaused(
      stored.filter(({ item }) => item.asks).map((row) => ({ fact: receivedFact(row), cause: row.item.cause })),
    );
    await this.handOver.all(
      stored.flatMap(({ item, conversation }) =>
        item.asks && conversation.status === 'ouverte' && silent.has(item.sellerId)
          ? [{ id: conversation.id, cause: item.cause }]
          : [],
      ),
      ASSISTANT_IS_OFF,
    );
    for (const row of stored) if (!row.mustAnswer) await this.carts.keepDraft(row.item, row.conversation.id);
    for (const row of stored) if (row.wish) await this.wishes.carryOut(row, row.wish, isFresh(row.item));
    const toPeople = stored.filter(
      ({ conversation, item, wish }) => conversation.status === 'humain' && item.asks && !wish && isFresh(item),
    );
    const written = toPeople
      .filter(({ item }) => !silent.has(item.sellerId))
      .map(({ id: messageId, conversation, item: { sellerId, words, buttonId, cause } }) => ({
        ...{ messageId, conversationId: conversation.id, sellerId, words, buttonId, cause },
      }));
    const takenBack = await this.takeBack.afterMessages(written);
    const answered = await this.meanwhile.afterMessages(written.filter(({ conversationId }) => !takenBack.has(conversationId)));
    const settled = new Set([...takenBack, ...answered]);
    await this.holding.afterMessages(toPeople.map(({ conversation }) => conversation.id).filter((id) => !settled.has(id)));
    if (stored.some((row) => row.mustAnswer)) this.bell.turnSettles();
    return learned;
  }

  /** Who writes from an article of the catalogue (« celui-ci en L ? ») means that one: the assistant reads its name with her words. */
  private async nameArticles(items: InboundItem[]): Promise<void> {
    for (const item of items) {
      const reference = fold(item.aboutReference ?? '');
      if (reference === '') continue;
      const article = (await this.articles.byReference(item.sellerId, [reference])).get(reference);
      if (article) item.words = `${item.words}\n${article.productName}`.trim();
    }
  }

  private row(item: InboundItem, conversation: OpenConversation, assistantIsOn: boolean, wish?: SaidOfMessages): Stored {
    const says = wish === 'stop' || wish === 'start';
    return {
      wish,
      id: newId(),
      conversation,
      item,
      direction: 'entrant',
      status: 'recu',
      // An answer to something a day old would be refused by WhatsApp, and absurd.
      mustAnswer: item.asks && !says && isFresh(item) && assistantIsOn && conversation.status === 'ouverte',
    };
  }

  /** Brings each conversation's last message, window, reply address, unread counter and turn up to date. */
  private async refresh(stored: Stored[]): Promise<void> {
    const last = new Map<string, Stored>();
    const asking = new Set<string>();
    const unread = new Map<string, number>();
    for (const row of stored) {
      if (row.item.asks) unread.set(row.conversation.id, (unread.get(row.conversation.id) ?? 0) + 1);
      last.set(row.conversation.id, row);
      if (row.mustAnswer) asking.add(row.conversation.id);
    }
    const rows = [...last.values()].sort((a, b) => (a.conversation.id < b.conversation.id ? -1 : 1));
    if (rows.length === 0) return;
    await this.db.run(
      // Who writes can be written to again.
      `with joignables as (
         update prospects set envoi_refuse = null where id_prospect = any($11::uuid[]) and envoi_refuse is not null)
       update conversations c set
         dernier_entrant = greatest(c.dernier_entrant, n.ecrit),
         dernier_message = n.texte, date_dernier_message = greatest(c.date_dernier_message, n.ecrit),
         adresse_whatsapp = coalesce(n.wa_id, c.adresse_whatsapp), adresse_bsuid = coalesce(n.bsuid, c.adresse_bsuid),
         premier_sans_reponse = case when n.demande then coalesce(c.premier_sans_reponse, now()) else c.premier_sans_reponse end,
         tour_prevu = case when n.demande
           then least(clock_timestamp() + $7::int * interval '1 ms', coalesce(c.premier_sans_reponse, now()) + $8::int * interval '1 ms')
           else c.tour_prevu end,
         non_lus = c.non_lus + n.a_lire, chaine = n.chaine, version = c.version + 1
       from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::boolean[], $9::jsonb[], $10::int[])
            n(id, ecrit, texte, wa_id, bsuid, demande, chaine, a_lire)
       where c.id_conversation = n.id`,
      [
        rows.map((r) => r.conversation.id),
        // A reaction does not open WhatsApp's 24 hours.
        rows.map((r) => (r.item.asks ? r.item.sentAt : null)),
        rows.map((r) => r.item.readable.slice(0, 4096)),
        rows.map((r) => r.item.renamed?.waId ?? r.item.names.waId ?? null),
        rows.map((r) => r.item.renamed?.bsuid ?? r.item.names.bsuid ?? null),
        rows.map((r) => asking.has(r.conversation.id)),
        this.env.turnDebounceMs,
        this.env.turnDebounceMs * LONGEST_SETTLING,
        rows.map((r) => JSON.stringify(chainOf(r.item.cause))),
        rows.map((r) => unread.get(r.conversation.id) ?? 0),
        rows.map((r) => r.conversation.prospectId),
      ],
    );
  }
}

const isFresh = (item: InboundItem) => Date.now() - item.sentAt.getTime() < WINDOW_MS;

/** WhatsApp's clock first, then its id: the order everybody sees the messages in. */
const byTime = (a: InboundItem, b: InboundItem) =>
  a.sentAt.getTime() - b.sentAt.getTime() || (a.wamid < b.wamid ? -1 : a.wamid > b.wamid ? 1 : 0);

const receivedFact = ({ id, conversation, item }: Stored) =>
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
