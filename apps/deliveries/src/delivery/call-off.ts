import { Injectable } from '@nestjs/common';
import { Sellers } from '../sellers.js';
import { Customers } from './customers.js';
import { DeliveryRepository } from './delivery.repository.js';
import { PendingOrders } from './pending-orders.js';

/** Releases what an order holds of a courier's day. */
@Injectable()
export class CallOff {
  constructor(
    private readonly sellers: Sellers,
    private readonly deliveries: DeliveryRepository,
    private readonly pending: PendingOrders,
    private readonly customers: Customers,
  ) {}

  /** The order is cancelled: its delivery too, unless it is over; and if the order is not here yet, it will get none. */
  async order(sellerId: string, orderId: string, reason: string): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.pending.callOff(sellerId, orderId, reason);
    const found = await this.deliveries.ofOrder(orderId, sellerId);
    // One that waited for a courier is over now: its customer may have asked to be forgotten meanwhile.
    if (found && (await this.customers.isForgotten(sellerId, found.prospectId)))
      await this.customers.clear(sellerId, found.prospectId);
    if (!found?.canMoveTo('cancelled')) return;
    await this.deliveries.update(found.id, sellerId, (delivery) => {
      // A courier's report may have come between the look and the lock.
      if (delivery.canMoveTo('cancelled')) delivery.cancel(reason);
    });
  }
}
