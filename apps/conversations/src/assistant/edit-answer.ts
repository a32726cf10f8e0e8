import type { Turn } from './assistant.js';
import { readIntents } from './offline/intents.js';
import { wordsOf } from './offline/normalise.js';
import { wordsSaid } from './offline/understand.js';
import { placedWords } from './offline/words/placed.js';

/** Longer than this it is no plain answer. */
const MOST_WORDS = 6;

/**
 * Whether she agrees to the change of her order that was shown to her: by the button, or in her own words. Nothing an engine writes counts, nor what a model wrote down
 * of a voice note.
 * @returns undefined when no change is open, or she says something else
 */
export function answerToChange({ draft, history, inbound }: Turn): 'yes' | 'no' | undefined {
  // Whatever was said since, she answers that: an old « oui » or button changes no order.
  const last = history.findLast(({ author }) => author !== 'customer');
  if (!draft.edit || !last?.text.includes(placedWords.changing(draft.edit.number))) return undefined;
  if (draft.lastAsked !== 'edit' || inbound.some(({ media }) => media?.kind === 'audio')) return undefined;
  const said = wordsSaid(inbound).join('\n');
  const intents = readIntents(said);
  // « merci » to a change that she asked for herself wants it
  const [yes, no] = [intents.has('yes') || intents.has('thanks'), intents.has('no')];
  if (yes === no || said.includes('?') || wordsOf(said).length > MOST_WORDS) return undefined;
  return yes ? 'yes' : 'no';
}
