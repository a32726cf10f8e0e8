import { Injectable } from '@nestjs/common';
import { AggregateRepository, type CallContext, currentContext, Outbox } from '#bus';
import { Database, jsonRows } from '#database';
import { Customers } from './customers.js';
import { STORED_STATUS } from './delivery-status.js';
import { Delivery } from './delivery.entity.js';

/** Deliveries with their couriers; every step goes to the history with who took it, and one that ends forgets a customer who asked for it. */
@Injectable()
export class DeliveryRepository extends AggregateRepository<Delivery> {
  constructor(
    db: Database,
    outbox: Outbox,
    private readonly customers: Customers,
  ) {
    super(db, outbox, Delivery, 'delivery', { courier: true });
  }

  override async add(delivery: Delivery): Promise<Delivery> {
    return this.db.asSeller(delivery.sellerId, async () => this.withHistory(await super.add(delivery)));
  }

  override async addAll(
    deliveries: readonly Delivery[],
    chain: (delivery: Delivery) => CallContext = currentContext,
  ): Promise<void> {
    await super.addAll(deliveries, chain);
    await this.chronicle(deliveries.flatMap((delivery) => stepsOf(delivery, chain(delivery).actor)));
  }

  override async update(
    id: string,
    sellerId: string,
    change: (delivery: Delivery) => void | Promise<void>,
    ifVersion?: number,
  ): Promise<Delivery> {
    const changeAndForget = async (delivery: Delivery) => {
      await change(delivery);
      if (delivery.hasEnded && (await this.customers.isForgotten(sellerId, delivery.prospectId))) delivery.forgetCustomer();
    };
    return this.db.asSeller(sellerId, async () => this.withHistory(await super.update(id, sellerId, changeAndForget, ifVersion)));
  }

  /** The order's delivery, where it has one. */
  async ofOrder(orderId: string, sellerId: string): Promise<Delivery | null> {
    return this.db.tx.getRepository(Delivery).findOne({ where: { orderId, sellerId }, relations: { courier: true } });
  }

  /**
   * The delivery a courier speaks of: the one he names if it is his, else the first of those he has to do. He is known by his telephone alone and may work
   * for several sellers, so this looks across them. The delivery is locked: what he says next is judged by what this leaves.
   * @param phone E.164
   */
  async meantByCourier(phone: string, named: string | undefined): Promise<Delivery | null> {
    const [row] = await this.db.rows<{ id: string }>(
      `select d.id_livraison as id from livraisons d join livreurs l using (id_livreur)
       where l.numero_telephone_livreur = $1 and case when $2::uuid is null then d.statut_livraison = any($3) else d.id_livraison = $2 end
       order by d.date_livraison_prevue, d.id_livraison limit 1 for update of d`,
      [phone, named ?? null, [STORED_STATUS.planned, STORED_STATUS['picked-up']]],
    );
    return row ? this.db.tx.getRepository(Delivery).findOneOrFail({ where: { id: row.id }, relations: { courier: true } }) : null;
  }

  /** The delivery that a courier names and does not have any more. @param phone E.164 */
  async formerlyOf(
    phone: string,
    deliveryId: string,
  ): Promise<{ sellerId: string; courierId: string; courier: string } | undefined> {
    const [row] = await this.db.rows<{ sellerId: string; courierId: string; courier: string }>(
      `select h.id_utilisateur as "sellerId", h.id_livreur as "courierId", h.livreur as courier
       from historique_livraison h join livreurs l using (id_livreur)
       where h.id_livraison = $1 and l.numero_telephone_livreur = $2 order by h.id_etape desc limit 1`,
      [deliveryId, phone],
    );
    return row;
  }

  private async withHistory(delivery: Delivery): Promise<Delivery> {
    await this.chronicle(stepsOf(delivery, currentContext().actor));
    return delivery;
  }

  private async chronicle(steps: object[]): Promise<void> {
    if (steps.length === 0) return;
    await this.db.run(
      `insert into historique_livraison (id_livraison, id_utilisateur, statut_avant, statut_apres, id_livreur, livreur, acteur, motif, encaisse)
       select id_livraison, id_utilisateur, statut_avant, statut_apres, id_livreur, livreur, acteur, motif, encaisse
       from json_populate_recordset(null::historique_livraison, $1)`,
      [jsonRows(steps)],
    );
  }
}

/** Rows of the history. */
const stepsOf = (delivery: Delivery, actor: string): object[] =>
  delivery.takeSteps().map(({ from, to, courier, reason, collected }) => ({
    id_livraison: delivery.id,
    id_utilisateur: delivery.sellerId,
    statut_avant: from && STORED_STATUS[from],
    statut_apres: STORED_STATUS[to],
    id_livreur: courier.id,
    livreur: courier.fullName,
    acteur: actor,
    motif: reason ?? null,
    encaisse: collected ?? null,
  }));
