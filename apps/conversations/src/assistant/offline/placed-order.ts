import type { PlacedOrder } from '../assistant.js';
import { addsToOrder } from './adding.js';
import { changesBesideAddition, joinsOrder, takesOutOfOrder } from './beside-order.js';
import { askToCancelOrder, passOn } from './cancelling.js';
import { herWords } from './her-words.js';
import { isOver, latestOrder, tellStatus } from './latest-order.js';
import { fold, inOneLine } from './normalise.js';
import {
  answersLateYes,
  asksContents,
  asksOfCancelled,
  asksOfCourierOut,
  asksWhen,
  namesAnotherOrder,
} from './order-questions.js';
import { asksTheShop, passOnWish } from './passing-on.js';
import { answersChange, moveOrder, proposeChange } from './placed-edit.js';
import { whichPlacedSaid } from './placed-line.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { asWanted, putsOtherwise } from './wanted-order.js';
import { saidOf, wishedChange } from './wished-change.js';
import { placedWords } from './words/placed.js';

/**
 * What she says of an order already placed, and what she asks of the shop. When it comes is read from the order itself; while it is in the shop it is changed by the
 * shop's own rule, an address or a number at once, its articles after she agreed to what that makes; afterwards the shop is told. True when that was the answer.
 */
export async function aboutPlacedOrder(session: Session, u: Understanding): Promise<boolean> {
  if (await namesAnotherOrder(session)) return true;
  if (await asksContents(session, u)) return true;
  if (answersChange(session, u) || (await asksTheShop(session, u))) return true;
  if ((await joinsOrder(session, u)) || (await takesOutOfOrder(session, u)) || (await missedCourier(session, u))) return true;
  if (await changesBesideAddition(session, u)) return true;
  const line = whichPlacedSaid(session, u);
  const of = line && (await latestOrder(session));
  if (line && of && of !== 'on its way' && !isOver(of.status)) {
    await change(session, line, of, saidOf({ ...line, slots: line.mentions[0]?.slots ?? line.slots }));
    return true;
  }
  const { draft } = session;
  if (draft.addsTo && draft.lines.length > 0 && u.mentions.length === 0 && asksWhen(u)) return told(session, u);
  if (draft.lines.length > 0 || draft.interest || draft.lastAsked === 'cancellation') return false;
  if ((await answersLateYes(session, u)) || (await putsLineOtherwise(session, u)) || (await addsToOrder(session, u))) return true;
  const out = u.mentions.length === 0 && session.suggestions.length === 0 ? await latestOrder(session) : undefined;
  if (out && out !== 'on its way' && asksOfCourierOut(session, u, out)) return true;
  // « non, 42 », beside a change that waits for her yes
  const more = draft.wants && saidOf(u) !== '' ? saidOf(u) : undefined;
  const wish = u.mentions.length === 0 ? (wishedChange(u) ?? more) : otherGoods(session, u);
  const cancels = / cancel\w* /.test(inOneLine(u.words));
  const asks = u.mentions.length === 0 && (asksWhen(u) || cancels || / annul\w+ /.test(inOneLine(u.words)));
  if (!wish && !asks) return false;
  const order = await latestOrder(session);
  if (!order) return false;
  session.forget('puzzled');
  if (order === 'on its way') return wish ? (passOn(session, wish), true) : told(session, u);
  if (asksOfCancelled(session, u, order)) return true;
  if (!wish && fold(order.status) === 'annulee') return told(session, u);
  if (isOver(order.status)) return wish !== undefined && wantsExchange(session, u, order);
  if (wish) await change(session, u, order, wish);
  else if (cancels) await askToCancelOrder(session);
  else return told(session, u);
  return true;
}

async function told(session: Session, u: Understanding): Promise<boolean> {
  if (!asksWhen(u)) return false;
  await tellStatus(session);
  const order = await latestOrder(session);
  const open = order && order !== 'on its way' && !isOver(order.status) && fold(order.status) !== 'en_livraison';
  if (open && !order.plannedFor && u.intents.has('deliveryDelay')) session.say(placedWords.whenTold());
  return true;
}

