import { Injectable } from '@nestjs/common';
import type {
  EventMeta,
  OrderCancellationRefusedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderPaymentsChangedV1,
  OrderRejectedV1,
} from '#contracts';
import { Database } from '#database';
import type { Draft } from '../assistant/assistant.js';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { OrderCopy, STORED_ORDER_STATUS } from '../copies/order.copy.js';
import { Outbound } from '../outbound/outgoing.js';
import { cancellationRefusedText, cancelledText, confirmedText, paymentText, rejectedText } from './order-news.js';
import { afterRefusal } from './after-refusal.js';

interface News {
  conversationId: string;
  sellerId: string;
  text: string;
  /** So that the same news is told once. */
  once: string;
  /** An agreement that became none has no order. */
  orderId?: string;
}

/** What became of her order, told where she agreed to it. */
@Injectable()
export class TellCustomer {
  constructor(
    private readonly db: Database,
    private readonly orders: OrderCopy,
    private readonly conversations: ConversationRepository,
    private readonly outbound: Outbound,
  ) {}

  /** Told even when a person answers by now: it is her receipt. Not told when the order was cancelled before this was heard. */
  async confirmed(order: OrderConfirmedV1, meta: EventMeta): Promise<void> {
    const status = await this.orders.keep(order, 'confirmed', meta);
    if (status !== STORED_ORDER_STATUS.cancelled && order.conversationId)
      await this.tell({
        conversationId: order.conversationId,
        sellerId: meta.sellerId!,
        text: confirmedText(order),
        once: `confirmee:${order.orderId}`,
        orderId: order.orderId,
      });
  }

  async cancelled(order: OrderCancelledV1, meta: EventMeta): Promise<void> {
    await this.orders.keep(order, 'cancelled', meta);
    // Of what the shop only wrote down for itself she never heard.
    if (order.conversationId && !order.wasDraft)
      await this.tell({
        conversationId: order.conversationId,
        sellerId: meta.sellerId!,
        text: cancelledText(order),
        once: `annulee:${order.orderId}`,
        orderId: order.orderId,
      });
  }

  /** Told of money that the shop itself recorded: what she gave the courier, and goods she gives back, she knows. */
  async paid(payment: OrderPaymentsChangedV1, meta: EventMeta): Promise<void> {
    if (payment.conversationId && payment.method !== 'exchange' && !payment.deliveryId)
      await this.tell({
        conversationId: payment.conversationId,
        sellerId: meta.sellerId!,
        text: paymentText(payment),
        once: `paiement:${payment.paymentId}:${payment.voided ? 'annule' : 'recu'}`,
      });
  }

  async cancellationRefused(refusal: OrderCancellationRefusedV1, meta: EventMeta): Promise<void> {
    if (refusal.conversationId)
      await this.tell({
        conversationId: refusal.conversationId,
        sellerId: meta.sellerId!,
        text: cancellationRefusedText(refusal),
        once: `annulation-refusee:${refusal.orderId}:${refusal.status}`,
        orderId: refusal.orderId,
      });
  }

  /** What of it there is stays on her draft, and « le premier » means the first alternative from now on. A turn being thought about sees this and begins anew. */
  async rejected(event: OrderRejectedV1, meta: EventMeta): Promise<void> {
    const sellerId = meta.sellerId!;
    const told = await this.tell({
      conversationId: event.conversationId,
      sellerId,
      text: rejectedText(event),
      once: `refusee:${event.agreementId}`,
    });
    if (!told) return;
    const [row] = await this.db.rows<{ draft: Draft; agreed: Draft | null }>(
      `select c.brouillon as draft, a.contenu->'draft' as agreed from conversations c
       left join accords a on a.id_accord = $3 and a.id_utilisateur = $2 where c.id_conversation = $1 and c.id_utilisateur = $2`,
      [event.conversationId, sellerId, event.agreementId],
    );
    const draft = afterRefusal(row!.draft, row!.agreed ?? undefined, event);
    await this.db.run('update conversations set brouillon = $2 where id_conversation = $1', [
      event.conversationId,
      JSON.stringify(draft),
    ]);
  }

  /** @returns false when it was told before */
  private async tell({ conversationId, sellerId, ...said }: News): Promise<boolean> {
    let told = false;
    await this.conversations.update(conversationId, sellerId, async (conversation) => {
      told = (await this.outbound.say({ conversationId, sellerId, ...said, byAssistant: true })) !== undefined;
      if (told) conversation.said(said.text);
    });
    return told;
  }
}
