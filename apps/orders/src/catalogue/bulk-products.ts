import { Injectable } from '@nestjs/common';
import { Outbox } from '#bus';
import { Database } from '#database';
import { Product, Variant } from './product.entity.js';
import { StockLedger } from './stock-ledger.js';

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
    for (const product of products) for (const variant of product.variants) variant.product = product;
    await this.insert(Product, products);
    await this.insert(
      Variant,
      products.flatMap(({ variants }) => variants),
    );
    await this.ledger.open(products);
    await this.outbox.add(products.flatMap((product) => product.takeFacts()));
  }

  /** Saves what was changed of products and the prices of their variants, never their stock. @param added variants that are new, still without stock */
  async save(products: Product[], added: Variant[]): Promise<void> {
    if (products.length === 0) return;
    for (const product of products) {
      product.version += 1;
      for (const variant of product.variants) variant.product = product;
    }
    await this.db.run(
      `update produits p set description = c.description, prix_unitaire = c.prix_unitaire, seuil_alerte = c.seuil_alerte, alias = c.alias,
         actif = c.actif, texte_recherche = c.texte_recherche, version = c.version
       from json_populate_recordset(null::produits, $1) c where p.id_produit = c.id_produit`,
      [JSON.stringify(products.map(columnsOf))],
    );
    const fresh = new Set(added);
    const kept = products.flatMap(({ variants }) => variants).filter((variant) => !fresh.has(variant));
    await this.db.run(
      `update variantes_produit v set prix_unitaire = prix from unnest($1::uuid[], $2::bigint[]) t(id, prix)
       where v.id_variante = id and v.prix_unitaire is distinct from prix`,
      [kept.map(({ id }) => id), kept.map(({ ownPrice }) => ownPrice)],
    );
    await this.insert(Variant, added);
    await this.outbox.add(products.flatMap((product) => product.takeFacts()));
  }

  private async insert<T extends Product | Variant>(entity: new () => T, things: T[]): Promise<void> {
    // The server takes 65,535 parameters in a statement: 2,000 lines of the import stay below that.
    if (things.length > 0)
      await this.db.tx
        .createQueryBuilder()
        .insert()
        .into<T>(entity)
        .values(things as never)
        .updateEntity(false)
        .execute();
  }
}

const columnsOf = (product: Product) => ({
  id_produit: product.id,
  description: product.description,
  prix_unitaire: product.unitPrice,
  seuil_alerte: product.lowStockAt,
  alias: product.aliases,
  actif: product.active,
  texte_recherche: product.searchText,
  version: product.version,
});
