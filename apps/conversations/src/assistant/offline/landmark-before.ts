import { isLandmark } from './address.js';
import { LANDMARK } from './address-bounds.js';
import { fold, wordsOf } from './normalise.js';
import { findPlaces } from './places.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** « à côté de la pharmacie du Bonheur », then « Cocody Angré »: the landmark that was all her address, which the place said now does not replace but begins. */
export function landmarkBefore({ draft: { address, commune } }: Session, u: Understanding): string | undefined {
  if (!address || commune || !u.commune || !u.address || findPlaces(wordsOf(address)).length > 0) return undefined;
  // a place with its own landmark is another address
  if (LANDMARK.test(fold(u.address)) || !(isLandmark(address) || LANDMARK.test(fold(address)))) return undefined;
  return address;
}
