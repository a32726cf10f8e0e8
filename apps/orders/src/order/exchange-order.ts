import { Injectable } from '@nestjs/common';
import { DomainError, type ExchangeOrder as ExchangeOrderQuestion, type QuestionOf } from '#contracts';
import { newId } from '#database';
import { PaymentBook } from '../payment/payment-book.js';
import { Sellers } from '../sellers.js';
import { type AskedOrder, ConfirmOrder } from './confirm-order.js';
import { valueOf } from './exchange-value.js';
import { GivenBack } from './given-back.js';
import { Order } from './order.entity.js';
import { OrderRepository } from './order.repository.js';
import { Refusals } from './refusals.js';

/** Gives a customer other goods for those she received (38 → 39): a new order, for which what she gives back counts as paid. */
@Injectable()
export class ExchangeOrder {
  constructor(
    private readonly sellers: Sellers,
    private readonly orders: OrderRepository,
    private readonly confirm: ConfirmOrder,
    private readonly givenBack: GivenBack,
    private readonly book: PaymentBook,
    private readonly refusals: Refusals,
  ) {}

  /**
   * @returns the new order
   * @throws DomainError ORDER_NOT_FOUND, ORDER_NOT_DELIVERED, RETURN_EXCEEDS_ORDER, PROSPECT_ERASED, OUT_OF_STOCK, UNKNOWN_PRODUCT
   */
  async exchange(sellerId: string, { orderId, returned, lines, reason }: QuestionOf<ExchangeOrderQuestion>): Promise<Order> {
    await this.sellers.lock(sellerId);
    const origin = await this.orders.get(orderId, sellerId);
    const { status, customerPhone, prospectId } = origin;
    if (status !== 'delivered') throw new DomainError('ORDER_NOT_DELIVERED', 'conflict', { orderId, status });
    if (customerPhone === '') throw new DomainError('PROSPECT_ERASED', 'conflict', { prospectId });
    const back = valueOf(returned, origin, await this.givenBack.takenFrom(origin));
    const credit = back.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
    const outcome = await this.confirm.confirm(exchangeOf(origin, credit, lines, reason), 'shop');
    if (!(outcome instanceof Order)) throw await this.refusals.error(sellerId, outcome);
    await this.givenBack.expect(outcome, back);
    if (credit > 0) await this.book.enter(sellerId, outcome.id, { id: newId(), method: 'exchange', amount: credit });
    return outcome;
  }
}

function exchangeOf(origin: Order, paid: number, lines: AskedOrder['lines'], why?: string): AskedOrder {
  const { sellerId, prospectId, conversationId, customerName, customerPhone, deliveryAddress, deliveryPhone } = origin;
  const customer = { prospectId, customerName, customerPhone, deliveryAddress, deliveryPhone };
  const reason = `Échange de la commande ${origin.number}${why ? ` : ${why}` : ''}`.slice(0, 300);
  return {
    ...customer,
    id: newId(),
    sellerId,
    conversationId: conversationId ?? undefined,
    lines,
    exchangeOf: origin.id,
    paid,
    reason,
  };
}
