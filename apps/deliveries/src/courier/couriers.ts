import { Injectable } from '@nestjs/common';
import { DomainError, type QuestionOf, type RegisterCourier, type UpdateCourier } from '#contracts';
import { Workers } from '#bus';
import { Database, isDuplicate } from '#database';
import { WAITING_ORDERS } from '../delivery/pending-orders.js';
import { Courier } from './courier.entity.js';
import { Sellers } from '../sellers.js';
import { CourierRepository } from './courier.repository.js';
import { ZoneFees } from './zone-fees.js';

/** What a seller does with his couriers. Each change may find a courier for an order that waits for one. */
@Injectable()
export class Couriers {
  constructor(
    private readonly db: Database,
    private readonly couriers: CourierRepository,
    private readonly fees: ZoneFees,
    private readonly sellers: Sellers,
    private readonly workers: Workers,
  ) {}

  /** @throws DomainError VALIDATION_FAILED, COURIER_PHONE_TAKEN */
  register(sellerId: string, question: QuestionOf<RegisterCourier>): Promise<Courier> {
    return this.changed(sellerId, () => this.couriers.add(Courier.register(sellerId, question)));
  }

  /** @throws DomainError COURIER_NOT_FOUND, VERSION_MISMATCH, VALIDATION_FAILED, COURIER_PHONE_TAKEN */
  update(sellerId: string, { courierId, ifVersion, ...change }: QuestionOf<UpdateCourier>): Promise<Courier> {
    return this.changed(sellerId, () =>
      this.couriers.update(courierId, sellerId, (courier) => courier.change(change), ifVersion),
    );
  }

  /**
   * Takes him off the list; what he made stays his. A parcel that came back after its last attempt is no longer with him.
   * @throws DomainError COURIER_NOT_FOUND, COURIER_HAS_DELIVERIES
   */
  async remove(sellerId: string, courierId: string): Promise<void> {
    // Whoever gives him a delivery holds this lock too.
    await this.sellers.lock(sellerId);
    await this.couriers.update(courierId, sellerId, async (courier) => {
      const count = await this.couriers.underway(courierId, sellerId);
      if (count > 0) throw new DomainError('COURIER_HAS_DELIVERIES', 'conflict', { courierId, count });
      courier.leave();
    });
    await this.fees.publish(sellerId);
  }

  private async changed(sellerId: string, change: () => Promise<Courier>): Promise<Courier> {
    const courier = await change().catch((error: unknown) => {
      if (isDuplicate(error, 'un_livreur_par_numero'))
        throw new DomainError('COURIER_PHONE_TAKEN', 'conflict', { field: 'phone', problem: 'another courier has this number' });
      throw error;
    });
    await this.fees.publish(sellerId);
    this.db.afterCommit(() => this.workers.wake(WAITING_ORDERS));
    return courier;
  }
}
