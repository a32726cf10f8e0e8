import { Injectable } from '@nestjs/common';
import {
  type DeliveryDetailView,
  type DeliveryView,
  type ListDeliveries,
  notFound,
  type Page,
  type QuestionOf,
} from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { Sellers } from '../sellers.js';
import { STORED_STATUS, wordOf } from './delivery-status.js';

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const VIEW = `
  'id', d.id_livraison, 'orderId', d.id_commande, 'orderNumber', d.reference_commande, 'courierId', d.id_livreur,
  'courierName', l.nom_complet_livreur, 'plannedFor', ${utc('d.date_livraison_prevue')}, 'pickupAddress', d.adresse_recuperation,
  'destination', d.adresse_destination, 'fee', d.frais_livraison, 'amountToCollect', greatest(0, d.montant_commande + d.frais_livraison - d.montant_paye),
  'collected', d.montant_encaisse,
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
const SHORT = `json_strip_nulls(json_build_object(${VIEW})) as view ${FROM}`;
const DETAILED = `json_strip_nulls(json_build_object(${VIEW}, 'history', ${HISTORY}, 'failedAttempts', ${FAILED_ATTEMPTS})) as view ${FROM}`;

/** Deliveries as boards and reports show them: SQL straight into the contract's views. */
@Injectable()
export class DeliveryQueries {
  constructor(
    private readonly db: Database,
    private readonly sellers: Sellers,
  ) {}

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

  /** Newest first. `from` and `to` are days of the seller. @throws DomainError SELLER_FACTS_MISSING (unavailable) when a day is asked before his time zone is here */
  async page(
    sellerId: string,
    { status, courierId, orderId, from, to, ...paging }: QuestionOf<ListDeliveries>,
  ): Promise<Page<DeliveryView>> {
    const { limit, after } = pageRequest(paging);
    const wanted = new Conditions();
    wanted.add('d.id_utilisateur = ?', sellerId);
    if (after) wanted.add('d.id_livraison < ?', after);
    if (status) wanted.add('d.statut_livraison = ?', STORED_STATUS[status]);
    if (courierId) wanted.add('d.id_livreur = ?', courierId);
    if (orderId) wanted.add('d.id_commande = ?', orderId);
    if (from || to) {
      const { timeZone } = await this.sellers.get(sellerId);
      if (from) wanted.add('d.date_livraison_prevue >= ?::date::timestamp at time zone ?', from, timeZone);
      if (to) wanted.add('d.date_livraison_prevue < (?::date + 1)::timestamp at time zone ?', to, timeZone);
    }
    const rows = await this.db.rows<{ view: DeliveryView }>(
      `select ${SHORT} where ${wanted.sql} order by d.id_livraison desc limit ${limit + 1}`,
      wanted.values,
    );
    return pageOfRows(
      rows,
      limit,
      ({ view }) => view,
      ({ view }) => view.id,
    );
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

/** Conditions that are asked for, each with its values: the planner sees those alone and takes the index that fits. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  add(condition: string, ...values: unknown[]): void {
    let next = this.values.length;
    this.parts.push(condition.replaceAll('?', () => `$${(next += 1)}`));
    this.values.push(...values);
  }

  get sql(): string {
    return this.parts.join(' and ');
  }
}
