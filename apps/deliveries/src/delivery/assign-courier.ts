import { Injectable } from '@nestjs/common';
import { DeliveryUnassignedV1, fact, type OrderConfirmedV1 } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';
import { CourierRepository } from '../courier/courier.repository.js';
import { ZoneFees } from '../courier/zone-fees.js';
import { splitZones } from '../courier/zones.js';
import { Sellers } from '../sellers.js';
import { type Candidate, chooseCourier } from './choose-courier.js';
import { CourierSlots } from './courier-slots.js';
import { Delivery } from './delivery.entity.js';
import { DeliveryRepository } from './delivery.repository.js';
import { PendingOrders } from './pending-orders.js';

/** Finds who brings an order, when and for how much. */
@Injectable()
export class AssignCourier {
  constructor(
    private readonly db: Database,
    private readonly sellers: Sellers,
    private readonly couriers: CourierRepository,
    private readonly slots: CourierSlots,
    private readonly fees: ZoneFees,
    private readonly deliveries: DeliveryRepository,
    private readonly pending: PendingOrders,
    private readonly outbox: Outbox,
  ) {}

  /**
   * An order is confirmed: it gets its one delivery, or waits for a courier who covers its address. Nothing happens when it was called off before.
   * @throws DomainError SELLER_FACTS_MISSING (unavailable) while the seller's address and time zone are on their way
   */
  async toOrder(sellerId: string, order: OrderConfirmedV1): Promise<void> {
    await this.sellers.lock(sellerId);
    if ((await this.pending.knows(order.orderId)) || (await this.deliveries.ofOrder(order.orderId, sellerId))) return;
    if (await this.plan(sellerId, order)) return;
    const { orderId, orderNumber, deliveryAddress: destination } = order;
    const reason = `Aucun livreur actif ne couvre l'adresse « ${destination.slice(0, 200)} »`;
    await this.pending.wait(sellerId, order, reason);
    await this.outbox.add([
      fact(DeliveryUnassignedV1, { orderId, orderNumber, destination, reason }, { sellerId, key: orderId, version: 1 }),
    ]);
  }

  /** Tries again for an order that waits. @returns whether it has a courier now */
  async toWaiting(sellerId: string, order: OrderConfirmedV1): Promise<boolean> {
    if (!(await this.plan(sellerId, order))) return false;
    await this.pending.served(order.orderId);
    return true;
  }

  private async plan(sellerId: string, order: OrderConfirmedV1): Promise<boolean> {
    const { pickupAddress, timeZone } = await this.sellers.get(sellerId);
    const choice = chooseCourier(order.deliveryAddress, await this.candidates(sellerId));
    if (!choice) return false;
    const plannedFor = await this.slots.next(choice.courier.id, timeZone);
    const courier = await this.couriers.get(choice.courier.id, sellerId);
    const fee = await this.fees.feeTo(sellerId, order.deliveryAddress);
    await this.deliveries.add(Delivery.plan(sellerId, order, { courier, reason: choice.reason, plannedFor, pickupAddress, fee }));
    await this.db.run('update livreurs set derniere_affectation = clock_timestamp() where id_livreur = $1', [courier.id]);
    return true;
  }

  private async candidates(sellerId: string): Promise<Candidate[]> {
    const rows = await this.db.rows<Omit<Candidate, 'zones'> & { zones: string }>(
      `select l.id_livreur as id, l.nom_complet_livreur as "fullName", l.zones_couverture as zones, l.derniere_affectation as "lastAssignedAt",
              (select count(*)::int from livraisons d where d.id_livreur = l.id_livreur and d.statut_livraison in ('planifiee', 'recuperee')) as load
       from livreurs l where l.id_utilisateur = $1 and l.actif`,
      [sellerId],
    );
    return rows.map((row) => ({ ...row, zones: splitZones(row.zones) }));
  }
}