const ANOTHER_TRY =
  / (reven\w+|revien\w+|repass\w+|reprogramm\w+|relivr\w+|represent\w+|(ete|etais|n etais|suis) (pas|absente?)|absente?|rate (le|mon)|manque (le|mon) (livreur|coursier|appel)|entendu le telephone|autre (jour|fois|heure|moment)|nouvelle livraison) /;

/** "j'étais pas là, il peut revenir demain ?", after the courier found nobody: the shop hears of it, and she when he comes. True when she said so. */
async function missedCourier(session: Session, u: Understanding): Promise<boolean> {
  if (!ANOTHER_TRY.test(inOneLine(u.words)) || u.mentions.length > 0) return false;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || fold(order.status) !== 'echec_livraison') return false;
  passOnWish(session, `un mot pour le livreur : « ${herWords(session)} »`, order.number);
  await tellStatus(session);
  return true;
}

/** After it came, another size is an exchange: the shop's affair. */
function wantsExchange(session: Session, u: Understanding, { number, status }: PlacedOrder): boolean {
  if (
    fold(status) !== 'livree' ||
    !/ (echang\w+|trop (petit|petite|grand|grande|serre|large)|exchange) /.test(inOneLine(u.words))
  )
    return false;
  passOnWish(session, `échange d'un article livré${saidOf(u) ? ` : ${saidOf(u)}` : ''}`, number);
  return true;
}

/** "mettez la Stan Smith en 41" of an order that stands. True when it has that article, in another size or colour. */
async function putsLineOtherwise(session: Session, u: Understanding): Promise<boolean> {
  if (u.mentions.length !== 1) return false;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || isOver(order.status)) return false;
  const mention = putsOtherwise(asWanted(session, order).lines ?? [], u);
  if (!mention) return false;
  session.forget('puzzled');
  await change(session, u, order, [mention.candidates[0]?.name, saidOf({ ...u, slots: mention.slots })].join(' : '));
  return true;
}

async function change(session: Session, u: Understanding, order: PlacedOrder, wish: string): Promise<void> {
  const { number, status } = order;
  if (['en_livraison', 'echec_livraison'].includes(fold(status)))
    return passOnWish(
      session,
      `commande déjà partie : ${wish}`,
      number,
      placedWords.withCourier(number, session.sellerFirstName),
    );
  const onlyOff = u.mentions.length > 0 && u.mentions.every(({ verb }) => verb === 'remove');
  if (onlyOff && ordersNothingElse(session, u, order)) return askToCancelOrder(session);
  if (u.mentions.length === 0 && (u.phone || (u.address && !u.vagueAddress))) return moveOrder(session, u, order);
  if (u.mentions.length === 0 && /adresse/.test(wish)) {
    session.say(placedWords.newAddress(number));
    return session.update({ lastAsked: 'address' });
  }
  if (wish === 'le numéro') return session.say(placedWords.newPhone(number));
  await proposeChange(session, u, order, wish);
}

/** An article off, or one in place of another; what she chooses from a list is an order of its own. */
function otherGoods(session: Session, u: Understanding): string | undefined {
  const names = (verb: 'take' | 'remove') =>
    u.mentions.flatMap((mention) => (mention.verb === verb ? (mention.candidates[0]?.name ?? []) : [])).join(', ');
  const [off, instead] = [names('remove'), names('take')];
  if (off) return instead ? `${instead} à la place de ${off}` : `retirer ${off}`;
  const chooses = session.draft.lastAsked !== undefined || u.intents.has('more') || u.asksSomething;
  return u.intents.has('replace') && !chooses ? `plutôt ${instead}` : undefined;
}

/** Something of an order that stands is to be otherwise. */
export const changesOrder = (session: Session, u: Understanding): boolean =>
  (u.mentions.length === 0 ? wishedChange(u) : otherGoods(session, u)) !== undefined;

/** She ordered this article alone. */
function ordersNothingElse(session: Session, u: Understanding, order: PlacedOrder): boolean {
  const unwanted = u.mentions.flatMap((mention) => mention.candidates.map((product) => product.id));
  return (order.lines ?? session.draft.previous ?? []).every((line) => unwanted.includes(line.productId));
}
