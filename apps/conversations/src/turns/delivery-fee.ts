import { fold, namedIn } from '#contracts';
import type { DeliveryFee } from '../assistant/assistant.js';
import { communeOf } from '../assistant/offline/places.js';
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
  const named = (as: 'there' | 'landmark') =>
    zones
      .filter(({ zone }) => wordsOf(zone).length > 0 && namedIn(place, zone) === as)
      .sort((a, b) => wordsOf(b.zone).length - wordsOf(a.zone).length)[0];
  const commune = fold(communeOf(wordsOf(place)) ?? '');
  const row = named('there') ?? zones.find(({ zone }) => fold(zone) === commune) ?? named('landmark');
  return row && { commune: row.zone, fee: row.fee, ...(row.delay ? { delay: row.delay } : {}) };
}
