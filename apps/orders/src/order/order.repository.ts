import { Injectable } from '@nestjs/common';
import { AggregateRepository, currentContext, Outbox } from '#bus';
import { Database } from '#database';
import { Order, STORED_STATUS } from './order.entity.js';

/** Orders with their lines; every step goes to the history with who took it. */
@Injectable()
export class OrderRepository extends AggregateRepository<Order> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Order, 'order', { lines: true });
  }

  override async add(order: Order): Promise<Order> {
    return this.db.asSeller(order.sellerId, async () => this.withHistory(await super.add(order)));
  }

  override async update(
    id: string,
    sellerId: string,
    change: (order: Order) => void | Promise<void>,
    ifVersion?: number,
  ): Promise<Order> {
    return this.db.asSeller(sellerId, async () => this.withHistory(await super.update(id, sellerId, change, ifVersion)));
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

  private async withHistory(order: Order): Promise<Order> {
    for (const { from, to, reason } of order.takeSteps()) {
      await this.db.run(
        `insert into historique_commande (id_commande, id_utilisateur, statut_avant, statut_apres, acteur, motif)
         values ($1, $2, $3, $4, $5, $6)`,
        [order.id, order.sellerId, from && STORED_STATUS[from], STORED_STATUS[to], currentContext().actor, reason ?? null],
      );
    }
    return order;
  }
}
