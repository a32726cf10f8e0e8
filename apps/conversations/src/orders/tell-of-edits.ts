import { Injectable } from '@nestjs/common';
import { ConversationRequestPassedOnV1, fact, type OrderEditedV1, type OrderEditRefusedV1, type Received } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';
import { calledBy } from '../assistant/offline/people.js';
import { OrderCopy } from '../copies/order.copy.js';
import { editedText, editRefusedText, isPassedOn } from './edit-news.js';
import { type News, newsOf } from './news.js';
import { TellNews } from './tell-news.js';

/** What became of a change that she asked for in a placed order. Locks as {@link TellNews} and OrderCopy do: conversations first, orders last. */
@Injectable()
export class TellOfEdits {
  constructor(
    private readonly db: Database,
    private readonly news: TellNews,
    private readonly orders: OrderCopy,
    private readonly outbox: Outbox,
  ) {}

  /** What she asked to have changed is done; what the shop changed by itself she is told by its notice. */
  async edited(batch: Received<OrderEditedV1>[]): Promise<void> {
    const news = batch
      .filter(({ event }) => event.byCustomer)
      .flatMap((received) =>
        newsOf(received, (order) => ({ text: editedText(order), once: `modifiee:${received.meta.id}`, orderId: order.orderId })),
      );
    await this.orders.share(batch);
    await this.news.hold(news);
    await this.news.tell(news);
    await this.changeIsAnswered(news);
    await this.orders.keepEdited(batch.map(({ event, meta }) => ({ order: event, meta })));
  }

  /** What only the shop can still do is passed on to it. */
  async editRefused(batch: Received<OrderEditRefusedV1>[]): Promise<void> {
    const news = batch.flatMap((received) =>
      newsOf(received, (refusal) => ({
        ...{ text: editRefusedText(refusal), once: `modification-refusee:${received.meta.id}`, orderId: refusal.orderId },
        received,
      })),
    );
    await this.news.hold(news);
    const told = await this.news.tell(news);
    await this.changeIsAnswered(news);
    for (const { received } of told.filter(({ received: { event } }) => isPassedOn(event))) await this.passOn(received);
  }

  /** The articles and the sum of her order are known again: it may be changed once more. In conversations that are held. */
  private async changeIsAnswered(news: News[]): Promise<void> {
    if (news.length === 0) return;
    await this.db.run(
      `update conversations c set brouillon = c.brouillon - 'changing' - 'moving' from unnest($1::uuid[], $2::uuid[]) n(id, vendeur)
        where c.id_conversation = n.id and c.id_utilisateur = n.vendeur and c.brouillon ?| array['changing', 'moving']`,
      [news.map(({ conversationId }) => conversationId), news.map(({ sellerId }) => sellerId)],
    );
  }

  private async passOn({ event, meta }: Received<OrderEditRefusedV1>): Promise<void> {
    const { conversationId, prospectId, orderId, orderNumber, reason: wish } = event;
    const [person] = await this.db.rows<{ name: string | null }>(
      'select nom_complet as name from prospects where id_prospect = $1 and id_utilisateur = $2',
      [prospectId, meta.sellerId],
    );
    const request = { conversationId: conversationId!, prospectId, orderId, orderNumber, wish };
    const customerName = calledBy(person?.name);
    const named = customerName ? { customerName } : {};
    await this.outbox.addCaused([
      {
        fact: fact(
          ConversationRequestPassedOnV1,
          { ...request, ...named },
          { sellerId: meta.sellerId!, key: conversationId!, version: meta.version, actor: 'assistant' },
        ),
        cause: meta,
      },
    ]);
  }
}
