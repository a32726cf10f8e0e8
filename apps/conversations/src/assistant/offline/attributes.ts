import { alike } from './alike.js';
import { colorsOf, Product, sizesOf } from './catalogue.js';
import { colorOf, numberOf, UNITS } from './lexicon.js';
import { wordsOf } from './normalise.js';

/** Sizes and colours that the products spoken of really have, as the seller wrote them. */
export interface Known {
  sizes: string[];
  colors: string[];
}

export function attributesOf(products: Product[]): Known {
  return {
    sizes: [...new Set(products.flatMap((product) => sizesOf(product)))],
    colors: [...new Set(products.flatMap((product) => colorsOf(product.offers)))],
  };
}

/** A size or colour of the catalogue that stands in the words; end exclusive. */
export interface AttributeAt {
  value: string;
  start: number;
  end: number;
}

/** Where the words name one of the values, the longest first: "64go", "500 grammes", "la grande", "demi", "nude". Bare numbers are left to whoever knows what was asked. */
export function findValues(words: string[], values: string[]): AttributeAt[] {
  const known = values
    .map((value) => ({ value, words: wordsOf(value) }))
    .filter((one) => one.words.length > 0 && !/^\d+(\.5)?$/.test(one.words.join(' ')));
  // "un incassable A15" for « Galaxy A15 »
  const models = known.flatMap(({ value, words: [...named] }) => {
    const model = named.at(-1) ?? '';
    const own = named.length > 1 && /^[a-z]+\d/.test(model) && known.filter((one) => one.words.includes(model)).length === 1;
    return own ? [{ value, words: [model] }] : [];
  });
  known.push(...models);
  known.sort((a, b) => b.words.length - a.words.length);
  const found: AttributeAt[] = [];
  for (let start = 0; start < words.length; start++) {
    const match = isElided(words, start)
      ? undefined
      : known.find((one) => one.words.every((word, i) => agrees(word, words[start + i])));
    if (!match) continue;
    found.push({ value: match.value, start, end: start + match.words.length });
    start += match.words.length - 1;
  }
  return found;
}

/** « l'ensemble », « s'il »: the letter before a vowel is no size of its own. */
const isElided = (words: string[], at: number): boolean =>
  /^[lms]$/.test(words[at] ?? '') &&
  !/^(en|taille|t|size)$/.test(words[at - 1] ?? '') &&
  // « l'ensemble » with its name taken out
  ((words[at] === 'l' && words[at + 1] === '§' && numberOf(words[at - 1]) === undefined) ||
    /^(?!aussi|alors|encore|ajout|avant|apres|homme|enfant|envo|expedi)[aeiouyh][a-z]{4,}/.test(words[at + 1] ?? ''));

/** "le 64" for « 64 Go », "la 12" for « 12 pouces », "le 11" for « iPhone 11 »: the number alone, where one size begins or ends with it. */
export function sizeByNumber(number: string, sizes: string[]): string | undefined {
  const fitting = sizes.filter((size) => {
    const [first, second, ...more] = wordsOf(size);
    const ends = (more.at(-1) ?? second) === number;
    return (first === number && (second === undefined || UNITS.test(second))) || (ends && !/^\d/.test(first ?? ''));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The same word, in another gender or number, or with a slip in a long one. */
function agrees(known: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (known === word) return true;
  if (/\d/.test(known) || /\d/.test(word)) return false;
  // « la moitié » of what is sold by halves
  if (known === 'demi') return /^(demie|moitie)$/.test(word);
  const color = colorOf(known);
  if (color !== undefined) return colorOf(word) === color;
  if (colorOf(word) !== undefined || known.length < 4) return false;
  return stem(known) === stem(word) || (known.length >= 5 && alike(known, word));
}

const stem = (word: string) => word.replace(/(e?s|e|x)$/, '');
