import { Injectable } from '@nestjs/common';
import { DomainError, invalid, type QuestionOf, type ReassignDelivery } from '#contracts';
import type { Courier } from '../courier/courier.entity.js';
import { CourierRepository } from '../courier/courier.repository.js';
import { Sellers } from '../sellers.js';
import type { Delivery } from './delivery.entity.js';
import { DeliveryRepository } from './delivery.repository.js';
import { FindCourier } from './find-courier.js';
import { PendingOrders } from './pending-orders.js';

const LONGEST_REASON = 300;

/** The seller gives a parcel to another courier, or another time. He knows better than the zones: a courier may go where he does not usually go. */
@Injectable()
export class HandOver {
  constructor(
    private readonly sellers: Sellers,
    private readonly couriers: CourierRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly find: FindCourier,
    private readonly pending: PendingOrders,
  ) {}

  /** @throws DomainError DELIVERY_NOT_FOUND, VERSION_MISMATCH, DELIVERY_OVER, COURIER_NOT_FOUND, COURIER_INACTIVE, DELIVERY_ALREADY_HIS, VALIDATION_FAILED */
  async bySeller(sellerId: string, { deliveryId, courierId, ifVersion, ...asked }: QuestionOf<ReassignDelivery>): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.deliveries.update(
      deliveryId,
      sellerId,
      async (delivery) => {
        await this.assertOpen(delivery);
        const courier = await this.couriers.get(courierId, sellerId);
        if (!courier.active) throw new DomainError('COURIER_INACTIVE', 'conflict', { courierId });
        const plannedFor = timeOf(delivery, courier, asked.plannedFor);
        const reason = await this.reasonFor(delivery, courier, asked.reason);
        delivery.handOver({ courier, plannedFor, reason }, toldFormer(asked.reason));
        await this.couriers.gaveDelivery(courierId, sellerId);
        await this.pending.served(sellerId, delivery.orderId);
      },
      ifVersion,
    );
  }

  /** A delivery that lost its courier waits and can be given to one; one that is over, or whose customer is forgotten, cannot. */
  private async assertOpen(delivery: Delivery): Promise<void> {
    const { id: deliveryId, sellerId, status, orderId } = delivery;
    const waits = status === 'cancelled' && (await this.pending.waitingFor(sellerId, orderId)) !== undefined;
    if ((delivery.isOver && !waits) || delivery.isForgotten)
      throw new DomainError('DELIVERY_OVER', 'conflict', { deliveryId, status });
  }

  private async reasonFor({ sellerId, destination, courier: former }: Delivery, courier: Courier, why?: string): Promise<string> {
    const what = courier.id === former.id ? 'Horaire changé par le vendeur' : `Confiée à ${courier.fullName} par le vendeur`;
    const outside = (await this.find.covers(sellerId, courier.zones, destination)) ? '' : ', hors de ses zones';
    return withWhy(`${what}${outside}`, why);
  }
}

const withWhy = (what: string, why?: string) => `${what}${why ? ` : ${why}` : ''}`.slice(0, LONGEST_REASON);
const toldFormer = (why?: string) => withWhy('La livraison passe à un autre livreur', why);

function timeOf(
  { id: deliveryId, status, plannedFor: before, courier: former }: Delivery,
  courier: Courier,
  asked?: string,
): Date {
  const plannedFor = asked ? new Date(asked) : before;
  const underway = status === 'planned' || status === 'picked-up';
  if (underway && courier.id === former.id && plannedFor.getTime() === before.getTime())
    throw new DomainError('DELIVERY_ALREADY_HIS', 'conflict', { deliveryId, courierId: courier.id });
  if (plannedFor.getTime() <= Date.now())
    throw invalid('a delivery is planned for a time to come', [
      { field: 'plannedFor', problem: asked ? 'is past' : 'is needed: the time planned before is past' },
    ]);
  return plannedFor;
}
