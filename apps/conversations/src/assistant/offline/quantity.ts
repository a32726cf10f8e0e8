import { Known } from './attributes.js';
import { colorOf, LETTER_SIZE, numberOf } from './lexicon.js';
import { BRINGS_TO } from './set-to.js';

/** Which numbers count articles, by the words they stand between. */

export const COUNTED = new Set(
  'paire piece pieces exemplaire exemplaires article articles unite unites fois x modeles lots lot boites boite paquets paquet'.split(
    ' ',
  ),
);
export const QUANTITY_BEFORE = new Set(
  'x veux voudrais prends prendre prendrai donnez donne mettez mets envoyez envoie faut quantite commande commander plutot finalement ajoutez ajoute rajoute rajoutez fallait aimerais moi juste seulement total non voulais'.split(
    ' ',
  ),
);

/** Where the words stand: what was asked last, and where a product is named. */
export interface Around {
  words: string[];
  asked: string | undefined;
  known: Known;
  /** The word after which a product is named (a number right before it counts it); -1 when none is. */
  product: number;
  /** Whether a word is a size or colour of the catalogue. */
  taken: (at: number) => boolean;
}

/** "2 nike", "j'en prends 3", "mais 2": whether the number at `i` is how many she wants. */
export function isQuantity(word: string, number: number, i: number, around: Around): boolean {
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
  if (number < 16 && before === 'a' && BRINGS_TO.test(words[i - 2] ?? '')) return true;
  // "15000 d'accord mais 2"
  if (number < 16 && before === 'mais' && (i === words.length - 1 || /^(alors|seulement|donc|svp|suffit)$/.test(after)))
    return true;
  if (QUANTITY_BEFORE.has(before) || (before === 'a' && words[i - 2] === 'en')) return true;
  // "mets en 4", "en fait 2"
  if (number < 16 && before === 'en' && QUANTITY_BEFORE.has(words[i - 2] ?? '')) return true;
  if (number < 16 && i === words.length - 1 && correctsItself(words.slice(0, i))) return true;
  // "ok deux alors, L et XL"
  if (number < 16 && /^(alors|donc)$/.test(after) && words.slice(0, i).every((word) => /^(ok|oui|bon|d|accord|donc)$/.test(word)))
    return true;
  // "2" once the article is noted
  if (number < 16 && words.length === 1 && asked === 'address') return true;
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
  // "L noir, 2", where a size was asked for
  if (number < 16 && i === words.length - 1 && i > 1 && /^(size|color)$/.test(asked ?? '') && saysOnlyWhich(i, around))
    return true;
  // "les chaussettes c'est 4"
  if (around.product >= 0 && number < 16 && i === words.length - 1 && before === 'est' && words[i - 2] === 'c') return true;
  // "j'ai dit 2", "c'est 2 que je veux"
  if (number < 16 && ((before === 'dit' && words[i - 2] === 'ai') || (before === 'est' && after === 'que'))) return true;
  // "ok 2 pots": whatever the goods are counted in
  if (asked === 'offer' && number < 16 && words.length <= 4 && numberOf(after) === undefined) return true;
  return words.length <= 2 && asked !== 'address' && asked !== 'product';
}

/** Nothing before it but a size and a colour. */
const saysOnlyWhich = (at: number, { words, taken }: Around): boolean =>
  words
    .slice(0, at)
    .every(
      (word, i) =>
        taken(i) ||
        LETTER_SIZE.test(word) ||
        colorOf(word) !== undefined ||
        /^(ok|oui|en|le|la|du|taille|pointure|\d{2})$/.test(word),
    );

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

const ONLY_PUTS_RIGHT =
  /^ (?:(?:en fait|non|finalement|pardon|attends|attendez|plutot|je voulais dire|je voulais|j en voulais|ah|euh|oui|ok|bon|c est|ce sera|mets|mettez) )+$/;

/** "42 x 2": what follows is counted, not this. */
export function timesNext(words: string[], at: number): boolean {
  return words[at + 1] === 'x' && numberOf(words[at + 2]) !== undefined;
}

/** "2 nike", "2 grands garba", "3 paires de nike" */
export function countsProduct(at: number, { words, product, taken }: Around): boolean {
  if (product <= at) return false;
  return words
    .slice(at + 1, product)
    .every((word, i) => taken(at + 1 + i) || COUNTED.has(word) || /^(de|d|des|du|petite?s?|grande?s?|gros|grosse)$/.test(word));
}
