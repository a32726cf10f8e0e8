import { addedPrice } from './addition.js';
import type { Draft, DraftLine, Offer, PlacedOrder } from './assistant.js';
import { priceFor } from './draft.js';
import { editPrice } from './edit-price.js';

/** What the lines that a reply speaks of cost at this moment. */

/** What the order holds that a change is about. */
export const heldIn = (orders: PlacedOrder[], { edit }: Draft): DraftLine[] =>
  orders.find(({ number }) => number === edit?.number)?.lines ?? orders[0]?.lines ?? [];

/** What she asked the price of together, as lines. */
export const askedLines = ({ asked = [] }: Draft): DraftLine[] =>
  asked.map(({ productId, variantId, quantity = 1, size, color }) => ({
    productId,
    productName: '',
    unitPrice: 0,
    quantity,
    ...(variantId ? { variantId } : {}),
    ...(size ? { size } : {}),
    ...(color ? { color } : {}),
  }));

/** A line of a draft at the price it has now; none where it is sold no more. */
export function pricedNow(draft: Draft, line: DraftLine, offers: Offer[]): DraftLine[] {
  const offer = offers.find((known) => known.productId === line.productId && known.variantId === line.variantId);
  return offer ? [{ ...line, unitPrice: priceFor(draft, offer) }] : [];
}

/** A line of a placed order that is to be changed: at the price it has there, or that it would get. */
export function pricedInOrder(draft: Draft, line: DraftLine, held: DraftLine[], offers: Offer[]): DraftLine[] {
  const known = held.find((one) => keyOf(one) === keyOf(line)) ?? held.find(({ productId }) => productId === line.productId);
  const offer = offers.find((one) => keyOf(one) === keyOf(line));
  if (known && keyOf(known) === keyOf(line)) return [{ ...line, unitPrice: known.unitPrice }];
  if (!offer) return [];
  return [{ ...line, unitPrice: draft.addsTo || !known ? addedPrice(draft, offer, held) : editPrice(offer, known) }];
}

/** Prices under the catalogue's that hold for her, by product. @param inOrder lines of a placed order: the prices that hold there */
export function grantedIn(drafts: Draft[], offers: Offer[], inOrder: DraftLine[]): Map<string, number[]> {
  const granted = new Map<string, number[]>();
  for (const { productId, unitPrice } of inOrder) granted.set(productId, [...(granted.get(productId) ?? []), unitPrice]);
  for (const draft of drafts)
    for (const offer of offers) {
      const price = priceFor(draft, offer);
      if (price < offer.unitPrice) granted.set(offer.productId, [...(granted.get(offer.productId) ?? []), price]);
    }
  return granted;
}

/** The one offer that something is about. */
export const keyOf = (one: { productId: string; variantId?: string }) => `${one.productId}/${one.variantId ?? ''}`;
