import { findValues, Known, sizeByNumber } from './attributes.js';
import { byExtent, Found, Part, partsOf } from './parts.js';
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

const SIZE_BEFORE = new Set('taille pointure t en du le la les fais fait chausse numero n ou mets format'.split(' '));
const SIZE_WORDS = new Set('taille pointure chausse t format'.split(' '));

/** A word after which a number is a size ("POINTURE42"). */
export const isSizeWord = (word: string): boolean => SIZE_WORDS.has(word);

const COUNTED = new Set(
  'paire piece pieces exemplaire exemplaires article articles unite unites fois x modeles lots lot boites boite paquets paquet'.split(
    ' ',
  ),
);
const QUANTITY_BEFORE = new Set(
  'x veux voudrais prends prendre prendrai donnez donne mettez mets envoyez envoie faut quantite commande commander plutot finalement ajoutez ajoute rajoute rajoutez fallait aimerais moi juste seulement total non voulais'.split(
    ' ',
  ),
);

/** Where the words stand: what was asked last, and where a product is named. */
interface Around {
  words: string[];
  asked: string | undefined;
  known: Known;
  /** The word after which a product is named (a number right before it counts it); -1 when none is. */
  product: number;
  /** Whether a word is a size or colour of the catalogue. */
  taken: (at: number) => boolean;
}

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
    ...sizes.map((one) => ({ kind: 'size' as const, value: one.value, at: one.start })),
    ...colors.map((one) => ({ kind: 'color' as const, value: one.value, at: one.start })),
  ];
  const around = { words, asked, known, product: productStart, taken };
  words.forEach((word, i) => {
    if (taken(i)) return;
    const [sized, colored] = [slots.sizes.length, slots.colors.length];
    readWord(slots, word, i, around);
    if (slots.sizes.length > sized) at.push({ kind: 'size', value: slots.sizes.at(-1) ?? word, at: i });
    if (slots.colors.length > colored) at.push({ kind: 'color', value: slots.colors.at(-1) ?? word, at: i });
  });
  const parts = partsOf(at, words);
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
  if (isLetterSize(word, before, words, asked)) slots.sizes.push(word.toUpperCase());
  const number = numberOf(word);
  if (number === undefined || isMeasure(after)) return;
  const listed = /^\d/.test(word) ? sizeByNumber(word, known.sizes) : undefined;
  if (/^\d/.test(word) && isSize(number, listed, i, around)) slots.sizes.push(listed ?? word);
  else if (isQuantity(word, number, i, around)) slots.quantity ??= number;
}

function isLetterSize(word: string, before: string, words: string[], asked: string | undefined): boolean {
  if (!LETTER_SIZE.test(word)) return false;
  return (
    SIZE_WORDS.has(before) ||
    before === 'en' ||
    (before === 'du' && word !== 's') ||
    (words.length <= 2 && asked === 'size') ||
    word.includes('x')
  );
}

function isSize(number: number, listed: string | undefined, i: number, { words, asked, product, taken }: Around): boolean {
  const [before, after] = [words[i - 1] ?? '', words[i + 1] ?? ''];
  // "1 de 1 kg": so many of that size
  if (after === 'de' && taken(i + 2)) return false;
  const worn = number >= 16 && number <= 54;
  if ((!worn && !listed) || before === 'x' || (COUNTED.has(after) && !timesNext(words, i))) return false;
  if (asked === 'quantity' && words.length <= 2) return false;
  const introduced = SIZE_BEFORE.has(before) && before !== 'les';
  if (worn && (introduced || spokenOf(words, i))) return true;
  if (listed && !worn) return introduced || before === '§' || spokenOf(words, i) || (asked === 'size' && words.length <= 3);
  if (number >= 30 || listed) return !(i + 1 === product && QUANTITY_BEFORE.has(before));
  return asked === 'size' && words.length <= 3;
}

