import { Injectable } from '@nestjs/common';
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

  /** Notes that he was given a delivery just now. */
  async gaveDelivery(id: string, sellerId: string): Promise<void> {
    await this.db.run(
      'update livreurs set derniere_affectation = clock_timestamp() where id_livreur = $1 and id_utilisateur = $2',
      [id, sellerId],
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
