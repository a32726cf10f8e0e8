import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { inContext, Worker } from '#bus';
import { Database, isDatabaseDown } from '#database';
import { LOGGER } from '#service';
import { Sellers } from '../sellers.js';
import { AssignCourier } from './assign-courier.js';
import { PendingOrders, WAITING_ORDERS } from './pending-orders.js';

const ROUND = 100;

/** Tries again for orders that wait for a courier: when a courier is added or changed, and from time to time in case that wake-up was lost with its process. */
@Injectable()
export class AssignWaiting {
  constructor(
    private readonly db: Database,
    private readonly sellers: Sellers,
    private readonly pending: PendingOrders,
    private readonly assign: AssignCourier,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: WAITING_ORDERS, idleMs: 30_000 })
  async round(): Promise<number> {
    let served = 0;
    for (const { orderId, sellerId } of await this.db.asWorker(() => this.pending.waiting(ROUND))) {
      if (await this.tryAgain(orderId, sellerId).catch((error: unknown) => this.passOver(orderId, error))) served += 1;
    }
    return served;
  }

  /** An order that cannot be tried goes to the end of the line: the others, of other sellers too, do not wait behind it. */
  private async passOver(orderId: string, error: unknown): Promise<false> {
    if (isDatabaseDown(error)) throw error;
    this.logger.error({ event: 'waiting-order.failed', orderId, error: String(error) }, 'an order that waits could not be tried');
    await this.db.asWorker(() => this.pending.next(orderId));
    return false;
  }

  private tryAgain(orderId: string, sellerId: string): Promise<boolean> {
    return this.db.asWorker(async () => {
      await this.sellers.lock(sellerId);
      const waiting = await this.pending.next(orderId);
      return waiting !== undefined && inContext(waiting.context, () => this.assign.toWaiting(sellerId, waiting.known));
    });
  }
}
