import type { Draft, DraftLine, Offer, PlacedOrder } from '../assistant.js';
import { lineOf } from '../draft-lines.js';
import { wholeAddress } from '../whole-address.js';
import { answerToChange } from '../edit-answer.js';
import { editPrice } from '../edit-price.js';
import { articleName } from '../proposal.js';
import { additionIsOver, changesAddition, givesUpAddition } from './adding.js';
import { sameColor, sameSize } from './catalogue.js';
import { passOnWish } from './passing-on.js';
import { askWhichPlaced, placedLinesMeant } from './placed-line.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { hasSlots } from './wishes.js';
import { EDIT_ANSWERS, placedWords } from './words/placed.js';

/** Asks the shop's own rule to change where an order goes and whom its courier calls; nothing is said to be done before it is. */
export async function moveOrder(session: Session, u: Understanding, order: PlacedOrder): Promise<void> {
  const { number } = order;
  if (u.address) {
    const there: Pick<Draft, 'address' | 'commune'> = { address: u.address, ...(u.commune ? { commune: u.commune } : {}) };
    const address = wholeAddress(there);
    const [fee, zones] = await Promise.all([session.tools.deliveryFee(u.commune ?? address), session.tools.deliveryZones()]);
    if (!fee && zones.length > 0) {
      session.say(say.notServed(u.commune ?? u.address, zones, session.sellerFirstName));
      return passOnWish(session, `nouvelle adresse (${address}), où aucun livreur ne va`, number);
    }
    session.forget('commune', 'lastAsked');
    session.update(there);
    session.decide({ kind: 'edit-order', number, address, reason: 'nouvelle adresse', ...(u.phone ? { phone: u.phone } : {}) });
    session.say(placedWords.changeAsked(number));
    if (fee) {
      session.fee = fee;
      session.say(say.fee(fee));
    }
    return asksAgain(session);
  }
  session.forget('lastAsked');
  session.update({ phone: u.phone! });
  session.decide({ kind: 'edit-order', number, phone: u.phone!, reason: 'nouveau numéro à appeler' });
  session.say(placedWords.changeAsked(number));
  asksAgain(session);
}

/** The change of articles that waits for her yes is asked again under what was done. */
function asksAgain(session: Session): void {
  const { edit } = session.draft;
  if (!edit) return;
  session.update({ lastAsked: 'edit' });
  session.say(placedWords.changes(edit.number, edit.lines));
  session.offerChoices(EDIT_ANSWERS);
}

/** Shows what the order would be and asks whether she agrees; what cannot be told from her words is passed on. */
export async function proposeChange(session: Session, u: Understanding, order: PlacedOrder, wish: string): Promise<void> {
  // what is in it now is not known before the shop has answered
  const outcome = session.draft.changing === order.number ? undefined : await changed(session, u, order);
  if (outcome === undefined) return passOnWish(session, `commande à modifier : ${wish}`, order.number);
  if ('among' in outcome) return askWhichPlaced(session, outcome.among, u);
  if ('missing' in outcome) {
    session.say(placedWords.notInThat(outcome.missing, outcome.choices));
    return;
  }
  session.update({ edit: { number: order.number, lines: outcome.lines, wish }, lastAsked: 'edit' });
  session.say(placedWords.changes(order.number, outcome.lines));
  session.offerChoices(EDIT_ANSWERS);
}

/** Her answer to it. True when it was one. */
export function answersChange(session: Session, u: Understanding): boolean {
  const { edit, lastAsked } = session.draft;
  if (!edit || lastAsked !== 'edit') return false;
  // « mettez plutôt 41 », « et livrez au bureau »: the address goes its way, the question stays
  if ((u.address ?? u.phone) && u.mentions.length === 0 && !u.intents.has('yes') && !u.intents.has('no')) return false;
  session.forget('edit', 'lastAsked');
  const answer = givesUpAddition(session, u) ? 'no' : changesAddition(session, u) ? undefined : answerToChange(session.turn);
  if (!answer) return false;
  const yes = answer === 'yes';
  additionIsOver(session, yes ? edit.lines : undefined);
  if (yes) session.update({ changing: edit.number });
  if (yes) session.decide({ kind: 'edit-order', number: edit.number, reason: edit.wish, agreed: true });
  session.say(yes ? placedWords.changeAsked(edit.number) : placedWords.keptAsItIs(edit.number));
  return true;
}

