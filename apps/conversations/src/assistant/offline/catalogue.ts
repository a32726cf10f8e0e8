import { Offer } from '../assistant.js';
import { colorOf, LETTER_SIZE } from './lexicon.js';
import { fold, wordsOf } from './normalise.js';

/** A product with its offers (one per variant, or one alone). */
export interface Product {
  id: string;
  name: string;
  /** The name's words and its folded form, read once: every word of a turn is compared with them. */
  words: string[];
  folded: string;
  /** Its name and whatever else the seller calls it, in words. */
  names: string[][];
  offers: Offer[];
}

export function groupByProduct(offers: Offer[]): Product[] {
  const products = new Map<string, Product>();
  for (const offer of offers) {
    const product = products.get(offer.productId) ?? {
      id: offer.productId,
      name: offer.productName,
      words: wordsOf(offer.productName),
      folded: fold(offer.productName),
      names: [offer.productName, ...(offer.aliases ?? [])].map((name) => wordsOf(name)).filter((words) => words.length > 0),
      offers: [],
    };
    if (!product.offers.some((known) => known.variantId === offer.variantId)) product.offers.push(offer);
    products.set(offer.productId, product);
  }
  return [...products.values()];
}

export function sizesOf(product: Product): string[] {
  return [...new Set(product.offers.flatMap((offer) => offer.size ?? []))].sort(bySize);
}

export function colorsOf(offers: Offer[]): string[] {
  return [...new Set(offers.flatMap((offer) => offer.color ?? []))];
}

/** Sizes with something left in them. */
export function sizesInStock(product: Product): string[] {
  return sizesOf(product).filter((size) => product.offers.some((offer) => offer.size === size && offer.available > 0));
}

export function inStock(product: Product): boolean {
  return product.offers.some((offer) => offer.available > 0);
}

export function sameSize(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && fold(a).replace(',', '.').trim() === fold(b).replace(',', '.').trim();
}

/** 'Blanche' and 'blanc' are the same colour; a colour the words do not know is compared as written. */
export function sameColor(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [x, y] = [fold(a), fold(b)];
  return (
    x === y ||
    wordsOf(x).some((word) => colorOf(word) !== undefined && wordsOf(y).some((other) => colorOf(other) === colorOf(word)))
  );
}

/** What the sizes of a product are, by the way they are written. */
export type SizeKind = 'number' | 'letter' | 'capacity' | 'length' | 'form';

/** « 38 » is a number, « XL » a letter, « 64 Go » a capacity, « 12 pouces » a length, « demi » or « 250 g » a form. */
export function sizeKind(sizes: string[]): SizeKind {
  const words = sizes.map((size) => wordsOf(size));
  const all = (fits: (of: string[]) => boolean) => words.length > 0 && words.every(fits);
  if (all((of) => of.length === 1 && /^\d/.test(of[0] ?? ''))) return 'number';
  if (all((of) => LETTER_SIZE.test(of.join('')))) return 'letter';
  if (all((of) => /^(go|to|mo)$/.test(of[1] ?? ''))) return 'capacity';
  if (all((of) => /^(pouce|cm|m)$/.test(of[1] ?? ''))) return 'length';
  return 'form';
}

/** Numbers and letters in their order; anything else as the seller listed it. */
function bySize(a: string, b: string): number {
  const [x, y] = [Number(a.replace(',', '.')), Number(b.replace(',', '.'))];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  const order = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL'];
  const [i, j] = [order.indexOf(a.toUpperCase()), order.indexOf(b.toUpperCase())];
  return i >= 0 && j >= 0 ? i - j : 0;
}
