import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { CourierRepository } from '../courier/courier.repository.js';
import { ZoneFees } from '../courier/zone-fees.js';
import { splitZones } from '../courier/zones.js';
import { Sellers } from '../sellers.js';
import { type Candidate, chooseCourier, covers } from './choose-courier.js';
import { CourierSlots } from './courier-slots.js';
import { type Destination, DispatchBoard } from './dispatch-board.js';
import type { Plan } from './plan.js';

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
    const board = await this.board([sellerId]);
    const plan = board.planFor(sellerId, order);
    await this.couriers.gaveDeliveries(board.given);
    return plan;
  }

  /**
   * The active couriers of these sellers with all they have to do; their rows are held until the transaction ends, so that nobody takes one off the list meanwhile. What is
   * planned on it is noted by {@link CourierRepository.gaveDeliveries}.
   * @throws DomainError SELLER_FACTS_MISSING (unavailable) while the address and time zone of one are on their way
   */
  async board(sellerIds: string[]): Promise<DispatchBoard> {
    const ids = [...new Set(sellerIds)];
    const sellers = await this.sellers.all(ids);
    const couriers = await this.couriers.hold(ids);
    const days = await this.slots.days(couriers);
    const fees = await this.fees.ownOf(ids);
    const ofSeller = Map.groupBy(days, ({ courier }) => courier.sellerId);
    return new DispatchBoard(
      new Map(ids.map((id) => [id, { seller: sellers.get(id)!, couriers: ofSeller.get(id) ?? [], ownFees: fees.get(id) ?? [] }])),
      this.slots.rules,
      this.fees.standardFee,
    );
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
