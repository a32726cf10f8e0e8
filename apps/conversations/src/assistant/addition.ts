import type { Draft, DraftLine, Offer, PlacedOrder } from './assistant.js';
import { priceFor } from './draft.js';
import { sameArticle } from './draft-lines.js';
import { editPrice } from './edit-price.js';

/** What one costs that is added to a placed order, FCFA: another of what is in it keeps its price, anything else costs what it costs her today. */
export function addedPrice(draft: Pick<Draft, 'granted' | 'lines'>, offer: Offer, held: readonly DraftLine[]): number {
  const same = held.find(({ productId, variantId }) => productId === offer.productId && variantId === offer.variantId);
  const like = same ?? held.find(({ productId }) => productId === offer.productId);
  const today = priceFor(draft, offer);
  return same ? same.unitPrice : like ? Math.min(editPrice(offer, like), today) : today;
}

/** All the lines of the order once what is on the draft is added to it. @param priced the draft's lines, each at {@link addedPrice} */
export function withAdded(order: Required<Pick<PlacedOrder, 'lines'>>, priced: readonly DraftLine[]): DraftLine[] {
  const lines = order.lines.map((line) => ({ ...line }));
  for (const line of priced) {
    const known = lines.find((one) => sameArticle(one, line));
    if (known) known.quantity += line.quantity;
    else lines.push({ ...line });
  }
  return lines;
}
