import { isMeasure } from './lexicon.js';

const COUNTED = /^(paires?|pieces?|articles?|lots?|boites?|fois|x|en|de|ans|et|ou|unites?)$/;

/** "fais moi 25", "27 dernier prix": the thousands are left out of a price that is bargained for. */
export function withThousands(words: string[]): string[] {
  return words.map((word, at) => {
    const value = Number(word);
    if (!/^\d{2}$/.test(word) || value < 15) return word;
    const [before, after] = [` ${words.slice(Math.max(0, at - 4), at).join(' ')} `, words[at + 1] ?? ''];
    const next = ` ${words.slice(at + 1, at + 3).join(' ')} `;
    const proposed =
      / (fais|faire|faites|laisse|laissez|laisser) (le |la |les |ca )?(moi |nous )?(ca |la |le )?(a |pour )?$/.test(before) &&
      / (moi|nous|a|pour|faire|fais) $/.test(before);
    const last = / dernier prix $/.test(next) || / dernier prix (c est |a |de )?$/.test(before);
    return (proposed || last) && !COUNTED.test(after) && !isMeasure(after) ? String(value * 1_000) : word;
  });
}
