import type { Owed } from './assistant.js';
import { meant, NOT_THERE, segments, sentences, sizesIn } from './guard-claims.js';
import { colorsIn, cutAfterNames, cutBeforeNames, namedIn, nameSpans } from './guard-named.js';
import { partsByOrder } from './guard-orders.js';
import { priceProblems } from './guard-prices.js';
import { stockProblems } from './guard-stock.js';
import { togetherOwed } from './together-owed.js';
import { Truth } from './guard-truth.js';
import { Product, sameColor, sameSize } from './offline/catalogue.js';

/** Prices, totals, sizes and stock, each against the product its sentence is about. */
export function goodsClaims(text: string, truth: Truth): string[] {
  const problems: string[] = [];
  // « Oui, en 40 c'est disponible » is about the one product that she asked about.
  let about: Product[] = truth.askedAbout.length === 1 ? truth.askedAbout : [];
  for (const { segment, numbers, owed } of segmentsOfLines(text, truth)) {
    const named = namedIn(segment, truth);
    if (/\b(total|livraison|frais|a payer|a regler|recapitulatif)\b/.test(segment) && named.length === 0) about = [];
    // « la Nike à X et la Puma à Y », or « X pour la Nike et Y pour la Puma »: one of the two readings must hold
    const spans = nameSpans(segment, truth);
    const readings = spans.length < 2 ? [[segment]] : [cutBeforeNames(segment, spans), cutAfterNames(segment, spans)];
    const found = readings.map((pieces) => piecesProblems(pieces, about, { ...truth, owed }, numbers));
    problems.push(...(found.find((one) => one.length === 0) ?? found[0] ?? []));
    if (named.length > 0) about = named;
  }
  return [...problems, ...pairProblems(withoutNumbers(text), truth)];
}

/** « Verre trempé, iPhone 13 à 1.500 FCFA »: a size that reads like another article is none, where it is there and every size costs the same. */
function withoutModels(text: string, truth: Truth): string {
  const sized = truth.products.flatMap((product) => {
    const [first] = product.offers;
    const onePrice = product.offers.every(
      ({ unitPrice, floorPrice }) => unitPrice === first?.unitPrice && floorPrice === first.floorPrice,
    );
    const models = product.offers.flatMap(({ size, available }) =>
      size && available > 0 && namedIn(size, truth).length > 0 ? [size] : [],
    );
    return onePrice ? models.map((size) => ({ name: product.name, size })) : [];
  });
  return sized.reduce((left, { name, size }) => left.replaceAll(`${name}, ${size}`, name), text);
}

/** « la Puma en 41, rouge »: each is there, the two together are not. */
function pairProblems(text: string, truth: Truth): string[] {
  return sentences(text).flatMap((sentence) => {
    const [product, ...others] = new Set(namedIn(sentence, truth));
    const [size, ...sizes] = sizesIn(sentence);
    const [color, ...colors] = colorsIn(sentence, truth);
    if (!product || !size || !color || others.length + sizes.length + colors.length > 0 || NOT_THERE.test(meant(sentence)))
      return [];
    const offers = product.offers.filter((offer) => offer.size && offer.color);
    const there = offers.some((offer) => offer.available > 0 && sameSize(offer.size, size) && sameColor(offer.color, color));
    return there || offers.length === 0 ? [] : [`${product.name} en ${size}, ${color} : n'est pas disponible`];
  });
}

interface Piece {
  segment: string;
  /** Of its line: « • 2 x Nike : 45.000 FCFA l'unité, soit 90.000 FCFA ». */
  numbers: number[];
  /** What is paid and left to pay of the order it is about. */
  owed: Owed | undefined;
}

const segmentsOfLines = (text: string, truth: Truth): Piece[] =>
  text.split('\n').flatMap((line) => {
    const pieces = partsByOrder(line, truth.orders).flatMap(({ words, about }) => {
      const owed = truth.owed && about.length > 0 ? togetherOwed(about) : truth.owed;
      return segments(withoutModels(withoutNumbers(words), truth)).map((segment) => ({ segment, owed }));
    });
    const numbers = pieces.flatMap(({ segment }) => segment.match(/\d+/g) ?? []).map(Number);
    return pieces.map((piece) => ({ ...piece, numbers }));
  });

function piecesProblems(pieces: string[], before: Product[], truth: Truth, numbers: number[]): string[] {
  let about = before;
  return pieces.flatMap((piece) => {
    const named = namedIn(piece, truth);
    if (named.length > 0) about = named;
    const drafted = truth.products.filter((product) => truth.lines.some((line) => line.productId === product.id));
    const prices = priceProblems(piece, about.length > 0 ? about : [...drafted, ...truth.basedOn], truth, numbers);
    return about.length > 0 ? [...prices, ...stockProblems(piece, about, truth)] : prices;
  });
}

function withoutNumbers(text: string): string {
  return text.replace(/\bCMD[-\s]?\d[\d-]*/gi, ' ').replace(/\+\d[\d\s().-]{7,}\d/g, ' ');
}
