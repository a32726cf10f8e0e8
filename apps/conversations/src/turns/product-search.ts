import { alike, wordsOf } from '../assistant/offline/normalise.js';

/** Share of the words' three-letter pieces that two words have in common, 0 to 1. */
function similarity(a: string, b: string): number {
  const [x, y] = [pieces(a), pieces(b)];
  let common = 0;
  for (const piece of x) if (y.has(piece)) common += 1;
  return common / (x.size + y.size - common);
}

const pieces = (word: string) => {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
};

/** Below this two words have nothing to do with each other. */
const RESEMBLES = 0.45;

/** How well one name fits the query, 0 when no word does. Words written together ("airmax") count as those they are made of. */
function score(query: string[], name: string): number {
  const words = name.split(' ');
  const joined = words.slice(1).map((word, i) => `${words[i]}${word}`);
  let sum = 0;
  for (const word of query) {
    if (words.includes(word)) sum += 1;
    else if (joined.some((pair) => pair === word || (word.length >= 5 && alike(pair, word)))) sum += 1.5;
    else if (words.some((other) => alike(other, word))) sum += 0.8;
    else sum += Math.max(0, ...words.map((other) => similarity(other, word)).filter((s) => s >= RESEMBLES)) * 0.7;
  }
  // Of two names that fit alike, the shorter one says less that was not asked for.
  return sum === 0 ? 0 : sum - words.length * 0.01;
}

/**
 * Products that answer to the query, best first, accents, case and typing slips forgiven.
 * @param products `recherche`: name, aliases and colours as plain words, one a line
 */
export function bestProducts(query: string, products: { id_produit: string; recherche: string }[]): string[] {
  const words = wordsOf(query);
  return products
    .map(({ id_produit, recherche }) => ({
      id_produit,
      score: Math.max(...recherche.split('\n').map((name) => score(words, name))),
    }))
    .filter((product) => product.score > 0)
    .sort((a, b) => b.score - a.score || (a.id_produit < b.id_produit ? -1 : 1))
    .map((product) => product.id_produit);
}
