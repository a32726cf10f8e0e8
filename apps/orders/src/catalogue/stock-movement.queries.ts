import { Injectable } from '@nestjs/common';
import { type ListStockMovements, notFound, type Page, type QuestionOf, type StockMovementView } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { STORED_CAUSE } from './stock-ledger.js';

const CAUSE = `case m.nature when 'initial' then 'initial' ${Object.entries(STORED_CAUSE)
  .map(([cause, stored]) => `when '${stored}' then '${cause}'`)
  .join(' ')} end`;

/** The stock's book as the seller reads it. */
@Injectable()
export class StockMovementQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. @throws DomainError PRODUCT_NOT_FOUND */
  async page(
    sellerId: string,
    { productId, variantId, ...paging }: QuestionOf<ListStockMovements>,
  ): Promise<Page<StockMovementView>> {
    const { limit, after } = pageRequest(paging);
    const known = await this.db.rows(
      'select from produits where id_utilisateur = $1 and id_produit = $2 and date_archivage is null',
      [sellerId, productId],
    );
    if (known.length === 0) throw notFound('product', productId);
    const rows = await this.db.rows<{ view: StockMovementView }>(
      `select json_strip_nulls(json_build_object('id', m.id_entree, 'variantId', m.id_variante, 'cause', ${CAUSE}, 'change', m.variation_stock,
                'reservedChange', m.variation_reserve, 'reason', m.motif, 'orderId', m.id_commande, 'actor', m.acteur,
                'at', to_char(m.date_creation at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) as view
       from mouvements_stock m
       where m.id_utilisateur = $1 and m.id_produit = $2 and ($3::uuid is null or m.id_variante = $3) and ($4::uuid is null or m.id_entree < $4)
       order by m.id_entree desc limit $5`,
      [sellerId, productId, variantId ?? null, after ?? null, limit + 1],
    );
    return pageOfRows(
      rows,
      limit,
      ({ view }) => view,
      ({ view }) => view.id,
    );
  }
}
