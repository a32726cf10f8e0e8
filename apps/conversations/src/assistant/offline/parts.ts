import { numberOf } from './lexicon.js';

/** So many of one size or one colour. */
export interface Part {
  size?: string;
  color?: string;
  quantity: number;
}

/** A size or colour, and the word it was read from. */
export interface Found {
  kind: 'size' | 'color';
  value: string;
  at: number;
}

/** At least two sizes, or two colours, each with its own number before it. */
export function partsOf(found: Found[], words: string[]): Part[] | undefined {
  for (const kind of ['size', 'color'] as const) {
    const own = found.filter((one) => one.kind === kind).sort((a, b) => a.at - b.at);
    const parts = own.flatMap(({ value, at }) => {
      let before = at - 1;
      while (/^(en|de|du|taille|pointure|paire|le|la|couleur|§)$/.test(words[before] ?? '')) before--;
      const quantity = own.some((one) => one.at === before) ? undefined : numberOf(words[before]);
      return quantity !== undefined && quantity < 100 ? [{ [kind]: value, quantity }] : [];
    });
    if (parts.length >= 2 && parts.length === own.length) return parts;
  }
  return undefined;
}

/** "la grande" of 250 ml and 500 ml: the seller lists them from small to large. */
export function byExtent(words: string[], sizes: string[]): string[] {
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined || sizes.length < 2 || /^\d+$|^x*[sml]$/i.test(smallest)) return [];
  if (words.some((word) => /^(grande?s?|gros|grosse|max)$/.test(word))) return [largest];
  return words.some((word) => /^(petite?s?|mini)$/.test(word)) ? [smallest] : [];
}
