import type { Turn } from '../assistant.js';
import { readIntents } from './intents.js';
import { wordsOf } from './normalise.js';
import { wordsSaid } from './understand.js';

/** With more words than these she says something new. */
const FEW_WORDS = 8;

/** "la première", after she was asked which of her orders to cancel or change: what she wanted done is heard with it. Whatever else she says leaves that. */
export function withWishKept(turn: Turn): Turn {
  const { whichOrder, ...draft } = turn.draft;
  if (whichOrder === undefined) return turn;
  const said = wordsSaid(turn.inbound).join('\n');
  const few = wordsOf(said).length > 0 && wordsOf(said).length <= FEW_WORDS;
  const answers =
    few && !said.includes('?') && !['no', 'thanks', 'human'].some((intent) => readIntents(said).has(intent as 'no'));
  const [first] = turn.inbound;
  return {
    ...turn,
    draft,
    inbound: answers && first ? [{ author: 'customer', text: whichOrder, at: first.at }, ...turn.inbound] : turn.inbound,
  };
}
