import { draftTotal, emptied, reopened } from '../draft.js';
import { articleName, feeFor, propose, recapButtons } from '../proposal.js';
import { fold } from './normalise.js';
import { firstName } from './people.js';
import { say } from './say.js';
import { Session } from './session.js';

/** Shows the recap of the draft under a new nonce, or says what is no longer there. */
export async function showRecap(session: Session): Promise<void> {
  const outcome = await propose(reopened(session.draft), session.tools, session.nonce(), session.sellerFirstName);
  if ('proposal' in outcome) {
    const { proposal } = outcome;
    session.draft = proposal.draft;
    session.buttons = proposal.buttons;
    session.fee = proposal.fee ?? session.fee;
    session.cite(...proposal.facts);
    session.say(proposal.text);
    session.decide({ kind: 'propose', draft: proposal.draft });
    return;
  }
  for (const shortage of outcome.shortages) {
    if (shortage.offer) session.cite(shortage.offer);
    session.say(say.short(articleName(shortage), shortage.left));
  }
  session.draft = {
    ...reopened(session.draft),
    lines: session.draft.lines.filter((line) => !outcome.shortages.some((short) => short.left < 1 && sameName(short, line))),
  };
  session.say(session.draft.lines.length > 0 ? say.whatToChange() : say.emptied());
  session.update({ lastAsked: 'product' });
}

/** The open recap is what she confirms, if its prices and stock still hold; otherwise she gets the right one to confirm. */
export async function confirm(session: Session): Promise<void> {
  const nonce = session.draft.recapNonce;
  if (!nonce) return;
  const checked = await propose(reopened(session.draft), session.tools, nonce, session.sellerFirstName);
  const holds =
    'proposal' in checked &&
    checked.proposal.draft.lines.length === session.draft.lines.length &&
    checked.proposal.draft.lines.every((line, i) => line.unitPrice === session.draft.lines[i]?.unitPrice);
  if (!holds) {
    session.say(say.recapChanged());
    await showRecap(session);
    return;
  }
  session.cite(...checked.proposal.facts);
  session.decide({ kind: 'confirm', nonce, draft: session.draft });
  session.say(say.confirmed(firstName(session.turn.customer.name)));
  session.draft = emptied(session.draft);
}

/** What it all comes to, when she asks while the recap is open. */
export async function tellTotal(session: Session): Promise<void> {
  const fee = await feeFor(session.draft, session.tools);
  if (fee) session.fee = fee;
  session.say(say.total(draftTotal(session.draft), fee));
}

/** Reminds her of the recap that is still open. */
export function remindOfRecap(session: Session): void {
  if (!session.draft.recapNonce) return;
  session.say(say.stillOpen());
  session.buttons = recapButtons(session.draft.recapNonce);
  session.update({ lastAsked: 'confirmation' });
}

export function cancelDraft(session: Session): void {
  session.decide({ kind: 'cancel-draft' });
  const goods = session.draft.lines.length > 0;
  session.draft = emptied(session.draft);
  // she may think again: what she gave up stays on offer
  if (goods) session.update({ lastAsked: 'offer' });
  session.say(say.draftCancelled());
}

/** An order already placed is only cancelled after she confirmed that she means it. */
export async function askToCancelOrder(session: Session): Promise<void> {
  const order = await session.tools.orderStatus();
  if (!order || isOver(order.status)) {
    session.say(order ? say.cannotCancel(order.number, inWords(order.status)) : say.nothingToCancel());
    return;
  }
  session.say(say.cancelOrder(order.number));
  session.buttons = [
    { id: `annuler-commande:${order.number}`, title: 'Oui, annuler' },
    { id: `garder-commande:${order.number}`, title: 'Non, la garder' },
  ];
  session.update({ lastAsked: 'cancellation' });
}

/** @param asked number of the order that the pressed button was about: an old button never cancels a newer order */
export async function cancelOrder(session: Session, asked?: string): Promise<void> {
  const order = await session.tools.orderStatus();
  session.forget('lastAsked');
  if (order && asked !== undefined && asked !== order.number) return aboutAnother(session);
  if (!order || isOver(order.status)) {
    session.say(order ? say.cannotCancel(order.number, inWords(order.status)) : say.nothingToCancel());
    return;
  }
  session.decide({ kind: 'cancel-order', reason: 'annulée par la cliente ou le client' });
  session.say(say.orderCancelled(order.number));
}

/** @param asked number of the order that the pressed button was about */
export async function keepOrder(session: Session, asked?: string): Promise<void> {
  const order = await session.tools.orderStatus();
  session.forget('lastAsked');
  if (order && asked !== undefined && asked !== order.number) return aboutAnother(session);
  if (order) session.say(say.orderKept(order.number));
}

async function aboutAnother(session: Session): Promise<void> {
  session.say(say.earlierOrder());
  await tellStatus(session);
}

export async function tellStatus(session: Session): Promise<void> {
  const order = await session.tools.orderStatus();
  session.say(
    order ? say.status(order.number, inWords(order.status), order.plannedFor && session.when(order.plannedFor)) : say.noOrder(),
  );
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
function inWords(status: string): string {
  return WORDS[fold(status)] ?? status.replaceAll('_', ' ');
}

/** Nothing can be changed on it any more. */
export function isOver(status: string): boolean {
  return ['livree', 'annulee', 'retournee'].includes(fold(status));
}

function sameName(a: { productName: string; size?: string }, b: { productName: string; size?: string }): boolean {
  return a.productName === b.productName && a.size === b.size;
}
