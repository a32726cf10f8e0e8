import { Offer } from './assistant.js';
import { amountsIn, AVAILABLE, NOT_THERE, segments, sizesIn, SOLD_OUT } from './guard-claims.js';
import { Truth, withoutNames } from './guard-truth.js';
import { colorsOf, findProducts, Product, sameColor, sameSize, sizesOf } from './offline/catalogue.js';
import { colorOf } from './offline/lexicon.js';
import { fold, wordsOf } from './offline/normalise.js';
import { findPlaces } from './offline/places.js';

/** Prices, totals, sizes and stock, each against the product its sentence is about. */
export function goodsClaims(text: string, truth: Truth): string[] {
  const problems: string[] = [];
  let about: Product[] = [];
  for (const segment of segments(withoutNumbers(text))) {
    const named = namedIn(segment, truth);
    if (/\b(total|livraison|a payer|a regler|recapitulatif)\b/.test(segment) && named.length === 0) about = [];
    // « la Nike à X et la Puma à Y », or « X pour la Nike et Y pour la Puma »: one of the two readings must hold
    const spans = nameSpans(segment, truth);
    const readings = spans.length < 2 ? [[segment]] : [cutBeforeNames(segment, spans), cutAfterNames(segment, spans)];
    const found = readings.map((pieces) => piecesProblems(pieces, about, truth));
    problems.push(...(found.find((one) => one.length === 0) ?? found[0] ?? []));
    if (named.length > 0) about = named;
  }
  return problems;
}

/** Where a product's name stands in a sentence. */
interface Span {
  start: number;
  end: number;
}

function piecesProblems(pieces: string[], before: Product[], truth: Truth): string[] {
  let about = before;
  return pieces.flatMap((piece) => {
    const named = namedIn(piece, truth);
    if (named.length > 0) about = named;
    const drafted = truth.products.filter((product) => truth.lines.some((line) => line.productId === product.id));
    const prices = priceProblems(piece, about.length > 0 ? about : drafted, truth);
    return about.length > 0 ? [...prices, ...stockProblems(piece, about, truth)] : prices;
  });
}

function namedIn(text: string, truth: Truth): Product[] {
  return findProducts(wordsOf(text), truth.products).flatMap((mention) => mention.candidates);
}

/** Cuts a sentence that names several products, so that each piece begins with one (what comes before the first stays with it). */
function cutBeforeNames(segment: string, spans: Span[]): string[] {
  return cutAt(
    segment,
    spans.slice(1).map((span) => span.start),
  );
}

function cutAfterNames(segment: string, spans: Span[]): string[] {
  return cutAt(
    segment,
    spans.slice(0, -1).map((span) => span.end),
  );
}

function cutAt(text: string, cuts: number[]): string[] {
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i]));
}

/** Where products are named: by their whole name or by a word of it that nothing else in the catalogue has. */
function nameSpans(segment: string, truth: Truth): Span[] {
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

function priceProblems(segment: string, subjects: Product[], truth: Truth): string[] {
  const claims = amountsIn(withoutNames(segment, truth));
  const named = findPlaces(wordsOf(segment)).map((place) => fold(place.commune));
  return claims.flatMap(({ amount, index }) => {
    const before = segmentBefore(withoutNames(segment, truth), index);
    const fees = truth.fees.filter((fee) => named.length === 0 || named.includes(fold(fee.commune))).map((fee) => fee.fee);
    const payable = truth.totals.flatMap((total) => fees.map((fee) => total + fee));
    let allowed: number[];
    if (/\b(payer|regler|verser|remettre|tout compris|livraison comprise|livraison incluse)\b/.test(before)) allowed = payable;
    else if (/\btotal\b(?! des articles)|\ben tout\b/.test(before)) allowed = [...truth.totals, ...payable];
    else if (/\btotal des articles\b/.test(before)) allowed = truth.totals;
    else if (/\b(livraison|frais|transport|deplacement|livrer|livreur)\b/.test(before)) allowed = fees;
    else allowed = unitAmounts(segment, subjects, truth);
    return allowed.includes(amount) ? [] : [`montant faux : ${amount} dans « ${segment} »`];
  });
}

/** What the goods a sentence is about may cost: their price now, for one or for the number asked. */
function unitAmounts(segment: string, subjects: Product[], truth: Truth): number[] {
  const sizes = sizesIn(segment);
  return subjects.flatMap((product) => {
    const fitting = product.offers.filter(
      (offer) => sizes.length === 0 || !offer.size || sizes.some((size) => sameSize(size, offer.size)),
    );
    return fitting.flatMap((offer) => [...truth.quantities].map((quantity) => offer.unitPrice * quantity));
  });
}

function stockProblems(segment: string, about: Product[], truth: Truth): string[] {
  const sizes = sizesIn(segment);
  const soldOut = SOLD_OUT.test(segment);
  const negative = NOT_THERE.test(segment);
  return about.flatMap((product) => {
    const known = sizesOf(product);
    const unknown = sizes.filter((size) =>
      known.length > 0 ? !known.some((other) => sameSize(other, size)) : !truth.namedSizes.some((said) => sameSize(said, size)),
    );
    if (unknown.length > 0 && !negative) return [`taille que ${product.name} n'a pas : ${unknown.join(', ')}`];
    const colors = colorsOf(product.offers);
    const foreign = [...new Set(wordsOf(segment).flatMap((word) => colorOf(word) ?? []))].filter(
      (color) => !colors.some((other) => sameColor(other, color)),
    );
    if (colors.length > 0 && foreign.length > 0 && !negative)
      return [`couleur que ${product.name} n'a pas : ${foreign.join(', ')}`];
    const fitting =
      sizes.length > 0 && known.length > 0
        ? product.offers.filter((offer) => sizes.some((size) => sameSize(size, offer.size)))
        : product.offers;
    const everySize =
      sizes.length > 0 && known.length > 0
        ? sizes.every((size) => fitting.some((offer) => sameSize(offer.size, size) && offer.available > 0))
        : fitting.some((offer) => offer.available > 0);
    if (soldOut && fitting.some((offer) => offer.available > 0)) return [`${product.name} dit épuisé alors qu'il en reste`];
    if (!negative && !everySize && (AVAILABLE.test(segment) || sizes.length > 0))
      return [`${product.name} dit disponible alors qu'il n'y en a plus`];
    return stockNumberProblems(segment, fitting, product);
  });
}

/** « il en reste 3 », « 12 en stock » must be the number there is. */
function stockNumberProblems(segment: string, offers: Offer[], product: Product): string[] {
  const claimed = [
    ...segment.matchAll(
      /\breste(?: plus)?(?: que)? (\d+)\b|\b(\d+)(?: paires?| pieces?| articles?| exemplaires?)? (?:en stock|disponibles?|restante?s?)\b|\bplus que (\d+)\b/g,
    ),
  ].map((match) => Number(match[1] ?? match[2] ?? match[3]));
  const total = offers.reduce((sum, offer) => sum + offer.available, 0);
  return claimed
    .filter((number) => number !== total && !offers.some((offer) => offer.available === number))
    .map((number) => `stock faux pour ${product.name} : ${number}`);
}

function withoutNumbers(text: string): string {
  return text.replace(/\bCMD[-\s]?\d[\d-]*/gi, ' ').replace(/\+\d[\d\s().-]{7,}\d/g, ' ');
}

function segmentBefore(segment: string, index: number): string {
  const before = segment.slice(0, index);
  const earlier = amountsIn(before).at(-1);
  return earlier ? before.slice(earlier.index) : before;
}
