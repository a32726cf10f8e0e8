import type { Utterance } from '../assistant/assistant.js';
import { cut } from '../cut.js';

/** WhatsApp's own limit for what a shop writes; who says more in one message has said enough. */
const MOST_IN_ONE = 4_096;
/** Reading takes time that all customers share: seconds for a hundred pages, milliseconds for this. */
const MOST_IN_ALL = 20_000;
/** So that many empty messages (voice notes) come to an end too. */
const EACH = 20;

/** What is thought about of a burst: its newest words, as much as a customer can mean. All of it counts as answered, and stays in the conversation for the seller. */
export function heard(burst: Utterance[]): Utterance[] {
  const taken: Utterance[] = [];
  let left = MOST_IN_ALL;
  for (const utterance of burst.toReversed()) {
    if (left <= 0) break;
    const text = cut(utterance.text, Math.min(left, MOST_IN_ONE));
    taken.unshift({ ...utterance, text });
    left -= text.length + EACH;
  }
  return taken;
}
