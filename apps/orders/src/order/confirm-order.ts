import { Injectable } from '@nestjs/common';
import { fact, type OrderAgreedV1, OrderRejectedV1, type PlaceOrder, type QuestionOf, toE164 } from '#contracts';
import { Outbox } from '#bus';
import { newId } from '#database';
import { ProductRepository } from '../catalogue/product.repository.js';
import { Stock } from '../catalogue/stock.js';
import { MergedProspects } from '../prospect/merged-prospects.js';
import { Sellers } from '../sellers.js';
import { Agreements } from './agreements.js';
import { type ConfirmedOrder, Order } from './order.entity.js';
import { OrderNumbers } from './order-numbers.js';
import { OrderRepository } from './order.repository.js';
import { priceLines, type Refusal, shortage } from './price-lines.js';
import { Refusals } from './refusals.js';

type OrderDraft = Omit<ConfirmedOrder, 'number' | 'lines'> & { lines: OrderAgreedV1['lines'] };

/** Makes an order of what was agreed: priced from the catalogue, its goods reserved, numbered. All of it in one transaction, or a refusal and nothing. */
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
    const prospectId = await this.merged.current(sellerId, agreed.prospectId);
    if (await this.agreements.isSettled(agreementId)) return;
    if (await this.agreements.isCancelledEarly(sellerId, agreementId))
      return this.agreements.settle(sellerId, agreementId, 'annule');
    const outcome = await this.confirm({ ...agreed, prospectId, id: agreementId, sellerId });
    if (outcome instanceof Order) return this.agreements.settle(sellerId, agreementId, 'confirme', outcome.id);
    await this.agreements.settle(sellerId, agreementId, 'refuse');
    await this.reject(sellerId, { ...agreed, prospectId }, outcome);
  }

  /** The seller takes an order himself. @throws DomainError OUT_OF_STOCK or UNKNOWN_PRODUCT with the lines and what could be sold instead */
  async byHand(sellerId: string, asked: QuestionOf<PlaceOrder>): Promise<Order> {
    const customerPhone = toE164(asked.customerPhone, 'customerPhone');
    const deliveryPhone = asked.deliveryPhone ? toE164(asked.deliveryPhone, 'deliveryPhone') : customerPhone;
    await this.sellers.lock(sellerId);
    const prospectId = await this.merged.current(sellerId, asked.prospectId);
    const outcome = await this.confirm({ ...asked, prospectId, id: newId(), sellerId, customerPhone, deliveryPhone });
    if (outcome instanceof Order) return outcome;
    throw await this.refusals.error(sellerId, outcome);
  }

  private async confirm({ lines: agreed, ...draft }: OrderDraft): Promise<Order | Refusal> {
    const products = await this.products.some(draft.sellerId, [...new Set(agreed.map(({ productId }) => productId))]);
    const lines = priceLines(agreed, products);
    if (!Array.isArray(lines)) return lines;
    if (!(await this.stock.reserve(draft.sellerId, draft.id, lines))) return shortage(lines, products);
    const number = await this.numbers.next(draft.sellerId, await this.sellers.timeZone(draft.sellerId));
    return this.orders.add(Order.confirm({ ...draft, number, lines }));
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
