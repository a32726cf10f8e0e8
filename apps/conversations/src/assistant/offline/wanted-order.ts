import type { DraftLine, PlacedOrder } from '../assistant.js';
import { sameSize } from './catalogue.js';
import { Mention } from './mention.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';

/** A placed order as she wants it so far: one change on top of the other, until she has agreed to what they make together. */

/** The change that was shown to her is not answered, she goes on: it is kept, and what she says now is done to it. */
export function keepsWanted(session: Session): void {
  const { edit } = session.draft;
  if (edit) session.update({ wants: edit });
}

/** Nothing of it is being spoken of any more. */
export function leavesWanted(session: Session): void {
  if (!session.draft.addsTo && !session.draft.change) session.forget('wants');
}

/** The order with the lines that she wants in it so far. */
export function asWanted<O extends PlacedOrder>({ draft }: Session, order: O): O {
  return draft.wants?.number === order.number ? { ...order, lines: draft.wants.lines } : order;
}

/** All that she wants of it, in the seller's words. */
export function wholeWish({ draft }: Session, number: string, wish: string): string {
  return (draft.wants?.number === number ? `${draft.wants.wish}, ${wish}` : wish).slice(0, 280);
}

/** What she says beside a change that waits for her yes is more of it: goods, or another size or number. */
export const goesOnChanging = (u: Understanding): boolean => !u.asksSomething && (u.mentions.length > 0 || hasSlots(u.slots));

const PUTS = / (mets|mettez|mettre|mis|passe[rz]?|plutot|finalement|en fait|fais|faites|prends) /;
const ONE_MORE = / (une?|deux|trois|\d+) autres? | (aussi|encore|en plus|ajout\w+|rajout\w+) /;

/** "mettez la Stan Smith en 41" of an order that has one in 40: its line, in another size or colour. */
export function putsOtherwise(lines: readonly DraftLine[], u: Understanding): Mention | undefined {
  const [mention, ...others] = u.mentions;
  if (!mention || others.length > 0 || mention.verb !== 'take' || !mention.definite || u.asksSomething) return undefined;
  const said = inOneLine(u.words);
  const { sizes, colors } = mention.slots;
  if (ONE_MORE.test(said) || !PUTS.test(said) || sizes.length + colors.length === 0) return undefined;
  const [line, ...more] = lines.filter(({ productId }) => mention.candidates.some(({ id }) => id === productId));
  if (!line || more.length > 0 || mention.candidates.length !== 1) return undefined;
  return sizes.length > 0 && sizes.every((size) => sameSize(size, line.size)) && colors.length === 0 ? undefined : mention;
}
