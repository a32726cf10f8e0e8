import type { OrderFacts, OrderPaymentsChangedV1, OrderRefundsChangedV1 } from '#contracts';
import type { Payment } from '../payment/payment-book.js';
import type { Refund } from '../payment/refund-book.js';
import type { Order } from './order.entity.js';

/** An order as its events tell it. */
export const factsOf = (order: Order): OrderFacts => ({
  orderId: order.id,
  orderNumber: order.number,
  ...(order.agreementId ? { agreementId: order.agreementId } : {}),
  ...(order.conversationId ? { conversationId: order.conversationId } : {}),
  prospectId: order.prospectId,
  customerName: order.customerName,
  customerPhone: order.customerPhone,
  lines: order.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((line) => line.facts()),
  total: order.total,
  ...(order.toldFee === null ? {} : { deliveryFee: order.toldFee }),
  ...(order.paid > 0 ? { paid: order.paid } : {}),
  ...(order.exchangeOf ? { exchangeOf: order.exchangeOf } : {}),
  deliveryAddress: order.deliveryAddress,
  deliveryPhone: order.deliveryPhone,
});

/** Which order it is, and whose, in events that tell one thing of it. */
export const whichOf = (order: Order) => ({
  orderId: order.id,
  orderNumber: order.number,
  prospectId: order.prospectId,
  ...(order.conversationId ? { conversationId: order.conversationId } : {}),
});

/** A payment that was booked, or struck out (`voided`), and what is left to collect after it. */
export const toldOfPayment = (
  order: Order,
  { id: paymentId, method, amount, deliveryId }: Payment,
  voided: boolean,
): OrderPaymentsChangedV1 => ({
  ...whichOf(order),
  paymentId,
  method,
  amount,
  voided,
  paid: order.paid,
  amountToCollect: order.amountToCollect,
  ...(order.deliveryFee === undefined ? {} : { deliveryFee: order.deliveryFee }),
  ...(deliveryId ? { deliveryId } : {}),
});

/** A refund that was booked, or struck out (`voided`), and what is still to be sent back. @param owed what the customer owes for it in all, FCFA */
export const toldOfRefund = (
  order: Order,
  { id: refundId, method, amount }: Refund,
  voided: boolean,
  owed: number,
): OrderRefundsChangedV1 => ({
  ...whichOf(order),
  refundId,
  method,
  amount,
  voided,
  paid: order.paid,
  ...(order.paid > owed ? { toRefund: order.paid - owed } : {}),
});
