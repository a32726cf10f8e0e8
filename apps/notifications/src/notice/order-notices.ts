import type { OrderCancelledV1, OrderConfirmedV1 } from '#contracts';
import type { SellerCopy } from '../seller/seller-copies.js';
import { francs } from '../template/wording.js';
import { notice, type NoticeDraft, toSeller } from './notice-draft.js';

/** The seller hears of each order. */
export function confirmed(order: OrderConfirmedV1, seller: SellerCopy): NoticeDraft[] {
  const reference = { type: 'commande' as const, id: order.orderId };
  return [
    notice('nouvelle_commande', toSeller(seller), reference, {
      client: order.customerName,
      articles: order.lines.map((line) => `${line.quantity}x ${line.productName}`).join(', '),
      total: francs(order.total),
    }),
  ];
}

/** The seller hears of a cancellation that is not his own. */
export function cancelled(order: OrderCancelledV1, seller: SellerCopy): NoticeDraft[] {
  if (order.cancelledBy === 'seller') return [];
  const reference = { type: 'commande' as const, id: order.orderId };
  return [
    notice('commande_annulee', toSeller(seller), reference, {
      numero: order.orderNumber,
      client: order.customerName,
      total: francs(order.total),
      motif: order.reason,
    }),
  ];
}
