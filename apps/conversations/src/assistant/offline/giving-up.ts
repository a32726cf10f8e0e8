import { reopened } from '../draft.js';
import { showCatalogue } from './browse.js';
import { askToCancelOrder, cancelDraft, cancelOrder, keepOrder } from './cancelling.js';
import { isOver, latestOrder } from './latest-order.js';
import { inOneLine } from './normalise.js';
import { withoutWish } from './refuse.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** She asked about one more article and then confirms what she has: the recap is shown without it, to be confirmed. */
export function leavesOpenArticle(session: Session, u: Understanding): boolean {
  const { interest, lines, address, lastAsked } = session.draft;
  const confirms =
    / je (la |le |les |l )?(confirme|valide) /.test(inOneLine(u.words)) && !u.intents.has('no') && !u.asksSomething;
  if (
    !confirms ||
    !interest ||
    interest.wanted ||
    lines.length === 0 ||
    !address ||
    lastAsked === 'offer' ||
    u.mentions.length > 0
  )
    return false;
  session.forget('interest', 'pending');
  return true;
}

const ALL_OF_IT = / (tout|toutes?|tous|les deux|mes commandes|la commande|ma commande) /;

async function orderStands(session: Session): Promise<boolean> {
  const order = await latestOrder(session);
  return order !== undefined && order !== 'on its way' && !isOver(order.status);
}

/** True when the burst was about giving up the draft or an order. */
export async function cancels(session: Session, u: Understanding, advance: () => Promise<void>): Promise<boolean> {
  const { intents } = u;
  if (session.draft.lastAsked === 'cancellation' && (intents.has('yes') || intents.has('no') || intents.has('cancel'))) {
    await (intents.has('no') && !intents.has('yes') ? keepOrder(session) : cancelOrder(session));
    return true;
  }
  const regrets = / (par erreur|(pas|sans faire) expres|remettez|remets|remettre|retablir|retablissez) /.test(inOneLine(u.words));
  if (intents.has('cancel') && u.mentions.length === 0 && !regrets) {
    const drafts = session.draft.lines.length > 0 || session.draft.interest !== undefined;
    if (drafts) await cancelDraft(session);
    // « annulez tout » means what she has ordered as well
    if (!drafts || (ALL_OF_IT.test(inOneLine(u.words)) && (await orderStands(session)))) await askToCancelOrder(session);
    return true;
  }
  const saysNothingElse = u.slots.sizes.length === 0 && u.slots.colors.length === 0 && u.slots.quantity === undefined;
  const elsewhere = u.address !== undefined || u.commune !== undefined || u.phone !== undefined;
  // "ok laisse" leaves it
  const leaves = / (laisse|laissez) $/.test(inOneLine(u.words)) && session.draft.interest !== undefined;
  const bareNo =
    !elsewhere &&
    intents.has('no') &&
    (!intents.has('yes') || leaves) &&
    u.words.length <= 3 &&
    u.mentions.length === 0 &&
    saysNothingElse;
  const wantsChange =
    intents.has('replace') &&
    !u.asksSomething &&
    u.mentions.length === 0 &&
    u.slots.sizes.length === 0 &&
    u.slots.colors.length === 0;
  if (
    wantsChange &&
    session.draft.recapNonce &&
    u.slots.quantity === undefined &&
    !u.address &&
    !u.phone &&
    u.words.length <= 6
  ) {
    session.draft = reopened(session.draft);
    session.update({ lastAsked: 'product' });
    session.say(say.whatToChange());
    return true;
  }
  if (bareNo && (session.draft.recapNonce || session.draft.lastAsked === 'address')) {
    session.draft = reopened(session.draft);
    session.update({ lastAsked: 'product' });
    session.say(say.whatToChange());
    return true;
  }
  if (
    (bareNo || refusesOpenArticle(session, u)) &&
    session.draft.interest &&
    ['offer', 'size', 'color'].includes(session.draft.lastAsked ?? '')
  ) {
    // she may come back to it
    session.update({ aside: [...(session.draft.aside ?? []), withoutWish(session.draft.interest)] });
    session.forget('interest', 'lastAsked');
    if (session.draft.lines.length > 0) await advance();
    else if (/ (laisse|laissez) /.test(inOneLine(u.words))) session.say(say.draftCancelled());
    else await showCatalogue(session);
    return true;
  }
  return false;
}

/** « non merci pour la Stan Smith », of what is being asked about beside what she has. */
function refusesOpenArticle({ draft: { interest, lines } }: Session, u: Understanding): boolean {
  if (!interest || interest.wanted || lines.length === 0 || u.intents.has('want') || u.words.length > 8) return false;
  const named = u.mentions.length === 1 && u.mentions[0]?.candidates.some(({ id }) => id === interest.productId);
  return named === true && / (non merci|non pas|pas) (?:pour |besoin de )?(?:la|le|les|l|cette|ces) /.test(inOneLine(u.words));
}
