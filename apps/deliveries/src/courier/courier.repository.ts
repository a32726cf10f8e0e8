import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { notFound } from '#contracts';
import { AggregateRepository, Outbox } from '#bus';
import { Database } from '#database';
import { Courier } from './courier.entity.js';

/** Couriers on a seller's list: one who left is not found. */
@Injectable()
export class CourierRepository extends AggregateRepository<Courier> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Courier, 'courier');
  }

  override async get(id: string, sellerId: string): Promise<Courier> {
    const courier = await super.get(id, sellerId);
    assertListed(courier);
    return courier;
  }

  override async update(
    id: string,
    sellerId: string,
    change: (courier: Courier) => void | Promise<void>,
    ifVersion?: number,
  ): Promise<Courier> {
    return this.db.asSeller(sellerId, async () => {
      // Before the version is compared: of one who left nobody has the newest version.
      await this.get(id, sellerId);
      const unlessHeLeft = (courier: Courier) => {
        assertListed(courier);
        return change(courier);
      };
      return super.update(id, sellerId, unlessHeLeft, ifVersion);
    });
  }

  /** Holds the active couriers of these sellers until the open transaction ends, all in one order. */
  hold(sellerIds: string[]): Promise<Courier[]> {
    return this.db.tx.getRepository(Courier).find({
      where: { sellerId: Any(sellerIds), active: true },
      order: { id: 'asc' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Notes that he was given a delivery just now. */
  async gaveDelivery(id: string, sellerId: string): Promise<void> {
    await this.db.run(
      'update livreurs set derniere_affectation = clock_timestamp() where id_livreur = $1 and id_utilisateur = $2',
      [id, sellerId],
    );
  }

  /** As {@link gaveDelivery}, one after the other. */
  async gaveDeliveries(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.db.run(
      `update livreurs set derniere_affectation = clock_timestamp() + place * interval '1 microsecond'
       from unnest($1::uuid[]) with ordinality given(id, place) where id_livreur = given.id`,
      [ids],
    );
  }

  /** How many parcels he has to bring. */
  async underway(id: string, sellerId: string): Promise<number> {
    const [row] = await this.db.rows<{ count: number }>(
      `select count(*)::int as count from livraisons where id_livreur = $1 and id_utilisateur = $2 and statut_livraison in ('planifiee', 'recuperee')`,
      [id, sellerId],
    );
    return row!.count;
  }
}

function assertListed({ id, removedAt }: Courier): void {
  if (removedAt) throw notFound('courier', id);
}
