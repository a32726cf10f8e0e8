import { Draft } from '../assistant.js';
import { readAmounts } from './amounts.js';
import { AttributeAt, attributesOf, findValues, Known } from './attributes.js';
import { Product } from './catalogue.js';
import { inArticles, namedByMeasure } from './counted-by-measure.js';
import { forWhatSheHas } from './measure-of-hers.js';
import { Mention } from './mention.js';
import { exchange, JOINED, LEAVES, verbOf } from './mention-verbs.js';
import { isSizeAsked, ofInterestFirst, withExtent } from './beside-the-name.js';
import { findProducts, ProductMention } from './naming.js';
import { countAfterName, replacingNumber, setsNumber, withoutReplacedNumber } from './how-many.js';
import { byFigure, isFigure, namedByFigure, withoutOwnFigure } from './figures.js';
import { isPacking, numberOf } from './lexicon.js';
import { endOfLine } from './lists.js';
import { countedInLots } from './lots.js';
import { withoutOthers } from './others-counted.js';
import { readRanks } from './ranks.js';
import { AgainMention, isCountedModel, modelsOffered, sameArticleAgain } from './same-article-again.js';
import { theOther } from './the-other.js';
import { leftAtPrice, numberSetTo } from './set-to.js';
import { shareLastSize, shareSize } from './share-size.js';
import { readSlots, Slots } from './slots.js';

/**
 * The products named in the words, each with its size, colour and number; what is said about none of them in particular is in `slots`.
 * @param breaks at which words a line begins
 */
export function readMentions(
  words: string[],
  draft: Draft,
  products: Product[],
  forAll: boolean,
  breaks: number[] = [],
): { mentions: Mention[]; slots: Slots } {
  const all = findProducts(words, products);
  const said = modelsOffered(all, words, draft, products) ? [] : all;
  const own = said.find((mention) => precises(mention, words, draft, products));
  if (own && own === said[0]) return readMentions(words.toSpliced(own.start, own.end - own.start), draft, products, forAll);
  const named = ofInterestFirst(
    withoutAttributes(
      said.filter((mention) => !isSizeAsked(mention, words, draft, products)),
      words,
    ),
    words,
    draft,
    products,
  );
  const found: (AgainMention & { slots?: Slots })[] =
    named.length > 0 ? named : (theOther(words, draft, products) ?? readOtherwise(words, draft, products));
  if (found.length === 0) {
    const about = spokenOf(draft, products);
    const left = inArticles(withoutOwnFigure(withoutReplacedNumber(words), about), about);
    const slots = countedInLots(readSlots(left, draft.lastAsked, attributesOf(about)), left, about);
    return { mentions: [], slots: replacingNumber(words, slots) };
  }
  const starts = found.map((mention, i) =>
    i === 0 ? 0 : (mention.from ?? segmentStart(words, mention, endOfLine(found[i - 1]?.end ?? 0, mention.start, words, breaks))),
  );
  const mentions: Mention[] = [];
  found.forEach((mention, i) => {
    const from = starts[i] ?? 0;
    const before =
      i === 0 ? withoutOthers(words.slice(0, mention.start), segmentStart(words, mention, 0)) : words.slice(from, mention.start);
    const after = words.slice(mention.end, starts[i + 1] ?? words.length);
    const about = withExtent(
      inArticles(withoutReplacedNumber([...before, '§', ...after]), mention.candidates),
      mention.candidates,
    );
    const own = words.slice(i === 0 ? 0 : (found[i - 1]?.end ?? 0), mention.start);
    const introduction = ` ${own.join(' ')} `;
    const previous = mentions.at(-1)?.verb;
    const setTo = numberSetTo(own, after, mentions.at(-1)?.setTo !== undefined);
    const stays = setTo !== undefined || leftAtPrice(own, after);
    mentions.push({
      candidates: byFigure(mention.candidates, [...before, ...after]),
      amounts: readAmounts(about),
      slots:
        mention.slots ??
        forWhatSheHas(
          countAfterName(
            countedInLots(
              readSlots(about, undefined, attributesOf(mention.candidates), about.indexOf('§')),
              about,
              mention.candidates,
            ),
            after,
            mention.candidates,
          ),
          after,
          mention.candidates,
          draft,
          products,
        ),
      ...(LEAVES.test(introduction) ? { leaves: true } : {}),
      ...(setsNumber(own, after) ? { sets: true } : {}),
      ...(setTo === undefined ? {} : { setTo }),
      ...(mention.end > 0
        ? { said: words[mention.end - 1] ?? '', next: isFigure(words, mention.end) ? '' : (words[mention.end] ?? '') }
        : {}),
      ...(DEFINITE.test(words[mention.start - 1] ?? '') ? { definite: true } : {}),
      verb: stays ? 'take' : previous && JOINED.test(introduction) ? previous : verbOf(introduction),
    });
  });
  exchange(mentions, found, words);
  if (forAll) shareSize(mentions);
  else shareLastSize(mentions);
  return { mentions, slots: { sizes: [], colors: [] } };
}

