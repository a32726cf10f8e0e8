import { colorOf } from './lexicon.js';
import { fold } from './normalise.js';

const CALLED = String.raw`(?:bonjour|bonsoir|salut|bjr|bsr|slt|coucou|cc|merci|hello|tantie|tata|tonton|maman|papa|madame|mme|monsieur|mr|mlle|dame|chere?|ma|la belle|grande? soeur)`;

/** "bonjour tantie Rose": a seller whose name is a colour too is greeted, and nothing is wanted in rose. Her words without the name. */
export function withoutSellersName(text: string, name: string | undefined): string {
  const called = fold(name ?? '');
  if (called === '' || !/^\p{L}+$/u.test(called) || colorOf(called) === undefined) return text;
  const found = new RegExp(String.raw`(?<![\p{L}])${CALLED},?\s+(${called})(?![\p{L}])`, 'u').exec(fold(text));
  if (!found) return text;
  const at = found.index + found[0].length - called.length;
  return `${text.slice(0, at).trimEnd()},${text.slice(at + called.length)}`;
}
