import { sumWords } from './words/sums.js';
import { isOver, latestOrder } from './latest-order.js';
import { passOnWish } from './passing-on.js';
import { asksAgain } from './placed-edit.js';
import { Session } from './session.js';
import type { SumAsked } from './sums-asked.js';

/**
 * What an order costs cannot be told yet: a change of it waits for her yes, or for the shop, or its sum is still being reckoned. She hears which, and neither a catalogue
 * nor the sum it had before. True when that was the answer.
 */
export async function tellsWhyNoSum(session: Session, { about }: SumAsked): Promise<boolean> {
  const { lines, interest, edit, lastAsked, changing, moving } = session.draft;
  if (lines.length > 0 || interest || (about !== 'sum' && about !== 'rest')) return false;
  if (edit && lastAsked === 'edit') {
    asksAgain(session);
    return true;
  }
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || isOver(order.status)) return false;
  const { number } = order;
  if (changing === number || moving === number) session.say(sumWords.changes(number));
  else if (order.owed) return false;
  else if (said(session, sumWords.reckoned(number)))
    passOnWish(session, 'le montant de sa commande', number, sumWords.shopTells(number, session.sellerFirstName));
  else session.say(sumWords.reckoned(number));
  session.forget('puzzled');
  return true;
}

const said = ({ turn }: Session, words: string): boolean =>
  turn.history.some(({ author, text }) => author === 'assistant' && text.includes(words));
