import { isEveryday } from './everyday.js';
import { fold, wordsOf } from './normalise.js';
import { findPlaces } from './places.js';

/** Parts of an address that are told by a number: « villa 12 », « 5e étage ». */
const PARTS =
  'etage|tranche|phase|porte|villa|lot|ilot|bloc|appartement|appart|apt|immeuble|batiment|rue|avenue|tour|portail|zone|terminus';
const ORDINAL = String.raw`\d+ ?(?:eme|ieme|ere|er|e)`;
const NUMBERED = new RegExp(String.raw`\b(?:(${PARTS}) (?:n° ?|numero )?(\d+[a-z]?)\b|(${ORDINAL}) (${PARTS})\b)`, 'g');
/** « c'est pas 3e étage c'est 5e », « villa 15, pas 12 » */
const DENIES = new RegExp(
  String.raw`\b(?:pas|plus) (?:a |au |la |le |l')?([^,]+?)(?: |, ?)(?:mais |plutot |c'? ?est |c'? ?etait |a |au |la |le )+(.+)$`,
  'd',
);

/** « c'est villa 14 pas 12 » */
const DENIED_AFTER = new RegExp(
  String.raw`^\W*(?:(?:non|pardon|desole|c'? ?est|a la|au|la|le)\W+)*((?:${PARTS}) \d+[a-z]?|${ORDINAL} (?:${PARTS})),? (?:et )?(?:c'? ?est )?(?:pas|non pas) (?:la |le |a la |au )?(.+)$`,
  'd',
);

/** « ah pardon, angré djibi pas château » */
const NAMED_OTHERWISE =
  /^\W*(?:(?:ah|oh|euh|non|pardon|desole|oups|c'? ?est|plutot|a|au)\W+)*(.+?),? (?:et )?(?:c'? ?est )?(?:pas|non pas) (?:la |le |a |au |l')?([^,]+)$/d;

/**
 * The address with the part put right that she corrects; undefined when the sentence corrects no part of it.
 * @param message one message of hers, under a recap that shows the address
 */
export function correctedAddress(address: string, message: string): string | undefined {
  if (message.includes('?') || wordsOf(message).length > 12) return undefined;
  const folded = fold(message).replace(/[.!\s]+$/, '');
  const said = (span: [number, number] | undefined) => (span ? message.slice(...span).trim() : '');
  const after = DENIED_AFTER.exec(folded);
  if (after?.indices) {
    const [right, wrong] = [said(after.indices[1]), said(after.indices[2])];
    // « 7e tranche pas 8e »
    const ordinal = new RegExp(`^${ORDINAL}$`).test(wrong) ? new RegExp(ORDINAL) : /^\d+$/.test(wrong) ? /\d+/ : undefined;
    return replaced(address, ordinal ? right.replace(ordinal, wrong) : wrong, right);
  }
  const denied = DENIES.exec(folded);
  if (denied?.indices) {
    const [wrong, right] = [said(denied.indices[1]), said(denied.indices[2])];
    // another commune or quarter is another address
    return findPlaces(wordsOf(right)).length > 0 ? undefined : replaced(address, wrong, right);
  }
  const named = NAMED_OTHERWISE.exec(folded);
  if (named?.indices) {
    const [right, wrong] = [said(named.indices[1]), said(named.indices[2])];
    const known = new Set(wordsOf(address));
    const fresh = right.split(/[\s,]+/).filter((word) => !wordsOf(word).every((one) => known.has(one)));
    const moves = findPlaces(wordsOf(right)).some(({ isCommune, commune }) => isCommune && !known.has(fold(commune)));
    if (!moves && fresh.length > 0 && findPlaces(wordsOf(wrong)).every(({ isCommune }) => !isCommune))
      return replaced(address, wrong, fresh.join(' '));
  }
  const parts = [...fold(message).matchAll(NUMBERED)];
  // nothing but numbered parts: « 5e étage », « porte 12 au 2e étage »
  const other = wordsOf(fold(message).replace(NUMBERED, ' ')).filter((word) => !isEveryday(word));
  if (parts.length === 0 || other.length > 0) return undefined;
  return parts.reduce((left, part) => {
    const noun = part[1] ?? part[4] ?? '';
    const known = [...fold(left).matchAll(NUMBERED)].find((one) => (one[1] ?? one[4]) === noun);
    const said = message.slice(part.index, part.index + part[0].length);
    return known ? left.slice(0, known.index) + said + left.slice(known.index + known[0].length) : `${left}, ${said}`;
  }, address);
}

/** « 3e étage » and « 5e »: the number alone is put right when only that was said. */
function replaced(address: string, wrong: string, right: string): string | undefined {
  const at = fold(address).lastIndexOf(fold(wrong));
  if (at < 0) return undefined;
  const numbered = /^(\d+ ?(?:eme|ieme|ere|er|e)?)\b(.*)$/;
  const noun = numbered.exec(fold(right))?.[2] === '' ? (numbered.exec(fold(wrong))?.[2] ?? '') : '';
  return `${address.slice(0, at)}${right}${address.slice(at + wrong.length - noun.length)}`;
}
