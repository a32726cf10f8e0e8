import { showColor, showSize } from './browse.js';
import { inStock, sameColor, sameSize } from './catalogue.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { saysSheTakesIt } from './wishes.js';

/** A size, a colour or a number before any product: shows what there is of it. */
export async function lookAround(session: Session, u: Understanding): Promise<void> {
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
