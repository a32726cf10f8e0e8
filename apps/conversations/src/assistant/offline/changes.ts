import { DraftLine, Interest } from '../assistant.js';
import { lineOf, reopened, sameArticle, withoutLines } from '../draft.js';
import { articleName } from '../proposal.js';
import { sameColor, sameSize } from './catalogue.js';
import { choose } from './choice.js';
import { Mention } from './mentions.js';
import { removeLines } from './removals.js';
import { insteadOfTheLine, sameAgain } from './replacements.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Slots } from './slots.js';
import { Understanding } from './understand.js';
import { wishesOf } from './wishes.js';

/**
 * Applies what she changes on lines already agreed: removal, another size, colour or number. Returns what is left of the burst for new
 * articles: mentions that only changed a line are consumed.
 */
export async function applyChanges(session: Session, u: Understanding): Promise<Understanding> {
  if (u.intents.has('again') && sameAgain(session, u)) return { ...u, slots: { sizes: [], colors: [] } };
  insteadOfTheLine(session, u);
  let left = removeLines(session, u);
  if (session.draft.lines.length === 0 || session.draft.interest) return left;
  if (u.intents.has('more')) return left.mentions.length === 0 && hasSlots(left.slots) ? anotherOne(session, left) : left;
  const changes =
    u.intents.has('replace') ||
    // "non la stan smith en 41" puts right what she has
    (u.intents.has('no') && !u.asksSomething) ||
    (u.intents.has('want') && left.mentions.length === 0) ||
    (left.mentions.length === 0 && !u.asksSomething);
  if (!changes && !left.mentions.some((mention) => countsLine(session, mention, u))) return left;
  if (left.mentions.length === 0) {
    if (!hasSlots(left.slots)) return left;
    if (left.slots.parts && splitLine(session, left.slots, u)) return { ...left, slots: { sizes: [], colors: [] } };
    const line = lineMeant(session, left.slots, session.draft.lines);
    if (line) await changeLine(session, line, left.slots);
    return settled(session, { ...left, slots: { sizes: [], colors: [] } });
  }
  for (const mention of left.mentions) {
    const lines = session.draft.lines.filter((known) => mention.candidates.some((product) => product.id === known.productId));
    if (lines.length === 0 || !hasSlots(mention.slots) || !(changes || countsLine(session, mention, u))) continue;
    const divided = mention.slots.parts !== undefined && splitLine(session, mention.slots, u, lines);
    const line = divided ? undefined : lineMeant(session, mention.slots, lines);
    if (line) await changeLine(session, line, mention.slots);
    left = { ...left, mentions: left.mentions.filter((other) => other !== mention) };
  }
  return settled(session, left);
}

/** What she asked too many of is open again: what she said of it is heard, and takes nothing of what is offered instead. */
function settled(session: Session, u: Understanding): Understanding {
  if (!session.draft.interest || session.draft.interest.wanted || u.mentions.length > 0) return u;
  const { address: _kept, ...said } = u;
  return { ...said, intents: new Set() };
}

/** "une autre en 40": the same product once more, in another size. */
function anotherOne(session: Session, u: Understanding): Understanding {
  const line = session.draft.lines.at(-1);
  if (!line) return u;
  const size = u.slots.sizes[0] ?? line.size;
  const color = u.slots.colors[0] ?? line.color;
  session.update({
    interest: {
      productId: line.productId,
      wanted: true,
      quantity: u.slots.quantity ?? 1,
      ...(size ? { size } : {}),
      ...(color ? { color } : {}),
    },
  });
  return { ...u, slots: { sizes: [], colors: [] } };
}

/** "et si je prends seulement 1 Adidas": a number for an article she already has, in no other size. */
function countsLine(session: Session, mention: Mention, u: Understanding): boolean {
  const { sizes, quantity } = mention.slots;
  const lines = session.draft.lines.filter((line) => mention.candidates.some((product) => product.id === line.productId));
  return (
    lines.length === 1 &&
    quantity !== undefined &&
    sizes.every((size) => sameSize(size, lines[0]?.size)) &&
    !u.intents.has('availability')
  );
}

/** The line she means by its size, colour or number: "le 38 en 39", "la rouge en L", "une seule" of one pair and two. Asked for when several may be meant. */
function lineMeant(session: Session, slots: Slots, among: DraftLine[]): DraftLine | undefined {
  const { sizes, colors, quantity } = slots;
  let lines = among;
  const narrow = (fits: (line: DraftLine) => boolean) => {
    const fitting = lines.filter(fits);
    if (fitting.length > 0) lines = fitting;
  };
  if (colors.length > 0) narrow((line) => sameColor(line.color, colors[0] ?? ''));
  // with two sizes the first names the line; with one it does when something else is said of that line
  if (sizes.length > 1 || quantity !== undefined) narrow((line) => sameSize(line.size, sizes[0] ?? ''));
  if (quantity !== undefined && sizes.length + colors.length === 0) narrow((line) => line.quantity !== quantity);
  if (lines.length < 2) return lines[0];
  session.say(say.whichLine(lines.map((line) => articleName(line))));
  return undefined;
}

/** "3 en 42 et 1 en 41" of an article she has: so many of each, in place of the line when they make it up or she corrects herself. */
function splitLine(session: Session, slots: Slots, u: Understanding, among = session.draft.lines): boolean {
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

async function changeLine(session: Session, line: DraftLine, slots: Slots): Promise<void> {
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

function hasSlots(slots: Slots): boolean {
  return slots.sizes.length > 0 || slots.colors.length > 0 || slots.quantity !== undefined;
}
