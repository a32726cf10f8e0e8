import { DraftLine } from '../assistant.js';
import { lineOf, reopened, sameArticle, withoutLines } from '../draft.js';
import { articleName } from '../proposal.js';
import { sameColor, sameSize } from './catalogue.js';
import { choose } from './choice.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Slots } from './slots.js';

/** Gives a line the size, colour or number she wants, where that is there; says what there is otherwise. */
export async function changeLine(session: Session, line: DraftLine, slots: Slots): Promise<void> {
  const product = session.product(line.productId);
  if (!product) return;
  // "du 39 à la place du 38" names both: the size she does not have yet is the one she wants
  const size = slots.sizes.find((candidate) => !sameSize(candidate, line.size)) ?? line.size;
  const color = slots.colors.find((candidate) => !sameColor(candidate, line.color)) ?? line.color;
  const quantity = slots.quantity ?? line.quantity;
  if (sameSize(size, line.size) && color === line.color && quantity === line.quantity) return;
  const choice = choose(
    product,
    { productId: product.id, quantity, ...(size ? { size } : {}), ...(color ? { color } : {}) },
    await session.needsSize(product),
    () => 0,
  );
  session.cite(...product.offers);
  if (choice.state === 'ready') {
    const changed = lineOf(session.priced(choice.offer), quantity, choice.size, choice.color);
    session.draft = { ...reopened(session.draft), lines: session.draft.lines.map((known) => (known === line ? changed : known)) };
    session.say(say.changed(articleName(changed), quantity));
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
    } else session.say(say.short(articleName(wanted), choice.left));
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
