import { Injectable } from '@nestjs/common';
import { type CallContext, currentContext } from '#bus';
import { Database } from '#database';
import type { KnownOrder } from './order-copy.js';

/** Name of the worker that finds couriers for orders that wait. */
export const WAITING_ORDERS = 'waiting-orders';

/** An order that nobody could bring yet, with the chain of causes it came in. */
export interface WaitingOrder {
  known: KnownOrder;
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

  async isCalledOff(orderId: string): Promise<boolean> {
    return (await this.db.rows('select from annulations where id_commande = $1', [orderId])).length > 0;
  }

  /** The order as it waits, if it does. */
  async waitingFor(sellerId: string, orderId: string): Promise<KnownOrder | undefined> {
    const [row] = await this.db.rows<KnownOrder>(
      'select commande as "order", version_commande as version from commandes_en_attente where id_commande = $1 and id_utilisateur = $2',
      [orderId, sellerId],
    );
    return row;
  }

  /** The order waits, in the chain of causes it came in; one that waits already does so with the new reason. */
  async wait(sellerId: string, { order, version }: KnownOrder, reason: string): Promise<void> {
    await this.db.run(
      `insert into commandes_en_attente (id_commande, id_utilisateur, commande, version_commande, contexte, motif)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (id_commande) do update set commande = excluded.commande, version_commande = excluded.version_commande, motif = excluded.motif`,
      [order.orderId, sellerId, JSON.stringify(order), version, JSON.stringify(currentContext()), reason],
    );
  }

  /** The order that waits was edited. */
  async edit({ order, version }: KnownOrder): Promise<void> {
    await this.db.run('update commandes_en_attente set commande = $2, version_commande = $3 where id_commande = $1', [
      order.orderId,
      JSON.stringify(order),
      version,
    ]);
  }

  /** Keeps the newest edit of an order whose confirmation is on its way. */
  async keepEarlyEdit(sellerId: string, { order, version }: KnownOrder): Promise<void> {
    await this.db.run(
      `insert into modifications_commande (id_commande, id_utilisateur, commande, version) values ($1, $2, $3, $4)
       on conflict (id_commande) do update set commande = excluded.commande, version = excluded.version
       where modifications_commande.version < excluded.version`,
      [order.orderId, sellerId, JSON.stringify(order), version],
    );
  }

  /** The edit that came before its order, once. */
  async takeEarlyEdit(orderId: string): Promise<KnownOrder | undefined> {
    const [row] = await this.db.rows<KnownOrder>(
      'delete from modifications_commande where id_commande = $1 returning commande as "order", version',
      [orderId],
    );
    return row;
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
       returning json_build_object('order', commande, 'version', version_commande) as known, contexte as context`,
      [orderId],
    );
    return row;
  }

  async served(sellerId: string, orderId: string): Promise<void> {
    await this.db.run('delete from commandes_en_attente where id_commande = $1 and id_utilisateur = $2', [orderId, sellerId]);
  }

  /** Remembers that the order is called off, also when it is not here yet. */
  async callOff(sellerId: string, orderId: string, reason: string): Promise<void> {
    await this.served(sellerId, orderId);
    await this.takeEarlyEdit(orderId);
    await this.db.run('insert into annulations (id_commande, id_utilisateur, motif) values ($1, $2, $3) on conflict do nothing', [
      orderId,
      sellerId,
      reason,
    ]);
  }
}
