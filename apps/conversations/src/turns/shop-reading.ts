import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { DraftLine, Offer, Owed } from '../assistant/assistant.js';
import { FindProducts } from '../catalogue/find-products.js';
import type { ZoneFeeRow } from './delivery-fee.js';

/** An order as its customer may ask about it. */
export interface OrderRead {
  number: string;
  /** As stored. */
  status: string;
  plannedFor: Date | null;
  /** What is in it, where it is known. */
  lines: DraftLine[] | null;
  /** What is left to pay of it, where it is known. */
  owed: Owed | null;
}

/** What comes first of what is in stock. */
export type WindowOrder = 'name' | 'cheapest' | 'dearest';

/** What is wanted of a shop at one moment. */
export interface Wanted {
  /** What it shows to who looks around, in each of these orders. */
  windows: WindowOrder[];
  productIds: string[];
  queries: string[];
  /** Where it delivers, and what the customer ordered. */
  service: boolean;
}

/** What was found of it; empty where nothing was wanted. */
export interface ShopFacts {
  windows: Map<WindowOrder, Offer[]>;
  ofProducts: Offer[];
  /** By query, best first. */
  found: Map<string, Offer[]>;
  zones: ZoneFeeRow[];
  /** Hers, the latest first, {@link REMEMBERED} at most. */
  orders: OrderRead[];
}

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
/** SQL: what is left to pay of a row of `commandes_copie`. */
const OWED = `case when a_encaisser is not null then jsonb_build_object('toCollect', a_encaisser, 'paid', montant_paye, 'withDelivery', livraison_comprise) end`;
const LISTED = 50;
/** Orders of one customer that are looked at. */
const REMEMBERED = 20;
const THERE = '(coalesce(v.disponible, p.disponible) > 0) desc, coalesce(v.prix_unitaire, p.prix_unitaire)';
const LISTED_FIRST = { name: '(p.disponible > 0) desc', cheapest: THERE, dearest: `${THERE} desc` };
const FOUND = 8;

/** Reads a shop: everything that is wanted at one moment in one transaction, each kind of it by one statement. */
@Injectable()
export class ShopReading {
  constructor(
    private readonly db: Database,
    private readonly find: FindProducts,
  ) {}

  /** @param prospectId whose orders */
  read(sellerId: string, prospectId: string, wanted: Wanted): Promise<ShopFacts> {
    return this.db.asSeller(sellerId, async () => {
      const [best, service] = await Promise.all([
        this.find.byWords(sellerId, wanted.queries, FOUND),
        wanted.service ? this.service(sellerId, prospectId) : { zones: [], orders: [] },
      ]);
      const ids = [...new Set([...wanted.productIds, ...best.flat()])];
      const { windows, offers } = await this.offers(sellerId, [...new Set(wanted.windows)], ids);
      const of = Map.groupBy(offers, ({ productId }) => productId);
      const asked = new Set(wanted.productIds);
      return {
        windows,
        ofProducts: offers.filter(({ productId }) => asked.has(productId)),
        found: new Map(wanted.queries.map((query, i) => [query, best[i]!.flatMap((id) => of.get(id) ?? []).slice(0, LISTED)])),
        ...service,
      };
    });
  }

  /** Hers of this number, if there is one. */
  orderNumbered(sellerId: string, prospectId: string, number: string): Promise<OrderRead | undefined> {
    return this.db.asSeller(sellerId, async () => {
      const [order] = await this.db.rows<OrderRead>(
        `select numero_commande as number, statut_commande as status, livraison_prevue as "plannedFor", lignes as lines, ${OWED} as owed from commandes_copie
          where id_prospect = $1 and id_utilisateur = $2 and numero_commande = $3`,
        [prospectId, sellerId, number],
      );
      return order;
    });
  }

  /** Its windows and what these products are offered as, by one statement. */
  private async offers(
    sellerId: string,
    windows: WindowOrder[],
    ids: string[],
  ): Promise<{ windows: Map<WindowOrder, Offer[]>; offers: Offer[] }> {
    if (windows.length === 0 && ids.length === 0) return { windows: new Map(), offers: [] };
    const part = (of: number, sql: string) => `select ${of} as de, row_number() over () as o, x.* from (${sql}) x`;
    const named = windows.length;
    const parts = [
      ...windows.map((first, at) =>
        part(at, `${OFFERS} order by ${LISTED_FIRST[first]}, p.nom_produit, p.id_produit, v.rang limit ${LISTED}`),
      ),
      ...(ids.length > 0 ? [part(named, `${OFFERS} and p.id_produit = any($2::uuid[]) order by p.id_produit, v.rang`)] : []),
    ];
    const rows = await this.db.rows<OfferRow & { de: number }>(
      `${parts.join(' union all ')} order by de, o`,
      ids.length > 0 ? [sellerId, ids] : [sellerId],
    );
    const of = (which: number) => rows.filter(({ de }) => de === which).map(offer);
    return { windows: new Map(windows.map((first, at) => [first, of(at)])), offers: of(named) };
  }

  private async service(sellerId: string, prospectId: string): Promise<Pick<ShopFacts, 'zones' | 'orders'>> {
    const [row] = await this.db.rows<{ zones: ZoneFeeRow[] | null; orders: OrderAsJson[] | null }>(
      `select z.zones, o.orders
         from (select $1::uuid as vendeur) v left join zones_copie z on z.id_utilisateur = v.vendeur
         left join lateral (select jsonb_agg(jsonb_build_object('number', numero_commande, 'status', statut_commande, 'plannedFor', livraison_prevue,
                                                                'lines', lignes, 'owed', ${OWED}) order by id_commande desc) as orders
                              from (select * from commandes_copie where id_prospect = $2 and id_utilisateur = v.vendeur
                                     order by id_commande desc limit ${REMEMBERED}) hers) o on true`,
      [sellerId, prospectId],
    );
    const { zones, orders } = row!;
    return {
      zones: zones ?? [],
      orders: (orders ?? []).map((one) => ({ ...one, plannedFor: one.plannedFor === null ? null : new Date(one.plannedFor) })),
    };
  }
}

type OrderAsJson = Omit<OrderRead, 'plannedFor'> & { plannedFor: string | null };

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
