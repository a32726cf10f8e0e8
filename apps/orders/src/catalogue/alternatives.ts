import { Injectable } from '@nestjs/common';
import type { AgreedLine, SellableItem } from '#contracts';
import { Database } from '#database';
import { OrdersEnv } from '../orders.env.js';

const MOST = 10;

/** What could be sold instead of what is not there. */
@Injectable()
export class Alternatives {
  constructor(
    private readonly db: Database,
    private readonly env: OrdersEnv,
  ) {}

  /** Other sizes and colours of the same products first, then products of a similar price, nearest first; only what is left to sell now, at most 10. */
  async instead(sellerId: string, refused: AgreedLine[]): Promise<SellableItem[]> {
    const rows = await this.db.rows<{ item: SellableItem }>(
      `with asked as (
         select t.p, t.v, coalesce(v.prix_unitaire, p.prix_unitaire) as price
         from unnest($2::uuid[], $3::uuid[]) t(p, v)
         left join produits p on p.id_produit = t.p and p.id_utilisateur = $1
         left join variantes_produit v on v.id_variante = t.v and v.id_produit = t.p and v.id_utilisateur = $1
       ), sellable as (
         select p.id_produit, v.id_variante, p.nom_produit, v.taille, v.couleur, coalesce(v.prix_unitaire, p.prix_unitaire) as price,
                coalesce(v.quantite_stock - v.stock_reserve, p.quantite_stock - p.stock_reserve) as available
         from produits p left join variantes_produit v on v.id_produit = p.id_produit and v.date_retrait is null
         where p.id_utilisateur = $1 and p.actif and coalesce(v.actif, true)
           and not exists (select from asked a where a.p = p.id_produit and a.v is not distinct from v.id_variante)
       )
       select json_strip_nulls(json_build_object('productId', s.id_produit, 'variantId', s.id_variante, 'productName', s.nom_produit,
                'size', s.taille, 'color', s.couleur, 'unitPrice', s.price, 'available', s.available)) as item
       from sellable s
       cross join lateral (
         select bool_or(a.p = s.id_produit) as same, min(abs(a.price - s.price)) as distance,
                bool_or(abs(a.price - s.price) * 100 <= a.price * $4::int) as near
         from asked a
       ) likeness
       where s.available > 0 and (likeness.same or likeness.near)
       order by likeness.same desc, likeness.distance, s.nom_produit, s.taille, s.id_variante limit ${MOST}`,
      [
        sellerId,
        refused.map(({ productId }) => productId),
        refused.map(({ variantId }) => variantId ?? null),
        this.env.alternativesPriceBandPercent,
      ],
    );
    return rows.map(({ item }) => item);
  }
}
