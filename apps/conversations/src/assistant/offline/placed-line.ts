import type { DraftLine } from '../assistant.js';
import { reopened } from '../draft.js';
import { articleName } from '../proposal.js';
import { sameColor, sameSize } from './catalogue.js';
import { sizeChange } from './from-to.js';
import { inOneLine, wordsOf } from './normalise.js';
import { deniedSize } from './not-meant.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Of an order's lines those she may mean when she names no article: the one in the size or colour she gives up, or else all that can have what she wants. */
export function placedLinesMeant(session: Session, lines: DraftLine[], u: Understanding): DraftLine[] {
  const { sizes, colors, quantity } = u.slots;
  const words = wordsOf(session.turn.inbound.map(({ text }) => text).join('\n'));
  const from = sizeChange(u.slots, words)?.from ?? deniedSize(words);
  const given = lines.filter((line) => from !== undefined && sameSize(line.size, from));
  if (given.length > 0) return given;
  const named = sizes.length > 1 ? lines.filter((line) => sizes.some((size) => sameSize(line.size, size))) : [];
  if (named.length > 0) return named;
  const inColor = colors.length > 1 ? lines.filter((line) => colors.some((color) => sameColor(line.color, color))) : [];
  if (inColor.length > 0) return inColor;
  const sized = sizes.length > 0 ? lines.filter((line) => line.size !== undefined) : lines;
  const colored = colors.length > 0 ? sized.filter((line) => line.color !== undefined) : sized;
  const numbered = quantity !== undefined && sizes.length + colors.length === 0;
  return colored.length > 0 && !numbered ? colored : lines;
}

/** Asks which one, and keeps what she wants of it. */
export function askWhichPlaced(session: Session, lines: DraftLine[], u: Understanding): void {
  const { sizes, colors, quantity } = u.slots;
  const wanted = sizes.filter((size) => !lines.some((line) => sameSize(line.size, size)));
  session.say(say.whichLine(lines.map((line) => articleName(line))));
  session.draft = {
    ...reopened(session.draft),
    lastAsked: 'line',
    change: { sizes: wanted.length > 0 ? wanted : sizes, colors, ...(quantity === undefined ? {} : { quantity }) },
  };
}

/** Her answer to it, with what she wanted before; undefined where it is none. */
export function whichPlacedSaid(session: Session, u: Understanding): Understanding | undefined {
  const { change, lines, lastAsked } = session.draft;
  if (!change || lastAsked !== 'line' || lines.length > 0) return undefined;
  session.forget('change', 'lastAsked');
  if (u.intents.has('no') || u.asksSomething) return undefined;
  const [mention] = u.mentions;
  const slots = { sizes: change.sizes, colors: change.colors, ...(change.quantity ? { quantity: change.quantity } : {}) };
  if (mention && u.mentions.length === 1) return { ...u, mentions: [{ ...mention, verb: 'take', slots }] };
  // « celle en 41 »
  const [size] = u.slots.sizes;
  if (u.mentions.length > 0 || !size || !/ (celles?|celui|la|le|les|en) /.test(inOneLine(u.words))) return undefined;
  return { ...u, slots: { ...slots, sizes: [size, ...slots.sizes] } };
}
