import { customerConfirms } from '../confirmation.js';
import { cancelDraft, cancelOrder, keepOrder, recapIsGone } from './cancelling.js';
import { confirm, showRecap } from './closing.js';
import { tellStatus } from './latest-order.js';
import { say } from './say.js';
import { Session } from './session.js';

/**
 * Does what one of our own buttons stands for: « confirmer » and « annuler » carry the recap they were shown under, those of an order its number.
 * @returns false for a button that only says something in her place
 */
export async function pressed(session: Session, button: { action: string; value: string }): Promise<boolean> {
  const open = session.draft.recapNonce;
  switch (button.action) {
    case 'confirmer':
      if (open === button.value && customerConfirms(session.turn)) await confirm(session);
      else if (session.draft.lines.length > 0 && session.draft.address) {
        session.say(say.recapChanged());
        await showRecap(session);
      } else {
        session.say(say.recapGone());
        await tellStatus(session);
      }
      return true;
    case 'annuler':
      if (open === button.value) await cancelDraft(session);
      else await recapIsGone(session);
      return true;
    case 'annuler-commande':
      await cancelOrder(session, button.value);
      return true;
    case 'garder-commande':
      await keepOrder(session, button.value);
      return true;
    default:
      return false;
  }
}
