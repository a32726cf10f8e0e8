import type { Draft } from '../assistant.js';
import { Product, sizesOf } from './catalogue.js';
import { numberOf } from './lexicon.js';
import type { ProductMention } from './naming.js';
import { wordsOf } from './normalise.js';

/** Goods that are counted in what they are measured by: "3 kg" of « Attiéké (kg) », "10 litres" of a juice that comes in « 1 litre ». */

const MEASURES = /^(kg|g|l|cl|ml|m|yards?|metres?)$/;

/** The measure a product is sold by, as its name says; undefined when its name says none. */
export const measuredBy = ({ folded }: Product): string | undefined =>
  wordsOf(
    /\((?:le |au |par |1 )?([a-z]+)\)|\b(?:le|au|par) (kilo|kg|litre|metre|yard)$/.exec(folded)?.slice(1).find(Boolean) ?? '',
  ).find((word) => MEASURES.test(word));

/** "1 litre" among the sizes: so many litres are so many of it. */
const oneOf = (measure: string, sizes: string[]): string | undefined =>
  sizes.find((size) => wordsOf(size).join(' ') === `1 ${measure}`);

/** Whether that size is one of the measure: « 1 litre ». */
export const isOneSize = (size: string, measure: string): boolean => oneOf(measure, [size]) !== undefined;

/** The words with what counts by a measure written as a number of articles, in the size that it is one of. */
export function inArticles(words: string[], products: Product[]): string[] {
  const sold = new Set(products.flatMap((product) => measuredBy(product) ?? []));
  const sizes = [...new Set(products.flatMap((product) => sizesOf(product)))];
  return words.flatMap((word, at) => {
    const measure = words[at + 1] ?? '';
    const before = words[at - 1] ?? '';
    const number = numberOf(word);
    if (MEASURES.test(word) && Number.isInteger(numberOf(before)) && countable(before, word, sold, sizes)) return [];
    if (number === undefined || !Number.isInteger(number) || !MEASURES.test(measure) || !countable(word, measure, sold, sizes))
      return [word];
    const size = oneOf(measure, sizes);
    return [word, 'unites', ...(size && !sold.has(measure) ? wordsOf(size) : [])];
  });
}

/** A number and a measure that are not one of the sizes themselves. */
function countable(number: string, measure: string, sold: Set<string>, sizes: string[]): boolean {
  if (sizes.some((size) => wordsOf(size).join(' ') === `${number} ${measure}`)) return false;
  return sold.has(measure) || (oneOf(measure, sizes) !== undefined && numberOf(number) !== 1);
}

/** "mets 2 kg", with nothing named, after a list: what of it is sold by the kilo. Several are asked about. */
export function namedByMeasure(words: string[], { interest, shown, asked }: Draft, products: Product[]): ProductMention[] {
  const at = words.findIndex((word, i) => MEASURES.test(word) && Number.isInteger(numberOf(words[i - 1])));
  const ids = asked ? asked.map(({ productId }) => productId) : (shown ?? []);
  const measured = products.filter((product) => ids.includes(product.id) && measuredBy(product) === words[at]);
  if (words.some((word) => /^(chaque|chacune?)$/.test(word))) return [];
  return at < 0 || interest || measured.length === 0 ? [] : [{ candidates: measured, start: at + 1, end: at + 1 }];
}

const HALVES = / (?:(?:\d+\.5|(?:\d+|une?) (?:kg|l|m) et (?:demi|demie)|une? demi|demi) ?(?:kg|l|m)?) /;

/** "1,5 kg", "un kilo et demi", "un demi kilo": a part of what is sold whole. */
export function asksForPart(words: string[], products: Product[]): boolean {
  const said = ` ${words.join(' ')} `;
  const sold = products.flatMap((product) => measuredBy(product) ?? []);
  return sold.some((measure) => said.includes(` ${measure} `)) && HALVES.test(said);
}
