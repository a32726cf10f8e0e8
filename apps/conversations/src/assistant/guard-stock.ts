import { Offer } from './assistant.js';
import { amountsIn, AVAILABLE, meant, NOT_THERE, sizesIn, SOLD_OUT } from './guard-claims.js';
import { colorsIn } from './guard-named.js';
import { read } from './guard-reading.js';
import { withoutNames } from './guard-no-claims.js';
import type { Truth } from './guard-truth.js';
import { colorsOf, Product, sameColor, sameSize, sizesOf } from './offline/catalogue.js';

/** Sizes, colours and numbers that are said to be there, or not to be there any more. */
export function stockProblems(segment: string, about: Product[], truth: Truth): string[] {
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
