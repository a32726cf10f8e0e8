import { Interest } from '../assistant.js';
import { Product, sameColor, sameSize } from './catalogue.js';
import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';
import { Slots } from './slots.js';

/** Numbers that belong to one article: said right after its name, or put in place of another number. */

/** What was asked of another size or colour of it leaves its number there: "la 43" after « 5 paires en 41 ? » is one. */
export function withOwnNumber(
  before: Interest,
  now: { size?: string; color?: string },
  { words }: { words: string[] },
): Interest {
  const other =
    (now.size !== undefined && before.size !== undefined && !sameSize(now.size, before.size)) ||
    (now.color !== undefined && before.color !== undefined && !sameColor(now.color, before.color));
  if (before.wanted || !other || !/ (la|le|l|une?|celle|celui) /.test(inOneLine(words))) return before;
  const { quantity: _asked, ...rest } = before;
  return rest;
}

const INSTEAD_OF = /^(lieu|place)$/;

/** "3 lots au lieu de 2", "au lieu de 1 mets 2": the number given up is none she wants. */
export function withoutReplacedNumber(words: string[]): string[] {
  return words.filter((word, at) => {
    const number = numberOf(word);
    if (number === undefined || number >= 16) return true;
    const [of, instead] = [words[at - 1] ?? '', words[at - 2] ?? ''];
    return !(/^(de|d)$/.test(of) && INSTEAD_OF.test(instead));
  });
}

/** Whether the words around a name set its number: "mets 3 lots", "3 au lieu de 2", "passe à 3"; "ajoute 3" adds to it. */
export function setsNumber(before: string[], after: string[]): boolean {
  const introduction = ` ${before.join(' ')} `;
  const own = ` ${[...before, ...after].join(' ')} `;
  if (/ (au lieu|a la place) /.test(own)) return true;
  const last = [
    ...introduction.matchAll(
      / (ajout\w*|rajout\w*|encore|mets|mettez|passe|passez|laisse|laissez|garde|gardez|remets|remettez)(?= )/g,
    ),
  ].at(-1)?.[1];
  const more = / (en plus|de plus|aussi|encore|egalement) /.test(own);
  return last !== undefined && !/^(r?ajout|encore)/.test(last) && !more;
}

/** "chaussettes 2": a small number that ends what is said of an article counts it, where no model or size of it is called so. */
export function countAfterName(slots: Slots, after: string[], candidates: Product[]): Slots {
  if (slots.quantity !== undefined || slots.parts) return slots;
  const [first, second, ...more] = after.filter((word) => !/^(svp|merci|et)$/.test(word));
  const number = numberOf(first);
  const sized = numberOf(second) !== undefined && Number(second) >= 16;
  if (number === undefined || !/^\d+$/.test(first ?? '') || number < 1 || number >= 16) return slots;
  if ((second !== undefined && !sized) || more.length > 0) return slots;
  const named = candidates.some((product) => product.names.flat().some((word) => /^\d{1,2}$/.test(word) && Number(word) < 30));
  const listed = candidates.some((product) => product.offers.some((offer) => offer.size?.startsWith(first ?? '')) && !sized);
  return named || listed ? slots : { ...slots, quantity: number };
}
