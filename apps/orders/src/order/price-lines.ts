import type { AgreedLine, OrderLine, OrderRejectedV1, RefusedLine } from '#contracts';
import type { Product } from '../catalogue/product.entity.js';
import { priceFor, type PriceGiver } from './price-rule.js';

/** Why an order cannot be taken, line by line. */
export interface Refusal {
  reason: OrderRejectedV1['reason'];
  refused: RefusedLine[];
}

/** A line with its price; a draft keeps the price that the shop gave by hand when it is priced anew. FCFA. */
export interface PricedLine extends OrderLine {
  givenPrice?: number;
}

/** Prices what was agreed from the catalogue. @returns the refusal when something agreed is not on sale, or not for so little */
export function priceLines(agreed: AgreedLine[], products: ReadonlyMap<string, Product>, by: PriceGiver): PricedLine[] | Refusal {
  const unknown = agreed.filter((line) => !itemOf(line, products)).map((line) => refusedLine(line, products));
  if (unknown.length > 0) return { reason: 'unknown-product', refused: unknown };
  const dearer = agreed.filter((line) => costOf(line, products, by) === undefined);
  if (dearer.length > 0) return { reason: 'price-changed', refused: dearer.map((line) => dearerLine(line, products)) };
  return agreed.map((line) => {
    const { product, variant } = itemOf(line, products)!;
    const unitPrice = costOf(line, products, by)!;
    const size = variant ? variant.size : line.size;
    // Of a product without colours the one she wished for stays written, so that the shop reads it; a variant's own colour goes first.
    const color = variant ? (variant.color ?? wishedColor(line, product)) : line.color;
    return {
      productId: product.id,
      ...(variant ? { variantId: variant.id } : {}),
      ...(size ? { size } : {}),
      ...(color ? { color } : {}),
      quantity: line.quantity,
      productName: product.name,
      unitPrice,
      lineTotal: unitPrice * line.quantity,
      ...(by === 'shop' && line.agreedPrice !== undefined ? { givenPrice: line.agreedPrice } : {}),
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

/** A colour asked for of a product that has none to choose from. */
const wishedColor = ({ color }: AgreedLine, { variants }: Product) =>
  variants.some((variant) => variant.color) ? undefined : color;

/** What one of a line that is on sale costs; undefined when it is refused. */
function costOf(line: AgreedLine, products: ReadonlyMap<string, Product>, by: PriceGiver): number | undefined {
  const { product, variant } = itemOf(line, products)!;
  return priceFor(product.priceOf(variant), line.agreedPrice, by);
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

/** A line that is not sold for so little, with what one costs now. */
function dearerLine(line: AgreedLine, products: ReadonlyMap<string, Product>): RefusedLine {
  const { asked, ...refused } = refusedLine(line, products);
  const { product, variant } = itemOf(line, products)!;
  return { ...refused, asked: { ...asked, agreedPrice: line.agreedPrice }, unitPrice: product.priceOf(variant).unitPrice };
}
