import { isEveryday } from './everyday.js';
import { colorOf, isMeasure, numberOf } from './lexicon.js';

/** Goods of her list that are not sold here, each with a number of its own: "2 parapluies et 3 Stan Smith". */
export interface OtherCounted {
  noun: string;
  /** Position of its number, and the position after its last word. */
  from: number;
  to: number;
}

/** Words that are counted beside the goods themselves. */
const COUNTED =
  /^(paires?|pieces?|lots?|articles?|boites?|paquets?|fois|jours?|heures?|exemplaires?|unites?|etages?|personnes?)$/;
/** Asked of the shop, and no goods. */
const PAPERS = /^(factures?|recus?|tickets?|photos?|videos?|garanties?|renseignements?|informations?|infos?)$/;
const ADJECTIVE = /^(grande?s?|petite?s?|gros|grosses?|belles?|beaux|jolies?|jolis|bons?|bonnes?|vraie?s?|nouvelles?|nouveaux)$/;
/** A word of everyday talk that is goods once it is counted. */
const GOODS_ONCE_COUNTED = 'montre';
const AND = /^(et|plus|avec|puis)$/;

/** @param named whether the word at this place is part of the name of an article of the shop */
export function othersCounted(words: string[], named: (at: number) => boolean): OtherCounted[] {
  return words.flatMap((word, from) => {
    const number = numberOf(word);
    if (number === undefined || number >= 16) return [];
    let at = from + 1;
    while (ADJECTIVE.test(words[at] ?? '') && !named(at)) at++;
    const noun = words[at] ?? '';
    const goods =
      /^[a-z]{3,}$/.test(noun) &&
      (!isEveryday(noun) || noun === GOODS_ONCE_COUNTED) &&
      !COUNTED.test(noun) &&
      !PAPERS.test(noun) &&
      !isMeasure(noun) &&
      colorOf(noun) === undefined &&
      numberOf(noun) === undefined &&
      !named(at);
    if (!goods) return [];
    let to = at + 1;
    while (colorOf(words[to] ?? '') !== undefined && !named(to)) to++;
    return [{ noun, from, to }];
  });
}

/**
 * The words before an article without what they count of other goods: a number belongs to what it stands before.
 * @param own where what is said of the article itself begins among them
 */
export function withoutOthers(before: string[], own: number): string[] {
  const counts = before.slice(own).some((word) => (numberOf(word) ?? 16) < 16);
  const others = othersCounted(before.slice(0, own), () => false).filter(({ to }) => counts || AND.test(before[to] ?? ''));
  return before.filter((_, at) => !others.some(({ from, to }) => at >= from && at < to));
}
