import type { AgreedLine, OrderLine } from '#contracts';
import type { Product } from '../catalogue/product.entity.js';
import { isOnSale, type PricedLine, priceLines, type Refusal, refusedLine } from './price-lines.js';

/**
 * Prices the lines of an order that its customer changes. What she has already keeps the price she agreed to; what is new to the order costs what the catalogue says,
 * or what she was granted down to the floor price; what left the catalogue since may stay, in the same number or fewer.
 * @param asked all the lines from now on
 * @param held the lines until now
 * @returns the refusal when something can neither be sold nor kept, or not for so little
 */
export function customerLines(
  asked: AgreedLine[],
  held: OrderLine[],
  products: ReadonlyMap<string, Product>,
): PricedLine[] | Refusal {
  const lines: PricedLine[] = [];
  for (const line of asked) {
    const like = held.find((one) => isSame(one, line));
    if (like && (isOnSale(line, products) || line.quantity <= like.quantity)) {
      const { unitPrice } = like;
      lines.push({ ...like, quantity: line.quantity, lineTotal: unitPrice * line.quantity });
      continue;
    }
    if (like) return { reason: 'unknown-product', refused: [refusedLine(line, products)] };
    const priced = priceLines([line], products, 'assistant');
    if (!Array.isArray(priced)) return priced;
    lines.push(...priced);
  }
  return lines;
}

/** By the variant, or, of a product without variants, by what is noted of it. */
const isSame = (held: OrderLine, line: AgreedLine): boolean =>
  held.productId === line.productId &&
  held.variantId === line.variantId &&
  (line.variantId !== undefined || (held.size === line.size && held.color === line.color));
