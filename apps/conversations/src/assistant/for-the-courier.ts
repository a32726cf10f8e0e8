import type { Draft } from './draft.js';

/** So many words for one courier. */
const MOST_NOTES = 5;
const LONGEST_NOTE = 120;
const LONGEST_NAME = 80;

/** What changes in a draft when she says who receives it, which number to call, or what the courier is to know; each word once, the latest five. */
export function toldToCourier(
  draft: Draft,
  { receiver, phone, notes = [] }: { receiver?: string | undefined; phone?: string | undefined; notes?: string[] },
): Partial<Draft> {
  const all = [...new Set([...(draft.forCourier ?? []), ...notes.map((note) => note.slice(0, LONGEST_NOTE))])];
  return {
    ...(receiver ? { receiver: receiver.slice(0, LONGEST_NAME) } : {}),
    ...(phone ? { phone } : {}),
    ...(notes.length > 0 ? { forCourier: all.slice(-MOST_NOTES) } : {}),
  };
}
