import { Draft } from '../assistant.js';
import { attributesOf, findValues } from './attributes.js';
import { Product, sizesOf } from './catalogue.js';
import { inArticles } from './counted-by-measure.js';
import { isEveryday } from './everyday.js';
import { isPacking, numberOf } from './lexicon.js';
import { ProductMention } from './naming.js';
import { wordsOf } from './normalise.js';
import { byExtent } from './parts.js';
import { readSlots, Slots } from './slots.js';
import { PERSON } from './wearers.js';

/** What stands beside a name, or in place of one, and says how an article is meant. */

/** "2 petits bissap", "gnamakou petit 4": right beside its name the extent is a size of it. */
export function withExtent(about: string[], candidates: Product[]): string[] {
  const at = about.indexOf('§');
  const sizes = attributesOf(candidates).sizes;
  if (findValues(about, sizes).length > 0) return about;
  const sized = (one: number) => byExtent([about[one] ?? ''], sizes).length > 0;
  const before = [at - 1, at + 1].find(sized);
  // « la pommade la grande », « la petite capacité »
  const beside =
    before ??
    about.findIndex(
      (_, one) =>
        sized(one) &&
        ((one === at + 2 && /^(la|le|les|en)$/.test(about[at + 1] ?? '')) ||
          /^(capacites?|formats?|modeles?|tailles?|bouteilles?|pots?|flacons?|piece)$/.test(about[one + 1] ?? '') ||
          (/^(complete|entiere?)$/.test(about[one] ?? '') && about[one - 1] === 'piece')),
    );
  const [size] = beside < 0 ? [] : byExtent([about[beside] ?? ''], sizes);
  if (beside < 0 || size === undefined || PERSON.test(about[beside + 1] ?? '')) return about;
  return about.toSpliced(beside, 1, ...wordsOf(size));
}

/** "je prends le blanc 64 avec un verre trempé": what stands before « avec » is said of the article being talked about, which she takes too. */
export function ofInterestFirst(
  found: ProductMention[],
  words: string[],
  { interest, lastAsked }: Draft,
  products: Product[],
): (ProductMention & { slots?: Slots })[] {
  const [first] = found;
  const about = products.find(({ id }) => id === interest?.productId);
  if (!first || !about || found.some(({ candidates }) => candidates.includes(about))) return found;
  const join = words.findLastIndex((word, at) => at < first.start && /^(avec|et|plus)$/.test(word));
  const before = words.slice(0, Math.max(join, 0));
  const slots = readSlots(inArticles(before, [about]), 'size', attributesOf([about]));
  const { sizes, colors, quantity } = slots;
  const said = ` ${before.join(' ')} `;
  const takes = / (je|on) (le |la |les |en )?(prends|veux) /.test(said);
  const thisOne =
    / (le|la|les) (prends|veux) | prends (ca|celui|celle|la|le) /.test(said) ||
    // « ok je prends avec le power bank »
    (words[join] === 'avec' && / (prends|prend|mets|mettez|mettre) (?:moi )?$/.test(said));
  // "3 kilos et du poisson": so many of what was just offered
  const counts =
    quantity !== undefined &&
    lastAsked === 'offer' &&
    before.every((word) => numberOf(word) !== undefined || isPacking(word) || isEveryday(word));
  if (join <= 0 || !(sizes.some((size) => sizesOf(about).includes(size)) || (colors.length > 0 && takes) || thisOne || counts))
    return found;
  return [{ candidates: [about], start: join, end: join, slots }, ...found];
}

/** "pour Galaxy A15", once it was asked which one the glass is for: a size of what is being talked about, and no telephone. */
export function isSizeAsked(
  { start, end }: ProductMention,
  words: string[],
  { interest, lastAsked, lines }: Draft,
  products: Product[],
): boolean {
  const id = interest?.productId ?? lines.at(-1)?.productId;
  const about = products.find((product) => product.id === id);
  const said = words.slice(start, end).join(' ');
  const sizes = about ? sizesOf(about).map((size) => wordsOf(size).join(' ')) : [];
  return (
    (lastAsked === 'size' || words[start - 1] === 'pour') && sizes.some((size) => size === said || size.endsWith(` ${said}`))
  );
}
