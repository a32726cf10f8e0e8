import { Injectable } from '@nestjs/common';
import { type OrderAgreedV1, type PlaceOrder, type QuestionOf, toE164 } from '#contracts';
import { type CallContext, currentContext, inContext } from '#bus';
import { newId } from '#database';
import { ProductRepository } from '../catalogue/product.repository.js';
import type { Shelf } from '../catalogue/shelf.js';
import { Stock } from '../catalogue/stock.js';
import { MergedProspects } from '../prospect/merged-prospects.js';
import { Sellers } from '../sellers.js';
import type { NewOrder } from './new-order.js';
import { Order } from './order.entity.js';
import { OrderNumbers } from './order-numbers.js';
import { OrderRepository } from './order.repository.js';
import { type PricedLine, priceLines, type Refusal, shortage } from './price-lines.js';
import type { PriceGiver } from './price-rule.js';
import { Refusals } from './refusals.js';

/** An order as it is asked for: not numbered, its lines not priced. */
export type AskedOrder = Omit<NewOrder, 'number' | 'lines'> & { lines: OrderAgreedV1['lines'] };

/** What is asked for in an order, and what led to it. */
interface Asked<O extends GoodsAsked = GoodsAsked> {
  order: O;
  chain: CallContext;
}

type GoodsAsked = Pick<AskedOrder, 'id' | 'sellerId' | 'lines'>;

/** Makes orders of what was agreed: priced, their goods reserved, numbered. All of it in one transaction, or a refusal and nothing. */
@Injectable()
export class ConfirmOrder {
  constructor(
    private readonly sellers: Sellers,
    private readonly merged: MergedProspects,
    private readonly products: ProductRepository,
    private readonly stock: Stock,
    private readonly refusals: Refusals,
    private readonly numbers: OrderNumbers,
    private readonly orders: OrderRepository,
  ) {}

  /**
   * The seller takes an order himself, or only writes it down.
   * @throws DomainError OUT_OF_STOCK (not for a draft) or UNKNOWN_PRODUCT with the lines and what could be sold instead
   */
  async byHand(sellerId: string, { draft = false, ...asked }: QuestionOf<PlaceOrder>): Promise<Order> {
    const customerPhone = toE164(asked.customerPhone, 'customerPhone');
    const deliveryPhone = asked.deliveryPhone ? toE164(asked.deliveryPhone, 'deliveryPhone') : customerPhone;
    await this.sellers.lock(sellerId);
    const prospectId = await this.merged.current(sellerId, asked.prospectId);
    const order = { ...asked, prospectId, id: newId(), sellerId, customerPhone, deliveryPhone };
    const outcome = draft ? await this.writeDown(order) : await this.confirm(order, 'shop');
    if (outcome instanceof Order) return outcome;
    throw await this.refusals.error(sellerId, outcome);
  }

  /**
   * Makes an order of a draft: what one costs by now, unless the shop gave a price by hand. It stays a draft when something is short.
   * @throws DomainError ORDER_NOT_FOUND, ORDER_CANNOT_MOVE when it is no draft (any more), OUT_OF_STOCK, UNKNOWN_PRODUCT
   */
  async ofDraft(sellerId: string, orderId: string): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.orders.update(orderId, sellerId, async (order) => {
      order.assertCanMoveTo('confirmed');
      const asked = order.lines.map((line) => ({ ...line.facts(), agreedPrice: line.givenPrice ?? undefined }));
      const draft = { id: orderId, sellerId, lines: asked };
      const [outcome] = await this.reserve([{ order: draft, chain: currentContext() }], 'shop');
      if (!Array.isArray(outcome)) throw await this.refusals.error(sellerId, outcome!);
      order.confirmDraft(outcome);
    });
  }

  /** Prices and reserves what is asked for, and writes the order. The caller holds the seller's lock. @returns the refusal, and nothing is reserved then */
  async confirm(order: AskedOrder, by: PriceGiver): Promise<Order | Refusal> {
    return (await this.confirmAll([{ order, chain: currentContext() }], by))[0]!;
  }

  /** As {@link confirm}, for several sellers' orders one after the other, each seeing what those before it left; they cost as many statements as one. */
  async confirmAll(asked: readonly Asked<AskedOrder>[], by: PriceGiver): Promise<(Order | Refusal)[]> {
    const taken = await this.reserve(asked, by);
    const numbers = await this.numbers.take(asked.filter((_, i) => Array.isArray(taken[i])).map(({ order }) => order.sellerId));
    const chains = new Map<Order, CallContext>();
    const outcomes = asked.map(({ order, chain }, i) => {
      const lines = taken[i]!;
      if (!Array.isArray(lines)) return lines;
      const confirmed = Order.confirm({ ...order, lines, number: numbers.shift()! });
      chains.set(confirmed, chain);
      return confirmed;
    });
    await this.orders.addAll([...chains.keys()], (order) => chains.get(order)!);
    return outcomes;
  }

  private async writeDown({ lines: asked, ...order }: AskedOrder): Promise<Order | Refusal> {
    const lines = priceLines(asked, await this.products.ofLines(order.sellerId, asked), 'shop');
    if (!Array.isArray(lines)) return lines;
    return this.orders.add(Order.draft({ ...order, lines, number: await this.numbers.next(order.sellerId) }));
  }

  /** Prices and puts by what is asked for, order by order; written at once. */
  private async reserve(asked: readonly Asked[], by: PriceGiver): Promise<(PricedLine[] | Refusal)[]> {
    const shelf = this.stock.shelf(
      asked.flatMap(({ order: { sellerId, lines } }) => lines.map(({ productId }) => ({ sellerId, productId }))),
    );
    const taken: (PricedLine[] | Refusal)[] = [];
    for (const { order, chain } of asked) taken.push(await inContext(chain, () => this.reserveOn(shelf, order, by)));
    await this.stock.book(shelf);
    return taken;
  }

  private async reserveOn(
    shelf: Shelf,
    { sellerId, id, lines: asked }: GoodsAsked,
    by: PriceGiver,
  ): Promise<PricedLine[] | Refusal> {
    const products = await shelf.of(sellerId, asked);
    const lines = priceLines(asked, products, by);
    if (!Array.isArray(lines)) return lines;
    return (await this.stock.reserve(shelf, sellerId, id, lines)) ? lines : shortage(lines, products);
  }
}
