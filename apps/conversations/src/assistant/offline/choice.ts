import { Interest, Offer } from '../assistant.js';
import { colorsOf, inStock, Product, sameColor, sameSize, sizesInStock, sizesOf } from './catalogue.js';

/** Where she stands between naming a product and having exactly one offer in the quantity she wants. */
export type Choice =
  | { state: 'ready'; offer: Offer; quantity: number; size?: string; color?: string }
  | { state: 'size-missing' }
  | { state: 'color-missing'; colors: string[]; size?: string }
  | { state: 'sold-out' }
  | { state: 'size-sold-out'; size: string; others: string[] }
  | { state: 'no-such-size'; size: string; others: string[] }
  | { state: 'no-such-color'; color: string; others: string[] }
  | { state: 'short'; offer: Offer; left: number; size?: string; color?: string };

/**
 * Narrows a product down to one offer by size and colour. A product without variants keeps what she said as a note for the seller;
 * `needsSize`: it is asked for although none is listed; `taken` is what the draft's other lines already use of an offer.
 */
export function choose(product: Product, interest: Interest, needsSize: boolean, taken: (offer: Offer) => number): Choice {
  if (!inStock(product)) return { state: 'sold-out' };
  let offers = product.offers;
  let size = interest.size;
  let color = interest.color;
  const sizes = sizesOf(product);
  const there = sizesInStock({
    ...product,
    offers: color ? offers.filter((offer) => !offer.color || sameColor(offer.color, color)) : offers,
  });
  if (sizes.length === 1 || (there.length === 1 && color)) size ??= there[0] ?? sizes[0];
  const made = colorsOf(offers.filter((offer) => offer.available > 0));
  if (!size && color && made.length > 0 && !made.some((one) => sameColor(one, color)))
    return { state: 'no-such-color', color, others: made };
  if (!size && (sizes.length > 0 || needsSize)) return { state: 'size-missing' };
  if (size && sizes.length > 0) {
    const others = sizesInStock(product).filter((other) => !sameSize(other, size));
    offers = offers.filter((offer) => sameSize(offer.size, size));
    if (offers.length === 0) return { state: 'no-such-size', size, others };
    if (offers.every((offer) => offer.available < 1)) return { state: 'size-sold-out', size, others };
  }
  const colors = colorsOf(offers.filter((offer) => offer.available > 0));
  if (colors.length > 0) {
    if (colors.length === 1) color ??= colors[0];
    if (!color) return { state: 'color-missing', colors, ...(size ? { size } : {}) };
    offers = offers.filter((offer) => offer.available > 0 && sameColor(offer.color, color));
    if (offers.length === 0) return { state: 'no-such-color', color, others: colors };
  }
  const offer = offers.find((candidate) => candidate.available > 0);
  if (!offer) return { state: 'sold-out' };
  const quantity = interest.quantity ?? 1;
  const left = offer.available - taken(offer);
  const detail = { ...(size ? { size } : {}), ...(color ? { color } : {}) };
  return left < quantity
    ? { state: 'short', offer, left: Math.max(left, 0), ...detail }
    : { state: 'ready', offer, quantity, ...detail };
}
