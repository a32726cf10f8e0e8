import type { Draft, DraftLine } from '../assistant.js';
import { priceFor, reopened } from '../draft.js';
import { halfWay } from './half-way.js';
import { readAmounts } from './amounts.js';
import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { type LotItem, shareOut } from './share-out.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';

/** A price for all she wants together; without `named`, the best one is asked for. */
export interface Lot {
  /** Whole FCFA. */
  named?: number;
}

const ALL =
  / (le tout|tout(?! (compris|de suite|droit|pres|a l heure|a fait))|tous|toutes|(le|en|un) lot|l ensemble|ensemble|les (deux|trois|quatre|cinq|2|3|4|5)|mes articles|tous les articles|le panier|la commande) /;
const EACH = / (chacune?|chaque|l unite|la paire|la piece|par (article|paire|piece)|l une?|unitaire) /;

/** "tout à 60000", "les deux à 50000": a price for several articles together; undefined when she names none. */
export function lotAsked({ draft }: Session, u: Understanding): Lot | undefined {
  const said = inOneLine(u.words);
  const amounts = readAmounts(u.words);
  const ofAll = ALL.test(said) || bargainsForNone(draft, u, amounts, said);
  if (!ofAll || EACH.test(said) || / (livraison|livrer|frais) /.test(said)) return undefined;
  const named = u.mentions.filter(({ verb }) => verb === 'take').length;
  const articles = Math.max(
    articlesOf(draft.lines).length,
    named,
    draft.interest ? draft.lines.length + 1 + (draft.lines.length === 0 ? (draft.aside?.length ?? 0) : 0) : 0,
  );
  const counted = numberOf(/ les (deux|trois|quatre|cinq|2|3|4|5) /.exec(said)?.[1]);
  if (articles < 2 || amounts.length > 1 || (counted !== undefined && counted !== articles)) return undefined;
  const [amount] = amounts;
  if (amount !== undefined) return { named: amount };
  return u.intents.has('bargain') && named === 0 ? {} : undefined;
}

/** « faites un petit prix », « 50000 » for what costs 58000, said of no article in particular where she has several: it is for all of them. */
function bargainsForNone({ lines, interest }: Draft, u: Understanding, amounts: number[], said: string): boolean {
  if (interest || u.mentions.length > 0 || hasSlots(u.slots) || u.intents.has('cheapest')) return false;
  if (/ (la|le|les|cette|ce|celle|celui) (la|ci|premiere?|deuxieme|derniere?|seconde?) /.test(said) || lines.length < 2)
    return false;
  const [amount, ...others] = amounts;
  // of one article in two sizes the price of one is told
  if (amount === undefined) return u.intents.has('bargain') && lines.some(({ productId }) => productId !== lines[0]?.productId);
  const each = Math.max(...lines.map(({ unitPrice, quantity }) => unitPrice * quantity));
  return others.length === 0 && amount > each && (u.intents.has('bargain') || u.words.length <= 5);
}

/**
 * Answers her price for all that is on the draft, by the same rule as for one article: granted where the floors of all together allow it, else half of the way down first
 * and then as far as the floors go. What is granted is shared out among the lines, to the franc.
 */
export function bargainsForLot(session: Session, { named }: Lot): void {
  session.lotAnswered = true;
  const articles = articlesOf(session.draft.lines).flatMap((lines) => {
    const [line] = lines;
    const offer = session.product(line!.productId)?.offers.find(({ variantId }) => variantId === line!.variantId);
    return offer ? [{ offer, quantity: lines.reduce((sum, one) => sum + one.quantity, 0) }] : [];
  });
  const items = articles.map(({ offer, quantity }): LotItem => {
    const price = priceFor(session.draft, offer);
    return { price, floor: Math.min(offer.floorPrice ?? price, price), quantity };
  });
  session.cite(...articles.map(({ offer }) => offer));
  const sumOf = (price: (at: number) => number) => items.reduce((sum, { quantity }, at) => sum + price(at) * quantity, 0);
  const asked = sumOf((at) => articles[at]!.offer.unitPrice);
  const now = sumOf((at) => items[at]!.price);
  const floor = sumOf((at) => items[at]!.floor);
  if (named !== undefined && named >= now) return session.say(say.lotIs(now));
  if (floor >= now) return session.say(now < asked ? say.lotLastWord(now) : say.lotFixed(now));
  const wanted = named !== undefined && named >= floor ? named : now < asked ? floor : halfWay(asked, floor);
  const granted = nearest(items, wanted, now);
  if (!granted) return session.say(say.lotLastWord(now));
  grant(
    session,
    articles.map(({ offer: { productId, variantId } }, at) => ({ productId, variantId, unitPrice: granted.prices[at]! })),
  );
  if (granted.sum === named) session.say(say.lotGranted(granted.sum));
  else session.say(granted.sum === floor ? say.lotLastPrice(granted.sum) : say.lotComesDown(granted.sum));
}

/** Sums are told as money is paid: as round as they can be. */
const ROUND = [100, 50, 25, 5, 1];

/** The sum itself where whole FCFA make it; else the least round one from there on that they make, below what it costs now. */
function nearest(items: LotItem[], wanted: number, now: number): { sum: number; prices: number[] } | undefined {
  const exact = wanted < now ? shareOut(items, wanted) : undefined;
  if (exact) return { sum: wanted, prices: exact };
  for (const step of ROUND)
    for (let sum = Math.ceil(wanted / step) * step; sum < now; sum += step) {
      const prices = shareOut(items, sum);
      if (prices) return { sum, prices };
    }
  return undefined;
}

/** Keeps what was granted for exactly these articles, and prices the draft anew. */
function grant(session: Session, news: { productId: string; variantId: string | undefined; unitPrice: number }[]): void {
  const { draft } = session;
  const lower = news.filter(({ productId, variantId, unitPrice }) => {
    const line = draft.lines.find((one) => one.productId === productId && one.variantId === variantId);
    return line !== undefined && unitPrice < line.unitPrice;
  });
  const others = (draft.granted ?? []).filter(
    (known) => !lower.some((one) => one.productId === known.productId && one.variantId === known.variantId),
  );
  const granted = lower.map(({ variantId, ...one }) => (variantId === undefined ? one : { ...one, variantId }));
  const lines = draft.lines.map((line) => {
    const one = news.find(({ productId, variantId }) => productId === line.productId && variantId === line.variantId);
    return one ? { ...line, unitPrice: one.unitPrice } : line;
  });
  session.draft = { ...reopened(draft), granted: [...others, ...granted], lines };
}

/** Lines of the same article together, whatever is noted of them. */
const articlesOf = (lines: readonly DraftLine[]): DraftLine[][] => [
  ...Map.groupBy(lines, ({ productId, variantId }) => `${productId}/${variantId ?? ''}`).values(),
];
