import { Injectable } from '@nestjs/common';
import {
  type DeliveredCount,
  type DeliveryView,
  type ListDeliveries,
  notFound,
  type OrderDeliveryStatus,
  type Page,
  type QuestionOf,
} from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { STORED_STATUS } from './delivery.entity.js';

const WORD = `case d.statut_livraison ${Object.entries(STORED_STATUS)
  .map(([status, stored]) => `when '${stored}' then '${status}'`)
  .join(' ')} end`;

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const VIEW = `
  json_build_object(
    'id', d.id_livraison, 'orderId', d.id_commande, 'orderNumber', d.reference_commande, 'courierId', d.id_livreur,
    'courierName', l.nom_complet_livreur, 'plannedFor', ${utc('d.date_livraison_prevue')}, 'pickupAddress', d.adresse_recuperation,
    'destination', d.adresse_destination, 'fee', d.frais_livraison, 'amountToCollect', d.montant_commande + d.frais_livraison,
    'status', ${WORD}, 'reason', d.motif_affectation, 'attempts', d.tentatives, 'createdAt', ${utc('d.date_creation')}) as view
  from livraisons d join livreurs l using (id_livreur)`;

/** Deliveries as boards and reports show them: SQL straight into the contract's views. */
@Injectable()
export class DeliveryQueries {
  constructor(private readonly db: Database) {}

  /** @throws DomainError DELIVERY_NOT_FOUND */
  async one(sellerId: string, deliveryId: string): Promise<DeliveryView> {
    const [row] = await this.db.rows<{ view: DeliveryView }>(
      `select ${VIEW} where d.id_utilisateur = $1 and d.id_livraison = $2`,
      [sellerId, deliveryId],
    );
    if (!row) throw notFound('delivery', deliveryId);
    return row.view;
  }

  /** Newest first. */
  async page(sellerId: string, { status, ...paging }: QuestionOf<ListDeliveries>): Promise<Page<DeliveryView>> {
    const { limit, after } = pageRequest(paging);
    const rows = await this.db.rows<{ view: DeliveryView }>(
      `select ${VIEW}
       where d.id_utilisateur = $1 and ($2::uuid is null or d.id_livraison < $2) and ($3::text is null or d.statut_livraison = $3)
       order by d.id_livraison desc limit $4`,
      [sellerId, after ?? null, status ? STORED_STATUS[status] : null, limit + 1],
    );
    return pageOfRows(
      rows,
      limit,
      ({ view }) => view,
      ({ view }) => view.id,
    );
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
  async countDelivered(sellerId: string): Promise<DeliveredCount> {
    const [row] = await this.db.rows<DeliveredCount>(
      `select count(*)::int as delivered from livraisons where id_utilisateur = $1 and statut_livraison = 'livree'`,
      [sellerId],
    );
    return row!;
  }
}
