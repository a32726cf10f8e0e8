import { Draft, Offer } from '../assistant.js';
import { groupByProduct } from './catalogue.js';
import { picturesInWords } from './emojis.js';
import { called, figuresOf } from './figures.js';
import { wordsOf } from './normalise.js';
import { searchWords } from './search-words.js';

/** A burst may name several products in several messages: each piece is searched for on its own, so that none hides another. */
const MOST_QUERIES = 10;

/** What is searched for in the catalogue. */
export function queriesOf(written: string[]): string[] {
  const pieces = written
    .map(picturesInWords)
    .flatMap((text) =>
      text.split(/[\n,;+!?=]|[.:](?=\s)|\p{Extended_Pictographic}|\bet\b|\bpuis\b|\bainsi que\b|\bavec\b|\bpar\b/iu),
    );
  const queries = pieces
    .map((piece) => withSingulars(searchWords(wordsOf(piece)).slice(0, 6)).join(' '))
    .filter((query) => query !== '');
  return [...new Set(queries)].slice(0, MOST_QUERIES);
}

/** "2 sacs" looks for « sac »: a word of three letters is only found as it is spelt. */
const withSingulars = (words: string[]): string[] => [
  ...new Set(words.flatMap((word) => (/^[a-z]{3}[sx]$/.test(word) ? [word, word.slice(0, -1)] : [word]))),
];

/** The products that the draft speaks of. */
export function idsOf(draft: Draft): string[] {
  const items = [
    draft.interest,
    ...(draft.pending ?? []),
    ...(draft.aside ?? []),
    ...(draft.asked ?? []),
    ...(draft.takenOff ?? []),
    ...draft.lines,
    ...(draft.previous ?? []),
  ];
  return [...new Set([...items.flatMap((item) => (item ? [item.productId] : [])), ...(draft.shown ?? [])])];
}

/** What to search beside her words: where she says a number of an article that has a figure in its name, its name without that figure. */
export function alikeQueries(written: string[], { interest }: Draft, drafted: Offer[]): string[] {
  const [about] = groupByProduct(drafted.filter(({ productId }) => productId === interest?.productId));
  const figured = about !== undefined && figuresOf(about).named.length > 0;
  return figured && written.some((text) => /\d/.test(text)) ? [called(about)] : [];
}
