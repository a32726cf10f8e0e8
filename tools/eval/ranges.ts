import type { Product, Variant } from './shop.js';
import { flat, hasWords } from './words.js';

/** What one may cost: the seller's price, or less down to his floor when he lets his assistant bargain. */
export interface Range {
  least: number;
  most: number;
}

export const within = (value: number, { least, most }: Range) => value >= least && value <= most;
export const sumOf = (ranges: Range[]): Range => ({
  least: ranges.reduce((sum, { least }) => sum + least, 0),
  most: ranges.reduce((sum, { most }) => sum + most, 0),
});

/**
 * A floor is the product's: it holds for every size or colour that costs no less. A dearer one is only said for less once she has bargained: before, the price of another
 * size is a wrong price.
 */
export function range(product: Product, variant: Variant | undefined, bargained: boolean): Range {
  const most = variant?.price ?? product.price;
  const floor = product.floor !== undefined && product.floor <= most ? product.floor : most;
  return { least: most === product.price || bargained ? floor : most, most };
}

/** What several may come to: one of what each may cost. */
export const sumsOf = (each: Range[][]): Range[] =>
  each.reduce<Range[]>(
    (sums, ranges) => sums.flatMap((sum) => distinct(ranges).map((one) => sumOf([sum, one]))),
    [{ least: 0, most: 0 }],
  );
const distinct = (ranges: Range[]) => [...new Map(ranges.map((one) => [`${one.least}-${one.most}`, one])).values()];

/** What a product may be said to cost: only the sizes and colours named beside the amount, where they cost differently. */
export function rangesOf(product: Product, segment: string, bargained: boolean): Range[] {
  const { variants } = product;
  const all =
    variants.length === 0
      ? [range(product, undefined, bargained)]
      : variants.map((variant) => range(product, variant, bargained));
  if (new Set(variants.map(({ price }) => price)).size < 2) return all;
  const named = variants.filter(({ size, color }) => [size, color].every((one) => !one || hasWords(segment, flat(one))));
  const bySize = variants.filter(({ size }) => size && hasWords(segment, flat(size)));
  const picked = named.length > 0 ? named : bySize;
  return picked.length > 0 ? picked.map((variant) => range(product, variant, bargained)) : all;
}
