import { sameSize } from './catalogue.js';
import { inOneLine } from './normalise.js';
import { Slots } from './slots.js';

/** A size given up for another one. */
export interface SizeChange {
  from: string;
  to: string;
}

/** "change 39 en 40", "le 39 par le 40", "du 40 à la place du 39", "39, pas 38": which size goes and which comes; undefined when she says no such thing. */
export function sizeChange({ sizes }: Slots, words: string[]): SizeChange | undefined {
  if (sizes.length !== 2) return undefined;
  const said = inOneLine(words);
  for (const [from, to] of [sizes, sizes.toReversed()]) {
    if (from === undefined || to === undefined || sameSize(from, to)) continue;
    const [old, fresh] = [from, to].map((size) => size.toLowerCase().replace(/[^a-z0-9. ]/g, ''));
    const beside = String.raw`(?:(?:en fait|finalement|plutot|svp|stp|hein|moi|maintenant|merci|taille|pointure) )*`;
    const small = String.raw`(?:(?:le|la|du|de|en|une?|taille|pointure|ca|d) )*`;
    const swaps = new RegExp(
      String.raw` ${old} (?:(?:la|ci) )?(?:en|par|contre|au|pour) ${small}${fresh} | ${fresh} ${beside}(?:(?:a la place|au lieu) (?:de|du|d)|(?:et |mais )?(?:pas|non)) ${small}${old} | pas ${small}${old} (?:mais )?(?:c est )?${small}${fresh} `,
    );
    if (swaps.test(said)) return { from, to };
  }
  return undefined;
}
