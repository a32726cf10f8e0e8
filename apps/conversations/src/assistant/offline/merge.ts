import { Interest } from '../assistant.js';
import { takesSeveral } from './aside.js';
import { showColor, showSize } from './browse.js';
import { inStock, sameColor, sameSize, sizesInStock } from './catalogue.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Slots } from './slots.js';
import { Understanding } from './understand.js';
import { oneColor, saysSheTakesIt, wishesOf } from './wishes.js';

/** Size, colour and number said without a product belong to what is being talked about. */
export async function mergeSlots(session: Session, u: Understanding): Promise<void> {
  const { sizes, quantity } = u.slots;
  const interest = session.draft.interest;
  if (interest && sizes[0] && / quoi | autre chose | autres modeles /.test(` ${u.words.join(' ')} `)) {
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
  else if (!takesSeveral(session, interest, u) && !takesEach(session, interest, u)) narrow(session, interest, u);
}

/** "1 simple 1 royal", "les deux": one wish for each. True when she said so. */
function takesEach(session: Session, interest: Interest, u: Understanding): boolean {
  const { sizes: asked, ...open } = interest;
  const both = u.intents.has('allOfThem') && asked && asked.length > 1 && u.slots.sizes.length === 0;
  const each = both
    ? asked.map((size): Slots => ({ sizes: [size], colors: u.slots.colors.slice(0, 1), quantity: 1 }))
    : u.eitherSize || u.asksSomething
      ? undefined
      : wishesOf(u.slots);
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

/** What she adds to the article being talked about. */
function narrow(session: Session, interest: Interest, u: Understanding): void {
  const { sizes, colors, quantity } = u.slots;
  const color = oneColor(colors, interest);
  const size = u.eitherSize ? undefined : sizes[0];
  const asked = [...new Set([...(interest.sizes ?? []), ...(interest.size ? [interest.size] : []), ...sizes])];
  const offered = u.address !== undefined && session.draft.lastAsked === 'offer';
  session.update({
    interest: {
      ...interest,
      ...(size ? { size } : {}),
      ...(asked.length > 1 ? { sizes: asked } : {}),
      ...(color ? { color } : {}),
      ...(quantity ? { quantity } : {}),
      ...(saysSheTakesIt(session, u, quantity) || offered ? { wanted: true } : {}),
    },
  });
  // an address for what was offered is an address for all she named
  if ((offered || (u.intents.has('want') && u.intents.has('allOfThem'))) && session.draft.pending)
    session.update({ pending: session.draft.pending.map((item) => ({ ...item, wanted: true })) });
  if (u.eitherSize) offerBothSizes(session, interest, sizes);
}

/** A size, a colour or a number before any product: shows what there is of it. */
async function lookAround(session: Session, u: Understanding): Promise<void> {
  const { sizes, colors, quantity } = u.slots;
  if (sizes.length === 0 && colors.length === 0 && !quantity) return;
  if (session.draft.lines.length > 0) return;
  const hints = {
    ...session.draft.hints,
    ...(sizes[0] ? { size: sizes[0] } : {}),
    ...(colors[0] ? { color: colors[0] } : {}),
    ...(quantity ? { quantity } : {}),
  };
  const fitting = shownThatFit(session, u);
  if (fitting) {
    session.update({
      interest: { productId: fitting, ...hints, ...(saysSheTakesIt(session, u, quantity) ? { wanted: true } : {}) },
    });
    return;
  }
  const products = await session.catalogue();
  const [only] = products;
  if (only && products.length === 1) {
    session.know(only);
    session.update({
      interest: { productId: only.id, ...hints, ...(saysSheTakesIt(session, u, quantity) ? { wanted: true } : {}) },
    });
    return;
  }
  session.update({ hints, lastAsked: 'product' });
  if (sizes[0]) await showSize(session, sizes[0]);
  else if (colors[0]) await showColor(session, colors[0]);
  else {
    const shown = products.filter(inStock).slice(0, 10);
    session.cite(...shown.flatMap((product) => product.offers));
    session.update({ shown: shown.map((product) => product.id) });
    session.say(say.whichOne(shown));
  }
}

/** Both sizes of a choice are there: which one does she take? */
export function offerBothSizes(session: Session, interest: Interest, sizes: string[]): void {
  const product = session.product(interest.productId);
  const there = product ? sizes.filter((size) => sizesInStock(product).some((known) => sameSize(known, size))) : [];
  if (!product || there.length < 2) return;
  session.cite(...product.offers);
  session.say(say.bothSizes(product, there));
  session.update({ lastAsked: 'size' });
}

/** The only one of the products just listed that is there in the size and colour she says. */
function shownThatFit(session: Session, u: Understanding): string | undefined {
  const [size] = u.slots.sizes;
  const [color] = u.slots.colors;
  if (session.draft.lastAsked !== 'product') return undefined;
  const fitting = (session.draft.shown ?? []).filter((id) =>
    session
      .product(id)
      ?.offers.some(
        (offer) =>
          offer.available > 0 &&
          (!size || sameSize(offer.size, size)) &&
          (!color || sameColor(offer.color, color)) &&
          (size ?? color) !== undefined,
      ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
