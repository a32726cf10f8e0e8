import type { Draft } from '../assistant.js';

/** The point on the map that she sent: the courier finds her by it, so that no landmark is asked for. */

const NOTE = 'position GPS ';

/** As the courier reads it, without a link. @param latitude and longitude in degrees */
export const positionNote = (latitude: string, longitude: string): string => `${NOTE}${latitude}, ${longitude}`;

export const isPosition = (note: string): boolean => note.startsWith(NOTE);

/** Her words for the courier without the point she sent before, where she sends another. */
export function withoutFormerPosition(draft: Draft, notes: string[]): Draft {
  const { forCourier, ...rest } = draft;
  if (!forCourier || !notes.some(isPosition)) return draft;
  const kept = forCourier.filter((note) => !isPosition(note));
  return kept.length > 0 ? { ...rest, forCourier: kept } : rest;
}

export const sentPosition = ({ forCourier = [] }: Draft): boolean => forCourier.some(isPosition);
