import { Injectable } from '@nestjs/common';
import {
  type OrderCancellationRefusedV1,
  type OrderCancelledV1,
  type OrderConfirmedV1,
  type OrderFacts,
  type OrderPaymentsChangedV1,
  type OrderRefundsChangedV1,
  type OrderRejectedV1,
  type OrderStatus,
  type Received,
} from '#contracts';
import { Database } from '#database';
import type { Draft } from '../assistant/assistant.js';
import { OrderCopy } from '../copies/order.copy.js';
import { afterRefusal } from './after-refusal.js';
import { paymentText, refundText } from './money-news.js';
import { newsOf } from './news.js';
import { cancellationRefusedText, cancelledText, confirmedText, rejectedText } from './order-news.js';
import { TellNews } from './tell-news.js';

/**
 * What became of her order, told where she agreed to it. A batch is told in as many statements as one. Conversations are locked first and orders written last: several
 * readers write the same orders, and none holds them for longer than its commit.
 */
@Injectable()
export class TellCustomer {
  constructor(
    private readonly db: Database,
    private readonly orders: OrderCopy,
    private readonly news: TellNews,
  ) {}

  /** Told even when a person answers by now: it is her receipt. Not told when the order was cancelled before this was heard. */
  async confirmed(batch: Received<OrderConfirmedV1>[]): Promise<void> {
    const news = batch.flatMap((received) =>
      newsOf(received, ({ orderId }) => ({ text: confirmedText(received.event), once: `confirmee:${orderId}`, orderId })),
    );
    const orders = ofStatus(batch, 'confirmed');
    await this.orders.share(batch);
    await this.news.hold(news);
    const cancelled = await this.orders.cancelledSince(orders);
    await this.news.tell(news.filter(({ orderId }) => !cancelled.has(orderId!)));
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
    await this.news.hold(news);
    await this.news.tell(news);
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
    await this.news.hold(news);
    await this.news.tell(news);
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
    await this.news.hold(news);
    await this.news.tell(news);
  }

  async cancellationRefused(batch: Received<OrderCancellationRefusedV1>[]): Promise<void> {
    const news = batch.flatMap((received) =>
      newsOf(received, (refusal) => ({
        text: cancellationRefusedText(refusal),
        once: `annulation-refusee:${refusal.orderId}:${refusal.status}`,
        orderId: refusal.orderId,
      })),
    );
    await this.news.hold(news);
    await this.news.tell(news);
  }

  /** What of it there is stays on her draft, and « le premier » means the first alternative from now on. A turn being thought about sees this and begins anew. */
  async rejected(received: Received<OrderRejectedV1>): Promise<void> {
    const { event, meta } = received;
    const news = newsOf(received, ({ agreementId }) => ({ text: rejectedText(event), once: `refusee:${agreementId}` }));
    await this.news.hold(news);
    if ((await this.news.tell(news)).length === 0) return;
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
