import type { Utterance } from '../assistant/assistant.js';
import { cut } from '../cut.js';

/** Characters of one message that are read: WhatsApp's own limit for what a shop writes; who says more has said enough. */
export const LONGEST = 4_096;
/** Reading takes time that all customers share: seconds for a hundred pages, milliseconds for this. */
const MOST_IN_ALL = 20_000;
/** What went before is there to understand the burst, and a model is paid for each word of it. */
const REMEMBERED = 12_000;
const REMEMBERED_OF_ONE = 1_000;
/** So that many empty messages (voice notes) come to an end too. */
const EACH = 20;

/** What is thought about of a burst: its newest words, as much as a customer can mean. All of it counts as answered, and stays in the conversation for the seller. */
export const heard = (burst: Utterance[]): Utterance[] => newest(burst, MOST_IN_ALL, LONGEST);

/** What is remembered of what went before, the newest words of it. */
export const remembered = (history: Utterance[]): Utterance[] => newest(history, REMEMBERED, REMEMBERED_OF_ONE);

function newest(said: Utterance[], inAll: number, inOne: number): Utterance[] {
  const taken: Utterance[] = [];
  let left = inAll;
  for (const utterance of said.toReversed()) {
    if (left <= 0) break;
    const text = cut(utterance.text, Math.min(left, inOne));
    taken.unshift({ ...utterance, text });
    left -= text.length + EACH;
  }
  return taken;
}
