import { attributesOf, findValues } from './attributes.js';
import { isPacking, numberOf } from './lexicon.js';
import type { Draft } from '../assistant.js';
import type { Product } from './catalogue.js';
import type { ProductMention } from './naming.js';

/** "verre iphone 12 2 et A15 1": the article is named once, and then only the model that each further one is for. */

const JOINS = /^(et|avec|plus|puis|x|pour|de|du|d|le|la|les|l)$/;
/** What may stand between the join and the model; « un », « mon » and « le » name an article of its own. */
const LEADS = /^(pour|de|d|x)$/;

/** A mention that names no words of its own, and where what is said of it begins. */
export interface AgainMention extends ProductMention {
  from?: number;
}

/**
 * What looks like another article, where it is one more model of the article named before: nothing stands between them but a model of that article and numbers, and
 * nothing is said of it that only the other article has.
 */
export function sameArticleAgain(
  previous: ProductMention,
  mention: ProductMention,
  words: string[],
  next: number = words.length,
): AgainMention | undefined {
  const { sizes } = attributesOf(previous.candidates);
  const values = findValues(words, sizes);
  const here = values.find((value) => value.start >= mention.start && value.start < mention.end && value.end <= mention.end);
  const between = words.slice(previous.end, mention.start);
  const other = (at: number) => values.some((value) => value.value !== here?.value && at >= value.start && at < value.end);
  const said = between.map(
    (word, i) => other(previous.end + i) || JOINS.test(word) || isPacking(word) || numberOf(word) !== undefined,
  );
  if (!here || !between.some((_, i) => other(previous.end + i)) || !said.every(Boolean)) return undefined;
  const after = words.slice(mention.end, next);
  if (saysOf(mention, after)) return undefined;
  const from = startOf(words, mention.start, after);
  return from === undefined ? undefined : { candidates: previous.candidates, start: from, end: from, from };
}

/** "et pour A15", "et 1 A15", ", A15": where what is said of the further one begins; undefined where it is led in as an article of its own. */
function startOf(words: string[], at: number, after: string[]): number | undefined {
  let from = at;
  while (LEADS.test(words[from - 1] ?? '')) from--;
  const before = words[from - 1] ?? '';
  if (/^(et|avec|plus|puis)$/.test(before)) return from - 1;
  // "et 1 A15", "et deux pour A15"; "2 et 1 A15 1" counts the one before
  const counted = /^\d+$/.test(before) || (from < at && numberOf(before) !== undefined);
  const joined = /^(et|avec|plus|puis)$/.test(words[from - 2] ?? '');
  if (counted && joined && numberOf(after[0]) === undefined) return from - 2;
  const closes = numberOf(isPacking(before) ? words[from - 2] : before) !== undefined;
  return closes && numberOf(after.find((word) => word !== 'x')) !== undefined ? from : undefined;
}

/** "3 incassables: 2 A15 et 1 iphone 12", "incassable 2 pour A15, 1 pour iphone 12": only models and their numbers stand behind the name. */
export function isCountedModel(previous: ProductMention, mention: ProductMention, words: string[], next = words.length): boolean {
  const values = findValues(words, attributesOf(previous.candidates).sizes);
  const isSize = (at: number) => values.some((value) => at >= value.start && at < value.end);
  const kinds = words.slice(previous.end, mention.start).map((word, i) => {
    if (isSize(previous.end + i)) return 'S';
    if (numberOf(word) !== undefined) return 'N';
    if (LEADS.test(word)) return 'L';
    return /^(et|plus|avec|puis)$/.test(word) ? 'J' : '?';
  });
  const several = (numberOf(words[previous.start - 1]) ?? 1) > 1;
  if (!isSize(mention.start) || !(several ? /^L*(NL*S+J?)*NL*$/ : /^L*(NL*S+J?)*NL+$/).test(kinds.join(''))) return false;
  return !saysOf(mention, words.slice(mention.end, next));
}

/** "mets 2 A15 et 1 iphone 12", while the glass is on offer: models of what is on offer, each led in by a number or by nothing. */
export function modelsOffered(
  found: ProductMention[],
  words: string[],
  { interest, lastAsked }: Draft,
  products: Product[],
): boolean {
  const about = products.find(({ id }) => id === interest?.productId);
  if (!about || lastAsked !== 'offer' || found.length === 0) return false;
  const values = findValues(words, attributesOf([about]).sizes);
  return found.every(
    (one, i) =>
      !one.candidates.includes(about) &&
      values.some(({ start, end }) => start === one.start && end === one.end) &&
      (/^(et|pour|ou|avec|plus|mets|mettez|prends)$/.test(words[one.start - 1] ?? 'et') ||
        /^\d+$/.test(words[one.start - 1] ?? '') ||
        /^(deux|trois|quatre|cinq)$/.test(words[one.start - 1] ?? '')) &&
      !saysOf(one, words.slice(one.end, found[i + 1]?.start)),
  );
}

/** Something is said of it that an article of this name has. */
function saysOf({ candidates }: ProductMention, after: string[]): boolean {
  const { sizes, colors } = attributesOf(candidates);
  return findValues(after, [...sizes, ...colors]).length > 0;
}
