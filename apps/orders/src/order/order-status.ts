import type { OrderStatus } from '#contracts';

/** Where an order can go from each status. Work of the courier may be heard of late or in leaps: from confirmed straight to delivered. */
export const TRANSITIONS: Record<OrderStatus, readonly OrderStatus[]> = {
  draft: ['confirmed', 'cancelled'],
  confirmed: ['preparing', 'ready', 'out-for-delivery', 'delivered', 'delivery-failed', 'cancelled'],
  preparing: ['ready', 'out-for-delivery', 'delivered', 'delivery-failed', 'cancelled'],
  ready: ['out-for-delivery', 'delivered', 'delivery-failed', 'cancelled'],
  'out-for-delivery': ['delivered', 'delivery-failed', 'returned'],
  'delivery-failed': ['out-for-delivery', 'delivered', 'cancelled', 'returned'],
  delivered: ['returned'],
  cancelled: [],
  returned: [],
};

/** What an order that is over can be. */
export const OVER: readonly OrderStatus[] = ['delivered', 'cancelled', 'returned'];

/** What an order can be while it has not left the shop, and so can be changed. */
export const IN_THE_SHOP: readonly OrderStatus[] = ['draft', 'confirmed', 'preparing', 'ready'];

/** What an order can become by a delivery or a seller's hand; it is confirmed by `Order.confirmDraft` alone. */
export type OrderMove = Exclude<OrderStatus, 'draft' | 'confirmed' | 'cancelled'>;

/** Statuses as `statut_commande` stores them. */
export const STORED_STATUS: Record<OrderStatus, string> = {
  draft: 'brouillon',
  confirmed: 'confirmee',
  preparing: 'en_preparation',
  ready: 'prete',
  'out-for-delivery': 'en_livraison',
  delivered: 'livree',
  cancelled: 'annulee',
  returned: 'retournee',
  'delivery-failed': 'echec_livraison',
};

/** The status that a stored value means. */
export const statusOf = (stored: string): OrderStatus =>
  (Object.keys(STORED_STATUS) as OrderStatus[]).find((status) => STORED_STATUS[status] === stored)!;

/** A step in an order's life, for its history. `from` is null when it begins, and the same as `to` in a remark. */
export interface Step {
  from: OrderStatus | null;
  to: OrderStatus;
  reason?: string;
}
