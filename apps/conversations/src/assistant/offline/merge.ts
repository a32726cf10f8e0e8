import { Interest } from '../assistant.js';
import { takesSeveral } from './aside.js';
import { colorsOfEach } from './color-of-each.js';
import { oneOfEach } from './one-of-each.js';
import { showSize } from './browse.js';
import { sameColor, sameSize } from './catalogue.js';
import { offerBothSizes } from './either-size.js';
import { lookAround } from './look-around.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { hasSlots, Slots } from './slots.js';
import { Understanding } from './understand.js';
import { withOwnNumber } from './how-many.js';
import { oneColor, saysSheTakesIt, wishesOf } from './wishes.js';

/** Size, colour and number said without a product belong to what is being talked about. */
export async function mergeSlots(session: Session, u: Understanding): Promise<void> {
  const { sizes, quantity } = u.slots;
  const interest = session.draft.interest;
  if (interest && sizes[0] && / quoi | autre chose | autres modeles /.test(inOneLine(u.words))) {
    // "vous avez quoi en 42 ?": she looks around again
    session.forget('interest');
    session.update({ hints: { ...session.draft.hints, size: sizes[0] }, lastAsked: 'product' });
    await showSize(session, sizes[0]);
    return;
  }
  if (
    interest &&
    u.intents.has('more') &&
    !u.asksSomething &&
    session.draft.lastAsked === 'offer' &&
    (sizes.length === 1 || u.slots.colors.length === 1)
  ) {
    // "une autre en 39", "la bleue aussi": she takes the one just offered, and one more in that size
    const [color] = u.slots.colors;
    const another: Interest = {
      ...interest,
      wanted: true,
      quantity: quantity ?? 1,
      ...(sizes[0] ? { size: sizes[0] } : {}),
      ...(color ? { color } : {}),
    };
    session.update({ interest: { ...interest, wanted: true }, pending: [another, ...(session.draft.pending ?? [])] });
    return;
  }
  if (!interest) await lookAround(session, u);
  else if (!colorsOfEach(session, interest, u) && !takesSeveral(session, interest, u) && !takesEach(session, interest, u))
    narrow(session, interest, u);
}

/** "1 simple 1 royal", "les deux": one wish for each. True when she said so. */
function takesEach(session: Session, interest: Interest, u: Understanding): boolean {
  const { sizes: asked, ...open } = interest;
  const both = u.intents.has('allOfThem') && asked && asked.length > 1 && u.slots.sizes.length === 0;
  const many = sizesEach(u) ?? oneOfEach(session, interest, u);
  const each = both
    ? asked.map((size): Slots => ({ sizes: [size], colors: u.slots.colors.slice(0, 1), quantity: 1 }))
    : u.eitherSize || u.asksSomething
      ? undefined
      : (many ?? wishesOf(u.slots));
  if (!each) return false;
  const [first, ...others] = each.map(({ sizes: [size], colors: [color], quantity }): Interest => ({
    ...open,
    wanted: true,
    ...(size ? { size } : {}),
    ...(color ? { color } : {}),
    ...(quantity ? { quantity } : {}),
  }));
  session.update({ ...(first ? { interest: first } : {}), pending: [...others, ...(session.draft.pending ?? [])] });
  return true;
}

/** "2, en 40 et 41", "41 et 39, je veux les deux": as many as the sizes she names are one of each. */
function sizesEach({ slots: { sizes, colors, quantity, parts }, intents }: Understanding): Slots[] | undefined {
  if (parts || sizes.length < 2 || colors.length > 1) return undefined;
  if (quantity !== sizes.length && !(quantity === undefined && intents.has('allOfThem'))) return undefined;
  return sizes.map((size) => ({ sizes: [size], colors, quantity: 1 }));
}

/** What she adds to the article being talked about. */
function narrow(session: Session, interest: Interest, u: Understanding): void {
  const { sizes, colors, quantity } = u.slots;
  const color = oneColor(colors, interest);
  const size = u.eitherSize ? undefined : sizes[0];
  const asked = [...new Set([...(interest.sizes ?? []), ...(interest.size ? [interest.size] : []), ...sizes])];
  // an address is no agreement on another number of what she has
  if (
    u.address !== undefined &&
    isOrdered(session, interest) &&
    !hasSlots(u.slots) &&
    !u.intents.has('yes') &&
    !u.intents.has('want')
  ) {
    session.forget('interest');
    return;
  }
  const offered = u.address !== undefined && session.draft.lastAsked === 'offer';
  session.update({
    interest: {
      ...withOwnNumber(interest, { ...(size ? { size } : {}), ...(color ? { color } : {}) }, u),
      ...(size ? { size } : {}),
      ...(asked.length > 1 ? { sizes: asked } : {}),
      ...(color ? { color } : {}),
      ...(quantity ? { quantity } : {}),
      ...(saysSheTakesIt(session, u, quantity) || offered ? { wanted: true } : {}),
    },
  });
  // "5 bleus, 3 rouges et 2 verts", then "6 yards": the size that was asked for is that of all of them
  if (size && session.draft.lastAsked === 'size' && session.draft.pending)
    session.update({
      pending: session.draft.pending.map((item) =>
        item.productId === interest.productId && !item.size && item.quantity !== undefined ? { ...item, size } : item,
      ),
    });
  // an address for what was offered is an address for all she named
  if ((offered || (u.intents.has('want') && u.intents.has('allOfThem'))) && session.draft.pending)
    session.update({ pending: session.draft.pending.map((item) => ({ ...item, wanted: true })) });
  if (u.eitherSize) offerBothSizes(session, interest, sizes);
}

const isOrdered = ({ draft }: Session, { productId, size, color }: Interest): boolean =>
  draft.lines.some(
    (line) => line.productId === productId && (!size || sameSize(line.size, size)) && (!color || sameColor(line.color, color)),
  );
