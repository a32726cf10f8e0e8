import { alike } from './alike.js';
import type { Product } from './catalogue.js';
import { isEveryday } from './everyday.js';
import { colorOf, isPacking, numberOf } from './lexicon.js';

/** A place in the words where a product is named; several candidates when the words fit them equally ("nike"). */
export interface ProductMention {
  candidates: Product[];
  /** Positions in the words, end exclusive. */
  start: number;
  end: number;
}

/** Finds the products named in the words, left to right: "2 airmax et 1 stan smit" has two. */
export function findProducts(words: string[], products: Product[]): ProductMention[] {
  const found: ProductMention[] = [];
  for (let position = 0; position < words.length;) {
    const best = apart(bestAt(words, position, products), words, products);
    if (best) found.push(best);
    position = best ? best.end : position + 1;
  }
  return found;
}

/** « attiéké et poisson fumé » are two where what follows the « et » is an article by a longer name than the menu of both says. */
function apart(best: ProductMention | undefined, words: string[], products: Product[]): ProductMention | undefined {
  const join = best ? words.indexOf('et', best.start) : -1;
  if (!best || join < 0 || join >= best.end) return best;
  const [left, right] = [bestAt(words.slice(0, join), best.start, products), bestAt(words, join + 1, products)];
  return left && right && right.end > best.end ? left : best;
}

function bestAt(words: string[], start: number, products: Product[]): ProductMention | undefined {
  let best: { score: number; end: number; candidates: Product[] } | undefined;
  for (const product of products) {
    const match = bestName(words, start, product);
    if (!match) continue;
    if (!best || match.score > best.score) best = { ...match, candidates: [product] };
    else if (match.score === best.score) best.candidates.push(product);
  }
  return best && { candidates: best.candidates, start, end: best.end };
}

interface Match {
  score: number;
  end: number;
}

/** By its name or by an alias, whichever the words fit best. */
function bestName(words: string[], start: number, product: Product): Match | undefined {
  let best: Match | undefined;
  for (const name of product.names) {
    const match = matchFrom(words, start, name);
    if (match && (!best || match.score > best.score)) best = match;
  }
  return best;
}

/** Small words that may stand between the words of a name ("pack d'eau", "lait de carotte"). */
const LINKS = new Set('d de du des la le les l a au aux en pour avec'.split(' '));

/**
 * How well the words from `start` on fit a name, in any order, written together or with a slip. A word that names nothing by itself
 * ("max", "rouge", "90", "grand") counts beside one that does; the first word of a name weighs a little more than the others, and a name
 * said whole more than a part of one.
 */
function matchFrom(words: string[], start: number, name: string[]): Match | undefined {
  // « je reviens à la Puma » names no « Sac à dos Puma » by its « à »
  if (/^(et|d|de|du|des|la|le|les|l|a|aux?|en|pour|avec)$/.test(words[start] ?? '') && name[0] !== words[start]) return undefined;
  const left: (string | undefined)[] = [...name];
  let [position, end, score, telling, said] = [start, start, 0, 0, 0];
  let head = false;
  while (position < words.length) {
    const taken = takeOne(words, position, left);
    if (!taken) {
      if (end === start || !LINKS.has(words[position] ?? '') || position - end >= 2) break;
      position += 1;
      continue;
    }
    head ||= taken.at.includes(0);
    said += taken.at.length;
    score += taken.at.length - (taken.exact ? 0 : 0.1);
    // "max" or "lin" in the middle of a name is too short to name it alone
    telling += taken.at.filter((at) => isTelling(name[at] ?? '') && (at === 0 || (name[at] ?? '').length > 3)).length;
    for (const at of taken.at) left[at] = undefined;
    position += taken.words;
    end = position;
  }
  const whole = said === name.length;
  const noun = (whole || head) && colorOf(words[start] ?? '') === undefined && inNounPosition(words, start);
  // a number, a colour or a link is not enough to make two everyday words a name
  const twoWords =
    said >= 2 && name.filter((word, at) => left[at] === undefined && word.length > 2 && !/^\d/.test(word)).length >= 2;
  if (end === start || (telling === 0 && !twoWords && !noun)) return undefined;
  return { score: score + (whole ? 0.5 : 0) + (head ? 0.3 : 0), end };
}

/** A word that names a product on its own: neither everyday talk, nor a colour, nor a number, nor what goods are packed in. */
export function isTelling(part: string): boolean {
  return part.length > 1 && !isEveryday(part) && !/^\d+$/.test(part) && colorOf(part) === undefined && !isPacking(part);
}

/** "une montre", "2 cartes", or the word alone; "montrez-moi" is none. */
export function inNounPosition(words: string[], at: number): boolean {
  const before = words[at - 1];
  return (
    (before !== undefined &&
      (/^(une?|la|les?|l|des?|d|du|vos|votre|cette|ce|cet|ces|mon|ma|as|avez|cherche)$/.test(before) ||
        numberOf(before) !== undefined)) ||
    words.length === 1
  );
}

interface Taken {
  /** Positions in the name. */
  at: number[];
  words: number;
  exact: boolean;
}

function takeOne(words: string[], position: number, left: (string | undefined)[]): Taken | undefined {
  const word = words[position] ?? '';
  const exact = left.indexOf(word);
  // a number belongs to a name only after the word it follows there: "jordan 4", not "4 jordan"
  if (exact >= 0 && (!/^\d+$/.test(word) || (exact > 0 && left[exact - 1] === undefined)))
    return { at: [exact], words: 1, exact: true };
  // "airmax" for "air max", "stansmith" for "stan smith"
  if (word.length >= 5)
    for (let from = 0; from < left.length - 1; from++) {
      const together = left[from] !== undefined && left[from + 1] !== undefined ? `${left[from]}${left[from + 1]}` : '';
      if (together.length >= 5 && (together === word || alike(together, word)))
        return { at: [from, from + 1], words: 1, exact: true };
    }
  // "adi das" for "adidas", "a 15" for "a15", "air pod" for "airpods"
  const next = words[position + 1] ?? '';
  const both = `${word}${next}`;
  const slip = next.length > 2 && !/\d/.test(both) && colorOf(word) === undefined && colorOf(next) === undefined;
  const split =
    next === ''
      ? -1
      : left.findIndex(
          (part) =>
            part !== undefined &&
            ((part === both && (part.length >= 5 || /\d/.test(part))) || (slip && part.length >= 6 && alike(part, both))),
        );
  if (split >= 0) return { at: [split], words: 2, exact: true };
  if (isEveryday(word) || /^\d/.test(word) || colorOf(word) !== undefined) return undefined;
  const close = left.findIndex((part) => part !== undefined && alike(part, word));
  return close >= 0 ? { at: [close], words: 1, exact: false } : undefined;
}
