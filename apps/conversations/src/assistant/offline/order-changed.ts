import type { DraftLine, Offer, PlacedOrder } from '../assistant.js';
import { lineOf } from '../draft-lines.js';
import { editPrice } from '../edit-price.js';
import { articleName } from '../proposal.js';
import { sameColor, sameSize } from './catalogue.js';
import { placedLinesMeant } from './placed-line.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';

/** `lines`: what the order would hold; `missing`: what is not there, with what is; `among`: the lines of which she may mean each. */
export type Outcome = { lines: DraftLine[] } | { missing: string; choices: string[] } | { among: DraftLine[] } | undefined;

/** The order's lines as she wants them; undefined where it takes a person to tell. */
export async function changed(session: Session, u: Understanding, order: PlacedOrder): Promise<Outcome> {
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
