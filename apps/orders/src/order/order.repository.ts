import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { notFound } from '#contracts';
import { AggregateRepository, type CallContext, currentContext, inContext, Outbox, type Snapshot } from '#bus';
import { Database } from '#database';
import { STORED_STATUS } from './order-status.js';
import { Order } from './order.entity.js';
import { alteration, chronicle, insertion, type Statement, type StepRow, stepsOf } from './order-rows.js';

/** A change of an order, and what led to it. */
export interface OrderChange {
  orderId: string;
  sellerId: string;
  chain: CallContext;
}

/** Orders with their lines; every step goes to the history with who took it. */
@Injectable()
export class OrderRepository extends AggregateRepository<Order> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Order, 'order', { lines: true });
  }

  /** Whether this seller has the order. */
  async has(id: string, sellerId: string): Promise<boolean> {
    return this.db.tx.getRepository(Order).existsBy({ id, sellerId });
  }

  /** Ids of what is only written down for a prospect. */
  async draftsOf(sellerId: string, prospectId: string): Promise<string[]> {
    const drafts = await this.db.rows<{ id: string }>(
      'select id_commande as id from commandes where id_utilisateur = $1 and id_prospect = $2 and statut_commande = $3 order by 1',
      [sellerId, prospectId, STORED_STATUS.draft],
    );
    return drafts.map(({ id }) => id);
  }

  /** As many statements for two hundred new orders as for one. */
  override async addAll(orders: readonly Order[], chain: (order: Order) => CallContext = currentContext): Promise<void> {
    if (orders.length === 0) return;
    const steps = orders.flatMap((order) => stepsOf(order, chain(order).actor));
    await this.write(insertion(this.db.tx, orders, steps));
    for (const order of orders) await inContext(chain(order), () => this.outbox.add(order.takeFacts()));
  }

  /**
   * Locks orders in the order of their ids, by id, in an open transaction that holds the sellers' locks. Their lines are read with them: nobody who shares a seller's lock changes lines, so
   * only the orders' own rows have to be waited for.
   * @throws DomainError ORDER_NOT_FOUND when one is not there or not his
   */
  async lockAll(wanted: readonly OrderChange[]): Promise<Map<string, Order>> {
    // Any and not In: one and the same statement, which PostgreSQL keeps ready, for one order or two hundred.
    const found = await this.db.tx.getRepository(Order).find({
      where: { id: Any([...new Set(wanted.map(({ orderId }) => orderId))]) },
      relations: { lines: true },
      order: { id: 'asc' },
      lock: { mode: 'pessimistic_write', tables: ['commandes'] },
    });
    const orders = new Map(found.map((order) => [order.id, order]));
    const missing = wanted.find(({ orderId, sellerId }) => orders.get(orderId)?.sellerId !== sellerId);
    if (missing) throw notFound('order', missing.orderId);
    return orders;
  }

  /**
   * Applies a rule to locked orders, once for each of `changes`, one after the other and in its own chain, and saves them with their histories and events: as many statements for two
   * hundred as for one. An order may be changed several times; its version grows each time, its lines stay.
   * @returns the orders that took a step
   */
  async updateAll<C extends OrderChange>(
    locked: ReadonlyMap<string, Order>,
    changes: readonly C[],
    rule: (order: Order, change: C) => Promise<void>,
  ): Promise<Order[]> {
    const steps: StepRow[] = [];
    for (const change of changes)
      await inContext(change.chain, async () => {
        const order = locked.get(change.orderId)!;
        await rule(order, change);
        order.version += 1;
        steps.push(...stepsOf(order, change.chain.actor));
        await this.outbox.add(order.takeFacts());
      });
    const orders = [...locked.values()];
    await this.write(alteration(this.db.tx, orders, steps));
    const stepped = new Set(steps.map((step) => step.id_commande));
    return orders.filter(({ id }) => stepped.has(id));
  }

  /** One statement for an order and its history; the mapper is left what it is good at, lines that come and go. */
  protected override async store(order: Order, before?: Snapshot): Promise<void> {
    const steps = stepsOf(order, currentContext().actor);
    if (!before) return this.write(insertion(this.db.tx, [order], steps));
    if (!order.hasOtherLines) return this.write(alteration(this.db.tx, [order], steps));
    await super.store(order, before);
    await this.write(chronicle(steps));
  }

  private async write({ sql, parameters }: Statement): Promise<void> {
    await this.db.run(sql, parameters);
  }
}
