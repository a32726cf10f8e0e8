import { Injectable } from '@nestjs/common';
import { DomainError, notFound, type QuestionOf, type RecordRefund, type VoidRefund } from '#contracts';
import { newId } from '#database';
import type { Order } from '../order/order.entity.js';
import { OrderRepository } from '../order/order.repository.js';
import { ErasedProspects } from '../prospect/erased-prospects.js';
import { Sellers } from '../sellers.js';
import { type Balance, Balances } from './balances.js';
import { RefundBook } from './refund-book.js';

/** Money that goes back to customers who paid more than their orders cost by now. */
@Injectable()
export class Refunds {
  constructor(
    private readonly sellers: Sellers,
    private readonly orders: OrderRepository,
    private readonly book: RefundBook,
    private readonly balances: Balances,
    private readonly erased: ErasedProspects,
  ) {}

  /**
   * The shop sent money back.
   * @throws DomainError ORDER_NOT_FOUND, REFUND_ALREADY_RECORDED, NOTHING_TO_REFUND, REFUND_EXCEEDS_DUE when it is more than what is to refund, EXCHANGE_UNDERWAY when a part of that is
   * goods which have not come back yet
   */
  async record(sellerId: string, { orderId, ...sent }: QuestionOf<RecordRefund>): Promise<void> {
    await this.sellers.lock(sellerId);
    const known = sent.reference && (await this.book.orderRefundedBy(sellerId, sent.reference));
    if (known) throw new DomainError('REFUND_ALREADY_RECORDED', 'conflict', { orderNumber: known, reference: sent.reference });
    const refund = { id: newId(), ...sent };
    const order = await this.orders.update(orderId, sellerId, async (locked) => {
      const balance = await this.balances.of(locked);
      assertRefundable(locked, balance, refund.amount);
      await this.book.enter(sellerId, orderId, refund);
      locked.refunded(refund, balance.owed);
    });
    // What is noted of somebody who asked to be forgotten is forgotten as well.
    if (order.isOver) await this.erased.forgetOrdersOf([order]);
  }

  /** Strikes out what was recorded by mistake; said again, it changes nothing. @throws DomainError ORDER_NOT_FOUND, REFUND_NOT_FOUND */
  async strikeOut(sellerId: string, { orderId, refundId, reason }: QuestionOf<VoidRefund>): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.orders.get(orderId, sellerId);
    const refund = await this.book.find(sellerId, orderId, refundId);
    if (!refund) throw notFound('refund', refundId);
    if (refund.voided) return;
    await this.orders.update(orderId, sellerId, async (order) => {
      const { owed } = await this.balances.of(order);
      await this.book.strikeOut(sellerId, refundId, reason);
      order.notRefunded(refund, owed);
    });
  }
}

function assertRefundable({ id: orderId, paid }: Order, { owed, awaited }: Balance, amount: number): void {
  const toRefund = Math.max(0, paid - owed);
  if (toRefund === 0) throw new DomainError('NOTHING_TO_REFUND', 'conflict', { orderId, paid, owed });
  const tooMuch = (than: string) => [{ field: 'amount', problem: `is more than ${than}` }];
  if (amount > toRefund)
    throw new DomainError('REFUND_EXCEEDS_DUE', 'conflict', {
      orderId,
      amount,
      toRefund,
      fields: tooMuch(`the ${toRefund} FCFA to refund`),
    });
  if (amount > paid - awaited)
    throw new DomainError('EXCHANGE_UNDERWAY', 'conflict', {
      orderId,
      amount,
      awaited,
      fields: tooMuch(`the ${paid - awaited} FCFA of it that came as money`),
    });
}
