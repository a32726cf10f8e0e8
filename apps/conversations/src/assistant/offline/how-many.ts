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

const INSTEAD_OF = /^ (?:au lieu|la place) (?:de|d) $/;

/** "3 lots au lieu de 2", "au lieu de 1 mets 2": the number given up is none she wants. */
export function withoutReplacedNumber(words: string[]): string[] {
  const at = words.findIndex(
    (word, i) => INSTEAD_OF.test(inOneLine(words.slice(i, i + 3))) && /^(de|d)$/.test(words[i + 2] ?? word),
  );
  const from = at >= 0 && words[at] === 'la' ? at - 1 : at;
  const number = numberOf(words[at + 3]);
  return at >= 0 && number !== undefined && number < 16 ? words.toSpliced(from, at + 4 - from) : words;
}

/** "3 au lieu de 1": the number that takes the place of another one. */
export function replacingNumber(words: string[], slots: Slots): Slots {
  const left = withoutReplacedNumber(words);
  if (left.length === words.length || slots.quantity !== undefined || slots.parts) return slots;
  const number = left.map((word) => numberOf(word)).findLast((one) => one !== undefined && one >= 1 && one < 16);
  return number === undefined ? slots : { ...slots, quantity: number };
}

/** Whether the words around a name set its number: "mets 3 lots", "3 au lieu de 2", "passe à 3"; "ajoute 3" adds to it. */
export function setsNumber(before: string[], after: string[]): boolean {
  const introduction = ` ${before.join(' ')} `;
  const own = ` ${[...before, ...after].join(' ')} `;
  if (/ (au lieu|a la place) /.test(own)) return true;
  if (/ (?:passe|passez|mets|mettez|laisse|laissez|garde|gardez|reste) (?:en |a )?\d{1,2} /.test(` ${after.join(' ')} `))
    return true;
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
  const [one, two] = [numberOf(first), numberOf(second)];
  const worn = (number: number | undefined) => number !== undefined && number >= 16 && number < 60;
  // "stan smith 2 40", "stan smith 38 2"
  const count = worn(one) ? two : second === undefined || worn(two) ? one : undefined;
  if (count === undefined || count < 1 || count >= 16 || more.length > 0 || !/^\d+$/.test(worn(one) ? second! : first!))
    return slots;
  const named = candidates.some(({ names }) =>
    names.some((name) => name.some((word, at) => /^\d{1,2}$/.test(word) && Number(word) < 30 && name[at - 1] !== 'de')),
  );
  const listed = candidates.some(
    (product) => second === undefined && product.offers.some((offer) => offer.size?.startsWith(first ?? '')),
  );
  return named || listed ? slots : { ...slots, quantity: count };
}
