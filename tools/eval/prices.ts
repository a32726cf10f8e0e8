import { amountsIn } from './amounts.js';
import type { EndState, Line, PlacedOrder } from './judge.js';
import type { Product, Shop, Variant } from './shop.js';

export interface WrongPrice {
  /** FCFA, or 0 for something said to be free. */
  amount: number;
  said: string;
}

/** What one may cost: the seller's price, or less down to his floor when he lets his assistant bargain. */
interface Range {
  least: number;
  most: number;
}

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
  private readonly names: { name: string; product: Product }[];
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

  constructor(private readonly shop: Shop) {
    this.names = shop.products
      .flatMap((product) => [product.name, ...product.aliases].map((name) => ({ name: flat(name), product })))
      .sort((a, b) => b.name.length - a.name.length);
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
    return segments(text).flatMap((segment) => this.wrongIn1(segment));
  }

  /** Orders written down at a price that is not the seller's. */
  wrongIn(orders: PlacedOrder[]): WrongPrice[] {
    return orders.flatMap((order) => {
      const lines = order.lines.filter((line) => !within(line.unitPrice, this.rangeOf(line)));
      const sum = order.lines.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);
      return [
        ...lines.map((line) => ({ amount: line.unitPrice, said: `${order.number}: ${line.product}` })),
        ...(sum === order.total ? [] : [{ amount: order.total, said: `${order.number}: the total of ${sum}` }]),
      ];
    });
  }

  private wrongIn1(segment: string): WrongPrice[] {
    const { bare, named } = this.withoutNames(segment);
    const products = named.map(({ product }) => product);
    const wrong = (FREE.test(bare) || DISCOUNT.test(bare)) && !REFUSES.test(bare) ? [{ amount: 0, said: segment }] : [];
    for (const { value, at } of amountsIn(bare)) {
      const before = named.filter((one) => one.at < at).at(-1);
      const about = before ? [before.product] : products.length > 0 ? products : this.topic;
      if (!this.isRight(value, bare, about, products)) wrong.push({ amount: value, said: segment });
    }
    if (products.length > 0) this.topic = products;
    return wrong;
  }

  private isRight(value: number, segment: string, about: Product[], named: Product[]): boolean {
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
      const sums = this.carts.filter((cart) => cart.length > 0).map((cart) => this.cartSum(cart));
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

  /** A price agreed within the floor counts as it is; any other is replaced by the seller's. */
  private cartSum(cart: Line[]): Range {
    return sumOf(
      cart.map((line) => {
        const range = this.rangeOf(line);
        const unit = within(line.unitPrice, range) ? { least: line.unitPrice, most: line.unitPrice } : range;
        return { least: unit.least * line.quantity, most: unit.most * line.quantity };
      }),
    );
  }

  private rangeOf(line: Line): Range {
    const product = this.shop.products.find(({ name }) => name === line.product);
    if (!product) return { least: Infinity, most: -Infinity };
    const variant = product.variants.find(
      ({ size, color }) => (size ?? '') === (line.size ?? '') && (color ?? '') === (line.color ?? ''),
    );
    return range(product, variant, this.bargained);
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

  private withoutNames(segment: string): { bare: string; named: { product: Product; at: number }[] } {
    let bare = segment;
    const found: { product: Product; name: string; at: number }[] = [];
    for (const { name, product } of this.names)
      for (let at = wordAt(bare, name); at >= 0; at = wordAt(bare, name)) {
        found.push({ product, name, at });
        bare = bare.slice(0, at) + '~'.repeat(name.length) + bare.slice(at + name.length);
      }
    // « Verre trempé, iPhone 13 » is the glass in that size, and no iPhone.
    const isSizeOf = (name: string, other: Product) => other.variants.some(({ size }) => size && flat(size).includes(name));
    const named = found.filter(
      (one) => !found.some((other) => other.product !== one.product && other.at < one.at && isSizeOf(one.name, other.product)),
    );
    return { bare, named: named.sort((a, b) => a.at - b.at) };
  }
}

/** Lower case, no accents; separators in numbers stay. */
const flat = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").replaceAll(/[*_]/g, '').toLowerCase();

const segments = (text: string) =>
  text.split(/\n|(?<=[!?;])\s|(?<=[^\d]\.)\s|(?<=\d\.)\s(?!\d)/).filter((one) => one.trim() !== '');
const within = (value: number, { least, most }: Range) => value >= least && value <= most;
const sumOf = (ranges: Range[]): Range => ({
  least: ranges.reduce((sum, { least }) => sum + least, 0),
  most: ranges.reduce((sum, { most }) => sum + most, 0),
});
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const wordAt = (text: string, name: string) =>
  text.search(new RegExp(`(?<![a-z0-9])${escaped(name)}(?:s|x)?(?![a-z0-9]${name.length === 1 ? "|'" : ''})`));
const hasWords = (text: string, name: string) => wordAt(text, name) >= 0;

/**
 * A floor is the product's: it holds for every size or colour that costs no less. A dearer one is only said for less once she has bargained: before, the price of another
 * size is a wrong price.
 */
function range(product: Product, variant: Variant | undefined, bargained: boolean): Range {
  const most = variant?.price ?? product.price;
  const floor = product.floor !== undefined && product.floor <= most ? product.floor : most;
  return { least: most === product.price || bargained ? floor : most, most };
}

/** What several may come to: one of what each may cost. */
const sumsOf = (each: Range[][]): Range[] =>
  each.reduce<Range[]>(
    (sums, ranges) => sums.flatMap((sum) => distinct(ranges).map((one) => sumOf([sum, one]))),
    [{ least: 0, most: 0 }],
  );
const distinct = (ranges: Range[]) => [...new Map(ranges.map((one) => [`${one.least}-${one.most}`, one])).values()];

/** What a product may be said to cost: only the sizes and colours named beside the amount, where they cost differently. */
function rangesOf(product: Product, segment: string, bargained: boolean): Range[] {
  const { variants } = product;
  const all =
    variants.length === 0
      ? [range(product, undefined, bargained)]
      : variants.map((variant) => range(product, variant, bargained));
  if (new Set(variants.map(({ price }) => price)).size < 2) return all;
  const named = variants.filter(({ size, color }) => [size, color].every((one) => !one || hasWords(segment, flat(one))));
  const bySize = variants.filter(({ size }) => size && hasWords(segment, flat(size)));
  const picked = named.length > 0 ? named : bySize;
  return picked.length > 0 ? picked.map((variant) => range(product, variant, bargained)) : all;
}
