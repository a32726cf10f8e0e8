import { Injectable } from '@nestjs/common';
import { type CallContext, currentContext } from '#bus';
import { Database } from '#database';
import { type KnownOrder, paidSince } from './order-copy.js';

/** Name of the worker that finds couriers for orders that wait. */
export const WAITING_ORDERS = 'waiting-orders';

/** An order that nobody could bring yet, with the chain of causes it came in. */
export interface WaitingOrder {
  known: KnownOrder;
  context: CallContext;
}

/** An edit, a payment or both, heard before their order. */
interface EarlyWord {
  order: KnownOrder['order'] | null;
  version: number | null;
  paid: number | null;
  paymentVersion: number | null;
}

const known = ({ paymentVersion, ...order }: KnownOrder): KnownOrder => ({
  ...order,
  ...(paymentVersion ? { paymentVersion } : {}),
});

/** Orders without a delivery: those that wait for a courier, and those whose cancellation came first. The caller holds the seller's lock. */
@Injectable()
export class PendingOrders {
  constructor(private readonly db: Database) {}

  /** Orders of which something is known already: a delivery, that they wait, that they were called off (`settled`), or an edit or a payment that came first (`early`). */
  async heardOf(orderIds: string[]): Promise<Map<string, 'settled' | 'early'>> {
    const rows = await this.db.rows<{ id: string; heard: 'settled' | 'early' }>(
      `select distinct on (id) id, heard from (
         select id_commande as id, 'settled' as heard from commandes_en_attente where id_commande = any($1::uuid[])
         union all select id_commande, 'settled' from annulations where id_commande = any($1::uuid[])
         union all select id_commande, 'settled' from livraisons where id_commande = any($1::uuid[])
         union all select id_commande, 'early' from modifications_commande where id_commande = any($1::uuid[])) known order by id, heard desc`,
      [orderIds],
    );
    return new Map(rows.map(({ id, heard }) => [id, heard]));
  }

  async isCalledOff(orderId: string): Promise<boolean> {
    return (await this.db.rows('select from annulations where id_commande = $1', [orderId])).length > 0;
  }

  /** The order as it waits, if it does. */
  async waitingFor(sellerId: string, orderId: string): Promise<KnownOrder | undefined> {
    const [row] = await this.db.rows<KnownOrder>(
      `select commande as "order", version_commande as version, nullif(version_paiement, 0) as "paymentVersion" from commandes_en_attente where id_commande = $1 and id_utilisateur = $2`,
      [orderId, sellerId],
    );
    return row && known(row);
  }

  /** The order waits, in the chain of causes it came in; one that waits already does so with the new reason. */
  async wait(sellerId: string, { order, version, paymentVersion = 0 }: KnownOrder, reason: string): Promise<void> {
    await this.db.run(
      `insert into commandes_en_attente (id_commande, id_utilisateur, commande, version_commande, version_paiement, contexte, motif)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id_commande) do update set commande = excluded.commande, version_commande = excluded.version_commande,
         version_paiement = excluded.version_paiement, motif = excluded.motif`,
      [order.orderId, sellerId, JSON.stringify(order), version, paymentVersion, JSON.stringify(currentContext()), reason],
    );
  }

  /** The order that waits was edited, or something was paid of it. */
  async edit({ order, version, paymentVersion = 0 }: KnownOrder): Promise<void> {
    await this.db.run(
      'update commandes_en_attente set commande = $2, version_commande = $3, version_paiement = $4 where id_commande = $1',
      [order.orderId, JSON.stringify(order), version, paymentVersion],
    );
  }

  /** Keeps the newest edit of an order whose confirmation is on its way. */
  async keepEarlyEdit(sellerId: string, { order, version }: KnownOrder): Promise<void> {
    await this.db.run(
      `insert into modifications_commande (id_commande, id_utilisateur, commande, version) values ($1, $2, $3, $4)
       on conflict (id_commande) do update set commande = excluded.commande, version = excluded.version
       where coalesce(modifications_commande.version, 0) < excluded.version`,
      [order.orderId, sellerId, JSON.stringify(order), version],
    );
  }

  /** Keeps what is paid of an order whose confirmation is on its way. */
  async keepEarlyPayment(sellerId: string, orderId: string, paid: number, version: number): Promise<void> {
    await this.db.run(
      `insert into modifications_commande (id_commande, id_utilisateur, paye, version_paiement) values ($1, $2, $3, $4)
       on conflict (id_commande) do update set paye = excluded.paye, version_paiement = excluded.version_paiement
       where coalesce(modifications_commande.version_paiement, 0) < excluded.version_paiement`,
      [orderId, sellerId, paid, version],
    );
  }

  /** The order with what was heard of it before it came, once. */
  async withEarlyWord(confirmed: KnownOrder): Promise<KnownOrder> {
    const early = await this.takeEarlyWord(confirmed.order.orderId);
    const edited =
      early?.order && early.version! > confirmed.version ? { order: early.order, version: early.version! } : confirmed;
    return early?.paymentVersion ? paidSince(edited, early.paid!, early.paymentVersion) : edited;
  }

  private async takeEarlyWord(orderId: string): Promise<EarlyWord | undefined> {
    const [row] = await this.db.rows<EarlyWord>(
      `delete from modifications_commande where id_commande = $1
       returning commande as "order", version, paye::float8 as paid, version_paiement as "paymentVersion"`,
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
       returning json_build_object('order', commande, 'version', version_commande, 'paymentVersion', nullif(version_paiement, 0)) as known,
         contexte as context`,
      [orderId],
    );
    return row && { ...row, known: known(row.known) };
  }

  async served(sellerId: string, orderId: string): Promise<void> {
    await this.db.run('delete from commandes_en_attente where id_commande = $1 and id_utilisateur = $2', [orderId, sellerId]);
  }

  /** Remembers that the order is called off, also when it is not here yet. */
  async callOff(sellerId: string, orderId: string, reason: string): Promise<void> {
    await this.served(sellerId, orderId);
    await this.takeEarlyWord(orderId);
    await this.db.run('insert into annulations (id_commande, id_utilisateur, motif) values ($1, $2, $3) on conflict do nothing', [
      orderId,
      sellerId,
      reason,
    ]);
  }
}
