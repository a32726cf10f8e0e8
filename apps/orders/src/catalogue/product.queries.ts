import { Injectable } from '@nestjs/common';
import { type ListProducts, notFound, type Page, type ProductView, type QuestionOf, fold } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';

const VIEW = `
  json_strip_nulls(json_build_object(
    'id', p.id_produit, 'name', p.nom_produit, 'description', p.description, 'reference', p.reference, 'unitPrice', p.prix_unitaire, 'floorPrice', p.prix_plancher,
    'stock', p.quantite_stock, 'reserved', p.stock_reserve, 'lowStockAt', p.seuil_alerte, 'aliases', p.alias, 'photos', p.photos, 'active', p.actif,
    'variants', (
      select coalesce(json_agg(json_build_object(
        'id', v.id_variante, 'size', v.taille, 'color', v.couleur, 'reference', v.reference, 'unitPrice', coalesce(v.prix_unitaire, p.prix_unitaire),
        'floorPrice', case when coalesce(v.prix_plancher, p.prix_plancher) <= coalesce(v.prix_unitaire, p.prix_unitaire) then coalesce(v.prix_plancher, p.prix_plancher) end,
        'stock', v.quantite_stock, 'reserved', v.stock_reserve, 'active', v.actif) order by v.id_variante), '[]')
      from variantes_produit v where v.id_produit = p.id_produit and v.date_retrait is null),
    'createdAt', to_char(p.date_creation at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'version', p.version)) as view`;

/** A product whose stock left to sell is at its alert level or below: on sale, with such a level. Written so that `produits_a_surveiller` serves it. */
export const RUNS_OUT = `p.actif and p.seuil_alerte is not null and p.seuil_alerte >= coalesce(
  (select coalesce(sum(v.quantite_stock - v.stock_reserve) filter (where v.actif), 0)
   from variantes_produit v where v.id_produit = p.id_produit and v.date_retrait is null having count(*) > 0),
  p.quantite_stock - p.stock_reserve)`;

/** The catalogue as the seller's screens show it. */
@Injectable()
export class ProductQueries {
  constructor(private readonly db: Database) {}

  /** @throws DomainError PRODUCT_NOT_FOUND */
  async one(sellerId: string, productId: string): Promise<ProductView> {
    const [row] = await this.db.rows<{ view: ProductView }>(
      `select ${VIEW} from produits p where p.id_utilisateur = $1 and p.id_produit = $2 and p.date_archivage is null`,
      [sellerId, productId],
    );
    if (!row) throw notFound('product', productId);
    return row.view;
  }

  /** Newest first; `search` finds part of a name or alias, whatever its accents and capitals. */
  async page(sellerId: string, { search, active, low, ...paging }: QuestionOf<ListProducts>): Promise<Page<ProductView>> {
    const { limit, after } = pageRequest(paging);
    const rows = await this.db.rows<{ view: ProductView }>(
      `select ${VIEW} from produits p
       where p.id_utilisateur = $1 and ($2::uuid is null or p.id_produit < $2) and p.date_archivage is null
         and p.texte_recherche like '%' || $3 || '%' and ($4::boolean is null or p.actif = $4) ${low === undefined ? '' : `and ${low ? '' : 'not'} (${RUNS_OUT})`}
       order by p.id_produit desc limit $5`,
      [sellerId, after ?? null, fold(search ?? ''), active ?? null, limit + 1],
    );
    return pageOfRows(
      rows,
      limit,
      ({ view }) => view,
      ({ view }) => view.id,
    );
  }
}
