import { Injectable } from '@nestjs/common';
import { DomainError, fact, type OrderEditAskedV1, OrderEditedV1, OrderEditRefusedV1 } from '#contracts';
import { Outbox } from '#bus';
import { ProductRepository } from '../catalogue/product.repository.js';
import { MergedProspects } from '../prospect/merged-prospects.js';
import { Sellers } from '../sellers.js';
import { customerLines } from './customer-lines.js';
import { EditOrder } from './edit-order.js';
import { factsOf } from './order-facts.js';
import type { Order } from './order.entity.js';
import { OrderRepository } from './order.repository.js';
import { Refusals } from './refusals.js';

/** What is told of a refusal beside the order. */
type Why = Pick<OrderEditRefusedV1, 'why' | 'refused' | 'alternatives'>;

/** Changes an order as its customer asked in the conversation, by the shop's own rule, or tells her why not. */
@Injectable()
export class EditByCustomer {
  constructor(
    private readonly sellers: Sellers,
    private readonly merged: MergedProspects,
    private readonly orders: OrderRepository,
    private readonly products: ProductRepository,
    private readonly edits: EditOrder,
    private readonly refusals: Refusals,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError ORDER_NOT_FOUND: an order is known by its number here before it is anywhere else, so the question is asked again */
  async edit(sellerId: string, asked: OrderEditAskedV1): Promise<void> {
    await this.sellers.lock(sellerId);
    const prospectId = await this.merged.current(sellerId, asked.prospectId);
    const order = await this.orders.get(asked.orderId, sellerId);
    // Somebody else's order is nobody's business to change, and of what the shop wrote down for itself she never heard.
    if (order.prospectId !== prospectId || order.status === 'draft') return;
    const refusal = order.isInTheShop ? await this.make(order, asked) : tooLate(order);
    if (refusal) await this.refuse(order, asked.reason, refusal);
  }

  private async make(
    order: Order,
    { lines: asked, deliveryAddress, deliveryPhone, reason }: OrderEditAskedV1,
  ): Promise<Why | undefined> {
    const { sellerId } = order;
    const held = order.lines.map((line) => line.facts());
    const lines = asked && customerLines(asked, held, await this.products.ofLines(sellerId, asked));
    if (lines && !Array.isArray(lines))
      return { why: lines.reason, refused: lines.refused, alternatives: await this.refusals.insteadOf(sellerId, lines) };
    try {
      const made = await this.edits.make(order, { lines, deliveryAddress, deliveryPhone, reason, byCustomer: true });
      // She waits for a word: what is so already is told as it is.
      if (!made) await this.tell(order);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'OUT_OF_STOCK')) throw error;
      return { why: 'out-of-stock', ...(error.facts as Pick<Why, 'refused' | 'alternatives'>) };
    }
    return undefined;
  }

  private async tell(order: Order): Promise<void> {
    const { id: key, sellerId, version, total: previousTotal } = order;
    await this.outbox.add([
      fact(OrderEditedV1, { ...factsOf(order), previousTotal, byCustomer: true }, { sellerId, key, version }),
    ]);
  }

  private async refuse(order: Order, reason: string, refusal: Why): Promise<void> {
    const { id: orderId, number: orderNumber, prospectId, conversationId, status, sellerId, version } = order;
    const about = { orderId, orderNumber, prospectId, ...(conversationId ? { conversationId } : {}), status, reason };
    await this.outbox.add([fact(OrderEditRefusedV1, { ...about, ...refusal }, { sellerId, key: orderId, version })]);
  }
}

const tooLate = ({ isOver }: Order): Why => ({ why: isOver ? 'over' : 'left', alternatives: [] });
