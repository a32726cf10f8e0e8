import type { PricedLine } from './price-lines.js';

/** What changes of an order; what is absent stays. Lines are all lines from now on, priced. */
export interface OrderEdit {
  lines?: PricedLine[];
  deliveryAddress?: string;
  /** E.164. */
  deliveryPhone?: string;
  reason?: string;
  /** The customer asked for it herself. */
  byCustomer?: boolean;
}

/** What an order begins with: whose, for whom, where to, and lines that are priced. */
export interface NewOrder {
  id: string;
  number: string;
  sellerId: string;
  agreementId?: string;
  conversationId?: string;
  prospectId: string;
  customerName: string;
  customerPhone: string;
  deliveryAddress: string;
  deliveryPhone: string;
  lines: PricedLine[];
  /** Delivery fee that the customer was told. FCFA. */
  deliveryFee?: number;
  /** The order whose goods are given back for these, and what they count for, FCFA. */
  exchangeOf?: string;
  paid?: number;
  /** Why, for its history. */
  reason?: string;
}
