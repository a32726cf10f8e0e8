import { Injectable } from '@nestjs/common';
import { fact, type OrderAgreedV1, OrderRejectedV1, type PlaceOrder, type QuestionOf, toE164 } from '#contracts';
import { Outbox } from '#bus';
import { newId } from '#database';
import { ProductRepository } from '../catalogue/product.repository.js';
import { Stock } from '../catalogue/stock.js';
import { MergedProspects } from '../prospect/merged-prospects.js';
import { Sellers } from '../sellers.js';
import { Agreements } from './agreements.js';
import { type NewOrder, Order } from './order.entity.js';
import { OrderNumbers } from './order-numbers.js';
import { OrderRepository } from './order.repository.js';
import { type PricedLine, priceLines, type Refusal, shortage } from './price-lines.js';
import type { PriceGiver } from './price-rule.js';
import { Refusals } from './refusals.js';

/** An order as it is asked for: not numbered, its lines not priced. */
export type AskedOrder = Omit<NewOrder, 'number' | 'lines'> & { lines: OrderAgreedV1['lines'] };

/** Makes an order of what was agreed: priced, its goods reserved, numbered. All of it in one transaction, or a refusal and nothing. */
@Injectable()
export class ConfirmOrder {
  constructor(
    private readonly sellers: Sellers,
    private readonly agreements: Agreements,
    private readonly merged: MergedProspects,
    private readonly products: ProductRepository,
    private readonly stock: Stock,
    private readonly refusals: Refusals,
    private readonly numbers: OrderNumbers,
    private readonly orders: OrderRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The customer agreed in the conversation. The same agreement makes one order however often it is heard, and none when its cancellation came first:
   * the order bears the agreement's id, so it can be cancelled by that id before it is there.
   */
  async fromAgreement(sellerId: string, agreed: OrderAgreedV1): Promise<void> {
    await this.sellers.lock(sellerId);
    const { agreementId } = agreed;
    const { settled, cancelledEarly, prospectId } = await this.agreements.standing(sellerId, agreementId, agreed.prospectId);
    if (settled) return;
    if (cancelledEarly) return this.agreements.settle(sellerId, agreementId, 'annule');
    const outcome = await this.confirm({ ...agreed, prospectId, id: agreementId, sellerId }, 'assistant');
    if (outcome instanceof Order) return this.agreements.settle(sellerId, agreementId, 'confirme', outcome.id);
    await this.agreements.settle(sellerId, agreementId, 'refuse');
    await this.reject(sellerId, { ...agreed, prospectId }, outcome);
  }

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
      const outcome = await this.reserve(sellerId, orderId, asked, 'shop');
      if (!Array.isArray(outcome)) throw await this.refusals.error(sellerId, outcome);
      order.confirmDraft(outcome);
    });
  }

  /** Prices and reserves what is asked for, and writes the order. The caller holds the seller's lock. @returns the refusal, and nothing is reserved then */
  async confirm({ lines: asked, ...order }: AskedOrder, by: PriceGiver): Promise<Order | Refusal> {
    const lines = await this.reserve(order.sellerId, order.id, asked, by);
    if (!Array.isArray(lines)) return lines;
    return this.orders.add(Order.confirm({ ...order, lines, number: await this.numbers.next(order.sellerId) }));
  }

  private async writeDown({ lines: asked, ...order }: AskedOrder): Promise<Order | Refusal> {
    const lines = priceLines(asked, await this.products.ofLines(order.sellerId, asked), 'shop');
    if (!Array.isArray(lines)) return lines;
    return this.orders.add(Order.draft({ ...order, lines, number: await this.numbers.next(order.sellerId) }));
  }

  private async reserve(
    sellerId: string,
    orderId: string,
    asked: AskedOrder['lines'],
    by: PriceGiver,
  ): Promise<PricedLine[] | Refusal> {
    const products = await this.products.ofLines(sellerId, asked);
    const lines = priceLines(asked, products, by);
    if (!Array.isArray(lines)) return lines;
    return (await this.stock.reserve(sellerId, orderId, lines, [...products.values()])) ? lines : shortage(lines, products);
  }

  private async reject(sellerId: string, agreed: OrderAgreedV1, refusal: Refusal): Promise<void> {
    const { agreementId, conversationId, prospectId } = agreed;
    const alternatives = await this.refusals.insteadOf(sellerId, refusal);
    await this.outbox.add([
      fact(
        OrderRejectedV1,
        { agreementId, conversationId, prospectId, ...refusal, alternatives },
        { sellerId, key: agreementId, version: 1 },
      ),
    ]);
  }
}
