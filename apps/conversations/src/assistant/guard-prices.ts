import { amountsIn, sizesIn } from './guard-claims.js';
import { withoutNames } from './guard-no-claims.js';
import type { Truth } from './guard-truth.js';
import { Product, sameSize } from './offline/catalogue.js';
import { fold, wordsOf } from './offline/normalise.js';
import { findPlaces } from './offline/places.js';

/** Money that the shop is said to have booked. */
const PAID = /\b(?:notee?s?|paye|payee?s?|versee?s?|reglee?s?|recue?s?|acompte|avance|depot|paiement)\b/;

/** Each amount of a sentence against what it is said to be: a price, a fee, a total, or the sum to pay. */
export function priceProblems(segment: string, subjects: Product[], truth: Truth, numbers: number[]): string[] {
  const claims = amountsIn(withoutNames(segment, truth));
  const named = findPlaces(wordsOf(segment)).map((place) => fold(place.commune));
  return claims.flatMap(({ amount, index }) => {
    const before = segmentBefore(withoutNames(segment, truth), index);
    const fees = truth.fees
      .filter((fee) => named.length === 0 || named.includes(fold(fee.commune)) || segment.includes(fold(fee.commune)))
      .map((fee) => fee.fee);
    const payable = truth.totals.flatMap((total) => fees.map((fee) => total + fee));
    const { toCollect, paid } = truth.owed ?? {};
    const rest = toCollect === undefined ? [] : [toCollect];
    let allowed: number[];
    if (/\b(payer|regler|verser|remettre|tout compris|livraison comprise|livraison incluse)\b/.test(before))
      allowed = [...payable, ...rest];
    else if (paid !== undefined && PAID.test(before)) allowed = [paid];
    else if (/\btotal\b(?! des articles)|\ben tout\b/.test(before)) allowed = [...truth.totals, ...payable];
    else if (/\btotal des articles\b/.test(before)) allowed = truth.totals;
    else if (/\b(livraison|frais|transport|deplacement|livrer|livreur)\b/.test(before)) allowed = fees;
    else allowed = [...unitAmounts(segment, subjects, truth, numbers), ...(/\b(?:reste|solde)\b/.test(before) ? rest : [])];
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

function segmentBefore(segment: string, index: number): string {
  const before = segment.slice(0, index);
  const earlier = amountsIn(before).at(-1);
  return earlier ? before.slice(earlier.index) : before;
}
