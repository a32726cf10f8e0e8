import { Draft } from '../assistant.js';
import { alike } from './alike.js';
import { Product } from './catalogue.js';
import { ProductMention } from './naming.js';
import { isEveryday } from './everyday.js';
import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';

const RANKS = [
  /^(premiere?|1er|1ere|1)$/,
  /^(deuxieme|second|seconde|2eme|2ieme|2)$/,
  /^(troisieme|3eme|3ieme|3)$/,
  /^(quatrieme|4eme|4ieme|4)$/,
  /^(cinquieme|5eme|5ieme|5)$/,
];

/** "le premier", "le 2eme", "le dernier", "les deux", "oui" of what was just listed. */
export function readRanks(words: string[], draft: Draft, products: Product[]): ProductMention[] {
  const shown = (draft.shown ?? []).flatMap((id) => products.find((known) => known.id === id) ?? []);
  const [only] = shown;
  if (draft.lastAsked !== 'product' || !only) return [];
  if (shown.length === 1) return takesTheOnlyOne(words) ? [{ candidates: [only], start: 0, end: 0 }] : [];
  const text = inOneLine(words);
  const dearest = / plus chere?s? /.test(text);
  if (dearest || / moins chere?s? /.test(text)) {
    const byPrice = shown.toSorted((a, b) => least(a) - least(b));
    const chosen = byPrice.at(dearest ? -1 : 0) ?? only;
    return [{ candidates: [chosen], start: words.length, end: words.length }];
  }
  if ((shown.length === 2 && / (les (deux|2)|chacune?) /.test(text)) || (shown.length === 3 && / les (trois|3) /.test(text))) {
    const at = words.indexOf('les');
    return shown.map((product, i) => ({ candidates: [product], start: at + Math.min(i, 1) * 2, end: at + 2 }));
  }
  for (const [at, word] of words.entries()) {
    const bare = /^\d$/.test(word);
    if (bare && words.length > 1 && !/^(le|la|numero)$/.test(words[at - 1] ?? '')) continue;
    const last = /^derniere?$/.test(word) && words[at + 1] !== 'prix';
    const product = shown[last ? shown.length - 1 : RANKS.findIndex((pattern) => pattern.test(word))];
    if (product) return [{ candidates: [product], start: at, end: at + 1 }];
  }
  return byWord(words, shown);
}

/** "le 13", "la longue": a word that only one of the shown products has in its name. */
function byWord(words: string[], shown: Product[]): ProductMention[] {
  for (const [at, word] of words.entries()) {
    if (!/^\d{2,}/.test(word) && (word.length < 4 || numberOf(word) !== undefined)) continue;
    const fitting = shown.filter((product) =>
      product.names.some((name) =>
        name.some(
          (part) => part === word || (!isEveryday(word) && alike(part, word)) || part === `${word}e` || `${part}e` === word,
        ),
      ),
    );
    const [product] = fitting;
    if (product && fitting.length === 1) return [{ candidates: [product], start: at, end: at + 1 }];
  }
  return [];
}

const least = (product: Product): number => Math.min(...product.offers.map((offer) => offer.unitPrice));

function takesTheOnlyOne(words: string[]): boolean {
  return /^(oui|ok|accord|prends|voila|exact|exactement|celui|celle)$/.test(
    words.find((word) => !['d', 'je', 'c', 'est'].includes(word)) ?? '',
  );
}
