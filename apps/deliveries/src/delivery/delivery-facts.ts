import type { DeliveryFacts, DeliveryReassignedV1 } from '#contracts';
import type { Courier } from '../courier/courier.entity.js';
import type { Delivery } from './delivery.entity.js';

/** A delivery as its events tell it. */
export const factsOf = (delivery: Delivery): DeliveryFacts => ({
  deliveryId: delivery.id,
  orderId: delivery.orderId,
  orderNumber: delivery.orderNumber,
  courierId: delivery.courier.id,
  courierName: delivery.courier.fullName,
  courierPhone: delivery.courier.phone,
  prospectId: delivery.prospectId,
  ...(delivery.conversationId ? { conversationId: delivery.conversationId } : {}),
  customerName: delivery.customerName,
  deliveryPhone: delivery.deliveryPhone,
  parcel: delivery.parcel,
  pickupAddress: delivery.pickupAddress,
  destination: delivery.destination,
  plannedFor: delivery.plannedFor.toISOString(),
  fee: delivery.fee,
  amountToCollect: delivery.amountToCollect,
});

/** What the courier who had it is told: no word of the customer, whom he does not visit. */
export const toldFormer = ({ id, orderId, orderNumber }: Delivery, former: Courier, reason: string): DeliveryReassignedV1 => ({
  deliveryId: id,
  orderId,
  orderNumber,
  fromCourierId: former.id,
  fromCourierName: former.fullName,
  fromCourierPhone: former.phone,
  reason,
});
