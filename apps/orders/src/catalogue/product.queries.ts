import { Injectable } from '@nestjs/common';
import { type ListProducts, notFound, type Page, type ProductView, type QuestionOf, fold } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';

const VIEW = `
  json_strip_nulls(json_build_object(
    'id', p.id_produit, 'name', p.nom_produit, 'description', p.description, 'unitPrice', p.prix_unitaire,
    'stock', p.quantite_stock, 'reserved', p.stock_reserve, 'lowStockAt', p.seuil_alerte, 'aliases', p.alias, 'active', p.actif,
    'variants', (
      select coalesce(json_agg(json_build_object(
        'id', v.id_variante, 'size', v.taille, 'color', v.couleur, 'unitPrice', coalesce(v.prix_unitaire, p.prix_unitaire),
        'stock', v.quantite_stock, 'reserved', v.stock_reserve, 'active', v.actif) order by v.id_variante), '[]')
      from variantes_produit v where v.id_produit = p.id_produit),
    'createdAt', to_char(p.date_creation at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) as view`;

/** The catalogue as the seller's screens show it. */
@Injectable()
export class ProductQueries {
  constructor(private readonly db: Database) {}

  /** @throws DomainError PRODUCT_NOT_FOUND */
  async one(sellerId: string, productId: string): Promise<ProductView> {
    const [row] = await this.db.rows<{ view: ProductView }>(
      `select ${VIEW} from produits p where p.id_utilisateur = $1 and p.id_produit = $2`,
      [sellerId, productId],
    );
    if (!row) throw notFound('product', productId);
    return row.view;
  }

  /** Newest first; `search` finds part of a name or alias, whatever its accents and capitals. */
  async page(sellerId: string, { search, ...paging }: QuestionOf<ListProducts>): Promise<Page<ProductView>> {
    const { limit, after } = pageRequest(paging);
    const rows = await this.db.rows<{ view: ProductView }>(
      `select ${VIEW} from produits p
       where p.id_utilisateur = $1 and ($2::uuid is null or p.id_produit < $2) and p.texte_recherche like '%' || $3 || '%'
       order by p.id_produit desc limit $4`,
      [sellerId, after ?? null, fold(search ?? ''), limit + 1],
    );
    return pageOfRows(
      rows,
      limit,
      ({ view }) => view,
      ({ view }) => view.id,
    );
  }
}
