import { event } from '../message.js';
import { count, fcfa, flag, id, instant, listOf, phone, text, textList } from '../schema.js';

/** A place the seller delivers to, with its price. */
export class ZoneFee {
  @text('Commune or district', { max: 100 }) zone!: string;
  @fcfa('Delivery fee') fee!: number;
  @text('How long it takes, as customers are told: « demain », « 24 à 48 h »; absent: nothing is promised', {
    max: 60,
    optional: true,
  })
  delay?: string;
}

@event('courier.registered', { by: 'deliveries', says: 'A seller added or changed a courier.' })
export class CourierRegisteredV1 {
  @id('The courier') courierId!: string;
  @text('Full name', { max: 200 }) fullName!: string;
  @phone('Telephone') phone!: string;
  @textList('Zones covered') zones!: string[];
}

@event('courier.removed', { by: 'deliveries', says: 'A seller took a courier off his list.' })
export class CourierRemovedV1 {
  @id('The courier') courierId!: string;
  @text('Full name', { max: 200 }) fullName!: string;
}

@event('delivery-zones.updated', {
  by: 'deliveries',
  says: 'Where a seller delivers, and for how much, changed: the whole list.',
})
export class DeliveryZonesUpdatedV1 {
  @listOf('Zones', () => ZoneFee, { max: 200 }) zones!: ZoneFee[];
}

/** A delivery as other services need it. */
export class DeliveryFacts {
  @id('The delivery') deliveryId!: string;
  @id('The order') orderId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @id('The courier') courierId!: string;
  @text('Name of the courier', { max: 200 }) courierName!: string;
  @phone('Telephone of the courier') courierPhone!: string;
  @id('The prospect') prospectId!: string;
  @id('The conversation', { optional: true }) conversationId?: string;
  @text('Name of the customer', { max: 200 }) customerName!: string;
  @phone('Whom the courier calls') deliveryPhone!: string;
  @text('What is in the parcel, as people read it', { max: 1000 }) parcel!: string;
  @text('Where it is collected', { max: 300 }) pickupAddress!: string;
  @text('Where it goes', { max: 400 }) destination!: string;
  @instant('Planned for') plannedFor!: string;
  @fcfa('Delivery fee') fee!: number;
  @fcfa('What the courier collects: total of the order + fee − what is paid already') amountToCollect!: number;
}

@event('delivery.planned', {
  by: 'deliveries',
  says: 'A courier is assigned to an order, with a slot and a fee; said again when courier, time or order changed.',
})
export class DeliveryPlannedV1 extends DeliveryFacts {
  @text('Why this courier, in French', { max: 300 }) reason!: string;
}

@event('delivery.unassigned', {
  by: 'deliveries',
  says: 'No courier covers the address of an order, or its new address; tried again when one frees up.',
})
export class DeliveryUnassignedV1 {
  @id('The order') orderId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @text('The address', { max: 400 }) destination!: string;
  @text('Why, in French', { max: 300 }) reason!: string;
}

@event('delivery.picked-up', { by: 'deliveries', says: 'The courier has the parcel.' })
export class DeliveryPickedUpV1 extends DeliveryFacts {
  @instant('When') pickedUpAt!: string;
}

@event('delivery.completed', {
  by: 'deliveries',
  says: 'The parcel is with the customer and the cash is counted; also when its order was cancelled meanwhile.',
})
export class DeliveryCompletedV1 extends DeliveryFacts {
  @instant('When') completedAt!: string;
  @fcfa('Cash counted') collected!: number;
}

@event('delivery.attempt-failed', { by: 'deliveries', says: 'The courier could not hand the parcel over.' })
export class DeliveryAttemptFailedV1 extends DeliveryFacts {
  @count('Which attempt this was', { min: 1 }) attempt!: number;
  @text('Why, in French', { max: 300 }) failure!: string;
  @flag('No attempt follows, the parcel goes back to the seller; else `delivery.planned` says when it is tried again', {
    optional: true,
  })
  final?: boolean;
}

@event('delivery.cancelled', { by: 'deliveries', says: 'A delivery was called off because its order was cancelled.' })
export class DeliveryCancelledV1 extends DeliveryFacts {
  @text('Why, in French', { max: 300 }) reason!: string;
}

@event('delivery.reassigned', {
  by: 'deliveries',
  says: 'A delivery went from one courier to another; `delivery.planned` tells of the new one, this tells the former.',
})
export class DeliveryReassignedV1 {
  @id('The delivery') deliveryId!: string;
  @id('The order') orderId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @id('The courier who had it') fromCourierId!: string;
  @text('His name', { max: 200 }) fromCourierName!: string;
  @phone('His telephone') fromCourierPhone!: string;
  @text('Why, in French', { max: 300 }) reason!: string;
}
