import { Injectable } from '@nestjs/common';
import type { DeliveredCount, DeliveryCounts, DeliveryStatusCount, OrderDeliveryStatus } from '#contracts';
import { Database } from '#database';
import { wordOf } from './delivery-status.js';

/** What the dashboard and the reports count. */
@Injectable()
export class DeliveryCounters {
  constructor(private readonly db: Database) {}

  /** How many deliveries are how far (statuses that none has are left out), and how many orders wait for a courier. */
  async counts(sellerId: string): Promise<DeliveryCounts> {
    const byStatus = await this.db.rows<DeliveryStatusCount>(
      `select ${wordOf('statut_livraison')} as status, count(*)::int as count from livraisons
       where id_utilisateur = $1 group by statut_livraison order by statut_livraison`,
      [sellerId],
    );
    const [waiting] = await this.db.rows<{ unassigned: number }>(
      'select count(*)::int as unassigned from commandes_en_attente where id_utilisateur = $1',
      [sellerId],
    );
    return { byStatus, unassigned: waiting!.unassigned };
  }

  /** Report 1: the status, as stored, of each order that has a delivery. */
  statusesOf(sellerId: string, orderIds: string[]): Promise<OrderDeliveryStatus[]> {
    return this.db.rows<OrderDeliveryStatus>(
      `select id_commande as "orderId", statut_livraison as "deliveryStatus" from livraisons
       where id_utilisateur = $1 and id_commande = any($2::uuid[])`,
      [sellerId, orderIds],
    );
  }

  /** Report 3: deliveries done. */
  async delivered(sellerId: string): Promise<DeliveredCount> {
    const [row] = await this.db.rows<DeliveredCount>(
      `select count(*)::int as delivered from livraisons where id_utilisateur = $1 and statut_livraison = 'livree'`,
      [sellerId],
    );
    return row!;
  }
}
