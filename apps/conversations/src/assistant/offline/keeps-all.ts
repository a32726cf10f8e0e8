import { remindOfRecap, showRecap } from './closing.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';
import { restockWords } from './words/restock.js';

/** "enlève pas les chaussettes, c'est bien dedans ?": nothing goes, and she sees that all is there. True when she said no more. */
export async function keepsAll(session: Session, u: Understanding): Promise<boolean> {
  const { lines, address, interest, recapNonce } = session.draft;
  const others = u.mentions.some(
    ({ candidates, slots, verb }) =>
      verb === 'remove' || hasSlots(slots) || !candidates.some(({ id }) => lines.some(({ productId }) => productId === id)),
  );
  const changes = u.intents.has('replace') || u.intents.has('more') || u.intents.has('remove') || u.intents.has('cancel');
  if (!u.keeps || lines.length === 0 || interest || others || changes || hasSlots(u.slots) || u.address || u.phone) return false;
  session.say(restockWords.kept());
  session.forget('puzzled');
  if (address && !recapNonce) await showRecap(session);
  else if (recapNonce && u.asksSomething) await showRecap(session);
  else remindOfRecap(session);
  return true;
}
