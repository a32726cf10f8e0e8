import type { PlacedOrder } from '../assistant.js';
import { askToCancelOrder, cancelAll } from './cancelling.js';
import { latestOrder, tellStatusOf } from './latest-order.js';
import { ASIDE, meantOf, pointsAtOne, spokenOf } from './meant-order.js';
import { inOneLine } from './normalise.js';
import { asksForContents, asksWhen } from './order-questions.js';
import { passOnWish } from './passing-on.js';
import { changesOrder } from './placed-order.js';
import { Session } from './session.js';
import { severalOpen, tellEach, tellRests } from './several-orders.js';
import { asksOfMoney } from './sums-asked.js';
import { Understanding, wordsSaid } from './understand.js';
import { placedWords } from './words/placed.js';
import { severalWords } from './words/several.js';

/** "et pour la Nike il reste combien à payer ?" */
const REST_OF =
  / (reste\w*|dois|doit|payer|regler|donner) .*(combien|quoi) | (combien|quoi) .*(reste\w*|dois|doit|payer|regler|donner) /;
/** "j'ai combien de commandes ?" */
const COUNTED = / (mes|combien de|plusieurs|deux|trois|quatre|[2-4]) commandes /;
/** Nothing else is said than which one, or what more of it is asked. */
const FEW_WORDS = 7;

/**
 * Of several orders that are open, the one she means: by its number, its place in the list, what is in it, as « l'autre » than the one just spoken of, or as the only one
 * that the courier has. What is said after that is about this one. Where none is meant in particular, each is told of; what would change or cancel one asks which first.
 * True when that was the answer.
 */
export async function amongSeveral(session: Session, u: Understanding): Promise<boolean> {
  const { lines, interest, lastAsked } = session.draft;
  if (lines.length > 0 || interest || lastAsked === 'edit') return false;
  if (lastAsked === 'cancellation') return meansAnother(session, u);
  const said = inOneLine(u.words);
  const cancels = (u.intents.has('cancel') || / annul\w+ /.test(said)) && !/ (pourquoi|etait|avait|ete|deja|bien) /.test(said);
  const acts = cancels || changesOrder(session, u);
  const money = asksOfMoney(u);
  const contents = asksForContents(u);
  const asks = money !== undefined || contents || asksWhen(u) || u.intents.has('status');
  const restOfGoods = u.mentions.length === 1 && REST_OF.test(said);
  const points = pointsAtOne(session, said) && u.words.length <= FEW_WORDS;
  if (!acts && !asks && !points && !restOfGoods && !COUNTED.test(said)) return false;
  if ((await latestOrder(session)) === 'on its way') return false;
  const open = await severalOpen(session);
  if (open.length < 2 || (points && !acts && !asks && !followsOrders(session, open))) return false;
  const meant = meantOf(session, u, open);
  const [one] = meant;
  session.forget('puzzled');
  if (one && meant.length === 1) {
    session.about = one;
    // "la commande de la Nike" names the order, and no article to take off it
    if (cancels && u.mentions.length > 0 && / commande /.test(said)) {
      await askToCancelOrder(session);
      return true;
    }
    if (acts || (asks && !restOfGoods)) return false;
    if (!restOfGoods) tellStatusOf(session, one);
    if (one.owed) session.say(placedWords.toPay(one.number, one.owed));
    return true;
  }
  if (cancels) {
    if (meant.length > 1) cancelAll(session, meant);
    else askWhich(session, open, severalWords.whichToCancel());
    return true;
  }
  if (acts) {
    if (meant.length > 1)
      passOnWish(session, `commandes ${meant.map(({ number }) => number).join(' et ')} : « ${written(session)} »`);
    else askWhich(session, open, severalWords.whichToChange());
    return true;
  }
  if (money || restOfGoods) return false;
  tellEach(session, open);
  if (contents || u.intents.has('price')) tellRests(session, open);
  return true;
}

/** "non, l'autre" to the question whether this one is to be cancelled. */
async function meansAnother(session: Session, u: Understanding): Promise<boolean> {
  const open = await severalOpen(session);
  if (open.length < 2) return false;
  const meant = meantOf(session, { ...u, intents: new Set([...u.intents, 'cancel' as const]) }, open);
  const asked = session.draft.cancelling ?? [];
  if (meant.length === 0 || (meant.length === asked.length && meant.every(({ number }) => asked.includes(number)))) return false;
  [session.about] = meant;
  if (meant.length > 1) cancelAll(session, meant);
  else await askToCancelOrder(session);
  return true;
}

/** « la deuxième » means an order only after orders were spoken of, and no goods since. */
function followsOrders(session: Session, open: PlacedOrder[]): boolean {
  const goods = session.draft.lastAsked === 'product' && session.draft.shown !== undefined;
  return spokenOf(session, open, goods ? 1 : ASIDE).length > 0;
}

/** What she wanted done is kept while she is asked with which. */
function askWhich(session: Session, open: PlacedOrder[], question: Parameters<Session['say']>[0]): void {
  tellEach(session, open);
  session.say(question);
  session.offerChoices(open.map(({ number }) => number));
  session.update({ whichOrder: written(session) });
}

const written = (session: Session): string =>
  wordsSaid(session.turn.inbound)
    .map((text) => text.trim())
    .join(' ')
    .slice(0, 240);