type Outcome = { lines: DraftLine[] } | { missing: string; choices: string[] } | { among: DraftLine[] } | undefined;

/** The order's lines as she wants them; undefined where it takes a person to tell. */
async function changed(session: Session, u: Understanding, order: PlacedOrder): Promise<Outcome> {
  const lines = order.lines ?? [];
  const of = (verb: 'take' | 'remove') =>
    u.mentions.filter((mention) => mention.verb === verb && mention.candidates.length === 1);
  const [off, take] = [of('remove'), of('take')];
  if (lines.length === 0 || u.mentions.length !== off.length + take.length || u.slots.parts) return undefined;
  const dropped = lines.filter((line) => off.some(({ candidates }) => candidates[0]!.id === line.productId));
  if (off.length > 0 && take.length === 0) {
    const counted = off.some(({ slots }) => slots.quantity !== undefined) || dropped.length !== off.length;
    const left = lines.filter((line) => !dropped.includes(line));
    return counted || left.length === 0 ? undefined : { lines: left };
  }
  const named = take.length === 1 ? take[0] : undefined;
  const its = named && lines.filter((line) => line.productId === named.candidates[0]!.id);
  const meant = its && its.length > 0 ? its : named ? lines : placedLinesMeant(session, lines, u);
  const targets = dropped.length > 0 ? dropped : meant;
  const [target] = targets;
  if (!named && take.length === 0 && targets.length > 1 && hasSlots(u.slots)) return { among: targets };
  if (take.length > 1 || targets.length !== 1 || !target) return undefined;
  const productId = named?.candidates[0]!.id ?? target.productId;
  const same = productId === target.productId;
  const slots = named ? named.slots : u.slots;
  const wanted = {
    size:
      slots.sizes.findLast((size) => !sameSize(size, target.size)) ??
      slots.sizes.at(-1) ??
      u.slots.sizes.at(-1) ??
      (same ? target.size : undefined),
    color: slots.colors.at(-1) ?? u.slots.colors.at(-1) ?? (same ? target.color : undefined),
    quantity: slots.quantity ?? u.slots.quantity ?? target.quantity,
  };
  return replaced(session, lines, target, productId, wanted);
}

async function replaced(
  session: Session,
  lines: DraftLine[],
  target: DraftLine,
  productId: string,
  { size, color, quantity }: { size?: string | undefined; color?: string | undefined; quantity: number },
): Promise<Outcome> {
  const offers = await session.tools.offersOf([productId]);
  const fits = offers.filter(
    (offer) =>
      (!offer.size || (size !== undefined && sameSize(offer.size, size))) &&
      (!offer.color || color === undefined || sameColor(offer.color, color)),
  );
  session.cite(...offers);
  const [first] = offers;
  if (!first || fits.length > 1) return undefined;
  const held = (offer: Offer) =>
    offer.productId === target.productId && offer.variantId === target.variantId ? target.quantity : 0;
  const offer = fits.find((one) => one.available + held(one) >= quantity);
  if (!offer) {
    const { productName } = first;
    const there = offers
      .filter(({ available }) => available > 0)
      .map(({ size: s, color: c }) => [s, c].filter(Boolean).join(' '));
    const asked = articleName({ productName, ...(size ? { size } : {}), ...(color ? { color } : {}) });
    return { missing: quantity > 1 ? `${asked} en ${quantity} exemplaires` : asked, choices: there.filter(Boolean) };
  }
  const noted = { ...(offer.size ? {} : { size }), ...(offer.color ? {} : { color }) };
  const line = { ...lineOf(offer, quantity, noted.size, noted.color), unitPrice: editPrice(offer, target) };
  return { lines: lines.map((one) => (one === target ? line : one)) };
}
