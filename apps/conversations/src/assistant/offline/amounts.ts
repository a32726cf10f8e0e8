import { isMeasure } from './lexicon.js';

/** From this amount on, a bare number is money: smaller ones count or measure. */
const MONEY_FROM = 1_000;

/** Whole FCFA named in the words: "45000", "30 mille", "400 f". */
export function readAmounts(words: string[]): number[] {
  return words.flatMap((word, at) => {
    if (!/^\d+$/.test(word) || word.length > 8) return [];
    const after = words[at + 1] ?? '';
    const currency = /^(f|fcfa|cfa|francs?)$/.test(after);
    const amount = Number(word);
    return currency || (amount >= MONEY_FROM && !word.startsWith('0') && !isMeasure(after)) ? [amount] : [];
  });
}
