import { colorOf, numberOf } from './lexicon.js';

/** What the words say about one article. */
export interface Slots {
  sizes: string[];
  colors: string[];
  quantity?: number;
}

const SIZE_BEFORE = new Set([
  'taille',
  'pointure',
  't',
  'en',
  'du',
  'le',
  'la',
  'les',
  'fais',
  'fait',
  'chausse',
  'numero',
  'num',
  'n',
  'ou',
  'mets',
]);
const SIZE_WORDS = new Set(['taille', 'pointure', 'chausse', 't']);
const QUANTITY_AFTER = new Set([
  'paire',
  'piece',
  'pieces',
  'exemplaire',
  'exemplaires',
  'article',
  'articles',
  'unite',
  'unites',
  'fois',
  'x',
  'modeles',
  'chaussures',
  'chaussure',
  'baskets',
  'tennis',
]);
const QUANTITY_BEFORE = new Set([
  'x',
  'veux',
  'voudrais',
  'prends',
  'prendre',
  'donnez',
  'donne',
  'mettez',
  'mets',
  'envoyez',
  'envoie',
  'faut',
  'quantite',
  'commande',
  'commander',
  'plutot',
  'finalement',
  'ajoutez',
  'ajoute',
  'fallait',
  'aimerais',
]);
const NOT_AN_ARTICLE = new Set([
  'ans',
  'an',
  'minutes',
  'minute',
  'min',
  'mn',
  'h',
  'heure',
  'heures',
  'jour',
  'jours',
  'km',
  'f',
  'fcfa',
  'cfa',
  'francs',
  'franc',
  'k',
  'mille',
  'pourcent',
  'eme',
  'pieces',
  'personnes',
  'semaines',
]);
const LETTER_SIZE = /^(xxs|xs|s|m|l|xl|xxl|xxxl)$/;

/**
 * Reads size, colour and quantity from words. `asked` is what was asked last: a number alone answers that question.
 * `product` marks the word after which a product is named (a number right before it is a quantity).
 */
export function readSlots(words: string[], asked: string | undefined, productStart = -1): Slots {
  const slots: Slots = { sizes: [], colors: [] };
  words.forEach((word, i) => {
    const [before, after] = [words[i - 1] ?? '', words[i + 1] ?? ''];
    const color = colorOf(word);
    if (color && !(word === 'orange' && after === 'money')) slots.colors.push(color);
    if (
      LETTER_SIZE.test(word) &&
      (SIZE_WORDS.has(before) ||
        before === 'en' ||
        (before === 'du' && word !== 's') ||
        (words.length === 1 && asked === 'size') ||
        /^x/.test(word))
    )
      slots.sizes.push(word.toUpperCase());
    const number = numberOf(word);
    if (number === undefined || NOT_AN_ARTICLE.has(after)) return;
    if (/^\d/.test(word) ? isSize(number, before, after, words, asked, i + 1 === productStart, spokenOf(words, i)) : false)
      slots.sizes.push(word);
    else if (isQuantity(word, number, before, after, words, asked, i + 1 === productStart)) slots.quantity ??= number;
  });
  slots.sizes = [...new Set(slots.sizes)];
  slots.colors = [...new Set(slots.colors)];
  return slots;
}

function isSize(
  number: number,
  before: string,
  after: string,
  words: string[],
  asked: string | undefined,
  beforeProduct: boolean,
  sizeSpokenOf: boolean,
): boolean {
  if (number < 16 || number > 54 || before === 'x' || QUANTITY_AFTER.has(after)) return false;
  if (SIZE_BEFORE.has(before) || sizeSpokenOf) return true;
  if (asked === 'quantity' && words.length <= 2) return false;
  return number >= 30 ? !(beforeProduct && QUANTITY_BEFORE.has(before)) : asked === 'size' && words.length <= 3;
}

function isQuantity(
  word: string,
  number: number,
  before: string,
  after: string,
  words: string[],
  asked: string | undefined,
  beforeProduct: boolean,
): boolean {
  if (number < 1 || number > 500 || !Number.isInteger(number)) return false;
  if (['les', 'ces', 'des', 'nos', 'vos'].includes(before)) return false;
  if (QUANTITY_AFTER.has(after) || before === 'x') return true;
  if (beforeProduct) return true;
  // "un" and "une" are articles unless they count pairs or products
  if (word === 'un' || word === 'une') return words.length === 1 && asked === 'quantity';
  if (number >= 30) return asked === 'quantity' && words.length <= 2;
  if (QUANTITY_BEFORE.has(before)) return true;
  return words.length <= 2 && asked !== 'address' && asked !== 'product';
}

/** "ma pointure c'est 38", "taille : 38" */
function spokenOf(words: string[], at: number): boolean {
  return words.slice(Math.max(0, at - 4), at).some((word) => SIZE_WORDS.has(word) && word !== 't');
}
