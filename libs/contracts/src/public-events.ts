import * as events from './events/index.js';
import { type EventClass, eventSpec } from './message.js';

/** Events that a seller's own programs may hear of, on the live stream and by webhook: what his shop does, none with secrets or technical detail. */
export const PUBLIC_EVENTS = [
  events.ProspectCreatedV1,
  events.ProspectMergedV1,
  events.ConversationStartedV1,
  events.ConversationChangedV1,
  events.ConversationHandedOverV1,
  events.ConversationRequestPassedOnV1,
  events.MessageReceivedV1,
  events.MessageSentV1,
  events.MessageFailedV1,
  events.OrderDraftedV1,
  events.OrderConfirmedV1,
  events.OrderRejectedV1,
  events.OrderEditedV1,
  events.OrderEditRefusedV1,
  events.OrderPaymentsChangedV1,
  events.OrderRefundsChangedV1,
  events.OrderStatusChangedV1,
  events.OrderCancelledV1,
  events.DeliveryPlannedV1,
  events.DeliveryUnassignedV1,
  events.DeliveryPickedUpV1,
  events.DeliveryAttemptFailedV1,
  events.DeliveryCompletedV1,
  events.DeliveryCancelledV1,
  events.ProductListedV1,
  events.ProductUpdatedV1,
  events.StockChangedV1,
  events.StockLowV1,
  events.EmailReceivedV1,
  events.EmailAnalysedV1,
  events.NotificationSentV1,
  events.NotificationFailedV1,
  events.FiguresUpdatedV1,
] as const satisfies readonly EventClass[];

/** Their names, e.g. `order.confirmed`. */
export const PUBLIC_EVENT_NAMES: readonly string[] = PUBLIC_EVENTS.map((contract) => eventSpec(contract as EventClass).subject);
export type PublicEventName = string;
