import { Injectable } from '@nestjs/common';
import { DomainError, type StockChangedV1 } from '#contracts';
import { currentContext } from '#bus';
import { Database, jsonRows } from '#database';
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

/** A change of a seller's stock as it is booked. */
export interface StockMove extends StockChange, StockOccasion {
  sellerId: string;
  /** Counts the changes of a batch: moves of one change happen together, and add one to their product's version. */
  change: number;
  actor: string;
}

/** Causes as `nature` stores them. */
export const STORED_CAUSE: Record<StockCause, string> = {
  reserved: 'reservation',
  released: 'liberation',
  consumed: 'consommation',
  returned: 'retour',
  adjusted: 'ajustement',
};

/**
 * A UUIDv7 to the microsecond by the database's clock: entries of one product sort by it as they were booked, whichever replica booked them.
 * @param us SQL, microseconds since 1970
 */
const newEntry = (us: string) => `(
  lpad(to_hex((${us}) / 1000), 12, '0') || '7' || lpad(to_hex((${us}) % 1000 * 4096 / 1000), 3, '0')
  || right(replace(gen_random_uuid()::text, '-', ''), 16))::uuid`;
const NOW_US = 'trunc(extract(epoch from clock_timestamp()) * 1000000)::bigint as us';

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
      `with clock as materialized (select ${NOW_US})
       insert into mouvements_stock (id_entree, id_utilisateur, id_produit, id_variante, nature, variation_stock, variation_reserve, acteur)
       select ${newEntry('us')}, u, p, v, 'initial', s, 0, $1 from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) t(u, p, v, s), clock`,
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
   * Books moves that fit what was read under the locks of their sellers. Rows are locked products first, then variants, each sorted by id. A change to a variant is a change to its
   * product's sum as well.
   * @throws DomainError STOCK_BOOK_BROKEN when a move is of goods that are not its seller's; a stock that would not keep 0 ≤ reserved ≤ stock breaks its table's rule
   */
  async apply(moves: StockMove[]): Promise<void> {
    const booked = await this.db.run(APPLY, [
      jsonRows(
        moves.map((move) => ({
          c: move.change,
          u: move.sellerId,
          p: move.productId,
          v: move.variantId ?? null,
          o: move.orderId ?? null,
          n: STORED_CAUSE[move.cause],
          s: move.stock,
          r: move.reserved,
          m: move.reason ?? null,
          a: move.actor,
        })),
      ),
      moves.map(({ productId }) => productId),
      moves.flatMap(({ variantId }) => variantId ?? []),
    ]);
    if (booked < moves.length) throw new DomainError('STOCK_BOOK_BROKEN', 'internal', { moves: moves.length, booked });
  }
}

const APPLY = `
  with asked as materialized (
    select * from json_to_recordset($1) t(c int, u uuid, p uuid, v uuid, o uuid, n text, s int, r int, m text, a text)
  ), goods as materialized (
    select id_produit, id_utilisateur from produits where id_produit = any($2::uuid[]) order by id_produit for update
  ), sizes as materialized (
    select id_variante, id_produit from variantes_produit
    where id_variante = any($3::uuid[]) and exists (select from goods) order by id_variante for update
  ), theirs as materialized (
    select asked.* from asked
    join goods on goods.id_produit = p and goods.id_utilisateur = u
    left join sizes on sizes.id_variante = v and sizes.id_produit = p
    where v is null or sizes.id_variante is not null
  ), changed_sizes as (
    update variantes_produit set quantite_stock = quantite_stock + sums.s, stock_reserve = stock_reserve + sums.r
    from (select v, sum(s)::int as s, sum(r)::int as r from theirs where v is not null group by v) sums where id_variante = sums.v
  ), changed_goods as (
    update produits set quantite_stock = quantite_stock + sums.s, stock_reserve = stock_reserve + sums.r, version = version + sums.changes
    from (select p, sum(s)::int as s, sum(r)::int as r, count(distinct c)::int as changes from theirs group by p) sums where id_produit = sums.p
  ), clock as materialized (
    -- Read when every row is locked: what others booked until then comes before.
    select ${NOW_US} from (select count(*) from theirs) locked
  )
  insert into mouvements_stock (id_entree, id_utilisateur, id_produit, id_variante, id_commande, nature, variation_stock, variation_reserve, motif, acteur)
  select ${newEntry('us + c')}, u, p, v, o, n, s, r, m, a from theirs, clock order by c`;
