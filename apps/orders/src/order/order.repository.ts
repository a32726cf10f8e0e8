import { Injectable } from '@nestjs/common';
import { AggregateRepository, currentContext, Outbox, type Snapshot } from '#bus';
import { Database } from '#database';
import { Order, STORED_STATUS } from './order.entity.js';
import { alteration, chronicle, insertion, type Statement } from './order-rows.js';

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

  /** One statement for an order and its history; the mapper is left what it is good at, lines that come and go. */
  protected override async store(order: Order, before?: Snapshot): Promise<void> {
    const [steps, { actor }] = [order.takeSteps(), currentContext()];
    if (!before) return this.write(insertion(this.db.tx, order, steps, actor));
    if (!order.hasOtherLines) return this.write(alteration(this.db.tx, order, steps, actor));
    await super.store(order, before);
    await this.write(chronicle(order, steps, actor));
  }

  private async write({ sql, parameters }: Statement): Promise<void> {
    await this.db.run(sql, parameters);
  }
}
