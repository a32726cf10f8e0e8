import { Injectable } from '@nestjs/common';
import { DeliveryUnassignedV1, fact, type OrderConfirmedV1, type Received } from '#contracts';
import { type CallContext, chainOf, inContext, Outbox } from '#bus';
import { CourierRepository } from '../courier/courier.repository.js';
import { Sellers } from '../sellers.js';
import { byPlatform } from './by-platform.js';
import { Customers } from './customers.js';
import { Delivery } from './delivery.entity.js';
import { DeliveryRepository } from './delivery.repository.js';
import { FindCourier } from './find-courier.js';
import type { KnownOrder } from './order-copy.js';
import { PendingOrders } from './pending-orders.js';

/** Gives an order its delivery, or lets it wait for a courier. All of it is the platform's doing. */
@Injectable()
export class AssignCourier {
  constructor(
    private readonly sellers: Sellers,
    private readonly find: FindCourier,
    private readonly couriers: CourierRepository,
    private readonly customers: Customers,
    private readonly deliveries: DeliveryRepository,
    private readonly pending: PendingOrders,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Orders are confirmed: each gets its one delivery, or waits for a courier who covers its address. Nothing happens for one that was called off before; an edit that
   * came before counts. However many they are, they cost as many statements as one.
   * @throws DomainError SELLER_FACTS_MISSING (unavailable) while a seller's address and time zone are on their way
   */
  async toOrders(batch: Received<OrderConfirmedV1>[]): Promise<void> {
    await this.sellers.lockAll(batch.map(({ meta }) => meta.sellerId!));
    const heard = await this.pending.heardOf(batch.map(({ event }) => event.orderId));
    const fresh = batch.filter(({ event }) => heard.get(event.orderId) !== 'settled');
    if (fresh.length === 0) return;
    const board = await this.find.board(fresh.map(({ meta }) => meta.sellerId!));
    const present = await this.customers.presentOf(fresh.map(({ event }) => event.prospectId));
    const planned: { delivery: Delivery; chain: CallContext }[] = [];
    for (const { event, meta } of fresh) {
      const [sellerId, chain] = [meta.sellerId!, chainOf(meta)];
      const confirmed = { order: event, version: meta.version };
      const known = heard.has(event.orderId) ? await this.pending.withEarlyWord(confirmed) : confirmed;
      const plan = board.planFor(sellerId, known.order);
      const prospectId = present.get(known.order.prospectId) ?? known.order.prospectId;
      if (plan)
        planned.push({
          delivery: Delivery.plan(sellerId, { ...known, order: { ...known.order, prospectId } }, plan),
          chain: { ...chain, actor: 'system' },
        });
      else await inContext(chain, () => this.letWait(sellerId, known));
    }
    await this.couriers.gaveDeliveries(board.given);
    const chains = new Map(planned.map(({ delivery, chain }) => [delivery, chain]));
    await this.deliveries.addAll([...chains.keys()], (delivery) => chains.get(delivery)!);
  }

  /** Tries again for an order that waits. @returns whether it has a courier now */
  async toWaiting(sellerId: string, known: KnownOrder): Promise<boolean> {
    if (!(await byPlatform(() => this.plan(sellerId, known)))) return false;
    await this.pending.served(sellerId, known.order.orderId);
    return true;
  }

  /** The order waits for a courier, and the seller hears of it. */
  async letWait(sellerId: string, known: KnownOrder): Promise<void> {
    const { orderId, orderNumber, deliveryAddress: destination } = known.order;
    const reason = `Aucun livreur actif ne couvre l'adresse « ${destination.slice(0, 200)} »`;
    await this.pending.wait(sellerId, known, reason);
    await this.outbox.add([
      fact(
        DeliveryUnassignedV1,
        { orderId, orderNumber, destination, reason },
        { sellerId, key: orderId, version: known.version, actor: 'system' },
      ),
    ]);
  }

  private async plan(sellerId: string, known: KnownOrder): Promise<boolean> {
    const { orderId } = known.order;
    const lost = await this.deliveries.ofOrder(orderId, sellerId);
    if (lost) return this.planAnew(lost, known);
    const plan = await this.find.planFor(sellerId, known.order);
    if (!plan) return false;
    const prospectId = await this.customers.present(known.order.prospectId);
    await this.deliveries.add(Delivery.plan(sellerId, { ...known, order: { ...known.order, prospectId } }, plan));
    return true;
  }

  /** The delivery lost its courier when its address changed. Handed over all the same in the meantime, it needs none. */
  private async planAnew({ id, sellerId }: Delivery, known: KnownOrder): Promise<boolean> {
    if (!(await this.find.anyFor(sellerId, known.order.deliveryAddress))) return false;
    const after = await this.deliveries.update(id, sellerId, async (delivery) => {
      if (delivery.status !== 'cancelled') return;
      const plan = await this.find.planFor(sellerId, known.order);
      if (plan) delivery.planAnew(known, plan);
    });
    return after.status !== 'cancelled';
  }
}
