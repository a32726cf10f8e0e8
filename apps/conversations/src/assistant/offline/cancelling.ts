import type { PlacedOrder } from '../assistant.js';
import { emptied } from '../draft.js';
import { inWords, isOver, latestOrder, tellStatus } from './latest-order.js';
import { fold } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { say } from './say.js';
import { Session } from './session.js';
import { placedWords } from './words/placed.js';
import { severalWords } from './words/several.js';

/** Gives up what is not ordered yet; an order that stands is named, so that nobody believes it is gone. */
export async function cancelDraft(session: Session): Promise<void> {
  const order = await latestOrder(session);
  session.decide({ kind: 'cancel-draft' });
  const goods = session.draft.lines.length > 0;
  session.draft = emptied(session.draft);
  // she may think again: what she gave up stays on offer
  if (goods) session.update({ lastAsked: 'offer' });
  if (order && order !== 'on its way' && !isOver(order.status)) session.say(placedWords.onlyThatOne(order.number));
  else session.say(order === 'on its way' ? placedWords.onlyTheNewOne() : say.draftCancelled());
}

/** She presses « Annuler » under a recap that is closed: the order that came of it stands, and she hears how it is cancelled. */
export async function recapIsGone(session: Session): Promise<void> {
  session.say(say.recapGone());
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || isOver(order.status)) return;
  await tellStatus(session);
  session.say(placedWords.howToCancel());
}

/** An order already placed is only cancelled after she confirmed that she means it. */
export async function askToCancelOrder(session: Session): Promise<void> {
  const order = await latestOrder(session);
  if (order === 'on its way') return passOn(session, 'annuler la commande');
  if (!order || isOver(order.status)) {
    session.say(order ? say.cannotCancel(order.number, inWords(order.status)) : say.nothingToCancel());
    return;
  }
  if (['en_livraison', 'echec_livraison'].includes(fold(order.status))) return tooLate(session, order.number);
  session.say(say.cancelOrder(order.number));
  session.update({ cancelling: [order.number] });
  session.buttons = [
    { id: `annuler-commande:${order.number}`, title: 'Oui, annuler' },
    { id: `garder-commande:${order.number}`, title: 'Non, la garder' },
  ];
  session.update({ lastAsked: 'cancellation' });
}

/** Several orders at once are only cancelled after she confirmed that she means them all. */
export function cancelAll(session: Session, orders: PlacedOrder[]): void {
  const numbers = orders.map(({ number }) => number);
  session.say(severalWords.cancelAll(numbers));
  session.offerChoices(['Oui, annuler', 'Non, les garder']);
  session.update({ lastAsked: 'cancellation', cancelling: numbers });
}

/** @param asked number of the order that the pressed button was about: an old button never cancels another order */
export async function cancelOrder(session: Session, asked?: string): Promise<void> {
  const latest = await latestOrder(session);
  const meant = asked === undefined ? session.draft.cancelling : [asked];
  const open = await session.tools.openOrders();
  const named = open.filter(({ number }) => meant?.includes(number));
  session.forget('lastAsked', 'cancelling');
  if (latest === 'on its way' && named.length === 0) return passOn(session, 'annuler la commande');
  const orders = named.length > 0 || latest === undefined || latest === 'on its way' ? named : [latest];
  if (asked !== undefined && orders.some(({ number }) => number !== asked)) return aboutAnother(session);
  if (orders.length === 0) session.say(say.nothingToCancel());
  for (const order of orders) {
    const { number, status } = order;
    if (isOver(status)) session.say(say.cannotCancel(number, inWords(status)));
    else if (['en_livraison', 'echec_livraison'].includes(fold(status))) tooLate(session, number);
    else {
      session.decide({ kind: 'cancel-order', number, reason: 'annulée par la cliente ou le client' });
      session.say(say.orderCancelled(number));
    }
  }
}

/** @param asked number of the order that the pressed button was about */
export async function keepOrder(session: Session, asked?: string): Promise<void> {
  const latest = await latestOrder(session);
  const meant = asked === undefined ? session.draft.cancelling : [asked];
  const kept = (await session.tools.openOrders()).filter(({ number }) => meant?.includes(number));
  session.forget('lastAsked', 'cancelling');
  if (kept.length > 0) return session.say(...kept.map(({ number }) => say.orderKept(number)));
  if (latest === 'on its way') return tellStatus(session);
  if (latest && asked !== undefined && asked !== latest.number) return aboutAnother(session);
  if (latest) session.say(say.orderKept(latest.number));
}

/** The courier has it: only the shop can call him back. */
function tooLate(session: Session, number: string): void {
  session.forget('lastAsked');
  passOnWish(session, 'annuler la commande, déjà partie', number, placedWords.withCourier(number, session.sellerFirstName));
}

async function aboutAnother(session: Session): Promise<void> {
  session.say(say.earlierOrder());
  await tellStatus(session);
}

/** What she wants otherwise of an order that is on its way to be recorded: nothing of it can be changed here, the shop is told. */
export function passOn(session: Session, wish: string): void {
  session.decide({ kind: 'pass-on', wish: `commande qui vient d'être confirmée, à modifier : ${wish}` });
  session.say(say.orderIsOnItsWay(session.sellerFirstName));
}
