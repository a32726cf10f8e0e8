import { show, showColor, showSize } from './browse.js';
import { inStock, sameColor, sameSize, sizesOf } from './catalogue.js';
import { inFigure, isFigure } from './figures.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { saysSheTakesIt } from './wishes.js';

/** A size, a colour or a number before any product: shows what there is of it. */
export async function lookAround(session: Session, u: Understanding): Promise<void> {
  if (await showsFigure(session, u)) return;
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

/** "le 128 Go en blanc", "vous avez en 50 ml ?" before any product: what there is of that figure, in the colour she says. True when there is some. */
async function showsFigure(session: Session, u: Understanding): Promise<boolean> {
  if (session.draft.lines.length > 0 || !u.words.some((_, at) => isFigure(u.words, at))) return false;
  const [color] = u.slots.colors;
  const there = (inFigure(u.words, await session.catalogue()) ?? []).flatMap((product) => {
    const offers = product.offers.filter(({ available }) => available > 0);
    return offers.length > 0 ? [{ ...product, offers }] : [];
  });
  if (there.length === 0) return false;
  const fitting = there.filter(({ offers }) => offers.some((offer) => !color || !offer.color || sameColor(offer.color, color)));
  const [only, ...others] = fitting;
  if (only && others.length === 0) {
    const size = sizesOf(only)[0];
    const wish = { ...(size ? { size } : {}), ...(color ? { color } : {}) };
    const taken = saysSheTakesIt(session, u, u.slots.quantity) ? { wanted: true } : {};
    session.know(...(await session.catalogue()).filter(({ id }) => id === only.id));
    session.update({ interest: { productId: only.id, ...wish, ...taken } });
  } else if (only) {
    const inColor = fitting.map((product) => ({
      ...product,
      offers: product.offers.filter((offer) => !color || !offer.color || sameColor(offer.color, color)),
    }));
    show(session, inColor.slice(0, 10), say.pricesOf(inColor.slice(0, 10)));
  } else show(session, there.slice(0, 10), say.notInThatColor(color ?? '', there.slice(0, 10)));
  return true;
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
