import { Injectable } from '@nestjs/common';
import { type ListOrders, notFound, type OrderDetailView, type OrderView, type Page, type QuestionOf } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { STORED_STATUS } from './order.entity.js';

/** SQL that reads a stored status as the contract's word. */
const word = (column: string) =>
  `case ${column} ${Object.entries(STORED_STATUS)
    .map(([status, stored]) => `when '${stored}' then '${status}'`)
    .join(' ')} end`;

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const VIEW = `
  json_strip_nulls(json_build_object(
    'id', c.id_commande, 'number', c.numero_commande, 'prospectId', c.id_prospect, 'conversationId', c.id_conversation,
    'customerName', c.nom_client, 'customerPhone', c.telephone_client,
    'lines', (
      select json_agg(json_build_object(
        'productId', d.id_produit, 'variantId', d.id_variante, 'size', d.taille, 'color', d.couleur, 'quantity', d.quantite_commandee,
        'productName', d.designation, 'unitPrice', d.prix_unitaire, 'lineTotal', d.prix_total_ligne) order by d.id_ligne)
      from details_commande d where d.id_commande = c.id_commande),
    'total', c.montant_total, 'deliveryAddress', c.adresse_livraison, 'deliveryPhone', c.telephone_livraison,
    'status', ${word('c.statut_commande')}, 'createdAt', ${utc('c.date_creation')}`;

const HISTORY = `(
  select json_agg(json_build_object('from', coalesce(${word('h.statut_avant')}, 'none'), 'to', ${word('h.statut_apres')},
    'actor', h.acteur, 'reason', h.motif, 'at', ${utc('h.date_creation')}) order by h.id_etape)
  from historique_commande h where h.id_commande = c.id_commande)`;

/** Orders as the seller's screens show them: SQL straight into the contract's views. */
@Injectable()
export class OrderQueries {
  constructor(private readonly db: Database) {}

  /** @throws DomainError ORDER_NOT_FOUND */
  one(sellerId: string, orderId: string): Promise<OrderView> {
    return this.find(sellerId, orderId, `${VIEW}))`);
  }

  /** @throws DomainError ORDER_NOT_FOUND */
  withHistory(sellerId: string, orderId: string): Promise<OrderDetailView> {
    return this.find(sellerId, orderId, `${VIEW}, 'history', ${HISTORY}))`);
  }

  /** Newest first. */
  async page(sellerId: string, { status, ...paging }: QuestionOf<ListOrders>): Promise<Page<OrderView>> {
    const { limit, after } = pageRequest(paging);
    const rows = await this.db.rows<{ view: OrderView }>(
      `select ${VIEW})) as view from commandes c
       where c.id_utilisateur = $1 and ($2::uuid is null or c.id_commande < $2) and ($3::text is null or c.statut_commande = $3)
       order by c.id_commande desc limit $4`,
      [sellerId, after ?? null, status ? STORED_STATUS[status] : null, limit + 1],
    );
    return pageOfRows(
      rows,
      limit,
      ({ view }) => view,
      ({ view }) => view.id,
    );
  }

  private async find<V extends OrderView>(sellerId: string, orderId: string, view: string): Promise<V> {
    const [row] = await this.db.rows<{ view: V }>(
      `select ${view} as view from commandes c where c.id_utilisateur = $1 and c.id_commande = $2`,
      [sellerId, orderId],
    );
    if (!row) throw notFound('order', orderId);
    return row.view;
  }
}
