import { Offer } from './assistant.js';
import { amountsIn, AVAILABLE, meant, NOT_THERE, segments, sentences, sizesIn, SOLD_OUT } from './guard-claims.js';
import { read } from './guard-reading.js';
import { Truth, withoutNames } from './guard-truth.js';
import { colorsOf, Product, sameColor, sameSize, sizesOf } from './offline/catalogue.js';
import { findProducts } from './offline/naming.js';
import { colorOf } from './offline/lexicon.js';
import { fold, wordsOf } from './offline/normalise.js';
import { findPlaces } from './offline/places.js';

/** Prices, totals, sizes and stock, each against the product its sentence is about. */
export function goodsClaims(text: string, truth: Truth): string[] {
  const problems: string[] = [];
  // « Oui, en 40 c'est disponible » is about the one product that she asked about.
  let about: Product[] = truth.askedAbout.length === 1 ? truth.askedAbout : [];
  for (const { segment, numbers } of segmentsOfLines(withoutModels(withoutNumbers(text), truth))) {
    const named = namedIn(segment, truth);
    if (/\b(total|livraison|frais|a payer|a regler|recapitulatif)\b/.test(segment) && named.length === 0) about = [];
    // « la Nike à X et la Puma à Y », or « X pour la Nike et Y pour la Puma »: one of the two readings must hold
    const spans = nameSpans(segment, truth);
    const readings = spans.length < 2 ? [[segment]] : [cutBeforeNames(segment, spans), cutAfterNames(segment, spans)];
    const found = readings.map((pieces) => piecesProblems(pieces, about, truth, numbers));
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

const colorsIn = (segment: string, truth: Truth): string[] => [
  ...new Set(wordsOf(withoutNames(segment, truth)).flatMap((word) => colorOf(word) ?? [])),
];

/** Where a product's name stands in a sentence. */
interface Span {
  start: number;
  end: number;
}

/** Each with the numbers of its line: « • 2 x Nike : 45.000 FCFA l'unité, soit 90.000 FCFA ». */
const segmentsOfLines = (text: string): { segment: string; numbers: number[] }[] =>
  text.split('\n').flatMap((line) => {
    const pieces = segments(line);
    const numbers = pieces.flatMap((piece) => piece.match(/\d+/g) ?? []).map(Number);
    return pieces.map((segment) => ({ segment, numbers }));
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

function priceProblems(segment: string, subjects: Product[], truth: Truth, numbers: number[]): string[] {
  const claims = amountsIn(withoutNames(segment, truth));
  const named = findPlaces(wordsOf(segment)).map((place) => fold(place.commune));
  return claims.flatMap(({ amount, index }) => {
    const before = segmentBefore(withoutNames(segment, truth), index);
    const fees = truth.fees
      .filter((fee) => named.length === 0 || named.includes(fold(fee.commune)) || segment.includes(fold(fee.commune)))
      .map((fee) => fee.fee);
    const payable = truth.totals.flatMap((total) => fees.map((fee) => total + fee));
    let allowed: number[];
    if (/\b(payer|regler|verser|remettre|tout compris|livraison comprise|livraison incluse)\b/.test(before)) allowed = payable;
    else if (/\btotal\b(?! des articles)|\ben tout\b/.test(before)) allowed = [...truth.totals, ...payable];
    else if (/\btotal des articles\b/.test(before)) allowed = truth.totals;
    else if (/\b(livraison|frais|transport|deplacement|livrer|livreur)\b/.test(before)) allowed = fees;
    else allowed = unitAmounts(segment, subjects, truth, numbers);
    return allowed.includes(amount) ? [] : [`montant faux : ${amount} dans « ${segment} »`];
  });
}

/** What the goods a sentence is about may cost: their price now, the catalogue's or one granted, for one, or for a number that the sentence names. */
function unitAmounts(segment: string, subjects: Product[], truth: Truth, numbers: number[]): number[] {
  const sizes = sizesIn(segment);
  const quantities = [...truth.quantities].filter((quantity) => quantity === 1 || numbers.includes(quantity));
  return subjects.flatMap((product) => {
    const fitting = product.offers.filter(
      (offer) => sizes.length === 0 || !offer.size || sizes.some((size) => sameSize(size, offer.size)),
    );
    const prices = [...fitting.map((offer) => offer.unitPrice), ...(truth.granted.get(product.id) ?? [])];
    const saved = fitting.flatMap((offer) => (truth.granted.get(product.id) ?? []).map((price) => offer.unitPrice - price));
    const amounts = prices.flatMap((price) => quantities.map((quantity) => price * quantity));
    return /\b(?:remise|rabais|reduc\w*|de moins|ristourne)\b/.test(segment) ? [...amounts, ...saved] : amounts;
  });
}

function stockProblems(segment: string, about: Product[], truth: Truth): string[] {
  const said = meant(segment);
  const negative = NOT_THERE.test(said);
  const allColors = colorsIn(segment, truth);
  return about.flatMap((product) => {
    // « Fond de teint Black Opal »: that is its name.
    const colorsSaid = allColors.filter((color) => !sameColor(product.name, color));
    const sizes = [...new Set([...sizesIn(segment), ...bareSizes(segment, truth), ...wordySizes(segment, truth)])];
    const known = sizesOf(product);
    const unknown = sizes.filter((size) =>
      known.length > 0 ? !known.some((other) => sameSize(other, size)) : !truth.namedSizes.some((named) => sameSize(named, size)),
    );
    if (unknown.length > 0 && !negative) return [`taille que ${product.name} n'a pas : ${unknown.join(', ')}`];
    const colors = [...colorsOf(product.offers), product.name];
    const hers = colorsOf(product.offers).length === 0 ? truth.namedColors : [];
    const foreign = colorsSaid.filter((color) => ![...colors, ...hers].some((other) => sameColor(other, color)));
    if (foreign.length > 0 && !negative) return [`couleur que ${product.name} n'a pas : ${foreign.join(', ')}`];
    const inSizes = (offer: Offer, wanted: string[]) =>
      wanted.length === 0 || known.length === 0 || wanted.some((size) => sameSize(size, offer.size));
    const inColors = (offer: Offer, wanted: string[]) =>
      wanted.length === 0 || !offer.color || wanted.some((color) => sameColor(color, offer.color));
    const fitting = product.offers.filter((offer) => inSizes(offer, sizes) && inColors(offer, colorsSaid));
    const left = fitting.filter((offer) => offer.available > 0);
    // Of a list every size must be there in one of the colours, and every colour in one of the sizes.
    const allThere =
      left.length > 0 &&
      sizes.every((size) => left.some((offer) => inSizes(offer, [size]))) &&
      colorsSaid.every((color) => left.some((offer) => inColors(offer, [color])));
    if (SOLD_OUT.test(said) && left.length > 0) return [`${product.name} dit épuisé alors qu'il en reste`];
    if (
      !negative &&
      !allThere &&
      (AVAILABLE.test(said) || sizes.length > 0 || colorsSaid.length > 0 || amountsIn(segment).length > 0)
    )
      return [`${product.name} dit disponible alors qu'il n'y en a plus`];
    return stockNumberProblems(withoutNames(segment, truth), fitting, product, truth);
  });
}

/** Sizes that are a number of something: « 500 g », « 128 Go », as sellers wrote them. */
function wordySizes(segment: string, truth: Truth): string[] {
  const plain = withoutNames(segment, truth);
  return [...new Set(truth.products.flatMap((product) => sizesOf(product)))].filter((size) => {
    const written = read(size);
    const at = /^\d+\s?[a-z]/.test(written) ? plain.indexOf(written) : -1;
    return at >= 0 && !/[\p{L}\p{N}]/u.test(plain.charAt(at - 1) + plain.charAt(at + written.length));
  });
}

/** Figures that stand alone and are sizes of some product here: « la Nike, 39 ou 45 ». */
function bareSizes(segment: string, truth: Truth): string[] {
  const all = truth.products.flatMap((product) => sizesOf(product));
  const amounts = amountsIn(withoutNames(segment, truth));
  return [
    ...withoutNames(segment, truth).matchAll(
      /(?<![\d.,])\d{2}(?:[.,]5)?(?![\d%]|[.,]\d|\s?(?:x\b|h\b|min|jours?|heures?|paires?|articles?|pieces?|exemplaires?|f\b|fcfa|en stock|disponibles?|restante?s?))/g,
    ),
  ]
    .filter((match) => !amounts.some(({ index }) => match.index >= index && match.index < index + 12))
    .filter((match) => !/(?:\bx|\bles|reste|reste que|plus que|\d[.,])\s*$/.test(segment.slice(0, match.index)))
    .map((match) => match[0].replace(',', '.'))
    .filter((size) => all.some((other) => sameSize(other, size)));
}

/** « il en reste 3 », « 12 en stock », « il y en a 5 » must be the number there is. */
function stockNumberProblems(segment: string, offers: Offer[], product: Product, truth: Truth): string[] {
  const counted = [
    ...segment.matchAll(
      /\breste(?:nt)?(?: encore| plus| seulement)*(?: que)? (\d+)\b|(?<!\b(?:en|tailles?|pointures?|du|le|la|et|ou|,) ?)\b(\d+)(?: \w+)?(?: paires?| pieces?| articles?| exemplaires?)? (?:en stock|disponibles?|dispo|restante?s?|en boutique|en magasin|de cote)\b|\b(?:plus|seulement) que (\d+)\b|\b(?:y en a|j'en ai|en avons|on en a)(?: encore| plus| seulement)*(?: que)? (\d+)\b(?! ?(?:fcfa|f\b|h\b))|\bstock(?: \w+){0,2} (?:de|:|est de) ?(\d+)\b|\b(?:encore|seulement|environ|plus de) (\d+) (?:paires?|pieces?|articles?|exemplaires?)\b/g,
    ),
  ].map((match) => Number(match.slice(1).find((number) => number !== undefined)));
  // Any number of pairs must be hers, on the draft, or what there is.
  const pairs = [...segment.matchAll(/\b(\d+) (?:paires?|pieces?|exemplaires?|unites?)\b/g)]
    .map((match) => Number(match[1]))
    .filter((number) => !truth.quantities.has(number));
  const total = offers.reduce((sum, offer) => sum + offer.available, 0);
  const several = /\b(?:reste\w*|y en a|en ai|avons)\b.*\bplusieurs\b|\bplusieurs\b.*\b(?:en stock|disponibles?|dispo)\b/.test(
    segment,
  );
  if (several && total < 2) return [`${product.name} : plusieurs, dit-on, alors qu'il en reste ${total}`];
  return [...new Set([...counted, ...pairs])]
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
