import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { EnvError } from '#service';
import { DeliveriesEnv } from '../deliveries.env.js';
import type { Courier } from '../courier/courier.entity.js';
import type { CourierDay } from './dispatch-board.js';
import { nextFreeSlot, type SellerDays, type SlotRules } from './slots.js';

/** The couriers' calendars. */
@Injectable()
export class CourierSlots {
  constructor(
    private readonly db: Database,
    private readonly env: DeliveriesEnv,
  ) {
    // A day without hours would have no free slot, ever.
    if (env.firstHour > env.lastHour)
      throw new EnvError([`DELIVERY_FIRST_HOUR (${env.firstHour}) must not be later than DELIVERY_LAST_HOUR (${env.lastHour})`]);
  }

  /** When couriers deliver. */
  get rules(): SlotRules {
    return this.env;
  }

  /** What each of these couriers has to do. */
  async days(couriers: Courier[]): Promise<CourierDay[]> {
    const rows = await this.db.rows<{ id: string; lastAssignedAt: Date | null; slot: Date | null; taken: number }>(
      `select l.id_livreur as id, l.derniere_affectation as "lastAssignedAt", d.date_livraison_prevue as slot, count(d.*)::int as taken
       from livreurs l left join livraisons d on d.id_livreur = l.id_livreur and d.statut_livraison in ('planifiee', 'recuperee')
       where l.id_livreur = any($1::uuid[]) group by 1, 2, 3`,
      [couriers.map(({ id }) => id)],
    );
    const byCourier = Map.groupBy(rows, ({ id }) => id);
    return couriers.map((courier) => {
      const own = byCourier.get(courier.id) ?? [];
      const taken = new Map(own.filter(({ slot }) => slot).map(({ slot, taken: count }) => [slot!.getTime(), count]));
      return { courier, lastAssignedAt: own[0]?.lastAssignedAt ?? null, taken };
    });
  }

  /**
   * The courier's next free slot. Holds his row until the transaction ends, so that nobody else fills the slot meanwhile.
   * @param missed when it was planned and did not come off: a courier who tries before the planned day comes back on a day after it, not at the same hour
   */
  async next(courierId: string, sellerId: string, days: SellerDays, missed?: Date): Promise<Date> {
    await this.db.rows('select from livreurs where id_livreur = $1 and id_utilisateur = $2 for update', [courierId, sellerId]);
    const rows = await this.db.rows<{ slot: Date; taken: number }>(
      `select date_livraison_prevue as slot, count(*)::int as taken from livraisons
       where id_livreur = $1 and id_utilisateur = $2 and statut_livraison in ('planifiee', 'recuperee') group by 1`,
      [courierId, sellerId],
    );
    const taken = new Map(rows.map((row) => [row.slot.getTime(), row.taken]));
    const from = new Date(Math.max(Date.now(), missed?.getTime() ?? 0));
    return nextFreeSlot(from, days, this.env, (slot) => taken.get(slot.getTime()) ?? 0);
  }
}
