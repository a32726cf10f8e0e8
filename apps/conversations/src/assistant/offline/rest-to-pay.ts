import type { PlacedOrder } from '../assistant.js';
import { togetherOwed } from '../together-owed.js';
import { showAddition } from './adding.js';
import { isOver, latestOrder, tellStatus } from './latest-order.js';
import { fold } from './normalise.js';
import { tellsWhyNoSum } from './no-sum-yet.js';
import { passOnWish } from './passing-on.js';
import { say } from './say.js';
import { Session } from './session.js';
import { severalOpen, tellEach, tellRests } from './several-orders.js';
import { asksOfMoney, type SumAsked } from './sums-asked.js';
import { Understanding } from './understand.js';
import { placedWords } from './words/placed.js';

/** The order whose rest is known: hers that stands, while nothing else is being ordered. */
export async function orderOwed(session: Session): Promise<(PlacedOrder & Required<Pick<PlacedOrder, 'owed'>>) | undefined> {
  const { lines, interest } = session.draft;
  if (lines.length > 0 || interest) return undefined;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || ['annulee', 'retournee'].includes(fold(order.status))) return undefined;
  return order.owed && { ...order, owed: order.owed };
}

/**
 * Tells what is left to pay of her order, as the shop has booked it, when she asks for that or names a sum that she means to give; a sum that is another one is
 * contradicted. True when that was the answer.
 */
export async function asksRest(session: Session, u: Understanding): Promise<boolean> {
  const asked = asksOfMoney(u);
  if (!asked) return false;
  if (session.draft.addsTo && session.draft.lines.length > 0) return showAddition(session);
  if (session.draft.awaited && (await latestOrder(session)) === 'on its way') {
    session.say(say.beingRecorded());
    return true;
  }
  if (await tellsWhyNoSum(session, asked)) return true;
  const open = await severalOpen(session);
  if (open.length > 1) return tellsAll(session, u, asked, open);
  const order = await orderOwed(session);
  // what she has received and paid is over: a price asked then is one of the shop's
  if (!order || (isOver(order.status) && asked.about !== 'rest' && order.owed.toCollect === 0)) return false;
  const { number, owed } = order;
  session.forget('puzzled');
  if (owed.toCollect > 0 && asked.sum !== undefined)
    session.say(asked.sum === owed.toCollect ? placedWords.thatSum() : placedWords.notThatSum());
  session.say(asked.about === 'rest' || owed.paid > 0 ? placedWords.restToPay(number, owed) : placedWords.toPay(number, owed));
  passesOn(session, asked, number);
  if (u.intents.has('status') || u.intents.has('deliveryDelay')) await tellStatus(session);
  return true;
}

/** Of several orders each sum and all of them together; a sum that she names may be that of one. */
function tellsAll(session: Session, u: Understanding, asked: SumAsked, open: PlacedOrder[]): boolean {
  const { lines, interest } = session.draft;
  if (lines.length > 0 || interest) return false;
  session.forget('puzzled');
  const due = [togetherOwed(open), ...open.map(({ owed }) => owed)].map((owed) => owed?.toCollect);
  if (asked.sum !== undefined) session.say(due.includes(asked.sum) ? placedWords.thatSum() : placedWords.notThatSum());
  if (u.intents.has('status') || u.intents.has('deliveryDelay')) tellEach(session, open);
  tellRests(session, open);
  passesOn(session, asked);
  return true;
}

/** What the shop has to know of how she pays. @param number of the order, where it is one */
function passesOn(session: Session, asked: SumAsked, number?: string): void {
  if (asked.about === 'sent') session.say(placedWords.deductedOnceSeen(session.sellerFirstName));
  if (asked.about === 'change')
    passOnWish(
      session,
      `prévoir la monnaie${asked.note ? ` sur ${asked.note} FCFA` : ''}`,
      number,
      placedWords.changeTold(session.sellerFirstName),
    );
  if (asked.about === 'means')
    passOnWish(
      session,
      `un autre moyen de paiement : « ${written(session)} »`,
      number,
      placedWords.passedOn(session.sellerFirstName),
    );
}

const written = (session: Session): string =>
  session.turn.inbound
    .map(({ text }) => text.trim())
    .join(' ')
    .slice(0, 200);
