import type { Draft } from '../assistant.js';
import { Product, sizesOf } from './catalogue.js';
import { UNITS } from './lexicon.js';
import type { ProductMention } from './naming.js';
import { wordsOf } from './normalise.js';

/** What the goods' own figure says, in their name or size: "128 Go", "250 ml", "18 pouces", "25 kg". It chooses among goods that are called alike. */

const MEASURED = (word: string | undefined): boolean =>
  word !== undefined && (UNITS.test(word) || /^(mm|pouces|litres?)$/.test(word));

/** A figure and its measure stand here. */
export const isFigure = (words: readonly string[], at: number): boolean => /^\d/.test(words[at] ?? '') && MEASURED(words[at + 1]);

/** The figures in the words, each as « 128 go ». */
const figuresIn = (words: readonly string[]): string[] =>
  words.flatMap((word, at) => (isFigure(words, at) ? [`${word} ${words[at + 1]}`] : []));

/** The figures of its name, and of the sizes it comes in. */
export const figuresOf = (product: Product): { named: string[]; sized: string[] } => ({
  named: figuresIn(product.words),
  sized: sizesOf(product).flatMap((size) => figuresIn(wordsOf(size))),
});

const says = (words: readonly string[], figure: string): boolean => ` ${words.join(' ')} `.includes(` ${figure} `);
/** "la 14", "blanc 64": the number without its measure. */
const saysNumber = (words: readonly string[], figure: string): boolean =>
  words.some((word, at) => word === figure.split(' ')[0] && !MEASURED(words[at + 1]));

/** Of goods called alike, those whose own figure she says; all of them where she says none that one of them has. */
export function byFigure(candidates: Product[], about: string[]): Product[] {
  if (candidates.length < 2) return candidates;
  for (const said of [says, saysNumber]) {
    const fitting = candidates.filter((product) => {
      const { named, sized } = figuresOf(product);
      return [...named, ...sized].some((figure) => said(about, figure));
    });
    if (fitting.length > 0) return fitting;
  }
  return candidates;
}

/** "c'est combien les 6 yards" of « Woodin 6 yards »: what only repeats the figure of their name counts nothing. */
export function withoutOwnFigure(words: string[], about: Product[]): string[] {
  const own = (at: number) =>
    about.length > 0 && about.every((product) => figuresOf(product).named.includes(`${words[at]} ${words[at + 1]}`));
  return words.filter((_, at) => !own(at) && !own(at - 1));
}

/** The name without its figure. */
export const called = (product: Product): string =>
  product.words.filter((_, at) => !isFigure(product.words, at) && !isFigure(product.words, at - 1)).join(' ');

/** "et en 100 ml ?" of what comes as another article for each figure, "mets 2 de 5 kg" of those just listed. */
export function namedByFigure(words: string[], { interest, shown, lastAsked }: Draft, products: Product[]): ProductMention[] {
  const about = products.find(({ id }) => id === interest?.productId);
  const listed = lastAsked === 'product' ? products.filter(({ id }) => shown?.includes(id)) : [];
  const alike = about ? products.filter((one) => one !== about && called(one) === called(about)) : listed;
  for (const [at, word] of words.entries()) {
    const alone = !isFigure(words, at);
    if (alone && !/^(la|le|celle|celui|en|du|de)$/.test(words[at - 1] ?? '')) continue;
    const is = (figure: string) => (alone ? figure.split(' ')[0] === word : figure === `${word} ${words[at + 1]}`);
    if (about && figuresOf(about).sized.some(is)) return [];
    const fitting = alike.filter((product) => figuresOf(product).named.some(is));
    if (fitting.length === 1) return [{ candidates: fitting, start: at, end: at + (alone ? 1 : 2) }];
  }
  return [];
}

/** The goods of the shop that come in a figure she says, each with the offers that have it; undefined where she says none that there is. */
export function inFigure(words: string[], products: Product[]): Product[] | undefined {
  const figures = figuresIn(words);
  const fitting = products.flatMap((product) => {
    const { named, sized } = figuresOf(product);
    if (named.some((figure) => figures.includes(figure))) return [product];
    if (!sized.some((figure) => figures.includes(figure))) return [];
    const offers = product.offers.filter(({ size }) => figuresIn(wordsOf(size ?? '')).some((figure) => figures.includes(figure)));
    return [{ ...product, offers }];
  });
  return fitting.length > 0 ? fitting : undefined;
}
