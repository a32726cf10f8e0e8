import {
  ConversationChangedV1,
  ConversationHandedOverV1,
  ConversationRequestPassedOnV1,
  CourierRepliedV1,
  DeliveryAttemptFailedV1,
  DeliveryCancelledV1,
  DeliveryCompletedV1,
  DeliveryPickedUpV1,
  DeliveryPlannedV1,
  DeliveryUnassignedV1,
  type EventClass,
  eventSpec,
  OrderAgreedV1,
  OrderCancellationAskedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderDraftedV1,
  OrderEditAskedV1,
  OrderEditedV1,
  OrderEditRefusedV1,
  OrderStatusChangedV1,
  ProspectCreatedV1,
  WhatsAppUpdateReceivedV1,
} from '#contracts';

/** Fields of one event; the compiler holds the names to the contract. */
const fields = <T extends object>(contract: EventClass<T>, ...names: (keyof T & string)[]): [string, string[]] => [
  eventSpec(contract).subject,
  names,
];

/**
 * What tells of a customer in events that name him by `prospectId`: his name, numbers, addresses, and words about him. It is removed when he is erased; ids, times
 * and amounts stay, so that figures and the order of steps are what they were.
 */
export const PERSONAL_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  fields(ProspectCreatedV1, 'fullName', 'phone'),
  fields(ConversationChangedV1, 'labels'),
  fields(ConversationHandedOverV1, 'customerName', 'reason'),
  fields(ConversationRequestPassedOnV1, 'customerName', 'wish'),
  fields(OrderAgreedV1, 'customerName', 'customerPhone', 'deliveryAddress', 'deliveryPhone'),
  fields(OrderDraftedV1, 'customerName', 'customerPhone', 'deliveryAddress', 'deliveryPhone'),
  fields(OrderConfirmedV1, 'customerName', 'customerPhone', 'deliveryAddress', 'deliveryPhone'),
  fields(OrderEditedV1, 'customerName', 'customerPhone', 'deliveryAddress', 'deliveryPhone', 'reason'),
  fields(OrderCancelledV1, 'customerName', 'customerPhone', 'deliveryAddress', 'deliveryPhone', 'reason'),
  fields(OrderCancellationAskedV1, 'reason'),
  fields(OrderEditAskedV1, 'deliveryAddress', 'deliveryPhone', 'reason'),
  fields(OrderEditRefusedV1, 'reason'),
  fields(OrderStatusChangedV1, 'reason'),
  fields(DeliveryPlannedV1, 'customerName', 'deliveryPhone', 'destination', 'reason'),
  fields(DeliveryPickedUpV1, 'customerName', 'deliveryPhone', 'destination'),
  fields(DeliveryCompletedV1, 'customerName', 'deliveryPhone', 'destination'),
  fields(DeliveryAttemptFailedV1, 'customerName', 'deliveryPhone', 'destination', 'failure'),
  fields(DeliveryCancelledV1, 'customerName', 'deliveryPhone', 'destination', 'reason'),
]);

/** The same, in the one event that names the customer by his order only. */
export const [PERSONAL_BY_ORDER, FIELDS_BY_ORDER] = fields(DeliveryUnassignedV1, 'destination', 'reason');

/** What people wrote, in events that name nobody to find it by: the journal never keeps it. */
export const NEVER_KEPT: ReadonlyMap<string, readonly string[]> = new Map([
  fields(WhatsAppUpdateReceivedV1, 'contact'),
  fields(CourierRepliedV1, 'fromPhone', 'text'),
]);

/** What the journal keeps of a WhatsApp item: which one it was and what kind, not who and what. */
export const KEPT_OF_ITEM = ['id', 'type', 'status', 'timestamp'] as const;