/** By a figure of theirs or what they are measured by, or by their place in the list. */
function readOtherwise(words: string[], draft: Draft, products: Product[]): ProductMention[] {
  const measured = [...namedByFigure(words, draft, products), ...namedByMeasure(words, draft, products)].slice(0, 1);
  return measured.length > 0 ? measured : readRanks(words, draft, products);
}

const DEFINITE = /^(la|le|les|l|ma|mon|mes|cette|ce|cet|ces)$/;

/** The products a size, a colour or a number without a name may be about. */
function spokenOf(draft: Draft, products: Product[]): Product[] {
  const drafted = draft.interest ? [draft.interest.productId] : draft.lines.map((line) => line.productId);
  const ids = drafted.length > 0 ? drafted : (draft.shown ?? []);
  return products.filter((product) => ids.includes(product.id));
}

/** "un verre trempé iPhone 11", "une coque noire iPhone 11": what is a size, a colour or a part of the name just named is no product of its own. */
function withoutAttributes(found: ProductMention[], words: string[]): AgainMention[] {
  const kept: AgainMention[] = [];
  for (const [i, mention] of found.entries()) {
    const previous = kept.at(-1);
    const known: Known = previous ? attributesOf(previous.candidates) : { sizes: [], colors: [] };
    const values = findValues(words, [...known.sizes, ...known.colors]);
    const between = previous ? words.slice(previous.end, mention.start) : [];
    const joins = (word: string, i: number) =>
      /^(pour|d|de|du|le|la|l|en|mon|ma)$/.test(word) || covers(values, (previous?.end ?? 0) + i);
    const close = previous !== undefined && between.every(joins);
    // "2 coques transparentes et 1 noire pour iPhone 11"
    const ends =
      between.every((word, i) => joins(word, i) || word === 'et' || numberOf(word) !== undefined) &&
      joins(between.at(-1) ?? '', between.length - 1);
    const whole = previous?.candidates.filter((product) => spells(product, words.slice(mention.start, mention.end))) ?? [];
    // "un chargeur pour mon samsung": what she has already
    if (
      previous &&
      / (pour|de|d|sur|avec) (mon|ma|mes|son|sa|notre) $/.test(` ${words.slice(previous.end, mention.start).join(' ')} `)
    )
      continue;
    if (close && values.some((value) => value.start === mention.start && value.end >= mention.end)) continue;
    if (previous && isCountedModel(previous, mention, words, found[i + 1]?.start)) continue;
    const again = previous && sameArticleAgain(previous, mention, words, found[i + 1]?.start);
    if (again) kept.push(again);
    else if (previous && (close || ends) && whole.length > 0) kept[kept.length - 1] = { ...previous, candidates: whole };
    else kept.push(mention);
  }
  return kept;
}

const covers = (values: AttributeAt[], at: number) => values.some((value) => at >= value.start && at < value.end);

/** Whether all the words stand in one of its names. */
const spells = (product: Product, words: string[]) => product.names.some((name) => words.every((word) => name.includes(word)));

/** An article's number, determiner, size and colour may stand before it: "2 nike 38 | et 1 petite puma 40". */
function segmentStart(words: string[], mention: ProductMention, floor: number): number {
  const leading = new Set(
    'la le les des de du d x paire article articles autre petit petits petite grand grands grande'.split(' '),
  );
  const known = attributesOf(mention.candidates);
  let from = mention.start;
  while (from > floor) {
    const word = words[from - 1] ?? '';
    // what stands before the join belongs to the product named before
    if (word === 'et' || word === 'plus' || word === 'aussi') return from - 1;
    const number = numberOf(word);
    const own =
      number === undefined &&
      findValues([word], [...known.sizes, ...known.colors]).length > 0 &&
      numberOf(words[from - 2]) !== undefined;
    if (!leading.has(word) && !isPacking(word) && !own && (number === undefined || number >= 16)) break;
    from--;
  }
  return from;
}

/** "pour iPhone 11", of the case that is being talked about: no other article. */
function precises({ start, end }: ProductMention, words: string[], draft: Draft, products: Product[]): boolean {
  const about = products.find((product) => product.id === draft.interest?.productId);
  return about !== undefined && words[start - 1] === 'pour' && spells(about, words.slice(start, end));
}
