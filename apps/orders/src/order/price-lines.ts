import type { AgreedLine, OrderLine, OrderRejectedV1, RefusedLine } from '#contracts';
import type { Product } from '../catalogue/product.entity.js';

/** Why an order cannot be taken, line by line. */
export interface Refusal {
  reason: OrderRejectedV1['reason'];
  refused: RefusedLine[];
}

/** Prices what was agreed from the catalogue, never from the agreement. @returns the refusal when something agreed is not on sale */
export function priceLines(agreed: AgreedLine[], products: ReadonlyMap<string, Product>): OrderLine[] | Refusal {
  const refused = agreed.filter((line) => !itemOf(line, products)).map((line) => refusedLine(line, products));
  if (refused.length > 0) return { reason: 'unknown-product', refused };
  return agreed.map((line) => {
    const { product, variant } = itemOf(line, products)!;
    const unitPrice = variant?.ownPrice ?? product.unitPrice;
    const [size, color] = variant ? [variant.size, variant.color] : [line.size, line.color];
    return {
      productId: product.id,
      ...(variant ? { variantId: variant.id } : {}),
      ...(size ? { size } : {}),
      ...(color ? { color } : {}),
      quantity: line.quantity,
      productName: product.name,
      unitPrice,
      lineTotal: unitPrice * line.quantity,
    };
  });
}

/**
 * The lines that are short, an item asked for in several lines counted once over all of them.
 * @param held lines whose goods are put by for this order already, and so are left to it
 */
export function shortage(lines: OrderLine[], products: ReadonlyMap<string, Product>, held: AgreedLine[] = []): Refusal {
  const item = (line: AgreedLine) => line.variantId ?? line.productId;
  const ofItem = (among: AgreedLine[], line: AgreedLine) =>
    among.filter((other) => item(other) === item(line)).reduce((sum, { quantity }) => sum + quantity, 0);
  const refused = lines
    .map((line) => refusedLine(line, products))
    .map((line) => ({ ...line, available: line.available + ofItem(held, line.asked) }))
    .filter(({ asked, available }) => ofItem(lines, asked) > available);
  return { reason: 'out-of-stock', refused };
}

/** Whether a line names something that can be sold. */
export const isOnSale = (line: AgreedLine, products: ReadonlyMap<string, Product>): boolean =>
  itemOf(line, products) !== undefined;

/** What a line means, when it is on sale. */
function itemOf(line: AgreedLine, products: ReadonlyMap<string, Product>) {
  const product = products.get(line.productId);
  if (!product?.active) return undefined;
  if (product.variants.length === 0) return line.variantId ? undefined : { product };
  const variant = product.variantFor(line);
  return variant?.active ? { product, variant } : undefined;
}

/** A line that cannot be served, with how many there are. */
export function refusedLine(line: AgreedLine, products: ReadonlyMap<string, Product>): RefusedLine {
  const { productId, variantId, size, color, quantity } = line;
  const product = products.get(productId);
  const item = itemOf(line, products);
  return {
    asked: { productId, ...(variantId ? { variantId } : {}), ...(size ? { size } : {}), ...(color ? { color } : {}), quantity },
    ...(product ? { productName: product.name } : {}),
    available: item ? (item.variant ?? item.product).available : 0,
  };
}
