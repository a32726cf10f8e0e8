import { inFigures } from './guard-figures.js';
import { fold } from './offline/normalise.js';

/** Reading a reply the way a customer does, so that no disguise of a claim passes: one spelling, figures for numbers in words. */

/** One spelling for what looks alike: wide, circled and keycap digits are digits, characters nobody sees are gone, and so is what is put between letters or figures. */
export function legible(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Me}\ufe00-\ufe0f]/gu, '')
    .replace(/[\u0300-\u036f](?=[\u0300-\u036f])/g, '')
    .replace(/[*_~`]/g, '')
    .replace(/(?<=\d)[oO]+(?![a-np-zA-NP-Zà-ÿ])/g, (run) => '0'.repeat(run.length))
    .replace(/(?<=\d)[lI|](?=\d)/g, '1')
    .replace(/(?<![\d.,])\d(?: \d){2,}(?![\d.,])/g, (run) => run.replaceAll(' ', ''))
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}[ .\-+/]){3,}\p{L}(?![\p{L}\p{N}])/gu, (run) => run.replace(/[ .\-+/]/g, ''));
}

/** Letters and figures of another script, which look like ours and are not, or cannot be checked. */
export const otherScripts = (text: string): string[] =>
  text.normalize('NFKC').match(/(?:(?!\p{Script=Latin})\p{L})+|(?:(?![0-9])\p{Nd})+|\p{Nl}+/gu) ?? [];

/** One reply is read by every check of the guard. */
const KEPT = 100;
const kept = new Map<string, string>();

/** A text as its claims are looked for in it: legible, folded, in figures. */
export function read(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const result = inFigures(fold(legible(text)));
  kept.set(text, result);
  return result;
}
