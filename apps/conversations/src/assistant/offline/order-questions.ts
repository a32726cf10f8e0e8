import type { PlacedOrder } from '../assistant.js';
import { inWords, isOver, latestOrder, tellStatus } from './latest-order.js';
import { fold, inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { placedWords } from './words/placed.js';

const NUMBER = /\bcmd[-\s]?(\d{8})[-\s]?(\d{1,6})\b/i;

/** She names an order by its number: hers is told of, another is not found. True when it was not the one that she ordered last. */
export async function namesAnotherOrder(session: Session): Promise<boolean> {
  const named = session.turn.inbound.flatMap(({ text }) => NUMBER.exec(text) ?? []);
  const [, day, count] = named;
  if (!day || !count) return false;
  const number = `CMD-${day}-${count.padStart(6, '0')}`;
  const order = await session.tools.orderStatus(number);
  const latest = await session.tools.orderStatus();
  if (order?.number === number && latest?.number === number) return false;
  if (order?.number === number)
    session.say(say.status(number, inWords(order.status), order.plannedFor && session.when(order.plannedFor)));
  else session.say(placedWords.notHers());
  session.forget('puzzled');
  return true;
}

const ASKS =
  / (ma commande|la commande est|(le|votre|mon) livreur|c est bon pour|c est pour quand|c est pret|c est (deja )?(parti|en route|en chemin)|(est|deja) en route|where is|my order|my parcel|my package|track|(can|will) (you|u) deliver|deliver (today|tomorrow)|when (will|do|does)|how long|numero de (la |ma )?commande) /;

/** "le livreur passe à quelle heure ?", "c'est en route ?", "where is my order?" */
export function asksWhen(u: Understanding): boolean {
  if (u.commune || u.intents.has('price') || u.intents.has('zones') || u.intents.has('cancel')) return false;
  return u.intents.has('status') || u.intents.has('deliveryDelay') || ASKS.test(inOneLine(u.words));
}

const BARE = new Set(
  'oui ok d accord confirme confirmer confirmez valide valider je c est bon bien merci svp yes entendu parfait la commande'.split(
    ' ',
  ),
);

/** A late « oui » with nothing asked: her order is there, and she hears so instead of the whole shop. True when that was the answer. */
export async function answersLateYes(session: Session, u: Understanding): Promise<boolean> {
  const bare = u.words.length > 0 && u.words.length <= 4 && u.words.every((word) => BARE.has(word)) && u.intents.has('yes');
  if (!bare || session.draft.lastAsked !== undefined || u.intents.has('thanks')) return false;
  const order = await latestOrder(session);
  if (!order) return false;
  if (order !== 'on its way' && isOver(order.status)) session.say(placedWords.whatElse());
  else await tellStatus(session);
  return true;
}

/** "pourquoi vous avez annulé ?", "c'est bien annulé ?" True when that was the answer. */
export function asksOfCancelled(session: Session, u: Understanding, { number, status }: PlacedOrder): boolean {
  const said = inOneLine(u.words);
  if (fold(status) !== 'annulee' || !/ (annul\w+|cancel\w*) /.test(said)) return false;
  if (/ (pourquoi|why|raison|motif|comment ca) /.test(said)) {
    const reason = reasonTold(session, number);
    if (reason) session.say(placedWords.whyCancelled(number, reason, session.sellerFirstName));
    else
      passOnWish(
        session,
        'savoir pourquoi la commande est annulée',
        number,
        placedWords.whyCancelled(number, undefined, session.sellerFirstName),
      );
    return true;
  }
  if (!/ (bien|deja|est ce|si|elle est|c est|vraiment) /.test(said) && !u.asksSomething) return false;
  session.say(placedWords.isCancelled(number));
  return true;
}

/** What she was told when it was cancelled. */
function reasonTold(session: Session, number: string): string | undefined {
  const told = session.turn.history.findLast(
    ({ author, text }) => author === 'assistant' && text.includes(`${number} est annulée (motif`),
  );
  return told && /\(motif : (.*?)\)\. /.exec(told.text)?.[1];
}
