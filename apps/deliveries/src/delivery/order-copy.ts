import type { OrderFacts } from '#contracts';

/** An order as this service heard of it last. */
export interface KnownOrder {
  order: OrderFacts;
  /** Of the order, when it said so. */
  version: number;
}

const LONGEST_PARCEL = 1_000;

/** What a delivery keeps of its order. */
export const copyOf = (order: OrderFacts) => ({
  orderNumber: order.orderNumber,
  orderTotal: order.total,
  customerName: order.customerName,
  deliveryPhone: order.deliveryPhone,
  destination: order.deliveryAddress,
  parcel: parcelOf(order),
});

/** What stands in place of a customer who asked to be forgotten. The number is in the form of one, and nobody's: events carry a telephone. */
export const FORGOTTEN = {
  customerName: 'Client effacé',
  deliveryPhone: '+2250000000000',
  destination: 'Adresse effacée',
};

/** What is in the parcel, as people read it: `1x Nike Air Max 90 (38, Noir)`. */
function parcelOf({ lines }: OrderFacts): string {
  return lines
    .map(({ quantity, productName, size, color }) => {
      const details = [size, color].filter(Boolean).join(', ');
      return `${quantity}x ${productName}${details ? ` (${details})` : ''}`;
    })
    .join(', ')
    .slice(0, LONGEST_PARCEL);
}
