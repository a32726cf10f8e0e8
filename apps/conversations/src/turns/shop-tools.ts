import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { AssistantTools, Offer } from '../assistant/assistant.js';
import { FindProducts } from '../catalogue/find-products.js';
import { feeAt, type ZoneFeeRow } from './delivery-fee.js';

interface OfferRow {
  id_produit: string;
  id_variante: string | null;
  nom_produit: string;
  alias: string[];
  taille: string | null;
  couleur: string | null;
  prix: number;
  disponible: number;
  prix_plancher: number | null;
  photos: string[];
}

/** SQL: offers of the seller `$1`. */
const OFFERS = `
  select p.id_produit, v.id_variante, p.nom_produit, p.alias, p.photos, v.taille, v.couleur,
         coalesce(v.prix_unitaire, p.prix_unitaire)::float8 as prix, coalesce(v.disponible, p.disponible) as disponible,
         coalesce(v.prix_plancher, p.prix_plancher)::float8 as prix_plancher
    from produits_copie p left join variantes_copie v on v.id_produit = p.id_produit and v.actif
   where p.id_utilisateur = $1 and p.actif and (not p.a_variantes or v.id_variante is not null)`;
const LISTED = 50;
const THERE = '(coalesce(v.disponible, p.disponible) > 0) desc, coalesce(v.prix_unitaire, p.prix_unitaire)';
const LISTED_FIRST = { name: '(p.disponible > 0) desc', cheapest: THERE, dearest: `${THERE} desc` };
const FOUND = 8;

/** What the assistant may look up, bound here to one seller and one prospect: no argument of a model can name another. */
@Injectable()
export class ShopTools {
  constructor(
    private readonly db: Database,
    private readonly find: FindProducts,
  ) {}

  for({ sellerId, prospectId }: { sellerId: string; prospectId: string }): AssistantTools {
    const rows = <T>(sql: string, parameters: unknown[] = []) =>
      this.db.asSeller(sellerId, () => this.db.rows<T>(sql, parameters));
    const offers = async (more: string, parameters: unknown[] = []) =>
      (await rows<OfferRow>(`${OFFERS} ${more}`, [sellerId, ...parameters])).map(offer);

    return {
      listCatalogue: (first = 'name') =>
        offers(`order by ${LISTED_FIRST[first]}, p.nom_produit, p.id_produit, v.rang limit ${LISTED}`),

      checkStock: async (productId, variantId) => {
        if (!isUuid(productId) || (variantId !== undefined && !isUuid(variantId))) return undefined;
        const found = await offers('and p.id_produit = $2 and v.id_variante is not distinct from $3::uuid', [
          productId,
          variantId ?? null,
        ]);
        return found[0];
      },

      offersOf: (productIds) =>
        offers('and p.id_produit = any($2::uuid[]) order by p.id_produit, v.rang', [productIds.filter(isUuid)]),

      searchCatalogue: async (query) => {
        const found = await this.db.asSeller(sellerId, async () => {
          const best = await this.find.byWords(sellerId, query, FOUND);
          if (best.length === 0) return [];
          return this.db.rows<OfferRow>(
            `${OFFERS} and p.id_produit = any($2::uuid[]) order by array_position($2::uuid[], p.id_produit), v.rang limit ${LISTED}`,
            [sellerId, best],
          );
        });
        return found.map(offer);
      },

      deliveryFee: async (place) => {
        const [row] = await rows<{ zones: ZoneFeeRow[] }>('select zones from zones_copie where id_utilisateur = $1', [sellerId]);
        return feeAt(place, row?.zones ?? []);
      },

      deliveryZones: async () => {
        const [row] = await rows<{ zones: ZoneFeeRow[] }>('select zones from zones_copie where id_utilisateur = $1', [sellerId]);
        return (row?.zones ?? []).map(({ zone }) => zone);
      },

      orderStatus: async () => {
        const [order] = await rows<{ numero_commande: string; statut_commande: string; livraison_prevue: Date | null }>(
          'select numero_commande, statut_commande, livraison_prevue from commandes_copie where id_prospect = $1 and id_utilisateur = $2 order by id_commande desc limit 1',
          [prospectId, sellerId],
        );
        return (
          order && {
            number: order.numero_commande,
            status: order.statut_commande,
            ...(order.livraison_prevue ? { plannedFor: order.livraison_prevue } : {}),
          }
        );
      },
    };
  }
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const offer = (row: OfferRow): Offer => ({
  productId: row.id_produit,
  ...(row.id_variante ? { variantId: row.id_variante } : {}),
  productName: row.nom_produit,
  aliases: row.alias,
  ...(row.taille ? { size: row.taille } : {}),
  ...(row.couleur ? { color: row.couleur } : {}),
  unitPrice: row.prix,
  ...(row.prix_plancher !== null ? { floorPrice: row.prix_plancher } : {}),
  available: row.disponible,
  ...(row.photos.length > 0 ? { photos: row.photos } : {}),
});
