import { firstPlaceAt } from './address-bounds.js';
import { fold, wordsOf } from './normalise.js';
import { findPlaces } from './places.js';

const MARK = String.raw`(?:non|nan|nn|pardon|je voulais dire|je veux dire|plutot|en fait|enfin|oups|desole|finalement)`;
const MORE = String.raw`(?:c'? ?est|c(?= )|(?:je |on )?(?:blague|rigole|plaisante|deconne)|je me suis trompee?|mets|livre[zr]?|(?:pas|plus) [a-z]+|a|au|aux|la|mais|${MARK})`;
/** « … non pardon », « … euh non c'est », « … je rigole »: after it stands what she means. */
const TAKES_BACK = new RegExp(
  String.raw`(?:[\s,.;…]+(?:euh|ah|oh|mais|attends|attendez))*[\s,.;…(]+${MARK}(?![\p{L}-])(?:[\s,.;…!]+${MORE}(?![\p{L}'-]))*[\s,.;:…!]+`,
  'gu',
);

/** « Treichville non Marcory, rue des brasseurs »: a place that she takes back in the same breath is not hers. */
export function withoutTakenBack(text: string): string {
  const folded = fold(text);
  for (const mark of [...folded.matchAll(TAKES_BACK)].reverse()) {
    const [before, after] = [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)];
    const named = findPlaces(wordsOf(before));
    if (named.length === 0 || findPlaces(wordsOf(after))[0]?.start !== 0) continue;
    // only the sentence in which it stands: « je suis à Cocody. Non, … » answers a question
    const from = firstPlaceAt(before, fold(before), undefined);
    return `${before.slice(0, from)}${after}`;
  }
  return text;
}

/** « c'est pas plateau c cocody, plateau dokui »: the address she has, with the commune put right, where she says nothing finer that is new. */
export function withCommune(address: string, said: string, commune: string | undefined): string | undefined {
  const known = new Set(wordsOf(address));
  const words = wordsOf(said);
  const places = findPlaces(words).filter(({ isCommune }) => isCommune);
  const finer = words.filter((word, i) => word.length > 2 && !places.some(({ start, end }) => i >= start && i < end));
  if (!commune || finer.length === 0 || wordsOf(address).length <= words.length) return undefined;
  if (!finer.every((word) => known.has(word))) return undefined;
  if (fold(address).includes(fold(commune))) return address;
  // the commune that stood before it is the one she puts right
  const [first = '', ...rest] = address.split(', ');
  const [place] = findPlaces(wordsOf(first));
  const stood = place?.isCommune === true && place.end === wordsOf(first).length && place.start === 0 && rest.length > 0;
  return `${commune}, ${stood ? rest.join(', ') : address}`;
}
