import { Injectable } from '@nestjs/common';
import { DomainError, notFound, type QuestionOf, type RecordPayment, type VoidPayment } from '#contracts';
import { newId } from '#database';
import { type OrderChange, OrderRepository } from '../order/order.repository.js';
import { Sellers } from '../sellers.js';
import { Balances } from './balances.js';
import { type Payment, PaymentBook } from './payment-book.js';
import { PaymentProvider } from './payment-provider.js';

/** FCFA. More money for one order than this is a slip of the keyboard. */
const MOST_PAID = 10_000_000_000;

/** Word of a delivery that may have brought money. */
interface BroughtWord extends OrderChange {
  /** FCFA. */
  brought?: { deliveryId: string; amount: number };
}

/** The money of orders: what came in, and what was recorded by mistake. */
@Injectable()
export class Payments {
  constructor(
    private readonly sellers: Sellers,
    private readonly orders: OrderRepository,
    private readonly book: PaymentBook,
    private readonly provider: PaymentProvider,
    private readonly balances: Balances,
  ) {}

  /** The shop saw money come in. @throws DomainError ORDER_NOT_FOUND, PAYMENT_ALREADY_RECORDED, PAYMENT_NOT_SEEN, PAYMENT_TOO_LARGE */
  async record(sellerId: string, { orderId, ...claimed }: QuestionOf<RecordPayment>): Promise<void> {
    const { method } = claimed;
    const seen = await this.provider.lookUp(claimed);
    if (!seen) throw new DomainError('PAYMENT_NOT_SEEN', 'conflict', { orderId, method });
    await this.sellers.lock(sellerId);
    const known = seen.reference && (await this.book.orderPaidBy(sellerId, seen.reference));
    if (known) throw new DomainError('PAYMENT_ALREADY_RECORDED', 'conflict', { orderNumber: known, reference: seen.reference });
    const payment = { id: newId(), method, ...seen };
    await this.orders.update(orderId, sellerId, async (order) => {
      if (order.paid + payment.amount > MOST_PAID)
        throw new DomainError('PAYMENT_TOO_LARGE', 'conflict', { orderId, paid: order.paid, amount: payment.amount });
      await this.book.enter(sellerId, orderId, payment);
      order.received(payment);
    });
  }

  /**
   * Strikes out what was recorded by mistake; said again, it changes nothing.
   * @throws DomainError ORDER_NOT_FOUND, PAYMENT_NOT_FOUND, PAYMENT_IS_EXCHANGE when it is no money but goods given back, PAYMENT_REFUNDED when it was sent back
   */
  async strikeOut(sellerId: string, { orderId, paymentId, reason }: QuestionOf<VoidPayment>): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.orders.get(orderId, sellerId);
    const payment = await this.book.find(sellerId, orderId, paymentId);
    if (!payment) throw notFound('payment', paymentId);
    if (payment.method === 'exchange') throw new DomainError('PAYMENT_IS_EXCHANGE', 'conflict', { orderId, paymentId });
    if (payment.voided) return;
    await this.orders.update(orderId, sellerId, async (order) => {
      const [{ paid }, { amount }, { awaited }] = [order, payment, await this.balances.of(order)];
      if (paid - amount < awaited)
        throw new DomainError('PAYMENT_REFUNDED', 'conflict', { orderId, paymentId, amount, left: paid - awaited });
      await this.book.strikeOut(sellerId, paymentId, reason);
      order.notReceived(payment);
    });
  }

  /**
   * Couriers brought what they collected at the door; heard again, it is the same money. The orders are locked and will be told.
   * @returns the money that is new, by the word that told of it
   */
  async brought<W extends BroughtWord>(words: readonly W[]): Promise<Map<W, Payment>> {
    const payments = words.flatMap((word) => {
      const { brought, sellerId, orderId, chain } = word;
      if (!brought || brought.amount === 0) return [];
      const payment = { id: newId(), method: 'cash' as const, ...brought };
      return [{ word, sellerId, orderId, payment, actor: chain.actor }];
    });
    const entered = await this.book.enterAll(payments);
    return new Map(payments.filter(({ payment }) => entered.has(payment.id)).map(({ word, payment }) => [word, payment]));
  }
}
