import { Offer } from '../assistant.js';
import { colorOf, isFrench, isGeneric, wornAs } from './lexicon.js';
import { alike, fold, wordsOf } from './normalise.js';

/** A product with its offers (one per variant, or one alone). */
export interface Product {
  id: string;
  name: string;
  /** The name's words and its folded form, read once: every word of a turn is compared with them. */
  words: string[];
  folded: string;
  offers: Offer[];
}

/** A place in the words where a product is named; several candidates when the words fit them equally ("nike"). */
export interface ProductMention {
  candidates: Product[];
  /** Positions in the words, end exclusive. */
  start: number;
  end: number;
}

export function groupByProduct(offers: Offer[]): Product[] {
  const products = new Map<string, Product>();
  for (const offer of offers) {
    const product = products.get(offer.productId) ?? {
      id: offer.productId,
      name: offer.productName,
      words: wordsOf(offer.productName),
      folded: fold(offer.productName),
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

/** Whether to ask for a size: the seller listed some, or the goods are worn. */
export function hasSize(product: Product, shopName: string): boolean {
  return sizesOf(product).length > 0 || wornAs(fold(product.name)) !== undefined || wornAs(fold(shopName)) === 'shoes';
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

/** Finds the products named in the words, left to right: "2 airmax et 1 stan smit" has two. */
export function findProducts(words: string[], products: Product[]): ProductMention[] {
  const found: ProductMention[] = [];
  for (let position = 0; position < words.length;) {
    const best = bestAt(words, position, products);
    if (best) found.push(best);
    position = best ? best.end : position + 1;
  }
  return found;
}

function bestAt(words: string[], start: number, products: Product[]): ProductMention | undefined {
  let best: { score: number; end: number; candidates: Product[] } | undefined;
  for (const product of products) {
    const match = matchFrom(words, start, product.words);
    if (!match) continue;
    if (!best || match.score > best.score) best = { ...match, candidates: [product] };
    else if (match.score === best.score) best.candidates.push(product);
  }
  return best && { candidates: best.candidates, start, end: best.end };
}

/** How many of the name's words follow each other from `start`, in any order, written together or with a slip. */
function matchFrom(words: string[], start: number, name: string[]): { score: number; end: number } | undefined {
  const left = [...name];
  let [position, score, distinctive, telling] = [start, 0, false, 0];
  while (position < words.length) {
    const taken = takeOne(words, position, left);
    if (!taken) break;
    score += taken.names.length - (taken.exact ? 0 : 0.1);
    distinctive ||= taken.names.some(isDistinctive) || taken.joined;
    telling += taken.names.filter((part) => isGeneric(part) || isDistinctive(part)).length;
    position += taken.words;
  }
  return distinctive || telling >= 2 ? { score, end: position } : undefined;
}

/** A word that names a product on its own: not "max", "à", "90" or "femme". */
function isDistinctive(part: string): boolean {
  return part.length > 1 && !isGeneric(part) && !isFrench(part) && !/^\d/.test(part);
}

interface Taken {
  names: string[];
  words: number;
  exact: boolean;
  joined: boolean;
}

function takeOne(words: string[], position: number, left: string[]): Taken | undefined {
  const word = words[position] ?? '';
  const exact = left.indexOf(word);
  if (exact >= 0) return { names: left.splice(exact, 1), words: 1, exact: true, joined: false };
  // "airmax" for "air max", "stansmith" for "stan smith"
  for (let from = 0; from < left.length - 1; from++) {
    const together = `${left[from]}${left[from + 1]}`;
    if (together.length >= 5 && word.length >= 5 && (together === word || alike(together, word)))
      return { names: left.splice(from, 2), words: 1, exact: true, joined: true };
  }
  // "adi das" for "adidas"
  const split = left.findIndex((part) => part.length >= 5 && `${word}${words[position + 1] ?? ''}` === part);
  if (split >= 0) return { names: left.splice(split, 1), words: 2, exact: true, joined: false };
  if (isFrench(word)) return undefined;
  const close = left.findIndex((part) => alike(part, word));
  return close >= 0 ? { names: left.splice(close, 1), words: 1, exact: false, joined: false } : undefined;
}

/** The words worth a catalogue search: neither everyday French nor numbers nor words for goods in general. */
export function searchWords(words: string[]): string[] {
  return words.filter(
    (word) => word.length > 1 && !/^\d/.test(word) && !isFrench(word) && !isGeneric(word) && colorOf(word) === undefined,
  );
}

function bySize(a: string, b: string): number {
  const [x, y] = [Number(a.replace(',', '.')), Number(b.replace(',', '.'))];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  const order = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL'];
  return order.indexOf(a.toUpperCase()) - order.indexOf(b.toUpperCase()) || (a < b ? -1 : 1);
}
