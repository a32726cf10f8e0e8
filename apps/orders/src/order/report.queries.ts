import { Injectable } from '@nestjs/common';
import type { GetOrderReportLines, OrderReportLine, Page, QuestionOf, SalesTotals } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';

/** The share of orders in the platform's reports; the same figures as the SQL of docs/operations.md, to the franc. */
@Injectable()
export class ReportQueries {
  constructor(private readonly db: Database) {}

  /** Report 1: order lines, newest first, with the product's present name and the status as stored. */
  async lines(sellerId: string, question: QuestionOf<GetOrderReportLines>): Promise<Page<OrderReportLine>> {
    const { limit, after } = pageRequest(question);
    const rows = await this.db.rows<OrderReportLine & { lineId: string }>(
      `select d.id_ligne as "lineId", c.id_commande as "orderId", c.id_prospect as "prospectId", c.numero_commande as "orderNumber",
              p.nom_produit as "productName", d.quantite_commandee as quantity, c.statut_commande as "orderStatus"
       from details_commande d join commandes c using (id_commande) join produits p on p.id_produit = d.id_produit
       where d.id_utilisateur = $1 and ($2::uuid is null or d.id_ligne < $2)
       order by d.id_ligne desc limit $3`,
      [sellerId, after ?? null, limit + 1],
    );
    return pageOfRows(
      rows,
      limit,
      ({ lineId: _, ...line }) => line,
      ({ lineId }) => lineId,
    );
  }

  /** Report 3: how many orders, and the sum of their totals, whatever became of them. */
  async totals(sellerId: string): Promise<SalesTotals> {
    const [totals] = await this.db.rows<SalesTotals>(
      `select count(*)::int as orders, coalesce(sum(montant_total), 0)::float8 as total from commandes where id_utilisateur = $1`,
      [sellerId],
    );
    return totals!;
  }
}
