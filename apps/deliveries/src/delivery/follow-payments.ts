import { Injectable } from '@nestjs/common';
import type { OrderPaymentsChangedV1, OrderRefundsChangedV1 } from '#contracts';
import { Sellers } from '../sellers.js';
import { DeliveryRepository } from './delivery.repository.js';
import { paidSince } from './order-copy.js';
import { PendingOrders } from './pending-orders.js';

/** Takes what is paid of an order over into its delivery: the courier collects what is left. */
@Injectable()
export class FollowPayments {
  constructor(
    private readonly sellers: Sellers,
    private readonly pending: PendingOrders,
    private readonly deliveries: DeliveryRepository,
  ) {}

  /** Money of the order was sent back: so much is paid by now. @param version of the order when it said so */
  refunded(sellerId: string, { orderId, paid }: OrderRefundsChangedV1, version: number): Promise<void> {
    return this.take(sellerId, { orderId, paid }, version, 'remboursement');
  }

  /** It may come before its order, twice, or after a newer word; what a courier brought himself ended his delivery. @param version of the order when it said so */
  async of(sellerId: string, { orderId, paid, deliveryId }: OrderPaymentsChangedV1, version: number): Promise<void> {
    if (!deliveryId) await this.take(sellerId, { orderId, paid }, version, 'paiement');
  }

  private async take(
    sellerId: string,
    { orderId, paid }: { orderId: string; paid: number },
    version: number,
    what: 'paiement' | 'remboursement',
  ): Promise<void> {
    await this.sellers.lock(sellerId);
    if (await this.pending.isCalledOff(orderId)) return;
    const waits = await this.pending.waitingFor(sellerId, orderId);
    if (waits) return this.pending.edit(paidSince(waits, paid, version));
    const delivery = await this.deliveries.ofOrder(orderId, sellerId);
    if (!delivery) return this.pending.keepEarlyPayment(sellerId, orderId, paid, version);
    if (delivery.isOver || delivery.paymentVersion >= version) return;
    await this.deliveries.update(delivery.id, sellerId, (locked) => {
      // Its courier may have handed it over between the look and the lock.
      if (!locked.isOver) locked.followPayments(paid, version, what);
    });
  }
}
