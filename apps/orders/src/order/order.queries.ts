import { Injectable } from '@nestjs/common';
import {
  type ListOrders,
  notFound,
  type OrderCounts,
  type OrderDetailView,
  ORDER_STATUSES,
  type OrderView,
  type Page,
  type QuestionOf,
} from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { RUNS_OUT } from '../catalogue/product.queries.js';
import { Sellers } from '../sellers.js';
import { STORED_METHOD } from '../payment/payment-methods.js';
import { STORED_STATUS } from './order-status.js';
import { FEE, OWED } from './owed.js';
import { searchFor } from './search-text.js';

/** SQL that reads a stored value as the contract's word. */
const wordOf = (column: string, words: Record<string, string>) =>
  `case ${column} ${Object.entries(words)
    .map(([said, stored]) => `when '${stored}' then '${said}'`)
    .join(' ')} end`;
const word = (column: string) => wordOf(column, STORED_STATUS);

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What was sent back to the customer. */
const REFUNDED = `(select sum(b.montant)::bigint from remboursements b where b.id_commande = c.id_commande and b.date_annulation is null)`;

const VIEW = `
  json_strip_nulls(json_build_object(
    'id', c.id_commande, 'number', c.numero_commande, 'prospectId', c.id_prospect, 'conversationId', c.id_conversation,
    'customerName', c.nom_client, 'customerPhone', nullif(c.telephone_client, ''),
    'lines', (
      select json_agg(json_build_object(
        'productId', d.id_produit, 'variantId', d.id_variante, 'size', d.taille, 'color', d.couleur, 'quantity', d.quantite_commandee,
        'productName', d.designation, 'unitPrice', d.prix_unitaire, 'lineTotal', d.prix_total_ligne) order by d.id_ligne)
      from details_commande d where d.id_commande = c.id_commande),
    'total', c.montant_total, 'deliveryFee', ${FEE}, 'paid', c.montant_paye, 'amountToCollect', greatest(0, ${OWED} - c.montant_paye),
    'toRefund', nullif(greatest(0, c.montant_paye - ${OWED}), 0), 'refunded', ${REFUNDED}, 'exchangeOf', c.id_commande_echangee, 'deliveryAddress', c.adresse_livraison, 'deliveryPhone', nullif(c.telephone_livraison, ''),
    'status', ${word('c.statut_commande')}, 'createdAt', ${utc('c.date_creation')}, 'version', c.version`;

const PAYMENTS = `(
  select coalesce(json_agg(json_build_object('id', p.id_paiement, 'method', ${wordOf('p.mode_paiement', STORED_METHOD)}, 'amount', p.montant,
    'reference', p.reference_operateur, 'deliveryId', p.id_livraison, 'actor', p.acteur, 'at', ${utc('p.date_creation')}, 'voidedAt', ${utc('p.date_annulation')},
    'voidReason', p.motif_annulation) order by p.id_paiement), '[]')
  from paiements p where p.id_commande = c.id_commande)`;

const REFUNDS = `(
  select coalesce(json_agg(json_build_object('id', b.id_remboursement, 'method', ${wordOf('b.mode_paiement', STORED_METHOD)}, 'amount', b.montant,
    'reference', b.reference_operateur, 'note', b.note, 'actor', b.acteur, 'at', ${utc('b.date_creation')}, 'voidedAt', ${utc('b.date_annulation')},
    'voidReason', b.motif_annulation) order by b.id_remboursement), '[]')
  from remboursements b where b.id_commande = c.id_commande)`;

const HISTORY = `(
  select json_agg(json_build_object('from', coalesce(${word('h.statut_avant')}, 'none'), 'to', ${word('h.statut_apres')},
    'actor', h.acteur, 'reason', h.motif, 'at', ${utc('h.date_creation')}) order by h.id_etape)
  from historique_commande h where h.id_commande = c.id_commande)`;

/** Orders as the seller's screens show them: SQL straight into the contract's views. */
@Injectable()
export class OrderQueries {
  constructor(
    private readonly db: Database,
    private readonly sellers: Sellers,
  ) {}

  /** @throws DomainError ORDER_NOT_FOUND */
  one(sellerId: string, orderId: string): Promise<OrderView> {
    return this.find(sellerId, orderId, `${VIEW}))`);
  }

  /** With its money and its history. @throws DomainError ORDER_NOT_FOUND */
  withHistory(sellerId: string, orderId: string): Promise<OrderDetailView> {
    return this.find(sellerId, orderId, `${VIEW}, 'payments', ${PAYMENTS}, 'refunds', ${REFUNDS}, 'history', ${HISTORY}))`);
  }

  /**
   * Newest first. `search` finds part of a number, a name or a telephone, whatever its accents, capitals and spaces; days are the seller's own.
   * The ids are chosen first, from `commandes_du_vendeur` alone, which holds the searched text: row-level security keeps LIKE from any index made for it.
   */
  async page(
    sellerId: string,
    { status, prospectId, conversationId, search = '', from, to, ...paging }: QuestionOf<ListOrders>,
  ): Promise<Page<OrderView>> {
    const { limit, after } = pageRequest(paging);
    const { words, digits } = searchFor(search);
    const rows = await this.db.rows<{ view: OrderView }>(
      `select ${VIEW})) as view from commandes c where c.id_commande in (
         select o.id_commande from commandes o
         where o.id_utilisateur = $1 and ($2::uuid is null or o.id_commande < $2) and ($3::text is null or o.statut_commande = $3)
           and ($4::uuid is null or o.id_prospect = $4) and ($5::uuid is null or o.id_conversation = $5)
           and ($6 = '' or o.texte_recherche like '%' || $6 || '%' or o.texte_recherche like '%' || $7 || '%')
           and ($8::date is null or o.date_creation >= $8::date::timestamp at time zone $10)
           and ($9::date is null or o.date_creation < ($9::date + 1)::timestamp at time zone $10)
         order by o.id_commande desc limit $11)
       order by c.id_commande desc`,
      [
        sellerId,
        after ?? null,
        status ? STORED_STATUS[status] : null,
        prospectId ?? null,
        conversationId ?? null,
        words,
        digits ?? null,
        from ?? null,
        to ?? null,
        from || to ? await this.sellers.timeZone(sellerId) : null,
        limit + 1,
      ],
    );
    return pageOfRows(
      rows,
      limit,
      ({ view }) => view,
      ({ view }) => view.id,
    );
  }

  /** What an order board shows above its columns, every status named. */
  async counts(sellerId: string): Promise<OrderCounts> {
    const [row] = await this.db.rows<{ stored: Record<string, number>; low: number }>(
      `select
         (select coalesce(json_object_agg(statut_commande, n), '{}') from (
            select statut_commande, count(*) as n from commandes where id_utilisateur = $1 group by 1) s) as stored,
         (select count(*)::int from produits p where p.id_utilisateur = $1 and p.date_archivage is null and ${RUNS_OUT}) as low`,
      [sellerId],
    );
    const { stored, low } = row!;
    return {
      byStatus: ORDER_STATUSES.map((status) => ({ status, count: stored[STORED_STATUS[status]] ?? 0 })),
      lowProducts: low,
    };
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
