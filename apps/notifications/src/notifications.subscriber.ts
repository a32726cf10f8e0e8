import { Injectable } from '@nestjs/common';
import { OnEvent, OnEvents } from '#bus';
import {
  ConversationHandedOverV1,
  DeliveryAttemptFailedV1,
  DeliveryCancelledV1,
  DeliveryCompletedV1,
  DeliveryPlannedV1,
  DeliveryUnassignedV1,
  EmailAnalysedV1,
  type EventMeta,
  isShop,
  MailboxReconnectNeededV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  type Received,
  SellerRegisteredV1,
  SellerUpdatedV1,
  StockLowV1,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { Announce } from './notice/announce.js';
import * as deliveries from './notice/delivery-notices.js';
import * as orders from './notice/order-notices.js';
import * as shop from './notice/shop-notices.js';
import { SellerCopies } from './seller/seller-copies.js';
import { TakeStatuses } from './statuses/take-statuses.js';

/** Event door: what somebody has to be told of. */
@Injectable()
export class NotificationsSubscriber {
  constructor(
    private readonly announce: Announce,
    private readonly sellers: SellerCopies,
    private readonly statuses: TakeStatuses,
  ) {}

  @OnEvents(SellerRegisteredV1)
  async sellersRegistered(profiles: Received<SellerRegisteredV1>[]): Promise<void> {
    await this.sellers.keep(profiles);
  }

  @OnEvents(SellerUpdatedV1)
  async sellersUpdated(profiles: Received<SellerUpdatedV1>[]): Promise<void> {
    await this.sellers.keep(profiles);
  }

  @OnEvent(OrderConfirmedV1)
  async orderConfirmed(order: OrderConfirmedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => orders.confirmed(order, seller));
  }

  @OnEvent(OrderCancelledV1)
  async orderCancelled(order: OrderCancelledV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => orders.cancelled(order, seller));
  }

  @OnEvent(DeliveryPlannedV1)
  async deliveryPlanned(delivery: DeliveryPlannedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => deliveries.planned(delivery, seller));
  }

  @OnEvent(DeliveryUnassignedV1)
  async deliveryUnassigned(order: DeliveryUnassignedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => deliveries.unassigned(order, seller));
  }

  @OnEvent(DeliveryCompletedV1)
  async deliveryCompleted(delivery: DeliveryCompletedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => deliveries.completed(delivery, seller));
  }

  @OnEvent(DeliveryAttemptFailedV1)
  async deliveryAttemptFailed(delivery: DeliveryAttemptFailedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => deliveries.attemptFailed(delivery, seller));
  }

  @OnEvent(DeliveryCancelledV1)
  async deliveryCancelled(delivery: DeliveryCancelledV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, () => deliveries.cancelled(delivery));
  }

  @OnEvent(ConversationHandedOverV1)
  async conversationHandedOver(conversation: ConversationHandedOverV1, meta: EventMeta): Promise<void> {
    // Who took over himself need not be told.
    if (!isShop(meta.actor)) await this.announce.about(meta, (seller) => shop.handedOver(conversation, seller));
  }

  @OnEvent(StockLowV1)
  async stockLow(product: StockLowV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => shop.stockLow(product, seller));
  }

  @OnEvent(EmailAnalysedV1)
  async emailAnalysed(email: EmailAnalysedV1, meta: EventMeta): Promise<void> {
    if (email.classification === 'urgent') await this.announce.about(meta, (seller) => shop.urgentEmail(email, seller));
  }

  @OnEvent(MailboxReconnectNeededV1)
  async mailboxReconnectNeeded(mailbox: MailboxReconnectNeededV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => shop.mailboxToReconnect(mailbox, seller));
  }

  @OnEvents(WhatsAppUpdateReceivedV1)
  async whatsAppUpdates(updates: Received<WhatsAppUpdateReceivedV1>[]): Promise<void> {
    await this.statuses.take(updates);
  }
}
