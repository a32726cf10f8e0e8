import { Injectable } from '@nestjs/common';
import { AtMostEvery, OnEvent, OnEvents } from '#bus';
import {
  AssistantBudgetReachedV1,
  ConversationHandedOverV1,
  ConversationRequestPassedOnV1,
  DeliveryAttemptFailedV1,
  DeliveryCancelledV1,
  DeliveryCompletedV1,
  DeliveryPickedUpV1,
  DeliveryPlannedV1,
  DeliveryReassignedV1,
  DeliveryUnassignedV1,
  EmailAnalysedV1,
  type EventMeta,
  isShop,
  MailboxReconnectNeededV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderEditedV1,
  ProspectErasedV1,
  ProspectMergedV1,
  ProspectOptedInV1,
  ProspectOptedOutV1,
  type Received,
  SecurityCodeIssuedV1,
  SellerRegisteredV1,
  SellerUpdatedV1,
  StockLowV1,
  WebhookEndpointDisabledV1,
  WhatsAppAccountRestrictedV1,
  WhatsAppAccountSuspendedV1,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { Announce } from './notice/announce.js';
import * as deliveries from './notice/delivery-notices.js';
import * as orders from './notice/order-notices.js';
import * as shop from './notice/shop-notices.js';
import { ToldPlans } from './notice/told-plans.js';
import { EraseProspect } from './prospect/erase-prospect.js';
import { ProspectCopies } from './prospect/prospect-copies.js';
import { SellerCopies } from './seller/seller-copies.js';
import { TakeStatuses } from './statuses/take-statuses.js';

/** Event door: what somebody has to be told of. */
@Injectable()
export class NotificationsSubscriber {
  constructor(
    private readonly announce: Announce,
    private readonly sellers: SellerCopies,
    private readonly prospects: ProspectCopies,
    private readonly erase: EraseProspect,
    private readonly plans: ToldPlans,
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

  @OnEvents(OrderConfirmedV1)
  async ordersConfirmed(batch: Received<OrderConfirmedV1>[]): Promise<void> {
    await this.announce.all(
      batch.map(({ event, meta }) => ({ meta, draft: (seller) => orders.confirmed(event, seller), concerns: event })),
    );
  }

  @OnEvent(OrderCancelledV1)
  async orderCancelled(order: OrderCancelledV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => orders.cancelled(order, seller), order);
  }

  @OnEvent(OrderEditedV1)
  async orderEdited(order: OrderEditedV1, meta: EventMeta): Promise<void> {
    const planKnown = await this.plans.customerKnowsPlanOf(order.orderId);
    await this.announce.about(meta, (seller) => orders.edited(order, seller, planKnown), order);
  }

  @OnEvents(DeliveryPlannedV1)
  async deliveriesPlanned(batch: Received<DeliveryPlannedV1>[]): Promise<void> {
    for (const plans of inTurns(batch, ({ event }) => event.deliveryId)) {
      const told = await this.plans.all(plans.map(({ event, meta }) => ({ ...event, sellerId: meta.sellerId! })));
      await this.announce.all(
        plans.map(({ event, meta }, i) => ({
          meta,
          draft: (seller) => deliveries.planned(event, meta.version, seller, told[i]!),
          concerns: event,
        })),
      );
    }
  }

  @OnEvent(DeliveryReassignedV1)
  async deliveryReassigned(delivery: DeliveryReassignedV1, meta: EventMeta): Promise<void> {
    const told = await this.plans.of(meta.sellerId!, delivery.deliveryId, delivery.fromCourierPhone);
    await this.announce.about(meta, () => deliveries.reassigned(delivery, meta.version, told), delivery);
  }

  @OnEvent(DeliveryUnassignedV1)
  async deliveryUnassigned(order: DeliveryUnassignedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => deliveries.unassigned(order, seller), order);
  }

  @OnEvents(DeliveryPickedUpV1)
  async deliveriesPickedUp(batch: Received<DeliveryPickedUpV1>[]): Promise<void> {
    await this.announce.all(
      batch.map(({ event, meta }) => ({ meta, draft: (seller) => deliveries.pickedUp(event, seller), concerns: event })),
    );
  }

  @OnEvents(DeliveryCompletedV1)
  async deliveriesCompleted(batch: Received<DeliveryCompletedV1>[]): Promise<void> {
    await this.announce.all(
      batch.map(({ event, meta }) => ({ meta, draft: (seller) => deliveries.completed(event, seller), concerns: event })),
    );
  }

  @OnEvent(DeliveryAttemptFailedV1)
  async deliveryAttemptFailed(delivery: DeliveryAttemptFailedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => deliveries.attemptFailed(delivery, seller), delivery);
  }

  @OnEvent(DeliveryCancelledV1)
  async deliveryCancelled(delivery: DeliveryCancelledV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, () => deliveries.cancelled(delivery), delivery);
  }

  @OnEvent(ConversationHandedOverV1)
  async conversationHandedOver(conversation: ConversationHandedOverV1, meta: EventMeta): Promise<void> {
    // Who took over himself need not be told.
    if (isShop(meta.actor)) return;
    await this.announce.about(meta, (seller) => shop.handedOver(conversation, seller), { prospectId: conversation.prospectId });
  }

  @OnEvent(ConversationRequestPassedOnV1)
  async requestPassedOn(request: ConversationRequestPassedOnV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => shop.requestPassedOn(request, seller), {
      prospectId: request.prospectId,
      ...(request.orderId ? { orderId: request.orderId } : {}),
    });
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

  @OnEvent(WhatsAppAccountSuspendedV1)
  async whatsAppAccountSuspended(account: WhatsAppAccountSuspendedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => shop.whatsAppSuspended(account, seller));
  }

  @OnEvent(WhatsAppAccountRestrictedV1)
  async whatsAppAccountRestricted(account: WhatsAppAccountRestrictedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => shop.whatsAppRestricted(account, seller));
  }

  @OnEvent(AssistantBudgetReachedV1)
  async assistantBudgetReached(budget: AssistantBudgetReachedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => shop.budgetReached(budget, seller));
  }

  @OnEvent(WebhookEndpointDisabledV1)
  async webhookEndpointDisabled(endpoint: WebhookEndpointDisabledV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => shop.webhookDisabled(endpoint, seller));
  }

  @OnEvent(SecurityCodeIssuedV1)
  async securityCodeIssued(code: SecurityCodeIssuedV1, meta: EventMeta): Promise<void> {
    await this.announce.about(meta, (seller) => shop.securityCode(code, seller));
  }

  @OnEvent(ProspectOptedOutV1)
  async prospectOptedOut({ prospectId }: ProspectOptedOutV1, meta: EventMeta): Promise<void> {
    await this.prospects.choose(prospectId, true, meta);
  }

  @OnEvent(ProspectOptedInV1)
  async prospectOptedIn({ prospectId }: ProspectOptedInV1, meta: EventMeta): Promise<void> {
    await this.prospects.choose(prospectId, false, meta);
  }

  @OnEvent(ProspectMergedV1)
  async prospectMerged(merger: ProspectMergedV1, meta: EventMeta): Promise<void> {
    const { prospectId, erased } = await this.prospects.merge(merger, meta.sellerId!);
    if (erased) await this.erase.erase(prospectId, meta.sellerId!);
  }

  @OnEvent(ProspectErasedV1)
  async prospectErased({ prospectId }: ProspectErasedV1, meta: EventMeta): Promise<void> {
    await this.erase.erase(prospectId, meta.sellerId!);
  }

  @AtMostEvery(250)
  @OnEvents(WhatsAppUpdateReceivedV1)
  async whatsAppUpdates(updates: Received<WhatsAppUpdateReceivedV1>[]): Promise<void> {
    await this.statuses.take(updates);
  }
}

/** Each thing once in a turn: what was told of it in one is known in the next. */
function inTurns<T>(batch: readonly T[], thing: (one: T) => string): T[][] {
  const turns: T[][] = [];
  for (const same of Map.groupBy(batch, thing).values()) same.forEach((one, i) => (turns[i] ??= []).push(one));
  return turns;
}
