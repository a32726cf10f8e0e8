import type { Draft, PlacedOrder } from '../assistant.js';
import { sameLines } from '../draft-lines.js';
import { wholeAddress } from '../whole-address.js';
import { answerToChange } from '../edit-answer.js';
import { additionIsOver, changesAddition, givesUpAddition } from './adding.js';
import { changed } from './order-changed.js';
import { passOnWish } from './passing-on.js';
import { askWhichPlaced } from './placed-line.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { asWanted, goesOnChanging, keepsWanted, leavesWanted, wholeWish } from './wanted-order.js';
import { EDIT_ANSWERS, placedWords } from './words/placed.js';

/** Asks the shop's own rule to change where an order goes and whom its courier calls; nothing is said to be done before it is. */
export async function moveOrder(session: Session, u: Understanding, order: PlacedOrder): Promise<void> {
  const { number } = order;
  if (u.address) {
    const there: Pick<Draft, 'address' | 'commune'> = { address: u.address, ...(u.commune ? { commune: u.commune } : {}) };
    const address = wholeAddress(there);
    const [fee, zones] = await Promise.all([session.tools.deliveryFee(u.commune ?? address), session.tools.deliveryZones()]);
    if (!fee && zones.length > 0) {
      session.say(say.notServed(u.commune ?? u.address, zones, session.sellerFirstName));
      return passOnWish(session, `nouvelle adresse (${address}), où aucun livreur ne va`, number);
    }
    session.forget('commune', 'lastAsked');
    session.update({ ...there, moving: number });
    session.decide({ kind: 'edit-order', number, address, reason: 'nouvelle adresse', ...(u.phone ? { phone: u.phone } : {}) });
    session.say(placedWords.changeAsked(number));
    if (fee) {
      session.fee = fee;
      session.say(say.fee(fee));
    }
    return asksAgain(session);
  }
  session.forget('lastAsked');
  session.update({ phone: u.phone! });
  session.decide({ kind: 'edit-order', number, phone: u.phone!, reason: 'nouveau numéro à appeler' });
  session.say(placedWords.changeAsked(number));
  asksAgain(session);
}

/** The change of articles that waits for her yes is asked again under what was done or told. */
export function asksAgain(session: Session): void {
  const { edit } = session.draft;
  if (!edit) return;
  session.update({ lastAsked: 'edit' });
  session.say(placedWords.changes(edit.number, edit.lines));
  session.offerChoices(EDIT_ANSWERS);
}

/** Shows what the order would be and asks whether she agrees; what cannot be told from her words is passed on. */
export async function proposeChange(session: Session, u: Understanding, order: PlacedOrder, wish: string): Promise<void> {
  // what is in it now is not known before the shop has answered
  const outcome = session.draft.changing === order.number ? undefined : await changed(session, u, asWanted(session, order));
  if (outcome === undefined) return passOnWish(session, `commande à modifier : ${wish}`, order.number);
  if ('among' in outcome) return askWhichPlaced(session, outcome.among, u);
  if ('missing' in outcome) {
    session.say(placedWords.notInThat(outcome.missing, outcome.choices));
    return;
  }
  const whole = wholeWish(session, order.number, wish);
  session.forget('wants');
  if (sameLines(outcome.lines, order.lines ?? [])) return session.say(placedWords.keptAsItIs(order.number));
  session.update({ edit: { number: order.number, lines: outcome.lines, wish: whole }, lastAsked: 'edit' });
  session.say(placedWords.changes(order.number, outcome.lines));
  session.offerChoices(EDIT_ANSWERS);
}

/** Her answer to it. True when it was one. */
export function answersChange(session: Session, u: Understanding): boolean {
  const { edit, lastAsked } = session.draft;
  leavesWanted(session);
  if (!edit || lastAsked !== 'edit') return false;
  // « mettez plutôt 41 », « et livrez au bureau »: the address goes its way, the question stays
  if ((u.address ?? u.phone) && u.mentions.length === 0 && !u.intents.has('yes') && !u.intents.has('no')) return false;
  const goesOn = changesAddition(session, u) || goesOnChanging(u);
  const answer = givesUpAddition(session, u) ? 'no' : goesOn ? undefined : answerToChange(session.turn);
  if (!answer && goesOn && !session.draft.addsTo) keepsWanted(session);
  session.forget('edit', 'lastAsked');
  if (!answer) return false;
  session.forget('wants');
  session.changeAnswered = true;
  const yes = answer === 'yes';
  additionIsOver(session, yes ? edit.lines : undefined);
  if (yes) session.update({ changing: edit.number });
  if (yes) session.decide({ kind: 'edit-order', number: edit.number, reason: edit.wish, agreed: true });
  session.say(yes ? placedWords.changeAsked(edit.number) : placedWords.keptAsItIs(edit.number));
  return true;
}

/** She asked something else while a change waits for her yes: that is answered, and the change is not lost. Said last. */
export function keepsAsking(session: Session, u: Understanding): void {
  const { edit, lastAsked, lines } = session.turn.draft;
  const { draft, decisions } = session;
  if (!edit || lastAsked !== 'edit' || session.changeAnswered || !session.hasSpoken) return;
  if (!u.asksSomething && !draft.puzzled) return;
  const other = draft.interest ?? draft.recapNonce ?? draft.change ?? draft.wants ?? draft.cancelling ?? draft.whichOrder;
  if (other || !sameLines(lines, draft.lines) || decisions.some(({ kind }) => kind !== 'pass-on')) return;
  if (draft.edit && draft.edit !== edit && draft.lastAsked === 'edit') return;
  session.update({ edit });
  asksAgain(session);
}
