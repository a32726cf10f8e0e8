import { DraftLine } from '../assistant.js';
import { lineOf, reopened, sameArticle, withoutLines } from '../draft.js';
import { articleName } from '../proposal.js';
import { sameColor, sameSize } from './catalogue.js';
import { choose } from './choice.js';
import { Mention } from './mentions.js';
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

/** "non finalement je veux le Samsung": another article in place of the only one she had. */
function insteadOfTheLine(session: Session, u: Understanding): void {
  const [line, ...others] = session.draft.lines;
  const [named, ...more] = u.mentions.filter((mention) => mention.verb === 'take');
  const instead = u.intents.has('replace') && u.intents.has('want') && !u.intents.has('more') && !u.intents.has('remove');
  if (!line || !named || others.length > 0 || more.length > 0 || !instead || u.mentions.length > 1) return;
  if (named.candidates.some((product) => product.id === line.productId)) return;
  session.draft = withoutLines(session.draft, () => true);
  session.say(say.removed([articleName(line)]));
}

/** "la même chose": what she ordered last is on the draft again, at today's prices. */
function sameAgain(session: Session, u: Understanding): boolean {
  const { lines, previous } = session.draft;
  if (lines.length > 0 || !previous || u.mentions.length > 0) return false;
  const again = previous.flatMap((line) => {
    const offer = session.product(line.productId)?.offers.find((known) => known.variantId === line.variantId);
    return offer && offer.available >= line.quantity ? [lineOf(session.priced(offer), line.quantity, line.size, line.color)] : [];
  });
  if (again.length === 0) return false;
  session.draft = { ...reopened(session.draft), lines: again };
  session.forget('interest', 'pending');
  for (const line of again) session.say(say.added(articleName(line), line.quantity));
  const gone = previous.filter((line) => !again.some((one) => sameArticle(one, line)));
  for (const line of gone) session.say(say.short(articleName(line), 0));
  return true;
}

function removeLines(session: Session, u: Understanding): Understanding {
  const unwanted = u.mentions.filter((mention) => mention.verb === 'remove');
  const kept = { ...u, mentions: u.mentions.filter((mention) => mention.verb === 'take') };
  if (unwanted.length === 0) {
    const named = u.slots.sizes.length > 0 && u.mentions.length === 0 && u.intents.has('remove') && !u.intents.has('replace');
    const bySize = named ? session.draft.lines.filter((line) => u.slots.sizes.some((size) => sameSize(size, line.size))) : [];
    if (bySize.length > 0) {
      session.draft = withoutLines(session.draft, (line) => bySize.includes(line));
      session.say(say.removed(bySize.map((line) => articleName(line))));
      if (session.draft.lines.length === 0) session.say(say.emptied());
      return { ...kept, slots: { sizes: [], colors: [] } };
    }
    if (u.intents.has('remove') && u.mentions.length === 0 && session.draft.lines.length > 1) {
      session.say(say.whichLine(session.draft.lines.map((line) => articleName(line))));
      return { ...kept, slots: { sizes: [], colors: [] } };
    }
    return kept;
  }
  const ids = new Set(unwanted.flatMap((mention) => mention.candidates.map((product) => product.id)));
  const sizes = unwanted.flatMap((mention) => mention.slots.sizes);
  const meant = (line: DraftLine) =>
    ids.has(line.productId) && (sizes.length === 0 || !line.size || sizes.some((size) => sameSize(size, line.size)));
  const removed = session.draft.lines.filter(meant);
  if (removed.length > 0) {
    session.draft = withoutLines(session.draft, meant);
    session.say(say.removed(removed.map((line) => articleName(line))));
  }
  const { interest, pending } = session.draft;
  const waiting = (pending ?? []).filter((item) => !ids.has(item.productId));
  session.forget('pending');
  if (waiting.length > 0) session.update({ pending: waiting });
  if (interest && ids.has(interest.productId)) {
    session.forget('interest');
    if (removed.length === 0)
      session.say(
        say.removed(
          unwanted.flatMap((mention) =>
            mention.candidates.filter((product) => product.id === interest.productId).map((product) => product.name),
          ),
        ),
      );
  }
  if (session.draft.lines.length === 0 && !session.draft.interest && kept.mentions.length === 0 && session.hasSpoken) {
    session.say(say.emptied());
    session.update({ lastAsked: 'product' });
  }
  return kept;
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
