import { Injectable } from '@nestjs/common';
import type { OrderFacts } from '#contracts';
import { Database } from '#database';
import { CourierRepository } from '../courier/courier.repository.js';
import { ZoneFees } from '../courier/zone-fees.js';
import { splitZones } from '../courier/zones.js';
import { Sellers } from '../sellers.js';
import { type Candidate, chooseCourier, covers } from './choose-courier.js';
import { CourierSlots } from './courier-slots.js';
import type { Plan } from './plan.js';

/** Where an order goes, and the fee its customer was told for that. */
type Destination = Pick<OrderFacts, 'deliveryAddress' | 'deliveryFee'>;

/** Who can bring something to an address, when and for how much. The caller holds the seller's lock. */
@Injectable()
export class FindCourier {
  constructor(
    private readonly db: Database,
    private readonly sellers: Sellers,
    private readonly couriers: CourierRepository,
    private readonly slots: CourierSlots,
    private readonly fees: ZoneFees,
  ) {}

  /** Whether some active courier covers the address. */
  async anyFor(sellerId: string, address: string): Promise<boolean> {
    return chooseCourier(address, await this.candidates(sellerId)) !== undefined;
  }

  /**
   * The plan by the usual rule; undefined when no active courier covers the address. The courier counts as given this delivery.
   * @throws DomainError SELLER_FACTS_MISSING (unavailable) while the seller's address and time zone are on their way
   */
  async planFor(sellerId: string, order: Destination): Promise<Plan | undefined> {
    const { deliveryAddress: address } = order;
    const { pickupAddress, timeZone } = await this.sellers.get(sellerId);
    const choice = chooseCourier(address, await this.candidates(sellerId));
    if (!choice) return undefined;
    const plannedFor = await this.slots.next(choice.courier.id, sellerId, timeZone);
    const courier = await this.couriers.get(choice.courier.id, sellerId);
    await this.couriers.gaveDelivery(courier.id, sellerId);
    return { courier, reason: choice.reason, plannedFor, pickupAddress, fee: await this.feeOf(sellerId, order) };
  }

  /** What its customer was told, else what her zone costs. FCFA. */
  async feeOf(sellerId: string, { deliveryAddress, deliveryFee }: Destination): Promise<number> {
    return deliveryFee ?? this.fees.feeTo(sellerId, deliveryAddress);
  }

  /** Whether the address lies in a zone of this courier, among the zones that all of the seller's couriers name. */
  async covers(sellerId: string, zones: string[], address: string): Promise<boolean> {
    return covers(zones, address, await this.candidates(sellerId));
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
