import { Draft, DraftLine } from '../assistant.js';
import { reopened } from '../draft.js';
import { withoutLines } from '../draft-lines.js';
import { articleName } from '../proposal.js';
import { sameColor, sameSize } from './catalogue.js';
import { changeLine, takeOff } from './change-line.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { hasSlots, Slots } from './slots.js';
import { Understanding } from './understand.js';

/** The line she means by its size, colour or number: "le 38 en 39", "la rouge en L", "une seule" of one pair and two. Asked for when several may be meant. */
export function lineMeant(session: Session, slots: Slots, among: DraftLine[]): DraftLine | undefined {
  const { sizes, colors, quantity } = slots;
  let lines = among;
  // « blanc ça va » of what is white
  const asTheyAre = sizes.length === 0 && quantity === undefined && colors.length === 1;
  if (asTheyAre && among.length > 1 && among.every((line) => sameColor(line.color, colors[0]))) return undefined;
  const narrow = (fits: (line: DraftLine) => boolean) => {
    const fitting = lines.filter(fits);
    if (fitting.length > 0) lines = fitting;
  };
  if (colors.length > 0) narrow((line) => sameColor(line.color, colors[0] ?? ''));
  // with two sizes the first names the line; with one it does when something else is said of that line
  if (sizes.length > 1 || quantity !== undefined) narrow((line) => sameSize(line.size, sizes[0] ?? ''));
  // a size is asked of what has sizes
  else if (sizes.length === 1 && lines.length > 1) narrow((line) => line.size !== undefined);
  if (quantity !== undefined && sizes.length + colors.length === 0) narrow((line) => line.quantity !== quantity);
  if (lines.length < 2) return lines[0];
  askWhichLine(session, lines, { sizes, colors, ...(quantity === undefined ? {} : { quantity }) });
  return undefined;
}

/** Asks on which line, and keeps what she wants changed until she has said so. */
export function askWhichLine(session: Session, among: DraftLine[], change: NonNullable<Draft['change']>): void {
  session.say(say.whichLine(among.map((line) => articleName(line))));
  // her answer is no yes to the recap she wants changed
  session.draft = { ...reopened(session.draft), lastAsked: 'line', change };
}

/** "la nike", "le deuxième", "celui en 38", "les deux" after she was asked on which line: what she wanted is done there. True when she said which. */
export async function changesLineAsked(session: Session, u: Understanding): Promise<boolean> {
  const { change, lines, lastAsked } = session.draft;
  // something else was asked since: what she wanted changed is no longer waited for
  if (change && lastAsked !== 'line') session.forget('change');
  if (!change || lastAsked !== 'line') return false;
  const named = linesNamed(lines, u, change);
  session.forget('change', 'lastAsked');
  if (named.length === 0) return false;
  if (change.remove && change.quantity !== undefined) {
    for (const line of named) takeOff(session, line, change.quantity);
    return true;
  }
  if (change.remove) {
    session.draft = withoutLines(session.draft, (line) => named.includes(line));
    session.say(say.removed(named.map((line) => articleName(line))));
    if (session.draft.lines.length === 0) session.say(say.emptied());
    return true;
  }
  // what she says of the line now beside its name may be one more change
  for (const line of named) await changeLine(session, line, { ...change, ...newer(u, line) });
  return true;
}

const RANKS = [
  /^ 1 $| (premiere?|1er|1ere|(le|la|numero) 1) /,
  /^ 2 $| (deuxieme|seconde?|2e|2eme|2ieme|(le|la|numero) 2) /,
  /^ 3 $| (troisieme|3e|3eme|3ieme|(le|la|numero) 3) /,
];

/** The lines that her answer names: by article, by rank, by the size or colour they have, or all of them. */
function linesNamed(lines: DraftLine[], u: Understanding, change: NonNullable<Draft['change']>): DraftLine[] {
  const words = inOneLine(u.words);
  const ids = new Set(u.mentions.flatMap((mention) => mention.candidates.map((product) => product.id)));
  const slots = [u.slots, ...u.mentions.map((mention) => mention.slots)];
  const sizes = slots.flatMap((one) => one.sizes);
  const colors = slots.flatMap((one) => one.colors);
  const ofArticle = ids.size > 0 ? lines.filter((line) => ids.has(line.productId)) : lines;
  const fitting = ofArticle.filter(
    (line) =>
      (sizes.length > 0 || colors.length > 0) &&
      (sizes.length === 0 || sizes.some((size) => sameSize(size, line.size))) &&
      (colors.length === 0 || colors.some((color) => sameColor(color, line.color))),
  );
  if (fitting.length > 0) return fitting.slice(0, u.intents.has('allOfThem') ? undefined : 1);
  const all = u.intents.has('allOfThem') || ids.size > 1;
  if (ids.size > 0) return ofArticle.length === 1 || all ? ofArticle : [];
  if (u.intents.has('allOfThem') || (change.remove !== true && / (chacune?|partout) /.test(words))) return lines;
  const last = / derniere? /.test(words) ? lines.length - 1 : -1;
  // "oui" when only one could be meant
  if (lines.length === 1 && u.intents.has('yes')) return lines;
  const line = lines[last >= 0 ? last : RANKS.findIndex((rank) => rank.test(words))];
  return line ? [line] : [];
}

/** Of what she says beside the line's name, what the line has not yet. */
function newer(u: Understanding, line: DraftLine): Partial<Slots> {
  const [said] = [...u.mentions.map((mention) => mention.slots), u.slots].filter(hasSlots);
  const sizes = said?.sizes.filter((size) => !sameSize(size, line.size)) ?? [];
  const colors = said?.colors.filter((color) => !sameColor(color, line.color)) ?? [];
  return { ...(sizes.length > 0 ? { sizes } : {}), ...(colors.length > 0 ? { colors } : {}) };
}
