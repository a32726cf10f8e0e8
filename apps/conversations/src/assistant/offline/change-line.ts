import { DraftLine, Offer } from '../assistant.js';
import { reopened } from '../draft.js';
import { lineOf, sameArticle, withoutLines } from '../draft-lines.js';
import { articleName } from '../proposal.js';
import { Product, sameColor, sameSize, sizesOf } from './catalogue.js';
import { choose } from './choice.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Slots } from './slots.js';

/** Gives a line the size, colour or number she wants, where that is there; says what there is otherwise. */
export async function changeLine(session: Session, line: DraftLine, slots: Slots): Promise<void> {
  const product = session.product(line.productId);
  if (!product) return;
  // "du 39 à la place du 38" names both: the size she does not have yet is the one she wants
  const wears = await worn(session, product);
  const named = wears ? slots.sizes : [];
  if (!wears && slots.sizes.length > 0) session.say(say.noSizeChoice(product.name));
  const size = named.find((candidate) => !sameSize(candidate, line.size)) ?? line.size;
  const color = slots.colors.find((candidate) => !sameColor(candidate, line.color)) ?? line.color;
  const quantity = slots.quantity ?? line.quantity;
  if (sameSize(size, line.size) && color === line.color && quantity === line.quantity) return;
  const choice = choose(
    product,
    { productId: product.id, quantity, ...(size ? { size } : {}), ...(color ? { color } : {}) },
    await session.needsSize(product),
    (offer) => twinsOf(session, line, offer),
  );
  session.cite(...product.offers);
  if (choice.state === 'ready') {
    const changed = lineOf(session.priced(choice.offer), quantity, choice.size, choice.color);
    const twin = session.draft.lines.find((known) => known !== line && sameArticle(known, changed));
    const all = { ...changed, quantity: quantity + (twin?.quantity ?? 0) };
    const lines = session.draft.lines.filter((known) => known !== twin);
    session.draft = { ...reopened(session.draft), lines: lines.map((known) => (known === line ? all : known)) };
    session.say(say.changed(articleName(all), all.quantity));
    return;
  }
  if (choice.state === 'short') {
    const wanted = lineOf(choice.offer, quantity, choice.size, choice.color);
    const same = sameArticle(wanted, line);
    if (same ? choice.left > line.quantity : choice.left > 0) {
      // what is left is offered when the sale goes on, so that her next number or yes is about this line
      if (!same) session.draft = withoutLines(session.draft, (known) => known === line);
      const { size: asked, color: shade } = wanted;
      session.update({
        interest: { productId: product.id, quantity, ...(asked ? { size: asked } : {}), ...(shade ? { color: shade } : {}) },
      });
    }
    // another line of hers may have the last of it
    else session.say(say.short(articleName(wanted), same ? choice.left : choice.offer.available));
  }
  if (choice.state === 'size-sold-out')
    session.say(say.sizeSoldOut(articleName({ productName: product.name, size: choice.size })));
  if (choice.state === 'no-such-size') session.say(say.noSuchSize(product.name, choice.size));
  if ('others' in choice && choice.state !== 'no-such-color' && choice.others.length > 0)
    session.say(say.otherSizes(product.name, choice.others));
  if (choice.state === 'no-such-color')
    session.say(say.noSuchColor(product.name, size, choice.color), say.otherColors(choice.others));
  if (choice.state === 'sold-out') session.say(say.soldOut(product.name));
}

/** A size said is none of an article without sizes beside others that have them. */
const worn = async (session: Session, product: Product): Promise<boolean> =>
  sizesOf(product).length > 0 || (await session.catalogue()).every((other) => sizesOf(other).length === 0);

/** How many of the offer the other lines have already. */
const twinsOf = (session: Session, line: DraftLine, offer: Offer): number =>
  session.draft.lines
    .filter((known) => known !== line && known.productId === offer.productId && known.variantId === offer.variantId)
    .reduce((sum, known) => sum + known.quantity, 0);

/** So many fewer of a line; the line goes when nothing of it is left. */
export function takeOff(session: Session, line: DraftLine, number: number): void {
  if (line.quantity <= number) {
    session.draft = withoutLines(session.draft, (known) => known === line);
    session.say(say.removed([articleName(line)]));
    if (session.draft.lines.length > 0) return;
    session.say(say.emptied());
    session.update({ lastAsked: 'product' });
    return;
  }
  const fewer = { ...line, quantity: line.quantity - number };
  session.draft = { ...reopened(session.draft), lines: session.draft.lines.map((known) => (known === line ? fewer : known)) };
  session.say(say.changed(articleName(fewer), fewer.quantity));
}
