import { Injectable } from '@nestjs/common';
import { Outbox } from '#bus';
import { Database } from '#database';
import type { Product } from './product.entity.js';
import { StockLedger } from './stock-ledger.js';
import type { Variant } from './variant.entity.js';

/** Writes many products with a handful of statements, however many they are. The caller holds the seller's lock. */
@Injectable()
export class BulkProducts {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly outbox: Outbox,
  ) {}

  /** Puts new products on sale; the stock they begin with is the ledger's first entry. */
  async add(products: Product[]): Promise<void> {
    if (products.length === 0) return;
    await this.db.run(
      `insert into produits (id_produit, id_utilisateur, nom_produit, description, reference, reference_repliee, prix_unitaire, prix_plancher, quantite_stock, stock_reserve,
         seuil_alerte, alias, photos, actif, texte_recherche, version, date_creation)
       select id_produit, id_utilisateur, nom_produit, description, reference, reference_repliee, prix_unitaire, prix_plancher, quantite_stock, stock_reserve,
         seuil_alerte, alias, photos, actif, texte_recherche, version, date_creation from json_populate_recordset(null::produits, $1)`,
      [JSON.stringify(products.map(columnsOf))],
    );
    await this.insertVariants(products.flatMap((product) => product.variants.map((variant) => ({ product, variant }))));
    await this.ledger.open(products);
    await this.outbox.add(products.flatMap((product) => product.takeFacts()));
  }

  /** Saves what was changed of products and the prices of their variants, never their stock. @param added variants that are new, still without stock */
  async save(products: Product[], added: Variant[]): Promise<void> {
    if (products.length === 0) return;
    for (const product of products) product.version += 1;
    await this.db.run(
      `update produits p set description = c.description, reference = c.reference, reference_repliee = c.reference_repliee, prix_unitaire = c.prix_unitaire, prix_plancher = c.prix_plancher, seuil_alerte = c.seuil_alerte, alias = c.alias,
         actif = c.actif, texte_recherche = c.texte_recherche, version = c.version
       from json_populate_recordset(null::produits, $1) c where p.id_produit = c.id_produit and p.id_utilisateur = c.id_utilisateur`,
      [JSON.stringify(products.map(columnsOf))],
    );
    const fresh = new Set(added);
    const owned = products.flatMap((product) => product.variants.map((variant) => ({ product, variant })));
    const kept = owned.filter(({ variant }) => !fresh.has(variant));
    await this.db.run(
      `update variantes_produit v set prix_unitaire = prix, prix_plancher = plancher, reference = ref, reference_repliee = repliee
         from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::text[], $6::text[]) t(id, vendeur, prix, plancher, ref, repliee)
        where v.id_variante = id and v.id_utilisateur = vendeur
          and (v.prix_unitaire is distinct from prix or v.prix_plancher is distinct from plancher or v.reference is distinct from ref)`,
      [
        kept.map(({ variant }) => variant.id),
        kept.map(({ product }) => product.sellerId),
        kept.map(({ variant }) => variant.ownPrice),
        kept.map(({ variant }) => variant.ownFloor),
        kept.map(({ variant }) => variant.reference),
        kept.map(({ variant }) => variant.foldedReference),
      ],
    );
    await this.insertVariants(owned.filter(({ variant }) => fresh.has(variant)));
    await this.outbox.add(products.flatMap((product) => product.takeFacts()));
  }

  private async insertVariants(owned: { product: Product; variant: Variant }[]): Promise<void> {
    const rows = owned.map(({ product, variant }) => ({
      id_variante: variant.id,
      id_produit: product.id,
      id_utilisateur: product.sellerId,
      taille: variant.size,
      couleur: variant.color,
      reference: variant.reference,
      reference_repliee: variant.foldedReference,
      prix_unitaire: variant.ownPrice,
      prix_plancher: variant.ownFloor,
      quantite_stock: variant.stock,
      stock_reserve: variant.reserved,
      actif: variant.active,
    }));
    await this.db.run('insert into variantes_produit select * from json_populate_recordset(null::variantes_produit, $1)', [
      JSON.stringify(rows),
    ]);
  }
}

const columnsOf = (product: Product) => ({
  id_produit: product.id,
  id_utilisateur: product.sellerId,
  nom_produit: product.name,
  description: product.description,
  reference: product.reference,
  reference_repliee: product.foldedReference,
  prix_unitaire: product.unitPrice,
  prix_plancher: product.floorPrice,
  quantite_stock: product.stock,
  stock_reserve: product.reserved,
  seuil_alerte: product.lowStockAt,
  alias: product.aliases,
  photos: product.photos,
  actif: product.active,
  texte_recherche: product.searchText,
  version: product.version,
  date_creation: product.createdAt,
});
