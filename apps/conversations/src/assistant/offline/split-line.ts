import { Interest } from '../assistant.js';
import { withoutLines } from '../draft-lines.js';
import { sameColor, sameSize } from './catalogue.js';
import { Session } from './session.js';
import { Slots } from './slots.js';
import { Understanding } from './understand.js';
import { wishesOf } from './wishes.js';

/** "3 en 42 et 1 en 41" of an article she has: so many of each, in place of the line when they make it up or she corrects herself. */
export function splitLine(session: Session, slots: Slots, u: Understanding, among = session.draft.lines): boolean {
  const wishes = wishesOf(slots) ?? [];
  const ids = new Set(among.map((line) => line.productId));
  const fitting = [...ids].filter((id) =>
    wishes.every(({ sizes: [size], colors: [color] }) =>
      session
        .product(id)
        ?.offers.some((offer) => (!size || sameSize(offer.size, size)) && (!color || sameColor(offer.color, color))),
    ),
  );
  const [productId] = fitting;
  if (productId === undefined || fitting.length > 1) return false;
  const own = among.filter((line) => line.productId === productId);
  const [line] = own;
  const whole = wishes.reduce((sum, wish) => sum + (wish.quantity ?? 1), 0) === line?.quantity;
  if (own.length === 1 && (whole || u.intents.has('replace') || u.intents.has('no')))
    session.draft = withoutLines(session.draft, (known) => known === line);
  const [first, ...others] = wishes.map(({ sizes: [size], colors: [color], quantity }): Interest => {
    const shade = color ?? line?.color;
    const worn = size ?? line?.size;
    return {
      productId,
      wanted: true,
      quantity: quantity ?? 1,
      ...(worn ? { size: worn } : {}),
      ...(shade ? { color: shade } : {}),
    };
  });
  session.update({ ...(first ? { interest: first } : {}), pending: [...others, ...(session.draft.pending ?? [])] });
  return true;
}
