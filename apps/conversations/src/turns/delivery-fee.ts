import type { DeliveryFee } from '../assistant/assistant.js';
import { findPlaces } from '../assistant/offline/places.js';
import { wordsOf } from '../assistant/offline/normalise.js';

/** A zone of the seller's with its fee in FCFA, as stored. */
export interface ZoneFeeRow {
  zone: string;
  fee: number;
  /** How long it takes, in the seller's words. */
  delay?: string;
}

/** What delivery to a place costs; the zone with the most words in the place wins (« Cocody Angré » before « Cocody »), then the commune it lies in. */
export function feeAt(place: string, zones: ZoneFeeRow[]): DeliveryFee | undefined {
  const said = wordsOf(place);
  const named = zones
    .map((row) => ({ row, words: wordsOf(row.zone) }))
    .filter(({ words }) => words.length > 0 && isIn(words, said))
    .sort((a, b) => b.words.length - a.words.length)[0]?.row;
  const communes = findPlaces(said).map((found) => wordsOf(found.commune).join(' '));
  const row = named ?? zones.find((zone) => communes.includes(wordsOf(zone.zone).join(' ')));
  return row && { commune: row.zone, fee: row.fee, ...(row.delay ? { delay: row.delay } : {}) };
}

const isIn = (words: string[], said: string[]) => said.some((_, at) => words.every((word, i) => said[at + i] === word));
