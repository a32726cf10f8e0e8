import { DraftLine } from '../assistant.js';
import { lineOf, reopened } from '../draft.js';
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
    (u.intents.has('want') && left.mentions.length === 0) ||
    (left.mentions.length === 0 && !u.asksSomething);
  if (!changes && !left.mentions.some((mention) => countsLine(session, mention, u))) return left;
  if (left.mentions.length === 0) {
    if (!hasSlots(left.slots)) return left;
    const line = lineMeant(session, left.slots);
    if (line) await changeLine(session, line, left.slots);
    return { ...left, slots: { sizes: [], colors: [] } };
  }
  for (const mention of left.mentions) {
    const line = session.draft.lines.find((known) => mention.candidates.some((product) => product.id === known.productId));
    if (!line || !hasSlots(mention.slots) || !(changes || countsLine(session, mention, u))) continue;
    await changeLine(session, line, mention.slots);
    left = { ...left, mentions: left.mentions.filter((other) => other !== mention) };
  }
  return left;
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

function lineMeant(session: Session, slots: Slots): DraftLine | undefined {
  const { lines } = session.draft;
  if (lines.length === 1) return lines[0];
  // with two sizes the first names the line: "le 38 en 39"
  const bySize = lines.filter((line) => slots.sizes.length > 1 && sameSize(line.size, slots.sizes[0]));
  if (bySize.length === 1) return bySize[0];
  session.say(say.whichLine(lines.map((line) => articleName(line))));
  return undefined;
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
  if (choice.state === 'short')
    session.say(say.short(articleName(lineOf(choice.offer, 1, choice.size, choice.color)), choice.left));
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
