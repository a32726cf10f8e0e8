import { withoutNames } from './guard-no-claims.js';
import type { Truth } from './guard-truth.js';
import { Product } from './offline/catalogue.js';
import { colorOf } from './offline/lexicon.js';
import { findProducts } from './offline/naming.js';
import { wordsOf } from './offline/normalise.js';

/** Where a product's name stands in a sentence. */
interface Span {
  start: number;
  end: number;
}

/** The products that a text names. */
export function namedIn(text: string, truth: Truth): Product[] {
  return findProducts(wordsOf(text), truth.products).flatMap((mention) => mention.candidates);
}

/** The colours it names, what belongs to a product's name apart. */
export const colorsIn = (segment: string, truth: Truth): string[] => [
  ...new Set(wordsOf(withoutNames(segment, truth)).flatMap((word) => colorOf(word) ?? [])),
];

/** Cuts a sentence that names several products, so that each piece begins with one (what comes before the first stays with it). */
export function cutBeforeNames(segment: string, spans: Span[]): string[] {
  return cutAt(
    segment,
    spans.slice(1).map((span) => span.start),
  );
}

export function cutAfterNames(segment: string, spans: Span[]): string[] {
  return cutAt(
    segment,
    spans.slice(0, -1).map((span) => span.end),
  );
}

function cutAt(text: string, cuts: number[]): string[] {
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i]));
}

/** Where products are named: by their whole name or by a word of it that nothing else in the catalogue has. */
export function nameSpans(segment: string, truth: Truth): Span[] {
  const spans = truth.products.flatMap((product) => {
    const whole = product.folded;
    const at = segment.indexOf(whole);
    if (at >= 0) return [{ start: at, end: at + whole.length }];
    const word = product.words.find(
      (part) => part.length > 3 && segment.includes(part) && new RegExp(`\\b${part}\\b`).test(segment),
    );
    return word ? [{ start: segment.indexOf(word), end: segment.indexOf(word) + word.length }] : [];
  });
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((span, i) => !sorted.slice(0, i).some((earlier) => earlier.end > span.start));
}
