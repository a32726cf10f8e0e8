import { Injectable } from '@nestjs/common';
import type { StockChangedV1 } from '#contracts';
import { currentContext } from '#bus';
import { Database } from '#database';
import type { Product } from './product.entity.js';

export type StockCause = StockChangedV1['cause'];

/** A change of one stock: units that come (or go, negative) and units that become reserved (or free, negative). */
export interface StockChange {
  productId: string;
  variantId?: string;
  stock: number;
  reserved: number;
}

/** Why a stock changed, and for which order. */
export interface StockOccasion {
  cause: StockCause;
  orderId?: string;
  reason?: string;
}

/** Causes as `nature` stores them. */
export const STORED_CAUSE: Record<StockCause, string> = {
  reserved: 'reservation',
  released: 'liberation',
  consumed: 'consommation',
  returned: 'retour',
  adjusted: 'ajustement',
};

/** A UUIDv7 to the microsecond by the database's clock: entries of one product sort by it as they were booked, whichever replica booked them. */
const NEW_ENTRY = `(
  (select lpad(to_hex(us / 1000), 12, '0') || '7' || lpad(to_hex(us % 1000 * 4096 / 1000), 3, '0')
   from (select trunc(extract(epoch from clock_timestamp()) * 1000000)::bigint as us) clock)
  || right(replace(gen_random_uuid()::text, '-', ''), 16))::uuid`;

/**
 * The stocks and the book that explains every unit of them: at any time, a product's stock is the sum of its entries.
 * One statement locks, checks, changes and books, so nothing can be changed and not booked.
 */
@Injectable()
export class StockLedger {
  constructor(private readonly db: Database) {}

  /** Books what new products begin with. */
  async open(products: Product[]): Promise<void> {
    const stocks = products.flatMap(({ id: productId, sellerId, stock, variants }) => {
      const counted: { id: string | null; stock: number }[] = variants.length > 0 ? variants : [{ id: null, stock }];
      return counted.map((one) => ({ sellerId, productId, variantId: one.id, stock: one.stock }));
    });
    await this.db.run(
      `insert into mouvements_stock (id_entree, id_utilisateur, id_produit, id_variante, nature, variation_stock, variation_reserve, acteur)
       select ${NEW_ENTRY}, u, p, v, 'initial', s, 0, $1 from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) t(u, p, v, s)`,
      [
        currentContext().actor,
        stocks.map(({ sellerId }) => sellerId),
        stocks.map(({ productId }) => productId),
        stocks.map(({ variantId }) => variantId),
        stocks.map(({ stock }) => stock),
      ],
    );
  }

  /** Whether the order's goods were ever booked as sold. */
  async wasConsumed(sellerId: string, orderId: string): Promise<boolean> {
    const entries = await this.db.rows(
      `select from mouvements_stock where id_utilisateur = $1 and id_commande = $2 and nature = '${STORED_CAUSE.consumed}' limit 1`,
      [sellerId, orderId],
    );
    return entries.length > 0;
  }

  /**
   * Applies the changes, all or none: each stock must keep 0 ≤ reserved ≤ stock. Rows are locked products first, then variants, each sorted by id.
   * A change to a variant is a change to its product's sum as well.
   * @returns false when one of them does not fit; nothing has changed then
   */
  async apply(sellerId: string, changes: StockChange[], occasion: StockOccasion): Promise<boolean> {
    const booked = await this.db.run(APPLY, [
      sellerId,
      changes.map(({ productId }) => productId),
      changes.map(({ variantId }) => variantId ?? null),
      changes.map(({ stock }) => stock),
      changes.map(({ reserved }) => reserved),
      occasion.orderId ?? null,
      STORED_CAUSE[occasion.cause],
      occasion.reason ?? null,
      currentContext().actor,
    ]);
    return booked > 0;
  }
}

const APPLY = `
  with asked as (
    select p, v, sum(s)::int as s, sum(r)::int as r
    from unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[]) t(p, v, s, r) group by p, v
  ), goods as materialized (
    select id_produit, quantite_stock, stock_reserve from produits
    where id_utilisateur = $1 and id_produit = any($2::uuid[]) order by id_produit for update
  ), sizes as materialized (
    select id_variante, id_produit, quantite_stock, stock_reserve from variantes_produit
    where id_utilisateur = $1 and id_variante = any($3::uuid[]) and exists (select from goods) order by id_variante for update
  ), fits as materialized (
    select count(*) = (select count(*) from asked) as every
    from asked
    join goods on goods.id_produit = asked.p
    left join sizes on sizes.id_variante = asked.v and sizes.id_produit = asked.p
    where (asked.v is null or sizes.id_variante is not null)
      and coalesce(sizes.stock_reserve, goods.stock_reserve) + asked.r >= 0
      and coalesce(sizes.stock_reserve, goods.stock_reserve) + asked.r <= coalesce(sizes.quantite_stock, goods.quantite_stock) + asked.s
  ), changed_sizes as (
    update variantes_produit set quantite_stock = quantite_stock + asked.s, stock_reserve = stock_reserve + asked.r
    from asked where id_variante = asked.v and (select every from fits)
  ), changed_goods as (
    update produits set quantite_stock = quantite_stock + sums.s, stock_reserve = stock_reserve + sums.r, version = version + 1
    from (select p, sum(s)::int as s, sum(r)::int as r from asked group by p) sums
    where id_produit = sums.p and (select every from fits)
  )
  insert into mouvements_stock (id_entree, id_utilisateur, id_produit, id_variante, id_commande, nature, variation_stock, variation_reserve, motif, acteur)
  select ${NEW_ENTRY}, $1, p, v, $6, $7, s, r, $8, $9 from asked where (select every from fits)`;
