import type { PlacedOrder } from '../assistant.js';
import { isOver, latestOrder, tellStatus, tellStatusOf } from './latest-order.js';
import { fold, inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { placedWords } from './words/placed.js';

const NUMBER = /\bcmd[-\s]?(\d{8})[-\s]?(\d{1,6})\b/i;

/** She names an order by its number: hers is told of, another is not found. True when it was not the one that she ordered last. */
export async function namesAnotherOrder(session: Session): Promise<boolean> {
  if (session.about) return false;
  const named = session.turn.inbound.flatMap(({ text }) => NUMBER.exec(text) ?? []);
  const [, day, count] = named;
  if (!day || !count) return false;
  const number = `CMD-${day}-${count.padStart(6, '0')}`;
  const order = await session.tools.orderStatus(number);
  const latest = await session.tools.orderStatus();
  if (order?.number === number && latest?.number === number) return false;
  if (order?.number === number) tellStatusOf(session, order);
  else session.say(placedWords.notHers());
  session.forget('puzzled');
  return true;
}

const ASKS =
  / (ma commande|la commande est|(le|votre|mon) livreur|c est bon pour|c est pour quand|c est pret|c est (deja )?(parti|en route|en chemin)|(est|deja) en route|where is|my order|my parcel|my package|track|(can|will) (you|u) deliver|deliver (aujourd hui|demain)|when (will|do|does)|how long|numero de (la |ma )?commande) /;

const OF_COURIER =
  / (ou (est|en est|il est|se trouve|il se trouve) (\w+ ){0,2}(livreur|coursier)|(livreur|coursier) (\w+ ){0,3}ou|il est ou (le|la|mon|votre) (livreur|coursier|colis|commande)|(livreur|coursier) (est |n est |a )?(\w+ ){0,2}(parti|sorti|loin|route|chemin)|(c est|elle est|il est) (deja )?(sorti|sortie|parti|partie)|ma commande (tient|est toujours|existe|est valable|compte|a ete prise)|commande (tient|valable) (toujours|encore)) /;

/** "le livreur passe à quelle heure ?", "c'est en route ?", "where is my order?" */
export function asksWhen(u: Understanding): boolean {
  const ofCourier = OF_COURIER.test(inOneLine(u.words));
  if (u.commune || u.intents.has('price') || (u.intents.has('zones') && !ofCourier) || u.intents.has('cancel')) return false;
  if (ofCourier) return true;
  return u.intents.has('status') || u.intents.has('deliveryDelay') || ASKS.test(inOneLine(u.words));
}

const NEARER =
  / (proche|pres|loin|arrive\w*|vient|venu|encore|minutes?|temps|heure|quand|ou|gars|monsieur|moto|position|chemin|bientot|deja) /;

/** "il est proche ?", while the courier is on his way: whatever she asks of nearness is about him. True when that was the answer. */
export function asksOfCourierOut(session: Session, u: Understanding, order: PlacedOrder): boolean {
  const elsewhere =
    u.commune || u.address || u.amounts.length > 0 || u.intents.has('zones') || u.intents.has('price') || u.intents.has('human');
  if (fold(order.status) !== 'en_livraison' || elsewhere || !NEARER.test(inOneLine(u.words))) return false;
  if (!u.asksSomething && !/ (ou|quand|combien de (temps|minutes?)|quelle heure) /.test(inOneLine(u.words))) return false;
  tellStatusOf(session, order);
  session.forget('puzzled');
  return true;
}

const CONTENTS =
  / ((ce que|qu est ce que|quoi que|quoi|ce qu) (est ce que )?(j ai|j avais|on a|ai je|c est que j ai) (\w+ )?(commande|pris|achete)|j ai (commande|pris) quoi|(contenu|detail|details|articles|recap\w*|resume) (de |dans |sur )(ma|la) commande|il y a quoi dans ma commande|(dans )?ma commande (contient|il y a|y a) quoi|what (did|have) i order\w*) /;

/** What is in her order is asked for. */
export const asksForContents = (u: Understanding): boolean => CONTENTS.test(inOneLine(u.words)) && u.mentions.length === 0;

/** "rappelez-moi ce que j'ai commandé": what is in her order. True when that was asked. */
export async function asksContents(session: Session, u: Understanding): Promise<boolean> {
  const { lines, interest } = session.draft;
  if (!asksForContents(u) || lines.length > 0 || interest) return false;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || !order.lines) return false;
  session.cite(...(await session.tools.offersOf(order.lines.map(({ productId }) => productId))));
  session.say(placedWords.contents(order.number, order.lines));
  if (!isOver(order.status)) {
    if (order.owed) session.say(placedWords.toPay(order.number, order.owed));
    await tellStatus(session);
  }
  session.forget('puzzled');
  return true;
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
  // a mere 👍 thanks
  if (session.turn.inbound.every(({ text }) => !/[\p{L}\d]/u.test(text))) session.say(session.tone.welcome());
  else if (order !== 'on its way' && isOver(order.status)) session.say(placedWords.whatElse());
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
