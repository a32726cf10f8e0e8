import { Injectable } from '@nestjs/common';
import {
  type DeliveredCount,
  type DeliveryDetailView,
  type DeliveryView,
  type ListDeliveries,
  notFound,
  type OrderDeliveryStatus,
  type Page,
  type QuestionOf,
} from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { STORED_STATUS, wordOf } from './delivery-status.js';

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const VIEW = `
  'id', d.id_livraison, 'orderId', d.id_commande, 'orderNumber', d.reference_commande, 'courierId', d.id_livreur,
  'courierName', l.nom_complet_livreur, 'plannedFor', ${utc('d.date_livraison_prevue')}, 'pickupAddress', d.adresse_recuperation,
  'destination', d.adresse_destination, 'fee', d.frais_livraison, 'amountToCollect', d.montant_commande + d.frais_livraison,
  'status', ${wordOf('d.statut_livraison')}, 'reason', d.motif_affectation, 'attempts', d.tentatives, 'version', d.version,
  'createdAt', ${utc('d.date_creation')}`;

const HISTORY = `(
  select coalesce(json_agg(json_strip_nulls(json_build_object('from', coalesce(${wordOf('h.statut_avant')}, 'none'),
    'to', ${wordOf('h.statut_apres')}, 'courierName', h.livreur, 'actor', h.acteur, 'reason', h.motif, 'collected', h.encaisse,
    'at', ${utc('h.date_creation')})) order by h.id_etape), '[]')
  from historique_livraison h where h.id_livraison = d.id_livraison)`;

const FAILED_ATTEMPTS = `(
  select coalesce(json_agg(json_build_object('number', t.numero, 'failure', t.motif, 'actor', t.acteur,
    'at', ${utc('t.date_creation')}) order by t.numero), '[]')
  from tentatives_livraison t where t.id_livraison = d.id_livraison)`;

const FROM = 'from livraisons d join livreurs l using (id_livreur)';
const SHORT = `json_build_object(${VIEW}) as view ${FROM}`;
const DETAILED = `json_build_object(${VIEW}, 'history', ${HISTORY}, 'failedAttempts', ${FAILED_ATTEMPTS}) as view ${FROM}`;

/** Deliveries as boards and reports show them: SQL straight into the contract's views. */
@Injectable()
export class DeliveryQueries {
  constructor(private readonly db: Database) {}

  /** @throws DomainError DELIVERY_NOT_FOUND */
  async one(sellerId: string, deliveryId: string): Promise<DeliveryView> {
    return this.found(deliveryId, SHORT, sellerId);
  }

  /** @throws DomainError DELIVERY_NOT_FOUND */
  async withHistory(sellerId: string, deliveryId: string): Promise<DeliveryDetailView> {
    return this.found(deliveryId, DETAILED, sellerId);
  }

  /** The delivery of an order, or none. */
  async ofOrder(sellerId: string, orderId: string): Promise<DeliveryDetailView[]> {
    const rows = await this.db.rows<{ view: DeliveryDetailView }>(
      `select ${DETAILED} where d.id_utilisateur = $1 and d.id_commande = $2`,
      [sellerId, orderId],
    );
    return rows.map(({ view }) => view);
  }

  /** Newest first. */
  async page(sellerId: string, { status, ...paging }: QuestionOf<ListDeliveries>): Promise<Page<DeliveryView>> {
    const { limit, after } = pageRequest(paging);
    const rows = await this.db.rows<{ view: DeliveryView }>(
      `select ${SHORT}
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

  private async found<T extends DeliveryView>(deliveryId: string, select: string, sellerId: string): Promise<T> {
    const [row] = await this.db.rows<{ view: T }>(`select ${select} where d.id_utilisateur = $1 and d.id_livraison = $2`, [
      sellerId,
      deliveryId,
    ]);
    if (!row) throw notFound('delivery', deliveryId);
    return row.view;
  }
}
