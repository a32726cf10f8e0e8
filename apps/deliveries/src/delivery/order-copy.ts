import type { OrderFacts } from '#contracts';

/** An order as this service heard of it last. */
export interface KnownOrder {
  order: OrderFacts;
  /** Of the order, when it said so. */
  version: number;
  /** Of the order, when it said what is paid of it; that of the whole when absent. */
  paymentVersion?: number;
}

/** The order with what is paid of it by now; as it was when something newer is known. */
export function paidSince(known: KnownOrder, paid: number, version: number): KnownOrder {
  if ((known.paymentVersion ?? known.version) >= version) return known;
  return { ...known, order: { ...known.order, paid }, paymentVersion: version };
}

/** The order as it was edited, with what is known to be paid of it since. */
export function editedTo({ order: { paid = 0 }, paymentVersion }: KnownOrder, edited: KnownOrder): KnownOrder {
  return paymentVersion === undefined ? edited : paidSince(edited, paid, paymentVersion);
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

/** What the courier of an exchange is told beside what he brings. */
const TAKES_BACK = ', en échange des articles à reprendre';

/** What is in the parcel, as people read it: `1x Nike Air Max 90 (38, Noir)`; of an exchange, that he comes back with something. */
function parcelOf({ lines, exchangeOf }: OrderFacts): string {
  const takesBack = exchangeOf ? TAKES_BACK : '';
  const brings = lines
    .map(({ quantity, productName, size, color }) => {
      const details = [size, color].filter(Boolean).join(', ');
      return `${quantity}x ${productName}${details ? ` (${details})` : ''}`;
    })
    .join(', ')
    .slice(0, LONGEST_PARCEL - takesBack.length);
  return brings + takesBack;
}
