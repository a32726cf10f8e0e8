import { Injectable } from '@nestjs/common';
import type { EventMeta, OrderStatus } from '#contracts';
import { Database } from '#database';

/** Statuses as stored (and as the assistant reads them to the customer). */
export const STORED_ORDER_STATUS: Record<OrderStatus, string> = {
  confirmed: 'confirmee',
  preparing: 'en_preparation',
  ready: 'prete',
  'out-for-delivery': 'en_livraison',
  delivered: 'livree',
  cancelled: 'annulee',
  returned: 'retournee',
  'delivery-failed': 'echec_livraison',
};

export interface KnownOrder {
  orderId: string;
  orderNumber: string;
  prospectId: string;
}

/** How far each order got, for the customer who asks. */
@Injectable()
export class OrderCopy {
  constructor(private readonly db: Database) {}

  /** Keeps the status unless something newer is known. @returns the status known now, as stored */
  async keep(order: KnownOrder, status: OrderStatus, { sellerId, version }: EventMeta): Promise<string> {
    await this.db.run(
      `insert into commandes_copie as t (id_commande, id_utilisateur, id_prospect, numero_commande, statut_commande, version) values ($1, $2, $3, $4, $5, $6)
       on conflict (id_commande) do update set statut_commande = excluded.statut_commande, version = excluded.version where t.version < excluded.version`,
      [order.orderId, sellerId, order.prospectId, order.orderNumber, STORED_ORDER_STATUS[status], version],
    );
    const [row] = await this.db.rows<{ statut_commande: string }>(
      'select statut_commande from commandes_copie where id_commande = $1',
      [order.orderId],
    );
    return row!.statut_commande;
  }

  /** A plan may come before its order: the row begins at version 0, which any fact of the order overwrites. */
  async keepPlan(order: KnownOrder, plannedFor: string, { sellerId, version }: EventMeta): Promise<void> {
    await this.db.run(
      `insert into commandes_copie as t (id_commande, id_utilisateur, id_prospect, numero_commande, statut_commande, version, livraison_prevue, version_livraison)
       values ($1, $2, $3, $4, 'confirmee', 0, $5, $6)
       on conflict (id_commande) do update set livraison_prevue = excluded.livraison_prevue, version_livraison = excluded.version_livraison
         where t.version_livraison < excluded.version_livraison`,
      [order.orderId, sellerId, order.prospectId, order.orderNumber, plannedFor, version],
    );
  }
}
