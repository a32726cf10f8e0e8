import type { PlacedOrder } from '../assistant.js';
import { latestOrder } from './latest-order.js';
import { fold, inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { placedWords } from './words/placed.js';

const REST =
  / (rest\w* combien|combien (\w+ ){0,3}(rest\w*|manque\w*)|(il (me |vous )?|me |ca )?rest\w* (quoi |encore )?(a|pour) (payer|regler|donner|verser|solder|completer)|(mon|le|quel) (est (le|mon) )?(solde|reliquat|reste)|(je|j|on) (te |vous )?(dois|doit) (encore |toujours )?(combien|quoi)|combien (est ce que )?(je|on) (te |vous |lui )?(dois|doit|devra\w*|vais|remets?|donne)|(je|on) (vais |dois |doit )?(paye|paie|payer|donner|donne|remets|remettre) (encore )?combien|combien a (payer|donner|regler)|a (payer|donner|regler) combien|how much (\w+ ){0,3}(left|owe|pay)) /;

/** "il reste combien à payer ?" */
export const asksForRest = (u: Understanding): boolean => REST.test(inOneLine(u.words)) && u.mentions.length === 0;

/** The order whose rest is known: hers that stands, while nothing else is being ordered. */
export async function orderOwed(session: Session): Promise<(PlacedOrder & Required<Pick<PlacedOrder, 'owed'>>) | undefined> {
  const { lines, interest } = session.draft;
  if (lines.length > 0 || interest) return undefined;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || ['annulee', 'retournee'].includes(fold(order.status))) return undefined;
  return order.owed && { ...order, owed: order.owed };
}

/** Tells what is left to pay of her order, as the shop has booked it. True when she asked for that and it is known. */
export async function asksRest(session: Session, u: Understanding): Promise<boolean> {
  if (!asksForRest(u) || u.intents.has('bargain') || u.commune || u.address) return false;
  if (session.draft.awaited && (await latestOrder(session)) === 'on its way') {
    session.say(say.beingRecorded());
    return true;
  }
  const order = await orderOwed(session);
  if (!order) return false;
  session.forget('puzzled');
  session.say(placedWords.restToPay(order.number, order.owed));
  return true;
}
