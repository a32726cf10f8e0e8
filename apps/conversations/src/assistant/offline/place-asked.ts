import { fold, wordsOf } from './normalise.js';
import { findPlaces } from './places.js';

const ASKS = /^\s*(?:et|e|ou|mais)\b/;
const BESIDE = /^(et|e|ou|mais|si|pour|a|au|aux|sur|vers|la|le|les|c|est|svp|livraison|chez|moi|je|suis|combien|ca|fait)$/;

/** "et pour Cocody ?", "et si c'est à Yopougon": a place compared with another by what it costs, no address. @returns its commune */
export function placeAsked(message: string, addressAsked: boolean): string | undefined {
  if (
    !ASKS.test(fold(message)) ||
    (addressAsked && !message.includes('?') && !/\b(?:livr\w+|combien|frais)\b/.test(fold(message)))
  )
    return undefined;
  const words = wordsOf(message);
  const [place, ...others] = findPlaces(words);
  if (!place || others.length > 0) return undefined;
  const rest = [...words.slice(0, place.start), ...words.slice(place.end)];
  return rest.every((word) => BESIDE.test(word)) ? place.commune : undefined;
}
