import { findValues, Known, sizeByNumber } from './attributes.js';
import { isEveryday } from './everyday.js';
import { byExtent, Found, Part, partsOf } from './parts.js';
import { PERSON, wornByEach } from './wearers.js';
import { Around, COUNTED, countsProduct, isQuantity, QUANTITY_BEFORE, timesNext } from './quantity.js';
import { colorOf, isMeasure, LETTER_SIZE, numberOf } from './lexicon.js';

/** What the words say about one article. */
export interface Slots {
  sizes: string[];
  colors: string[];
  quantity?: number;
  /** Pairs or pieces she counted of goods that are sold by the lot; `quantity` is then in lots. */
  pieces?: number;
  /** How many of each, when she splits her number up: "2 rouges et 1 nude", "une en M et une en L". */
  parts?: Part[];
}

export const hasSlots = ({ sizes, colors, quantity }: Slots): boolean =>
  sizes.length > 0 || colors.length > 0 || quantity !== undefined;

const SIZE_BEFORE = new Set('taille pointure t en du le la les fais fait chausse numero n ou mets format'.split(' '));
const SIZE_WORDS = new Set('taille pointure chausse t format'.split(' '));

/** A word after which a number is a size ("POINTURE42"). */
export const isSizeWord = (word: string): boolean => SIZE_WORDS.has(word);

/**
 * Reads size, colour and quantity from words. `asked` is what was asked last: a number alone answers that question. `known` holds the sizes
 * and colours of the products spoken of: what the catalogue has is believed first, what it has not is still understood, to be refused.
 */
export function readSlots(words: string[], asked: string | undefined, known: Known, productStart = -1): Slots {
  const slots: Slots = { sizes: [], colors: [] };
  const sizes = findValues(words, known.sizes);
  const colors = findValues(words, known.colors).filter((one) => !(words[one.start] === 'orange' && words[one.end] === 'money'));
  slots.sizes.push(...sizes.map((one) => one.value));
  slots.colors.push(...colors.map((one) => one.value));
  const taken = (at: number) => [...sizes, ...colors].some((one) => at >= one.start && at < one.end);
  const at: Found[] = [
    ...sizes.map((one) => ({ kind: 'size' as const, value: one.value, at: one.start, end: one.end })),
    ...colors.map((one) => ({ kind: 'color' as const, value: one.value, at: one.start, end: one.end })),
  ];
  const around = { words, asked, known, product: productStart, taken };
  words.forEach((word, i) => {
    if (taken(i)) return;
    const [sized, colored] = [slots.sizes.length, slots.colors.length];
    readWord(slots, word, i, around);
    if (slots.sizes.length > sized) at.push({ kind: 'size', value: slots.sizes.at(-1) ?? word, at: i });
    if (slots.colors.length > colored) at.push({ kind: 'color', value: slots.colors.at(-1) ?? word, at: i });
  });
  // "le lait 500 et 2 petits"
  words.forEach((word, i) => {
    const [size] =
      (numberOf(words[i - 1]) === undefined && !(words[i - 1] === 'piece' && /^(complete|entiere)$/.test(word))) ||
      taken(i) ||
      PERSON.test(words[i + 1] ?? '')
        ? []
        : byExtent([word], known.sizes);
    if (size === undefined || i + 1 === productStart) return;
    slots.sizes.push(size);
    at.push({ kind: 'size', value: size, at: i });
  });
  const parts = partsOf(at, words) ?? wornByEach(at, words);
  if (parts) slots.parts = parts;
  if (slots.sizes.length === 0 && asked === 'size') slots.sizes.push(...byExtent(words, known.sizes));
  slots.sizes = [...new Set(slots.sizes)];
  slots.colors = [...new Set(slots.colors)];
  return slots;
}

function readWord(slots: Slots, word: string, i: number, around: Around): void {
  const { words, asked, known } = around;
  const [before, after] = [words[i - 1] ?? '', words[i + 1] ?? ''];
  const color = colorOf(word);
  if (color && !(word === 'orange' && after === 'money')) slots.colors.push(color);
  if (isLetterSize(word, i, words, asked)) slots.sizes.push(word.toUpperCase());
  const number = numberOf(word);
  // "une en 40 l'autre en 42", "pointure 40 g suis à Cocody"
  const measured = isMeasure(after) && !SIZE_WORDS.has(before) && !(after === 'l' && words[i + 2] === 'autre');
  if (number === undefined || measured) return;
  const listed = /^\d/.test(word) ? sizeByNumber(word, known.sizes) : undefined;
  if (/^\d/.test(word) && isSize(number, listed, i, around)) slots.sizes.push(listed ?? word);
  else if (Number.isInteger(number) && number >= 1 && number <= 500 && countsProduct(i, around)) slots.quantity = number;
  else if (isQuantity(word, number, i, around)) slots.quantity ??= number;
}

function isLetterSize(word: string, at: number, words: string[], asked: string | undefined): boolean {
  if (!LETTER_SIZE.test(word)) return false;
  const before = words[at - 1] ?? '';
  const joined = (join: number, other: number) => JOINS.test(words[join] ?? '') && LETTER_SIZE.test(words[other] ?? '');
  return (
    SIZE_WORDS.has(before) ||
    before === 'en' ||
    (before === 'du' && word !== 's') ||
    // "L et XL", "M, L et XL"
    joined(at + 1, at + 2) ||
    joined(at - 1, at - 2) ||
    (words.length <= 2 && asked === 'size') ||
    word.includes('x')
  );
}

const JOINS = /^(et|puis|plus|ou)$/;
/** "2 de 250 et 1 de 125", "celui de 500": so many, or the one, of a size. */
const OF_SIZE = /^(celles?|celui|ceux|pots?|boites?|bouteilles?|flacons?|tubes?|paquets?)$/;

function isSize(number: number, listed: string | undefined, i: number, { words, asked, product, taken }: Around): boolean {
  const [before, after] = [words[i - 1] ?? '', words[i + 1] ?? ''];
  // "1 de 1 kg": so many of that size
  if (after === 'de' && taken(i + 2)) return false;
  const worn = number >= 16 && number <= 54;
  if ((!worn && !listed) || before === 'x' || (COUNTED.has(after) && !timesNext(words, i))) return false;
  if (asked === 'quantity' && words.length <= 2) return false;
  const introduced = SIZE_BEFORE.has(before) && before !== 'les';
  if (worn && (introduced || spokenOf(words, i))) return true;
  const of = before === 'de' && (numberOf(words[i - 2]) !== undefined || OF_SIZE.test(words[i - 2] ?? ''));
  // "ok 64 ça va"
  const answers =
    asked === 'size' &&
    words.every((word, at) => at === i || words.length <= 3 || isEveryday(word) || colorOf(word) !== undefined);
  // "le lait 250 x2 et 125 x3"
  if (listed && after === 'x' && numberOf(words[i + 2]) !== undefined) return true;
  if (listed && !worn) return introduced || of || before === '§' || spokenOf(words, i) || answers;
  if (number >= 30 || listed) return !(i + 1 === product && QUANTITY_BEFORE.has(before));
  return asked === 'size' && words.length <= 3;
}

/** "ma pointure c'est 38", "taille : 38" */
function spokenOf(words: string[], at: number): boolean {
  return words.slice(Math.max(0, at - 4), at).some((word) => SIZE_WORDS.has(word) && word !== 't');
}
