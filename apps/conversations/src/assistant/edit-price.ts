import type { DraftLine, Offer } from './assistant.js';
import { priceFor } from './draft.js';

/**
 * What one costs in an order that she has changed, FCFA: what stays in it keeps its price, another size of it what she was granted where the floor allows that, and
 * anything else what the catalogue says.
 */
export function editPrice(offer: Offer, held: DraftLine): number {
  if (offer.productId !== held.productId) return offer.unitPrice;
  if (offer.variantId === held.variantId) return held.unitPrice;
  return priceFor({ lines: [], granted: [{ productId: held.productId, unitPrice: held.unitPrice }] }, offer);
}
