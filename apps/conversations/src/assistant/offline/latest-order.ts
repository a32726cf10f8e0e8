import type { PlacedOrder } from '../assistant.js';
import { latestOrderOf } from '../latest-order.js';
import { fold } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { placedWords } from './words/placed.js';

/** What she ordered last, or the one that she means; 'on its way' while the order that she has just confirmed is not recorded yet. */
export async function latestOrder(session: Session): Promise<PlacedOrder | 'on its way' | undefined> {
  if (session.about) return session.about;
  const order = await latestOrderOf(session.tools, session.draft);
  if (order !== 'on its way') session.forget('awaited');
  return order;
}

/** Where her order is, and when it comes. */
export async function tellStatus(session: Session): Promise<void> {
  const order = await latestOrder(session);
  if (order === 'on its way') session.say(say.beingRecorded());
  else if (order) tellStatusOf(session, order);
  else session.say(say.noOrder());
}

/** A day is named only while the delivery is to come: not once the courier is on his way, and never of an order that is over. */
export function tellStatusOf(session: Session, { number, status, plannedFor }: PlacedOrder): void {
  if (fold(status) === 'en_livraison') return session.say(placedWords.withTheCourier(number));
  const planned = plannedFor && plannedFor > session.turn.now && !isOver(status) ? session.when(plannedFor) : undefined;
  session.say(say.status(number, inWords(status), planned));
}

const WORDS: Record<string, string> = {
  confirmee: 'confirmée',
  en_preparation: 'en préparation',
  prete: 'prête',
  en_livraison: 'en cours de livraison',
  livree: 'livrée',
  annulee: 'annulée',
  retournee: 'retournée',
  echec_livraison: 'en attente d’une nouvelle livraison',
  brouillon: 'en cours d’enregistrement',
};

/** The stored status as a customer reads it. */
export function inWords(status: string): string {
  return WORDS[fold(status)] ?? status.replaceAll('_', ' ');
}

/** Nothing can be changed on it any more. */
export function isOver(status: string): boolean {
  return ['livree', 'annulee', 'retournee'].includes(fold(status));
}
