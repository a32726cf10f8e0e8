import { Injectable } from '@nestjs/common';
import type { OrderConfirmedV1 } from '#contracts';
import { type CallContext, currentContext } from '#bus';
import { Database } from '#database';

/** Name of the worker that finds couriers for orders that wait. */
export const WAITING_ORDERS = 'waiting-orders';

/** An order that nobody could bring yet, with the chain of causes it came in. */
export interface WaitingOrder {
  order: OrderConfirmedV1;
  context: CallContext;
}

/** Orders without a delivery: those that wait for a courier, and those whose cancellation came first. The caller holds the seller's lock. */
@Injectable()
export class PendingOrders {
  constructor(private readonly db: Database) {}

  /** Whether the order waits already, or was called off. */
  async knows(orderId: string): Promise<boolean> {
    const rows = await this.db.rows(
      'select from commandes_en_attente where id_commande = $1 union all select from annulations where id_commande = $1',
      [orderId],
    );
    return rows.length > 0;
  }

  async wait(sellerId: string, order: OrderConfirmedV1, reason: string): Promise<void> {
    await this.db.run(
      'insert into commandes_en_attente (id_commande, id_utilisateur, commande, contexte, motif) values ($1, $2, $3, $4, $5)',
      [order.orderId, sellerId, JSON.stringify(order), JSON.stringify(currentContext()), reason],
    );
  }

  /** Orders to try again, longest untried first. Needs no lock: {@link next} looks again. */
  async waiting(limit: number): Promise<{ orderId: string; sellerId: string }[]> {
    return this.db.rows(
      `select id_commande as "orderId", id_utilisateur as "sellerId" from commandes_en_attente order by derniere_tentative limit $1`,
      [limit],
    );
  }

  /** The order if it still waits; notes that it is tried now. */
  async next(orderId: string): Promise<WaitingOrder | undefined> {
    const [row] = await this.db.rows<WaitingOrder>(
      `update commandes_en_attente set derniere_tentative = clock_timestamp() where id_commande = $1
       returning commande as "order", contexte as context`,
      [orderId],
    );
    return row;
  }

  async served(orderId: string): Promise<void> {
    await this.db.run('delete from commandes_en_attente where id_commande = $1', [orderId]);
  }

  /** Remembers that the order is called off, also when it is not here yet. */
  async callOff(sellerId: string, orderId: string, reason: string): Promise<void> {
    await this.served(orderId);
    await this.db.run('insert into annulations (id_commande, id_utilisateur, motif) values ($1, $2, $3) on conflict do nothing', [
      orderId,
      sellerId,
      reason,
    ]);
  }
}
