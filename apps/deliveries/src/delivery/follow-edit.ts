import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '#service';
import { Sellers } from '../sellers.js';
import { AssignCourier } from './assign-courier.js';
import { factsOf } from './delivery-facts.js';
import type { Delivery } from './delivery.entity.js';
import { DeliveryRepository } from './delivery.repository.js';
import { FindCourier } from './find-courier.js';
import { editedTo, type KnownOrder } from './order-copy.js';
import { PendingOrders } from './pending-orders.js';

const MOVED = "L'adresse de la commande a changé";
const NOT_HIS_ANY_MORE = `${MOVED} : la livraison passe à un autre livreur`;

/** Takes what the seller changed of an order over into its delivery. */
@Injectable()
export class FollowEdit {
  constructor(
    private readonly sellers: Sellers,
    private readonly pending: PendingOrders,
    private readonly deliveries: DeliveryRepository,
    private readonly find: FindCourier,
    private readonly assign: AssignCourier,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** An edit may come before its order, twice, or after a newer one; after the cancellation it changes nothing. */
  async of(sellerId: string, edited: KnownOrder): Promise<void> {
    await this.sellers.lock(sellerId);
    const { orderId } = edited.order;
    if (await this.pending.isCalledOff(orderId)) return;
    const waits = await this.pending.waitingFor(sellerId, orderId);
    if (waits) return this.whileWaiting(sellerId, waits, edited);
    const delivery = await this.deliveries.ofOrder(orderId, sellerId);
    if (!delivery) return this.pending.keepEarlyEdit(sellerId, edited);
    if (delivery.orderVersion >= edited.version) return;
    await this.whileUnderway(delivery, edited);
  }

  private async whileWaiting(sellerId: string, before: KnownOrder, edited: KnownOrder): Promise<void> {
    if (before.version >= edited.version) return;
    const known = editedTo(before, edited);
    await this.pending.edit(known);
    if (before.order.deliveryAddress === edited.order.deliveryAddress) return;
    if (!(await this.assign.toWaiting(sellerId, known))) await this.assign.letWait(sellerId, known);
  }

  private async whileUnderway({ id, sellerId }: Delivery, edited: KnownOrder): Promise<void> {
    const after = await this.deliveries.update(id, sellerId, async (delivery) => {
      if (delivery.isOver || delivery.isForgotten) {
        this.logger.warn(
          { event: 'order-edit.too-late', orderId: delivery.orderId, status: delivery.status },
          'delivery is over',
        );
        return delivery.remark('Commande modifiée trop tard : la livraison est terminée');
      }
      const before = factsOf(delivery);
      delivery.follow(edited);
      if (before.destination !== delivery.destination) await this.goesElsewhere(delivery, edited);
      else if (JSON.stringify(before) !== JSON.stringify(factsOf(delivery)))
        delivery.tellEdited('Commande modifiée par le vendeur');
    });
    if (after.status === 'cancelled' && !after.hasEnded && after.orderVersion === edited.version)
      await this.assign.letWait(sellerId, edited);
  }

  /** Zone and fee anew. The courier keeps a parcel he has, and one that stays in his zones. */
  private async goesElsewhere(delivery: Delivery, { order }: KnownOrder): Promise<void> {
    const { deliveryAddress } = order;
    const { sellerId, courier, status } = delivery;
    delivery.fee = await this.find.feeOf(sellerId, order);
    if (status !== 'planned' || (await this.find.covers(sellerId, courier.zones, deliveryAddress)))
      return delivery.tellEdited(MOVED);
    const plan = await this.find.planFor(sellerId, order);
    if (plan) delivery.handOver({ ...plan, reason: `${plan.reason} (nouvelle adresse)`.slice(0, 300) }, NOT_HIS_ANY_MORE);
    else delivery.leaveWaiting(`${MOVED} : aucun livreur actif ne la couvre`, NOT_HIS_ANY_MORE);
  }
}
