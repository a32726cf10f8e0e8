import { productTalkedAbout, wanted } from './talked-about.js';
import { Draft, Offer } from '../assistant.js';
import { priceFor, reopened } from '../draft.js';
import { formatFcfa } from '../money.js';
import { apartByPrice, articleOf, percentAsked } from './bargained-for.js';
import { Product } from './catalogue.js';
import { halfWay } from './half-way.js';
import { bargainsForLot, lotAsked } from './lot.js';
import { inOneLine, plain } from './normalise.js';
import { contradictsQuote } from './price-quoted.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { factWords } from './words/facts.js';
import { priceOf } from './words/phrase.js';

/**
 * Answers who asks for a lower price or names one. Without a floor the price is fixed. With one, what she names is granted when it lies
 * between floor and price; otherwise the price comes half way down first, and to the floor when she insists: never below, and the floor is
 * never called by that name. True when something was said.
 */
export function bargain(session: Session, u: Understanding): boolean {
  if (contradictsQuote(session, u)) return true;
  // "laquelle est la moins chère ?" chooses from a list
  if (session.turn.draft.lastAsked === 'product' && / moins chere?s? /.test(inOneLine(u.words))) return false;
  const lot = lotAsked(session, u);
  if (lot) {
    // what she has just named is on the draft a moment later
    if (!session.draft.interest) bargainsForLot(session, lot);
    return true;
  }
  const percent = percentAsked(u);
  const asks = u.intents.has('bargain') || percent !== undefined;
  const each = u.mentions.filter((mention) => mention.verb === 'take' && mention.candidates.length === 1);
  // "la montre à 16000 et la robe à 18000": each has its own price
  if (each.length > 1 && (asks || u.amounts.length > 0))
    return apartByPrice(each, session)
      .map((one) => bargain(session, { ...u, mentions: [one], amounts: one.amounts }))
      .includes(true);
  const product = productTalkedAbout(session, u);
  if (!product) {
    if (u.intents.has('cheapest')) return false;
    if (asks) session.say(say.bargainInGeneral());
    return asks;
  }
  const { offers, quantity } = wanted(session, product, u);
  const [offer] = offers;
  if (!offer) return false;
  session.cite(...offers);
  const current = priceFor(session.draft, offer);
  const said =
    percent === undefined || u.amounts.length > 0
      ? namedPrice(u, quantity, offer, current)
      : Math.ceil((offer.unitPrice * (100 - percent)) / 100);
  const name = articleOf(product, offers, session);
  // "tchié, 45 mille c'est cher": the price she repeats is none that she offers
  const hers = asks && said === 'as it is' && current === offer.unitPrice ? undefined : said;
  if (hers === 'as it is' && current < offer.unitPrice) {
    session.say(say.alreadyAt(name, formatFcfa(current)));
    return true;
  }
  if (hers === 'as it is' || (!asks && hers === undefined)) return false;
  const { floorPrice: floor, unitPrice: price } = offer;
  const onePrice = offers.every((other) => other.unitPrice === price && other.floorPrice === floor);
  if (!onePrice && offers.some((other) => other.floorPrice !== undefined)) {
    // each size has its own price: which one must be known first
    session.say(say.firstChoose());
    return true;
  }
  if (floor === undefined || floor >= price) {
    const said = asks ? say.fixedPrice : u.asksSomething ? factWords.notThatPrice : say.priceIs;
    session.say(said(name, priceOf(offers)));
    return true;
  }
  const granted = hers !== undefined && hers >= floor && hers < current ? hers : concession(price, floor, current);
  if (granted >= current) session.say(say.lastWord(name, formatFcfa(current)));
  else {
    grant(session, product, offers, granted);
    if (granted === hers) session.say(say.grantsHers(name, formatFcfa(granted)));
    else session.say(granted === floor ? say.lastPrice(name, formatFcfa(granted)) : say.comesDown(name, formatFcfa(granted)));
    const sum = u.amounts.at(-1);
    if (sum !== undefined && isForAll(sum, quantity, offer)) {
      const { interest: about, lines: known } = session.draft;
      const counted = [about, ...known].some((one) => one?.productId === product.id && one.quantity === quantity);
      // one of each size is no number of one thing: their sum is said in the recap
      const said = session.turn.inbound.some(({ text }) => / les (\d|deux|trois|quatre|cinq) /.test(plain(text)));
      if (counted || (said && granted * quantity === sum)) session.say(say.soForAll(quantity, granted));
      const { interest, lines, aside = [], pending = [] } = session.draft;
      const alone = ![...lines, ...aside, ...pending].some(({ productId }) => productId === product.id);
      if (interest?.productId === product.id && alone) session.update({ interest: { ...interest, quantity } });
    }
  }
  return true;
}

/**
 * The unit price she proposes, for one or for all she wants, or by what she would take off; 'as it is' when it is no less than the price
 * she has already, undefined when she names none.
 */
function namedPrice(u: Understanding, quantity: number, offer: Offer, current: number): number | 'as it is' | undefined {
  const amount = u.amounts.at(-1);
  if (amount === undefined) return undefined;
  if (
    / (reduction|remise|rabais|diminue[rz]?|baisse[rz]?|enleve[rz]?|retire[rz]?|moins) (moi )?(de |un peu )?\d+ /.test(
      inOneLine(u.words),
    )
  )
    return Math.max(offer.unitPrice - amount, 0);
  const each = isForAll(amount, quantity, offer) ? sharedOut(amount, quantity) : amount;
  return each >= current ? 'as it is' : each;
}

/** "80000 les trois" */
const isForAll = (amount: number, quantity: number, { unitPrice }: Offer): boolean => quantity > 1 && amount > unitPrice;

/** A unit price is told as money is paid: a sum that so many do not share evenly is rounded up. */
const ROUND = 100;

const sharedOut = (sum: number, quantity: number): number =>
  sum % quantity === 0 ? sum / quantity : Math.ceil(sum / quantity / ROUND) * ROUND;

function concession(price: number, floor: number, current: number): number {
  return current < price ? floor : halfWay(price, floor);
}

/** Keeps what was granted, for this product or for those of its variants that cost the same, and prices the draft anew. */
function grant(session: Session, product: Product, offers: Offer[], unitPrice: number): void {
  const whole = product.offers.every(
    (offer) => offer.unitPrice === offers[0]?.unitPrice && offer.floorPrice === offers[0]?.floorPrice,
  );
  // another size or colour at the same price is granted alike
  const [first] = offers;
  const alike = product.offers.filter((one) => one.unitPrice === first?.unitPrice && one.floorPrice === first.floorPrice);
  const news = whole
    ? [{ productId: product.id, unitPrice }]
    : alike.map((offer) => ({ productId: product.id, ...(offer.variantId ? { variantId: offer.variantId } : {}), unitPrice }));
  const others = (session.draft.granted ?? []).filter(
    (known) =>
      known.productId !== product.id ||
      (known.variantId !== undefined && !whole && !news.some((one) => 'variantId' in one && one.variantId === known.variantId)),
  );
  const draft: Draft = { ...session.draft, granted: [...others, ...news] };
  const priced = draft.lines.map((line) => {
    const offer = product.offers.find((known) => known.productId === line.productId && known.variantId === line.variantId);
    return offer ? { ...line, unitPrice: priceFor(draft, offer) } : line;
  });
  session.draft = draft.lines.some((line) => line.productId === product.id) ? { ...reopened(draft), lines: priced } : draft;
}
