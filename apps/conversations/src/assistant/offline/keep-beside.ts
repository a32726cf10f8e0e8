import { reopened } from '../draft.js';
import { toldToCourier } from '../for-the-courier.js';
import { moneyIn } from './address-money.js';
import { isOver, latestOrder } from './latest-order.js';
import { inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { toldOfPayment } from './payment-told.js';
import { isPosition, withoutFormerPosition } from './position.js';
import type { Beside } from './said-beside.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { besideWords } from './words/beside.js';
import { placedWords } from './words/placed.js';
import type { Said } from './words/phrase.js';

/**
 * Keeps what she says beside goods and place: for an order that is not placed yet with its address, for one that is with the shop, which is told. What it says of
 * that is returned, to be said after a greeting.
 * @param confirming the recap stays open: her words go with the order she confirms
 */
export async function keepBeside(session: Session, u: Understanding, confirming: boolean): Promise<Said[]> {
  const { beside } = u;
  if (!beside) return [];
  const seller = session.sellerFirstName;
  const { lines, interest } = session.draft;
  const order = lines.length === 0 && !interest && !u.address && u.mentions.length === 0 ? await latestOrder(session) : undefined;
  const standing = order && order !== 'on its way' && !isOver(order.status) ? order : undefined;
  const about = standing ? { order: standing.number } : {};
  const said: Said[] = [];
  if (beside.pays) {
    const told = toldOfPayment(session, beside.pays);
    if (told) said.push(besideWords.paymentAlreadyTold(seller));
    else said.push(besideWords.payment(seller));
    if (!told)
      session.decide({ kind: 'pass-on', wish: `payer autrement qu'à la livraison : « ${beside.pays.slice(0, 240)} »`, ...about });
  }
  for (const { about: what, said: hers } of beside.made ?? [])
    session.decide({ kind: 'pass-on', wish: `${what} : « ${hers.slice(0, 240)} »`, ...about });
  if (beside.made) {
    const asked = session.turn.inbound.some(({ text }) => text.includes('?'));
    said.push(asked ? besideWords.madeAsked(seller) : besideWords.madeSo(seller));
    session.forget('puzzled');
  }
  if (beside.sameNumber) said.push(besideWords.sameNumber());
  if (beside.paysAtTheDoor) said.push(besideWords.paysAtTheDoor());
  if (standing && beside.card && beside.notes.length === 0) {
    session.update({ card: { ...beside.card, number: standing.number }, lastAsked: 'receiver' });
    session.offerChoices(['Oui, appelez', 'Non, merci']);
    return [...said, besideWords.callsCard(beside.card)];
  }
  if (standing || order === 'on its way') return tellShop(session, beside, standing?.number) ? [] : said;
  const before = JSON.stringify([session.draft.receiver, session.draft.forCourier]);
  keep(session, beside, confirming);
  session.forget('puzzled');
  if (beside.sameReceiver || before !== JSON.stringify([session.draft.receiver, session.draft.forCourier]))
    said.push(beside.notes.some(isPosition) ? besideWords.position() : besideWords.noted());
  return said;
}

function keep(session: Session, heard: Beside, confirming: boolean): void {
  const receiver = heard.receiver ?? heard.card?.name;
  const unnamed = (receiver ?? session.draft.receiver) ? undefined : heard.sameReceiver;
  const beside = { ...heard, notes: [...heard.notes, ...(unnamed ? [unnamed] : [])] };
  const money = beside.notes.filter((note) => moneyIn(note).length > 0);
  const notes = beside.notes.filter((note) => !money.includes(note));
  for (const note of money) session.decide({ kind: 'pass-on', wish: `un mot pour la livraison : « ${note.slice(0, 240)} »` });
  session.draft = withoutFormerPosition(session.draft, notes);
  const change = toldToCourier(session.draft, {
    receiver: receiver && moneyIn(receiver).length === 0 ? receiver : undefined,
    phone: beside.card?.phone,
    notes,
  });
  if (Object.keys(change).length === 0) return;
  session.draft = { ...(confirming ? session.draft : reopened(session.draft)), ...change };
}

/** The order is placed: what the courier is to know goes through the shop. True when there was something. */
function tellShop(session: Session, { notes, receiver, sameReceiver, card }: Beside, number: string | undefined): boolean {
  const name = receiver ?? card?.name;
  const words = [
    ...notes,
    ...(sameReceiver && !name ? [sameReceiver] : []),
    ...(name ? [`à remettre à ${name}`] : []),
    ...(card ? [`à appeler au ${card.phone}`] : []),
  ];
  if (words.length === 0) return false;
  passOnWish(session, `un mot pour le livreur : « ${words.join(' ; ').slice(0, 260)} »`, number);
  return true;
}

/** The person of the card she sent is whom the courier calls, if she says so. True when that was the answer. */
export function answersCard(session: Session, u: Understanding): boolean {
  const { card, lastAsked } = session.draft;
  if (!card || lastAsked !== 'receiver') return false;
  session.forget('card', 'lastAsked');
  const meant =
    u.intents.has('yes') || u.beside !== undefined || / (elle|lui|appel\w*|recoi\w*|recev\w*) /.test(inOneLine(u.words));
  if (u.intents.has('no') || !meant) return false;
  session.decide({ kind: 'edit-order', number: card.number, phone: card.phone, reason: 'nouveau numéro à appeler' });
  if (card.name)
    session.decide({ kind: 'pass-on', wish: `un mot pour le livreur : « à remettre à ${card.name} »`, order: card.number });
  session.say(placedWords.changeAsked(card.number));
  return true;
}

/** Nothing else is in the burst. */
export const saysOnlyBeside = (u: Understanding): boolean =>
  u.beside !== undefined &&
  u.words.length === 0 &&
  u.address === undefined &&
  u.commune === undefined &&
  u.phone === undefined &&
  !u.introduces;
