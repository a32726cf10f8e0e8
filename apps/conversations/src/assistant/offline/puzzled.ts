import { remindOfRecap } from './closing.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import type { Said } from './words/phrase.js';

/** After this many turns in a row that were not understood, a human is called. */
const PATIENCE = 3;

/** A recap that is open is worth more patience: her order is one word away. */
const patience = ({ draft }: Session): number => (draft.recapNonce ? 2 * PATIENCE : PATIENCE);

/** The same question was asked once more and her answer brought nothing: the third time a person is called. */
export function getsNowhere(session: Session, u: Understanding): void {
  // the offer that was repeated has the price in it that she asked
  if (session.draft.lastAsked === 'offer' && (u.intents.has('price') || u.intents.has('availability'))) return;
  const times = (session.turn.draft.puzzled ?? 0) + 1;
  session.update({ puzzled: times });
  if (times < patience(session)) return;
  session.decide({ kind: 'hand-over', reason: 'la conversation n’avance plus' });
  session.say(say.handOver(session.sellerFirstName));
  session.forget('puzzled');
}

/** Counts what was not understood; the third time in a row a human is called. */
export function puzzled(session: Session, text: Said, reason: string): true {
  const times = (session.turn.draft.puzzled ?? 0) + 1;
  if (times >= patience(session)) {
    session.decide({ kind: 'hand-over', reason });
    session.say(say.handOver(session.sellerFirstName));
    session.forget('puzzled');
  } else {
    session.say(text);
    session.update({ puzzled: times });
    if (session.draft.recapNonce) remindOfRecap(session);
  }
  return true;
}
