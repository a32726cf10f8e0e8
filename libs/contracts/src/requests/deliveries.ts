import { ZoneFee } from '../events/deliveries.js';
import { Asks, request } from '../message.js';
import { count, day, fcfa, flag, id, idList, instant, listOf, oneOf, phone, text, textList, version } from '../schema.js';
import { AsksPage, Edits, pageOf } from './paging.js';

/** A courier. */
export class CourierView {
  @id('The courier') id!: string;
  @text('Full name', { max: 200 }) fullName!: string;
  @phone('Telephone') phone!: string;
  @textList('Zones covered') zones!: string[];
  @flag('Takes deliveries') active!: boolean;
  @version() version!: number;
  @instant('Added') createdAt!: string;
}
export class CourierPage extends pageOf(() => CourierView, 'Couriers, newest first') {}

@request('register-courier', { to: 'deliveries', says: 'Adds a courier with the zones he covers.', answers: CourierView })
export class RegisterCourier extends Asks<CourierView> {
  @text('Full name', { max: 200 }) fullName!: string;
  @text('Telephone in any usual form', { max: 30 }) phone!: string;
  @textList('Zones covered', { min: 1 }) zones!: string[];
}

@request('update-courier', { to: 'deliveries', says: 'Changes a courier; absent fields stay.', answers: CourierView })
export class UpdateCourier extends Edits<CourierView> {
  @id('The courier') courierId!: string;
  @text('Full name', { max: 200, optional: true }) fullName?: string;
  @text('Telephone', { max: 30, optional: true }) phone?: string;
  @textList('Zones covered', { min: 1, optional: true }) zones?: string[];
  @flag('Takes deliveries', { optional: true }) active?: boolean;
}

@request('courier', { to: 'deliveries', says: 'One courier.', answers: CourierView })
export class GetCourier extends Asks<CourierView> {
  @id('The courier') courierId!: string;
}

@request('remove-courier', {
  to: 'deliveries',
  says: 'Takes a courier off the list; COURIER_HAS_DELIVERIES while parcels are his.',
})
export class RemoveCourier extends Asks<Record<string, never>> {
  @id('The courier') courierId!: string;
}

@request('couriers', { to: 'deliveries', says: 'The couriers, newest first.', answers: CourierPage })
export class ListCouriers extends AsksPage<CourierView> {}

export class DeliveryZones {
  @listOf('Zones that an active courier covers', () => ZoneFee) zones!: ZoneFee[];
  @listOf(
    'Zones with a price of their own that no active courier covers; kept, and offered to customers once one does',
    () => ZoneFee,
    {
      optional: true,
    },
  )
  uncovered?: ZoneFee[];
}

@request('set-zone-fees', {
  to: 'deliveries',
  says: 'Sets what delivery costs by zone; the others stay as they are. A zone that no active courier covers is kept and comes back under `uncovered`.',
  answers: DeliveryZones,
})
export class SetZoneFees extends Asks<DeliveryZones> {
  @listOf('Zones', () => ZoneFee, { min: 1 }) zones!: ZoneFee[];
}

@request('zones', { to: 'deliveries', says: 'Where the seller delivers, and for how much.', answers: DeliveryZones })
export class ListZones extends Asks<DeliveryZones> {}

