import type { OrderFacts, ZoneFee } from '#contracts';
import type { Courier } from '../courier/courier.entity.js';
import { zoneOf } from '../courier/zones.js';
import type { SellerCopy } from '../sellers.js';
import { type Candidate, chooseCourier } from './choose-courier.js';
import type { Plan } from './plan.js';
import { nextFreeSlot, type SlotRules } from './slots.js';

/** Where an order goes, and the fee its customer was told for that. */
export type Destination = Pick<OrderFacts, 'deliveryAddress' | 'deliveryFee'>;

/** A courier and what he has to do: how many deliveries, and how many of them in each slot (by its instant). */
export interface CourierDay {
  courier: Courier;
  lastAssignedAt: Date | null;
  taken: Map<number, number>;
}

/** What the board shows of one seller. */
export interface SellerDay {
  seller: SellerCopy;
  couriers: CourierDay[];
  ownFees: ZoneFee[];
}

/**
 * The couriers of some sellers with all they have to do, as it stands at the beginning of a transaction that holds these sellers' locks: deliveries are planned on it one after the
 * other, each knowing those before it, and the database is asked once for all of them.
 */
export class DispatchBoard {
  /** Couriers who were given something, the last one last. */
  private readonly busy = new Set<string>();
  private lastGiven = 0;

  constructor(
    private readonly days: ReadonlyMap<string, SellerDay>,
    private readonly rules: SlotRules,
    private readonly standardFee: number,
  ) {}

  /** The plan by the usual rule; undefined when no active courier covers the address. The courier counts as given this delivery. */
  planFor(sellerId: string, order: Destination): Plan | undefined {
    const { seller, couriers } = this.days.get(sellerId)!;
    const choice = chooseCourier(order.deliveryAddress, couriers.map(candidateOf));
    if (!choice) return undefined;
    const day = couriers.find(({ courier }) => courier.id === choice.courier.id)!;
    const plannedFor = nextFreeSlot(new Date(), seller, this.rules, (slot) => day.taken.get(slot.getTime()) ?? 0);
    this.give(day, plannedFor);
    return {
      courier: day.courier,
      reason: choice.reason,
      plannedFor,
      pickupAddress: seller.pickupAddress,
      fee: order.deliveryFee ?? this.feeTo(sellerId, order.deliveryAddress),
    };
  }

  /** Ids of couriers who were given something, the last one last. */
  get given(): string[] {
    return [...this.busy];
  }

  private give(day: CourierDay, slot: Date): void {
    day.taken.set(slot.getTime(), (day.taken.get(slot.getTime()) ?? 0) + 1);
    this.lastGiven = Math.max(Date.now(), this.lastGiven + 1);
    day.lastAssignedAt = new Date(this.lastGiven);
    this.busy.delete(day.courier.id);
    this.busy.add(day.courier.id);
  }

  private feeTo(sellerId: string, address: string): number {
    const { ownFees } = this.days.get(sellerId)!;
    const zone = zoneOf(
      address,
      ownFees.map((own) => own.zone),
    );
    return ownFees.find((own) => own.zone === zone)?.fee ?? this.standardFee;
  }
}

const candidateOf = ({ courier: { id, fullName, zones }, lastAssignedAt, taken }: CourierDay): Candidate => ({
  id,
  fullName,
  zones,
  lastAssignedAt,
  load: [...taken.values()].reduce((sum, count) => sum + count, 0),
});
