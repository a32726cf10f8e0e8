import { Injectable } from '@nestjs/common';
import {
  type OrderCancellationRefusedV1,
  type OrderCancelledV1,
  type DeliveryFacts,
  fact,
  ConversationRequestPassedOnV1,
  type OrderConfirmedV1,
  type OrderEditedV1,
  type OrderEditRefusedV1,
  type OrderFacts,
  type OrderPaymentsChangedV1,
  type OrderRefundsChangedV1,
  type OrderRejectedV1,
  type OrderStatus,
  type Received,
} from '#contracts';
import { chainOf, Outbox } from '#bus';
import { Database } from '#database';
import { calledBy } from '../assistant/offline/people.js';
import type { Draft } from '../assistant/assistant.js';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { OrderCopy } from '../copies/order.copy.js';
import { type Caused, Outbound, type Outgoing } from '../outbound/outgoing.js';
import { cancellationRefusedText, cancelledText, confirmedText, rejectedText } from './order-news.js';
import { paymentText, refundText } from './money-news.js';
import { editedText, editRefusedText, isPassedOn } from './edit-news.js';
import { visitText } from './visit-news.js';
import { afterRefusal } from './after-refusal.js';

interface Said {
  text: string;
  /** So that the same news is told once. */
  once: string;
  /** An agreement that became none has no order. */
  orderId?: string;
}

type News = Outgoing & Caused;

/**
 * What became of her order, told where she agreed to it. A batch is told in as many statements as one. Conversations are locked first and orders written last: several
 * readers write the same orders, and none holds them for longer than its commit.
 */
@Injectable()
export class TellCustomer {
  constructor(
    private readonly db: Database,
    private readonly orders: OrderCopy,
    private readonly conversations: ConversationRepository,
    private readonly outbound: Outbound,
    private readonly outbox: Outbox,
  ) {}

  /** Told even when a person answers by now: it is her receipt. Not told when the order was cancelled before this was heard. */
  async confirmed(batch: Received<OrderConfirmedV1>[]): Promise<void> {
    const news = batch.flatMap((received) =>
      newsOf(received, ({ orderId }) => ({ text: confirmedText(received.event), once: `confirmee:${orderId}`, orderId })),
    );
    const orders = ofStatus(batch, 'confirmed');
    await this.orders.share(batch);
    await this.conversations.holdAll(news);
    const cancelled = await this.orders.cancelledSince(orders);
    await this.tell(news.filter(({ orderId }) => !cancelled.has(orderId!)));
    await this.orders.keep(orders);
  }

  /** Of what the shop only wrote down for itself she never heard. */
  async cancelled(batch: Received<OrderCancelledV1>[]): Promise<void> {
    const news = batch
      .filter(({ event }) => !event.wasDraft)
      .flatMap((received) =>
        newsOf(received, ({ orderId }) => ({ text: cancelledText(received.event), once: `annulee:${orderId}`, orderId })),
      );
    await this.orders.share(batch);
    await this.conversations.holdAll(news);
    await this.tell(news);
    await this.orders.keep(ofStatus(batch, 'cancelled'));
  }

  /** Told of money that the shop itself recorded: what she gave the courier, and goods she gives back, she knows. */
  async paid(batch: Received<OrderPaymentsChangedV1>[]): Promise<void> {
    const news = batch
      .filter(({ event }) => event.method !== 'exchange' && !event.deliveryId)
      .flatMap((received) =>
        newsOf(received, (payment) => ({
          text: paymentText(payment),
          once: `paiement:${payment.paymentId}:${payment.voided ? 'annule' : 'recu'}`,
        })),
      );
    await this.orders.share(batch);
    await this.conversations.holdAll(news);
    await this.tell(news);
    await this.orders.keepPayments(batch.flatMap(paymentNews));
  }

  /** Told of money that the shop sent back, as she is of what it received. */
  async refunded(batch: Received<OrderRefundsChangedV1>[]): Promise<void> {
    const news = batch.flatMap((received) =>
      newsOf(received, (refund) => ({
        text: refundText(refund),
        once: `remboursement:${refund.refundId}:${refund.voided ? 'annule' : 'envoye'}`,
      })),
    );
    await this.conversations.holdAll(news);
    await this.tell(news);
  }

  async cancellationRefused(batch: Received<OrderCancellationRefusedV1>[]): Promise<void> {
    const news = batch.flatMap((received) =>
      newsOf(received, (refusal) => ({
        text: cancellationRefusedText(refusal),
        once: `annulation-refusee:${refusal.orderId}:${refusal.status}`,
        orderId: refusal.orderId,
      })),
    );
    await this.conversations.holdAll(news);
    await this.tell(news);
  }

