import { Injectable } from '@nestjs/common';
import type { EventMeta, OrderStatus } from '#contracts';
import { Database } from '#database';
import { NameLocks } from '../inbound/locks.js';

/** Statuses as stored (and as the assistant reads them to the customer). */
export const STORED_ORDER_STATUS: Record<OrderStatus, string> = {
  draft: 'brouillon',
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
  /** The agreement it came from, where the event tells. */
  agreementId?: string;
}

/** SQL: the prospect an order names, or the one he is part of by now. */
const WHO = 'coalesce((select f.id_prospect from prospects_fusionnes f where f.id_fusionne = $3 and f.id_utilisateur = $2), $3)';

/** How far each order got, for the customer who asks. */
@Injectable()
export class OrderCopy {
  constructor(
    private readonly db: Database,
    private readonly locks: NameLocks,
  ) {}

  /** Keeps the status unless something newer is known. @returns the status known now, as stored */
  async keep(order: KnownOrder, status: OrderStatus, { sellerId, version }: EventMeta): Promise<string> {
    await this.locks.share([sellerId!]);
    await this.db.run(
      `insert into commandes_copie as t (id_commande, id_utilisateur, id_prospect, numero_commande, statut_commande, version) values ($1, $2, ${WHO}, $4, $5, $6)
       on conflict (id_commande) do update set statut_commande = excluded.statut_commande, version = excluded.version where t.version < excluded.version`,
      [order.orderId, sellerId, order.prospectId, order.orderNumber, STORED_ORDER_STATUS[status], version],
    );
    if (order.agreementId)
      await this.db.run('update commandes_copie set id_accord = $2 where id_commande = $1 and id_accord is null', [
        order.orderId,
        order.agreementId,
      ]);
    const [row] = await this.db.rows<{ statut_commande: string }>(
      'select statut_commande from commandes_copie where id_commande = $1',
      [order.orderId],
    );
    return row!.statut_commande;
  }

  /** A plan may come before its order: the row begins at version 0, which any fact of the order overwrites. */
  async keepPlan(order: KnownOrder, plannedFor: string, { sellerId, version }: EventMeta): Promise<void> {
    await this.locks.share([sellerId!]);
    await this.db.run(
      `insert into commandes_copie as t (id_commande, id_utilisateur, id_prospect, numero_commande, statut_commande, version, livraison_prevue, version_livraison)
       values ($1, $2, ${WHO}, $4, 'confirmee', 0, $5, $6)
       on conflict (id_commande) do update set livraison_prevue = excluded.livraison_prevue, version_livraison = excluded.version_livraison
         where t.version_livraison < excluded.version_livraison`,
      [order.orderId, sellerId, order.prospectId, order.orderNumber, plannedFor, version],
    );
  }

  /** An edit tells nothing of how far the order is, so it must not outrank a status that comes late; but from it, too, the order is known. */
  async keepEdited(order: KnownOrder, { sellerId }: EventMeta): Promise<void> {
    await this.locks.share([sellerId!]);
    await this.db.run(
      `insert into commandes_copie (id_commande, id_utilisateur, id_prospect, numero_commande, statut_commande, version) values ($1, $2, ${WHO}, $4, 'confirmee', 0)
       on conflict (id_commande) do nothing`,
      [order.orderId, sellerId, order.prospectId, order.orderNumber],
    );
  }
}
