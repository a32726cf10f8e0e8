import { alike } from '../assistant/offline/alike.js';

/** Share of the words' three-letter pieces that two words have in common, 0 to 1. */
function similarity(a: string, b: string): number {
  const [x, y] = [pieces(a), pieces(b)];
  let common = 0;
  for (const piece of x) if (y.includes(piece)) common += 1;
  return common / (x.length + y.length - common);
}

/** The words of customers and shops come again and again; so many are kept in pieces. */
const KEPT_WORDS = 5_000;
const cut = new Map<string, string[]>();

function pieces(word: string): string[] {
  const known = cut.get(word);
  if (known) return known;
  if (cut.size >= KEPT_WORDS) cut.clear();
  const padded = `  ${word} `;
  const found = [...new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)))];
  cut.set(word, found);
  return found;
}

/** Below this two words have nothing to do with each other. */
const RESEMBLES = 0.45;

/** What a slip or an ending away weighs; less is a word that only resembles. */
export const A_SLIP_AWAY = 0.8;

/** How far an asked word means another: 1 the same, 0.8 a slip or an ending away, less for one that resembles it, 0 for any other. */
export function fit(asked: string, word: string): number {
  if (asked === word) return 1;
  if (alike(word, asked)) return A_SLIP_AWAY;
  const near = similarity(asked, word);
  return near >= RESEMBLES ? near * 0.7 : 0;
}

/** Two words written as one are two words found. */
const TWO_IN_ONE = 1.5;

/** How well one name fits what is asked, 0 when no word does. Words written together ("airmax") count as those they are made of, on either side. */
function score(asked: string[], name: string, fits: typeof fit): number {
  const words = name.split(' ');
  const joined = pairsOf(words);
  const askedJoined = pairsOf(asked);
  let sum = 0;
  for (const [at, word] of asked.entries()) {
    const best = Math.max(...words.map((other) => fits(word, other)));
    const asOne = joined.some((pair) => pair === word || (word.length >= 5 && alike(pair, word)));
    const half = [askedJoined[at], askedJoined[at - 1]].some((pair) => pair !== undefined && words.includes(pair));
    sum += Math.max(best, asOne ? TWO_IN_ONE : 0, half ? TWO_IN_ONE / 2 : 0);
  }
  // Of two names that fit alike, the shorter one says less that was not asked for.
  return sum === 0 ? 0 : sum - words.length * 0.01;
}

/** Each two words that follow each other, as one. */
export const pairsOf = (words: string[]): string[] => words.slice(1).map((word, at) => `${words[at]}${word}`);

/** A product to be ranked. `names`: its names and colours as plain words, one name a line. */
export interface Candidate {
  productId: string;
  names: string;
  available: number;
}

/** Those of the products that answer to the asked words, best first; of two that fit alike, the one that can be had. */
export function rankProducts(asked: string[], candidates: Candidate[]): string[] {
  const fits = remembered(fit);
  return candidates
    .map((one) => ({ ...one, score: Math.max(...one.names.split('\n').map((name) => score(asked, name, fits))) }))
    .filter((one) => one.score > 0)
    .sort(
      (a, b) => b.score - a.score || Number(b.available > 0) - Number(a.available > 0) || (a.productId < b.productId ? -1 : 1),
    )
    .map((one) => one.productId);
}

/** The names of a shop share their words: each pair is compared once. */
function remembered(compare: typeof fit): typeof fit {
  const known = new Map<string, number>();
  return (asked, word) => {
    const pair = `${asked} ${word}`;
    const before = known.get(pair);
    if (before !== undefined) return before;
    const found = compare(asked, word);
    known.set(pair, found);
    return found;
  };
}
