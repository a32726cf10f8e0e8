import type { Line } from './judge.js';
import { type Range, range, sumOf, within } from './ranges.js';
import type { Shop } from './shop.js';

/** What lines that are agreed may cost, by the seller's own list. */

/** What one of a line may cost; what the shop does not sell has no price at all. */
export function rangeOfLine(shop: Shop, line: Line, bargained: boolean): Range {
  const product = shop.products.find(({ name }) => name === line.product);
  if (!product) return { least: Infinity, most: -Infinity };
  const variant = product.variants.find(
    ({ size, color }) => (size ?? '') === (line.size ?? '') && (color ?? '') === (line.color ?? ''),
  );
  return range(product, variant, bargained);
}

/** What a cart may come to: a price agreed within the floor counts as it is, any other is replaced by the seller's. */
export function cartSum(shop: Shop, cart: Line[], bargained: boolean): Range {
  return sumOf(
    cart.map((line) => {
      const range = rangeOfLine(shop, line, bargained);
      const unit = within(line.unitPrice, range) ? { least: line.unitPrice, most: line.unitPrice } : range;
      return { least: unit.least * line.quantity, most: unit.most * line.quantity };
    }),
  );
}
