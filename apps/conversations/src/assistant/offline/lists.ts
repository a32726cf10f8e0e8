import { colorOf, LETTER_SIZE, numberOf } from './lexicon.js';
import { Product } from './catalogue.js';
import { findProducts } from './naming.js';
import { wordsOf } from './normalise.js';

/** Articles written one under the other, or with commas between them, as a list is. */

/** @returns at which words a line, or what follows a comma, begins; nothing when the text reads otherwise than its lines do */
export function breaksIn(text: string, words: string[]): number[] {
  const counts = text.split(/\n|[,;](?=\s)/).map((line) => wordsOf(line).length);
  const ends = counts.map((_, i) => counts.slice(0, i + 1).reduce((sum, count) => sum + count, 0));
  return ends.at(-1) === words.length ? ends.slice(0, -1) : [];
}

/**
 * Where the words of the next article may begin at the earliest, after an article that ends at `end`: what stands on that article's own line is its own. "air max 40 2", "sac 1"
 * are two Air Max; "stan smith 40 et 2", "air max 41" are two of the second, as the number was left hanging.
 */
export function endOfLine(end: number, next: number, words: string[], breaks: number[]): number {
  const at = breaks.find((one) => one >= end && one <= next);
  if (at === undefined) return end;
  return /^(et|plus|avec|puis)$/.test(words[at - 2] ?? '') ? end : at;
}

const SMALL = /^(et|x|en|taille|pointure|paires?|la|le|les|une?|du|de|d|des|lots?|pieces?)$/;

/** "air max 40 2": an article, its size, its number, and nothing else said. */
export function isListItem(words: string[], products: Product[]): boolean {
  const named = findProducts(words, products);
  const own = (word: string, at: number) =>
    named.some(({ start, end }) => at >= start && at < end) ||
    numberOf(word) !== undefined ||
    colorOf(word) !== undefined ||
    LETTER_SIZE.test(word) ||
    SMALL.test(word);
  return named.length === 1 && words.every(own);
}
