import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Rules may be written while looking at `tuning`; `held-out` only ever tells whether they generalise. */
export const HALVES = ['tuning', 'held-out'] as const;
export type Half = (typeof HALVES)[number];

/** What a customer sends at once: words, a burst of several messages, or something else than words. */
export type Sent = string | string[] | Deed;

export interface Deed {
  say?: string | string[];
  /** Presses the newest button whose title holds this. */
  press?: string;
  /** A photo with this caption (may be empty). */
  photo?: string;
  voice?: true;
  sticker?: true;
  /** A shared position, by the name of the place (may be empty). */
  location?: string;
  /** Nothing is sent: time passes, in hours. */
  later?: number;
  /** The shop books so many FCFA, by Wave, for her latest order. */
  books?: number;
  /** Answers what the assistant asks, until it asks nothing more. */
  answers?: true;
  /** What the reply to this step must hold; see {@link holds}. */
  reply?: string[];
}

/** What the customer knows when she is asked. Only what is here is answered. */
export interface Answers {
  address?: string;
  size?: string;
  color?: string;
  quantity?: string;
  phone?: string;
  /** Which of the products that were named to her. */
  which?: string;
  /** How she agrees to the recap: words, or `press`. */
  confirm?: string;
  /** To any other question: « oui » unless told otherwise. */
  otherwise?: string;
}

/** Where a dialogue must end: the orders that stand then, and whether a person of the shop was called. */
export interface Ending {
  /** Lines of the one order, `2 x Adidas Stan Smith | 40 | blanc @ 35000`; a price may be a range `40000-45000`. `none`: no order. */
  order: string[] | 'none';
  /** Words of its address. */
  address?: string[];
  /** E.164, of whom the courier calls. */
  phone?: string;
  /** Lines of an order that was confirmed and then cancelled. */
  cancelled?: string[];
  human: 'yes' | 'no' | 'either';
}

export interface Dialogue {
  name: string;
  half: Half;
  covers: string[];
  shop: string;
  customer: string;
  /** Left of a product or variant here, where it differs from the shop's: `Nike Air Max 90 | 38` → 0. */
  stock: Record<string, number>;
  says: Sent[];
  answers?: Answers;
  ends: Ending;
  /** What some reply must hold. */
  mentions: string[];
  /** What no reply may hold. */
  never: string[];
}

type Written = Omit<Partial<Dialogue>, 'ends'> & { ends?: Partial<Ending> | string };

const ENDINGS: Record<string, Ending> = {
  'no order': { order: 'none', human: 'no' },
  human: { order: 'none', human: 'yes' },
  'no order, perhaps human': { order: 'none', human: 'either' },
};

const FOLDER = join(import.meta.dirname, 'dialogues');

/** The dialogues of one half, by file and place in it. @throws Error that names the dialogue which is not well written */
export function readDialogues(half: Half, folder = FOLDER): Dialogue[] {
  const files = readdirSync(join(folder, half)).filter((name) => name.endsWith('.yaml'));
  const all = files.sort().flatMap((name) => {
    const written = parse(readFileSync(join(folder, half, name), 'utf8')) as Written[];
    return written.map((one) => asDialogue(one, half));
  });
  const twice = all.find(({ name }, at) => all.findIndex((other) => other.name === name) !== at);
  if (twice) throw new Error(`two dialogues are called ${twice.name}`);
  return all;
}

/** A dialogue as written, with what it leaves out. */
export function asDialogue(written: Written, half: Half): Dialogue {
  const { name, covers, shop, says, ends } = written;
  if (!name || !covers?.length || !shop || !says?.length || !ends) throw new Error(`dialogue ${name ?? '?'} lacks a part`);
  const ending = typeof ends === 'string' ? ENDINGS[ends] : ({ order: 'none', human: 'either', ...ends } as Ending);
  if (!ending) throw new Error(`dialogue ${name} ends in « ${String(ends)} »`);
  return {
    customer: 'Aminata Traoré',
    stock: {},
    mentions: [],
    never: [],
    ...written,
    name,
    half,
    covers,
    shop,
    says,
    ends: ending,
  };
}

/** An order line as it is written in a dialogue. */
export interface WantedLine {
  quantity: number;
  product: string;
  /** Size and colour, in any order, folded. */
  attributes: string[];
  least: number;
  most: number;
}

/** @throws Error when it is not written like `2 x Adidas Stan Smith | 40 @ 35000` */
export function wantedLine(written: string): WantedLine {
  const match = /^(\d+) x ([^|@]+?)((?: \| [^|@]+?)*) @ (\d+)(?:-(\d+))?$/.exec(written);
  if (!match) throw new Error(`« ${written} » is no order line`);
  const [, quantity, product, attributes, least, most] = match;
  return {
    quantity: Number(quantity),
    product: product!,
    attributes: attributes!
      .split(' | ')
      .filter((part) => part !== '')
      .map(folded)
      .sort(),
    least: Number(least),
    most: Number(most ?? least),
  };
}

/** Lower case without accents, and numbers without separators: « Pagne à 12.500 F » → « pagne a 12500 f ». */
export const folded = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .replaceAll(/(?<=\d)[.\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');

/** Whether a reply holds what a check says: `45000`, `rouge|bleu` for either, `!36` for what must not be there. */
export function holds(reply: string, check: string): boolean {
  const text = folded(reply);
  if (check.startsWith('!')) return !isIn(text, folded(check.slice(1)));
  return check.split('|').some((option) => isIn(text, folded(option)));
}

/** Whole numbers, so that « 5000 » is not in « 45000 »; parts of words may do. */
const isIn = (text: string, part: string) =>
  /^\d+$/.test(part) ? new RegExp(`(?<!\\d)${part}(?!\\d)`).test(text) : text.includes(part.trim());
