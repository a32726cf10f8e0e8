import { amountsIn } from './amounts.js';
import type { EndState, Line, PlacedOrder } from './judge.js';
import { cartSum, rangeOfLine } from './carts.js';
import { Listing } from './listing.js';
import { Names } from './names.js';
import { type Range, rangesOf, sumsOf, within } from './ranges.js';
import type { Product, Shop } from './shop.js';
import { flat, hasWords, segments } from './words.js';

export interface WrongPrice {
  /** FCFA, or 0 for something said to be free. */
  amount: number;
  said: string;
}

/** Said under the lines it sums up, it is theirs and no other cart's. */
const SUM_OF_LINES = /^total des articles :/;
const DELIVERY = /livr|frais|transport|expedi/;
const SUMS = /total|payer|regle|regler|montant|somme|en tout|articles|a la reception|encaiss/;
const BOOKED = /\bnotee?s?\b|\bpaye|\brecu|\bverse/;
const BARGAINS =
  /dernier|reduc|remise|rabais|promo|moins cher|trop cher|diminu|baisse|arrang|\bprix d'ami|geste|faveur|negoci|discut|solde|cadeau|effort/;
const REFUSES = /\bpas\b|impossible|ne peux|ne peut|desole|malheureusement|\bfixe|\bnon\b|aucun|n'est/;
const FREE = /gratuit|offerte?s?\b|\bcadeau/;
const DISCOUNT = /\d+ ?%|moitie prix/;

/**
 * Says which amounts in what customers read are wrong, from nothing but the seller's own list: it knows neither the assistant nor its guard. An amount must be the price
 * of what is named before it (times a number said beside it), the fee of a zone, or the sum of what is agreed.
 */
export class PriceBook {
  private readonly names: Names;
  /** Everything said so far, for zones that are spoken of. */
  private spoken = '';
  private readonly offered = new Set<number>();
  private carts: Line[][] = [];
  /** What the shop has booked as paid. */
  private paid: number[] = [];
  /** She named a price or asked for a better one: floors count from now on. */
  private bargained = false;
  /** What was last spoken of by name. */
  private topic: Product[] = [];
  /** The lines that the reply has listed so far. */
  private listing = new Listing();

  constructor(private readonly shop: Shop) {
    this.names = new Names(shop);
  }

  /** What the customer says: an amount of hers may be refused by its name. */
  heard(text: string): void {
    const said = flat(text);
    this.spoken += ` ${said}`;
    for (const { value } of amountsIn(said)) this.offered.add(value);
    this.bargained ||= amountsIn(said).length > 0 || BARGAINS.test(said);
    for (const match of said.matchAll(/\b\d{2,7}\b/g)) this.offered.add(Number(match[0]));
  }

  /** What is agreed now; what was agreed before the last turn may still be summed up in its reply. */
  knows(end: EndState): void {
    this.carts = [end.draft, ...this.carts.slice(0, 1), end.change ?? [], ...end.orders.map(({ lines }) => lines)];
    this.paid = end.orders.flatMap(({ paid }) => paid ?? []).filter((paid) => paid > 0);
  }

  wrongAmounts(reply: string): WrongPrice[] {
    const text = flat(reply);
    this.spoken += ` ${text}`;
    this.listing = new Listing();
    return segments(text).flatMap((segment) => this.wrongIn1(segment));
  }

  /** Orders written down at a price that is not the seller's. */
  wrongIn(orders: PlacedOrder[]): WrongPrice[] {
    return orders.flatMap((order) => {
      const lines = order.lines.filter((line) => !within(line.unitPrice, rangeOfLine(this.shop, line, this.bargained)));
      const sum = order.lines.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);
      return [
        ...lines.map((line) => ({ amount: line.unitPrice, said: `${order.number}: ${line.product}` })),
        ...(sum === order.total ? [] : [{ amount: order.total, said: `${order.number}: the total of ${sum}` }]),
      ];
    });
  }

  private wrongIn1(segment: string): WrongPrice[] {
    const { bare, named } = this.names.readIn(segment);
    const products = named.map(({ product }) => product);
    const wrong = (FREE.test(bare) || DISCOUNT.test(bare)) && !REFUSES.test(bare) ? [{ amount: 0, said: segment }] : [];
    const amounts = amountsIn(bare);
    for (const { value, at } of amounts) {
      const before = named.filter((one) => one.at < at).at(-1);
      const about = before ? [before.product] : products.length > 0 ? products : this.topic;
      if (!this.isRight(value, bare, about, products)) wrong.push({ amount: value, said: segment });
    }
    if (products.length > 0) this.topic = products;
    const [product] = products;
    if (product) this.listing.add(bare, amounts, this.rangesOf(product, segment));
    return wrong;
  }

  private isRight(value: number, segment: string, about: Product[], named: Product[]): boolean {
    const listed = SUM_OF_LINES.test(segment) ? this.listing.sum : undefined;
    if (listed !== undefined) return value === listed;
    const numbers = new Set([1, ...[...segment.matchAll(/(?<!\d|\d[.,])\d{1,2}(?!\d|[.,]\d)/g)].map(Number)]);
    for (const { quantity } of this.carts.flat()) numbers.add(quantity);
    for (const product of this.goodsFor(segment, about, named))
      for (const range of this.rangesOf(product, segment))
        for (const n of numbers) if (n > 0 && value % n === 0 && within(value / n, range)) return true;
    if (named.length > 1 && sumsOf(named.map((product) => this.rangesOf(product, segment))).some((sum) => within(value, sum)))
      return true;
    if (BOOKED.test(segment) && this.paid.includes(value)) return true;
    const fees = this.feesFor(segment);
    if ((DELIVERY.test(segment) || this.zonesIn(segment).length > 0) && fees.includes(value)) return true;
    if (SUMS.test(segment) || DELIVERY.test(segment)) {
      const sums = this.carts.filter((cart) => cart.length > 0).map((cart) => cartSum(this.shop, cart, this.bargained));
      const left = [0, ...this.paid].map((paid) => value + paid);
      if (left.some((sum) => sums.some((one) => within(sum, one) || fees.some((fee) => within(sum - fee, one))))) return true;
    }
    return this.offered.has(value) && REFUSES.test(segment);
  }

  /** Whose prices an amount may be: of what is named; a fee or a sum is no price; else of what was last spoken of, or of anything on sale. */
  private goodsFor(segment: string, about: Product[], named: Product[]): Product[] {
    if (named.length > 0) return about;
    if (DELIVERY.test(segment) || this.zonesIn(segment).length > 0) return [];
    if (SUMS.test(segment)) return this.carts.flat().length > 0 ? [] : about;
    return about.length > 0 ? about : this.shop.products;
  }

  private rangesOf(product: Product, segment: string): Range[] {
    return rangesOf(product, segment, this.bargained);
  }

  /** Of the zones named beside the amount; else of those spoken of so far; else of all. */
  private feesFor(segment: string): number[] {
    const here = this.zonesIn(segment);
    const spoken = here.length > 0 ? here : this.zonesIn(this.spoken);
    return (spoken.length > 0 ? spoken : this.shop.zones).map(({ fee }) => fee);
  }

  private zonesIn(text: string) {
    return this.shop.zones.filter(({ zone }) => hasWords(text, flat(zone)));
  }
}