export const DELIVERY_STATUSES = ['planned', 'picked-up', 'completed', 'attempt-failed', 'cancelled'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** A delivery as a board shows it. */
export class DeliveryView {
  @id('The delivery') id!: string;
  @id('The order') orderId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @id('The courier') courierId!: string;
  @text('Courier', { max: 200 }) courierName!: string;
  @instant('Planned for') plannedFor!: string;
  @text('Collected at', { max: 300 }) pickupAddress!: string;
  @text('Goes to', { max: 400 }) destination!: string;
  @fcfa('Delivery fee') fee!: number;
  @fcfa('What the courier collects') amountToCollect!: number;
  @fcfa('Cash counted, once it is completed; couriers may bring less or more than was due', { optional: true })
  collected?: number;
  @oneOf('Status', DELIVERY_STATUSES) status!: DeliveryStatus;
  @text('Why this courier, in French', { max: 300 }) reason!: string;
  @count('Attempts so far') attempts!: number;
  @version() version!: number;
  @instant('Created') createdAt!: string;
}
export class DeliveryPage extends pageOf(() => DeliveryView, 'Deliveries, newest first') {}

@request('deliveries', { to: 'deliveries', says: 'Deliveries, newest first.', answers: DeliveryPage })
export class ListDeliveries extends AsksPage<DeliveryView> {
  @oneOf('Only in this status', DELIVERY_STATUSES, { optional: true }) status?: DeliveryStatus;
  @id('Only of this courier', { optional: true }) courierId?: string;
  @id('Only of this order', { optional: true }) orderId?: string;
  @day('Planned for this day or later', { optional: true }) from?: string;
  @day('Planned for this day or before', { optional: true }) to?: string;
}

/** One try to hand a parcel over. */
export class DeliveryAttemptView {
  @count('Which try', { min: 1 }) number!: number;
  @text('Why it failed, in French', { max: 300 }) failure!: string;
  @text('Who reported it', { max: 100 }) actor!: string;
  @instant('When') at!: string;
}

/** One step in a delivery's life. */
export class DeliveryStep {
  @oneOf('From', ['none', ...DELIVERY_STATUSES]) from!: DeliveryStatus | 'none';
  @oneOf('To', DELIVERY_STATUSES) to!: DeliveryStatus;
  @text('Courier who had it then', { max: 200 }) courierName!: string;
  @text('Who', { max: 100 }) actor!: string;
  @text('Why, in French', { max: 300, optional: true }) reason?: string;
  @fcfa('Cash counted', { optional: true }) collected?: number;
  @instant('When') at!: string;
}

/** A delivery with what became of it. */
export class DeliveryDetailView extends DeliveryView {
  @listOf('History, oldest first', () => DeliveryStep) history!: DeliveryStep[];
  @listOf('Tries that failed, oldest first', () => DeliveryAttemptView) failedAttempts!: DeliveryAttemptView[];
}

@request('delivery', { to: 'deliveries', says: 'One delivery with its history.', answers: DeliveryDetailView })
export class GetDelivery extends Asks<DeliveryDetailView> {
  @id('The delivery') deliveryId!: string;
}

export class OrderDeliveries {
  @listOf('The delivery of the order, if it has one', () => DeliveryDetailView) items!: DeliveryDetailView[];
}

@request('deliveries-of-order', { to: 'deliveries', says: 'What became of an order on its way.', answers: OrderDeliveries })
export class GetOrderDeliveries extends Asks<OrderDeliveries> {
  @id('The order') orderId!: string;
}

@request('reassign-delivery', {
  to: 'deliveries',
  says: 'Gives a delivery that is not over to another courier, or another time; both couriers are told.',
  answers: DeliveryView,
})
export class ReassignDelivery extends Edits<DeliveryView> {
  @id('The delivery') deliveryId!: string;
  @id('The courier from now on') courierId!: string;
  @instant('Planned for; as before when absent', { optional: true }) plannedFor?: string;
  @text('Why', { max: 300, optional: true }) reason?: string;
}

/** How many deliveries are how far. */
export class DeliveryStatusCount {
  @oneOf('Status', DELIVERY_STATUSES) status!: DeliveryStatus;
  @count('Deliveries', { max: 1_000_000_000 }) count!: number;
}

export class DeliveryCounts {
  @listOf('Deliveries by status', () => DeliveryStatusCount) byStatus!: DeliveryStatusCount[];
  @count('Orders that no courier could be found for') unassigned!: number;
}

@request('delivery-counts', { to: 'deliveries', says: 'How many deliveries are how far.', answers: DeliveryCounts })
export class CountDeliveries extends Asks<DeliveryCounts> {}

export const DELIVERY_REPORTS = ['picked-up', 'completed', 'attempt-failed'] as const;

@request('report-delivery', {
  to: 'deliveries',
  says: 'The seller reports for the courier: picked up, completed (with the cash), attempt failed (with the reason).',
  answers: DeliveryView,
})
export class ReportDelivery extends Asks<DeliveryView> {
  @id('The delivery') deliveryId!: string;
  @oneOf('What happened', DELIVERY_REPORTS) what!: (typeof DELIVERY_REPORTS)[number];
  @fcfa('Cash counted, when completed', { optional: true }) collected?: number;
  @text('Why it failed', { max: 300, optional: true }) reason?: string;
}

/** The delivery status of an order, as stored, for the first report. */
export class OrderDeliveryStatus {
  @id('The order') orderId!: string;
  @text('Status as stored', { max: 40 }) deliveryStatus!: string;
}

export class OrderDeliveryStatuses {
  @listOf('One for each order that has a delivery', () => OrderDeliveryStatus, { max: 500 }) items!: OrderDeliveryStatus[];
}

@request('statuses-by-order', {
  to: 'deliveries',
  says: 'Delivery status of these orders (report 1).',
  answers: OrderDeliveryStatuses,
})
export class GetDeliveryStatuses extends Asks<OrderDeliveryStatuses> {
  @idList('Order ids') orderIds!: string[];
}

export class DeliveredCount {
  @count('Deliveries completed', { max: 1_000_000_000 }) delivered!: number;
}

@request('count-delivered', { to: 'deliveries', says: 'How many deliveries were completed (report 3).', answers: DeliveredCount })
export class CountDelivered extends Asks<DeliveredCount> {}