  /** What she asked to have changed is done; what the shop changed by itself she is told by its notice. */
  async edited(batch: Received<OrderEditedV1>[]): Promise<void> {
    const news = batch
      .filter(({ event }) => event.byCustomer)
      .flatMap((received) =>
        newsOf(received, (order) => ({ text: editedText(order), once: `modifiee:${received.meta.id}`, orderId: order.orderId })),
      );
    await this.orders.share(batch);
    await this.conversations.holdAll(news);
    await this.tell(news);
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
    await this.conversations.holdAll(news);
    const told = await this.tell(news);
    await this.changeIsAnswered(news);
    for (const { received } of told.filter(({ received: { event } }) => isPassedOn(event))) await this.passOn(received);
  }

  /** The articles of her order are known again: it may be changed once more. In conversations that are held. */
  private async changeIsAnswered(news: News[]): Promise<void> {
    if (news.length === 0) return;
    await this.db.run(
      `update conversations c set brouillon = c.brouillon - 'changing' from unnest($1::uuid[], $2::uuid[]) n(id, vendeur)
        where c.id_conversation = n.id and c.id_utilisateur = n.vendeur and c.brouillon ? 'changing'`,
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

  /**
   * Where the courier is to call another number than the one she writes from, notices of his visit go there: she, who ordered, reads here when he comes and that he has
   * set out, whatever becomes of that number.
   */
  async visits<T extends DeliveryFacts>(batch: Received<T>[], says: 'planned' | 'picked-up'): Promise<void> {
    const from = batch.filter(({ event }) => event.conversationId);
    if (from.length === 0) return;
    const apart = await this.db.rows<{ id: string; fuseau: string | null }>(
      `select n.id, v.fuseau_horaire as fuseau from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) n(id, conversation, vendeur, numero)
         join conversations c on c.id_conversation = n.conversation and c.id_utilisateur = n.vendeur join prospects p using (id_prospect)
         left join vendeurs_copie v on v.id_utilisateur = n.vendeur
        where p.numero_telephone <> n.numero`,
      [
        from.map(({ meta }) => meta.id),
        from.map(({ event }) => event.conversationId),
        from.map(({ meta }) => meta.sellerId),
        from.map(({ event }) => event.deliveryPhone),
      ],
    );
    const zones = new Map(apart.map(({ id, fuseau }) => [id, fuseau ?? 'Africa/Abidjan']));
    const news = from
      .filter(({ meta }) => zones.has(meta.id))
      .flatMap((received) =>
        newsOf<DeliveryFacts>(received, (delivery) => ({
          ...{ text: visitText(delivery, says, zones.get(received.meta.id)!), orderId: delivery.orderId },
          once: `livraison:${delivery.deliveryId}:${received.meta.version}:${says}`,
        })),
      );
    await this.conversations.holdAll(news);
    await this.tell(news);
  }

  /** What of it there is stays on her draft, and « le premier » means the first alternative from now on. A turn being thought about sees this and begins anew. */
  async rejected(received: Received<OrderRejectedV1>): Promise<void> {
    const { event, meta } = received;
    const news = newsOf(received, ({ agreementId }) => ({ text: rejectedText(event), once: `refusee:${agreementId}` }));
    await this.conversations.holdAll(news);
    if ((await this.tell(news)).length === 0) return;
    const [row] = await this.db.rows<{ draft: Draft; agreed: Draft | null }>(
      `select c.brouillon as draft, a.contenu->'draft' as agreed from conversations c
       left join accords a on a.id_accord = $3 and a.id_utilisateur = $2 where c.id_conversation = $1 and c.id_utilisateur = $2`,
      [event.conversationId, meta.sellerId, event.agreementId],
    );
    const draft = afterRefusal(row!.draft, row!.agreed ?? undefined, event);
    await this.db.run('update conversations set brouillon = $2, dernier_tour = null where id_conversation = $1', [
      event.conversationId,
      JSON.stringify(draft),
    ]);
  }

  /** In conversations that are held. @returns what was not told before */
  private async tell<N extends News>(news: N[]): Promise<N[]> {
    const told = await this.outbound.sayAll(news);
    await this.conversations.saidAll(told);
    return told;
  }
}

/** What she is told because of an event; nothing where she did not agree in a conversation. */
function newsOf<T extends { conversationId?: string }, S extends Said = Said>(
  { event, meta }: Received<T>,
  said: (event: T) => S,
): (News & S)[] {
  const { conversationId } = event;
  return conversationId
    ? [{ conversationId, sellerId: meta.sellerId!, ...said(event), byAssistant: true, chain: chainOf(meta) }]
    : [];
}

/** What is left to pay from now on, where the event tells. */
function paymentNews({ event, meta }: Received<OrderPaymentsChangedV1>) {
  const { amountToCollect: toCollect, paid, deliveryFee } = event;
  return toCollect === undefined
    ? []
    : [{ order: event, owed: { toCollect, paid, withDelivery: deliveryFee !== undefined }, meta }];
}

const ofStatus = (batch: Received<OrderFacts>[], status: OrderStatus) =>
  batch.map(({ event, meta }) => ({ order: event, status, meta }));
