import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AggregateRepository, Outbox } from '#bus';
import { Database } from '#database';
import { Product } from './product.entity.js';

/** Products with their variants. */
@Injectable()
export class ProductRepository extends AggregateRepository<Product> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Product, 'product', { variants: true });
  }

  /** Those of the named products that this seller has or had, archived ones too (off sale, they can only be kept), by id. */
  async some(sellerId: string, ids: string[]): Promise<Map<string, Product>> {
    const found = await this.db.tx
      .getRepository(Product)
      .find({ where: { id: In(ids), sellerId }, relations: { variants: true }, order: { id: 'asc' }, withDeleted: true });
    for (const product of found) product.variants = product.variants.filter(({ removedAt }) => !removedAt);
    return new Map(found.map((product) => [product.id, product]));
  }

  /** Products of the catalogue by the folded form of their names, oldest first; a seller may have named two alike. */
  async named(sellerId: string, foldedNames: string[]): Promise<Map<string, Product[]>> {
    const rows = await this.db.rows<{ id: string; name: string }>(
      `select id_produit as id, nom_replie as name from produits
       where id_utilisateur = $1 and nom_replie = any($2) and date_archivage is null order by id_produit`,
      [sellerId, foldedNames],
    );
    const products = await this.some(
      sellerId,
      rows.map(({ id }) => id),
    );
    return Map.groupBy(
      rows.map(({ id }) => products.get(id)!),
      ({ foldedName }) => foldedName,
    );
  }
}
