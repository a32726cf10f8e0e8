import type { OrderCancelledV1, OrderConfirmedV1, OrderEditedV1, OrderFacts } from '#contracts';
import type { SellerCopy } from '../seller/seller-copies.js';
import { francs } from '../template/wording.js';
import { notice, type NoticeDraft, toSeller } from './notice-draft.js';

const articles = (order: OrderFacts): string => order.lines.map((line) => `${line.quantity}x ${line.productName}`).join(', ');

/** The seller hears of each order. */
export function confirmed(order: OrderConfirmedV1, seller: SellerCopy): NoticeDraft[] {
  const reference = { type: 'commande' as const, id: order.orderId };
  return [
    notice('nouvelle_commande', toSeller(seller), reference, {
      client: order.customerName,
      articles: articles(order),
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

/**
 * The customer hears what the shop changed; what she asked for herself she is told in the conversation.
 * @param planKnown he was told who brings it: then the new plan tells him, and one change makes one notice
 */
export function edited(order: OrderEditedV1, seller: SellerCopy, planKnown: boolean): NoticeDraft[] {
  if (planKnown || order.byCustomer) return [];
  return [
    notice(
      'commande_modifiee',
      { role: 'customer', phone: order.customerPhone },
      { type: 'commande', id: order.orderId },
      {
        client: order.customerName,
        numero: order.orderNumber,
        boutique: seller.shopName,
        articles: articles(order),
        total: francs(order.total),
      },
    ),
  ];
}
