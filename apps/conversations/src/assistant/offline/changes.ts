import { DraftLine } from '../assistant.js';
import { bringsAllToOne } from './all-in-one.js';
import { asWhatItReplaces } from './as-replaced.js';
import { sameSize } from './catalogue.js';
import { changeLine } from './change-line.js';
import { doubles } from './doubling.js';
import { sizeChange } from './from-to.js';
import { Mention } from './mention.js';
import { changesSomeOfLine } from './one-of-line.js';
import { putsBack, remembersTakenOff } from './put-back.js';
import { removeLines } from './removals.js';
import { insteadOfTheLine, sameAgain } from './replacements.js';
import { say } from './say.js';
import { Session } from './session.js';
import { changesMindOfLine } from './mind-of-line.js';
import { bringsToNumbers, setsNumbers } from './set-numbers.js';
import { hasSlots, Slots } from './slots.js';
import { splitLine } from './split-line.js';
import { Understanding } from './understand.js';
import { askWhichLine, changesLineAsked, lineMeant } from './which-line.js';

/**
 * Applies what she changes on lines already agreed: removal, another size, colour or number. Returns what is left of the burst for new
 * articles: mentions that only changed a line are consumed.
 */
export async function applyChanges(session: Session, u: Understanding): Promise<Understanding> {
  if (u.intents.has('again') && sameAgain(session, u)) return { ...u, slots: { sizes: [], colors: [] } };
  if (await changesLineAsked(session, u)) return { ...u, mentions: [], slots: { sizes: [], colors: [] } };
  if (await doubles(session, u)) return { ...u, mentions: [], slots: { sizes: [], colors: [] } };
  if (await bringsAllToOne(session, u)) return { ...u, mentions: [], slots: { sizes: [], colors: [] } };
  if (changesSomeOfLine(session, u)) return { ...u, mentions: [], slots: { sizes: [], colors: [] } };
  const said = await bringsToNumbers(session, u);
  if (said !== u && said.mentions.length === 0) return said;
  const before = session.draft.lines;
  insteadOfTheLine(session, said);
  let left = removeLines(session, putsBack(session, said));
  asWhatItReplaces(session, before, left);
  remembersTakenOff(session, before);
  const changed = changesLine(session, left) || changesMindOfLine(session, left);
  if (session.draft.lines.length === 0 || (session.draft.interest && !changed)) return left;
  left = await setsNumbers(session, u, left);
  if (u.intents.has('more')) return left.mentions.length === 0 && hasSlots(left.slots) ? anotherOne(session, left) : left;
  const changes =
    u.intents.has('replace') ||
    // "non la stan smith en 41" puts right what she has
    (u.intents.has('no') && !u.asksSomething) ||
    (u.intents.has('want') && left.mentions.length === 0) ||
    (left.mentions.length === 0 && !u.asksSomething);
  const meant = (mention: Mention) => changes || countsLine(session, mention, u) || putsRight(session, mention, u);
  if (!changes && !left.mentions.some(meant)) return left;
  if (left.mentions.length === 0) {
    if (!hasSlots(left.slots)) return left;
    if (await swapsSize(session, left.slots, u, session.draft.lines)) return { ...left, slots: { sizes: [], colors: [] } };
    if (pricesLines(session, left)) return { ...left, slots: { sizes: [], colors: [] } };
    if (left.slots.parts && splitLine(session, left.slots, u)) return { ...left, slots: { sizes: [], colors: [] } };
    const line = lineMeant(session, left.slots, session.draft.lines);
    if (line) await changeLine(session, line, left.slots);
    return settled(session, { ...left, slots: { sizes: [], colors: [] } });
  }
  for (const mention of left.mentions) {
    const lines = session.draft.lines.filter((known) => mention.candidates.some((product) => product.id === known.productId));
    if (lines.length === 0 || !hasSlots(mention.slots) || !meant(mention)) continue;
    const swapped = await swapsSize(session, mention.slots, u, lines);
    const divided = swapped || (mention.slots.parts !== undefined && splitLine(session, mention.slots, u, lines));
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

/** "change la puma en noir" while another article is talked about. */
function changesLine({ draft }: Session, u: Understanding): boolean {
  return (
    u.intents.has('replace') &&
    u.mentions.some(
      ({ candidates, slots, verb }) =>
        verb === 'take' &&
        hasSlots(slots) &&
        candidates.every(({ id }) => id !== draft.interest?.productId) &&
        candidates.some(({ id }) => draft.lines.some((line) => line.productId === id)),
    )
  );
}

/** "change 39 en 40": the line in 39, and no other; when nothing or more than one is in 39 she is asked which one she means. True when that is what she said. */
async function swapsSize(session: Session, slots: Slots, u: Understanding, among: DraftLine[]): Promise<boolean> {
  const change = sizeChange(slots, u.words);
  if (!change) return false;
  const wanted = { ...slots, sizes: [change.to] };
  const [line, ...others] = among.filter((known) => sameSize(known.size, change.from));
  if (line && others.length === 0) await changeLine(session, line, wanted);
  else {
    if (!line) session.say(say.notInThatSize(change.from));
    const { sizes, colors, quantity } = wanted;
    const may = line ? [line, ...others] : among;
    askWhichLine(session, may, { sizes, colors, ...(quantity === undefined ? {} : { quantity }) });
  }
  return true;
}

/** "la 41 à 26000 et la 40 à 25000": a price for what she has in that size, and no other size. */
function pricesLines({ draft }: Session, { amounts, slots: { sizes, colors, quantity } }: Understanding): boolean {
  const hers = sizes.every((size) => draft.lines.some((line) => sameSize(line.size, size)));
  return amounts.length > 0 && sizes.length > 0 && hers && colors.length === 0 && quantity === undefined;
}

/** "en noir la sandale": the one she has, spoken of as known. */
function putsRight({ draft }: Session, mention: Mention, u: Understanding): boolean {
  const lines = draft.lines.filter((line) => mention.candidates.some((product) => product.id === line.productId));
  return lines.length === 1 && mention.definite === true && mention.verb === 'take' && !u.asksSomething;
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
