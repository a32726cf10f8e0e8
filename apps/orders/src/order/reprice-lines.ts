import type { AgreedLine, OrderLine } from '#contracts';
import type { Product } from '../catalogue/product.entity.js';
import { isOnSale, type PricedLine, priceLines, type Refusal, refusedLine } from './price-lines.js';
import { priceFor } from './price-rule.js';

/**
 * Prices the lines of an order that the shop changes. What is still on sale costs what the catalogue says now; what left the catalogue since may stay at its old
 * price, in the same number or fewer; unless the shop gives a price by hand.
 * @param held the lines until now
 * @returns the refusal when something asked for can neither be sold nor kept
 */
export function repriceLines(
  asked: AgreedLine[],
  held: OrderLine[],
  products: ReadonlyMap<string, Product>,
): PricedLine[] | Refusal {
  const kept = new Map(asked.filter((line) => !isOnSale(line, products)).map((line) => [line, heldLike(line, held)] as const));
  const refused = [...kept].filter(([, like]) => !like || grows(like, kept, held)).map(([line]) => refusedLine(line, products));
  if (refused.length > 0) return { reason: 'unknown-product', refused };
  return asked.flatMap((line) => {
    const like = kept.get(line);
    if (!like) return priceLines([line], products, 'shop') as PricedLine[];
    const unitPrice = priceFor(like, line.agreedPrice, 'shop')!;
    return { ...like, quantity: line.quantity, unitPrice, lineTotal: unitPrice * line.quantity };
  });
}

const itemOf = ({ productId, variantId }: AgreedLine) => variantId ?? productId;
const quantityOf = (lines: AgreedLine[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** The line until now that a line means: by its variant, else by the size and colour it names. */
function heldLike(line: AgreedLine, held: OrderLine[]): OrderLine | undefined {
  const fits = (said: string | undefined, has: string | undefined) => said === undefined || said === has;
  const its = held.filter(({ productId }) => productId === line.productId);
  if (line.variantId) return its.find(({ variantId }) => variantId === line.variantId);
  return its.find(({ size, color }) => fits(line.size, size) && fits(line.color, color));
}

/** Whether more of an item is asked for, over all its lines, than the order has. */
function grows(like: OrderLine, kept: ReadonlyMap<AgreedLine, OrderLine | undefined>, held: OrderLine[]): boolean {
  const asked = [...kept].filter(([, other]) => other && itemOf(other) === itemOf(like)).map(([line]) => line);
  return quantityOf(asked) > quantityOf(held.filter((line) => itemOf(line) === itemOf(like)));
}