function isQuantity(word: string, number: number, i: number, around: Around): boolean {
  const { words, asked } = around;
  const [before, after] = [words[i - 1] ?? '', words[i + 1] ?? ''];
  if (number < 1 || number > 500 || !Number.isInteger(number)) return false;
  if (['les', 'ces', 'nos', 'vos', 'tous', 'toutes'].includes(before)) return COUNTED.has(after);
  if (before === 'en' && after === 'fois') return false;
  if (before === 'x' || (COUNTED.has(after) && !timesNext(words, i))) return true;
  if (countsProduct(i, around)) return true;
  if (/^(seule?s?|seulement|uniquement)$/.test(after)) return true;
  // "un" and "une" are articles unless they count pairs or products
  if (word === 'un' || word === 'une' || word === 'one')
    return (asked === 'quantity' && words.length <= 2) || (i === words.length - 1 && takesOne(words, i));
  if (number >= 30) return asked === 'quantity' && words.length <= 2;
  // "2 en 38": so many of that size
  if (number < 16 && after === 'en' && (around.taken(i + 2) || (numberOf(words[i + 2]) ?? 0) >= 16)) return true;
  if (number < 16 && before === 'a' && SET_TO.test(words[i - 2] ?? '')) return true;
  // "15000 d'accord mais 2"
  if (number < 16 && i === words.length - 1 && before === 'mais') return true;
  if (QUANTITY_BEFORE.has(before) || (before === 'a' && words[i - 2] === 'en')) return true;
  // "mets en 4", "en fait 2"
  if (number < 16 && before === 'en' && QUANTITY_BEFORE.has(words[i - 2] ?? '')) return true;
  if (number < 16 && i === words.length - 1 && correctsItself(words.slice(0, i))) return true;
  // "5 donc", "3 alors"
  if (number < 16 && i === 0 && words.length <= 3 && /^(donc|alors|plutot|finalement|suffit|suffisent)$/.test(after)) return true;
  // "tshirt noir L 5": what comes last, after size and colour, counts
  if (
    around.product >= 0 &&
    i === words.length - 1 &&
    i - 1 > around.product &&
    (around.taken(i - 1) || LETTER_SIZE.test(before))
  )
    return true;
  // "les chaussettes c'est 4"
  if (around.product >= 0 && number < 16 && i === words.length - 1 && before === 'est' && words[i - 2] === 'c') return true;
  // "ok 2 pots": whatever the goods are counted in
  if (asked === 'offer' && number < 16 && words.length <= 4 && numberOf(after) === undefined) return true;
  return words.length <= 2 && asked !== 'address' && asked !== 'product';
}

/** "j'en prends une", "I take one", "non une": one of them, and no article. */
function takesOne(words: string[], at: number): boolean {
  const [before, verb] = [words[at - 1] ?? '', words[at - 2] ?? ''];
  return QUANTITY_BEFORE.has(before) && (verb === 'en' || verb === 'i' || correctsItself(words.slice(0, at)));
}

/** "en fait 2", "ah pardon c'est 3": nothing but words that put something right. */
function correctsItself(before: string[]): boolean {
  const said = ` ${before.join(' ')} `;
  return (
    before.length <= 5 &&
    / (en fait|non|finalement|pardon|attends|attendez|plutot|je voulais dire) /.test(said) &&
    ONLY_PUTS_RIGHT.test(said)
  );
}

/** "laisse à 3", "passe à 2": the number stays, or becomes, that. */
const SET_TO =
  /^(laisse|laissez|reste|restez|restons|garde|gardez|passe|passez|passons|remets|remettez|mets|mettez|descends|monte)$/;

const ONLY_PUTS_RIGHT =
  /^ (?:(?:en fait|non|finalement|pardon|attends|attendez|plutot|je voulais dire|je voulais|j en voulais|ah|euh|oui|ok|bon|c est|ce sera|mets|mettez) )+$/;

/** "42 x 2": what follows is counted, not this. */
function timesNext(words: string[], at: number): boolean {
  return words[at + 1] === 'x' && numberOf(words[at + 2]) !== undefined;
}

/** "2 nike", "2 grands garba", "3 paires de nike" */
function countsProduct(at: number, { words, product, taken }: Around): boolean {
  if (product <= at) return false;
  return words
    .slice(at + 1, product)
    .every((word, i) => taken(at + 1 + i) || COUNTED.has(word) || /^(de|d|des|du|petite?s?|grande?s?|gros|grosse)$/.test(word));
}

/** "ma pointure c'est 38", "taille : 38" */
function spokenOf(words: string[], at: number): boolean {
  return words.slice(Math.max(0, at - 4), at).some((word) => SIZE_WORDS.has(word) && word !== 't');
}
