import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { DomainError } from '#contracts';
import { AggregateRepository, Outbox } from '#bus';
import { Database } from '#database';
import { Product } from './product.entity.js';

/** A product that a seller is said to have. */
export interface SellersProduct {
  sellerId: string;
  productId: string;
}

/** Products with their variants. */
@Injectable()
export class ProductRepository extends AggregateRepository<Product> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Product, 'product', { variants: true });
  }

  /** Those of the named products that this seller has or had, archived ones too (off sale, they can only be kept), by id. */
  async some(sellerId: string, ids: string[]): Promise<Map<string, Product>> {
    const found = await this.ofSellers(ids.map((productId) => ({ sellerId, productId })));
    return new Map(found.map((product) => [product.id, product]));
  }

  /** As {@link some}, for several sellers at once. */
  async ofSellers(named: readonly SellersProduct[]): Promise<Product[]> {
    const [ids, sellers] = [new Set(named.map(({ productId }) => productId)), new Set(named.map(({ sellerId }) => sellerId))];
    const found = await this.db.tx.getRepository(Product).find({
      where: { id: Any([...ids]), sellerId: Any([...sellers]) },
      relations: { variants: true },
      order: { id: 'asc' },
      withDeleted: true,
    });
    for (const product of found) product.variants = product.variants.filter(({ removedAt }) => !removedAt);
    return found;
  }

  /** The products that lines name. */
  ofLines(sellerId: string, lines: { productId: string }[]): Promise<Map<string, Product>> {
    return this.some(
      sellerId,
      lines.map(({ productId }) => productId),
    );
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

  /** References of the catalogue that are among these and belong to other products than those named. */
  async referencesTaken(sellerId: string, references: string[], except: string[]): Promise<Set<string>> {
    if (references.length === 0) return new Set();
    const rows = await this.db.rows<{ reference: string }>(
      `select p.reference_repliee as reference from produits p
        where p.id_utilisateur = $1 and p.reference_repliee = any($2::text[]) and p.date_archivage is null and p.id_produit <> all($3::uuid[])
       union select v.reference_repliee from variantes_produit v join produits p using (id_produit)
        where v.id_utilisateur = $1 and v.reference_repliee = any($2::text[]) and v.date_retrait is null and p.date_archivage is null
          and p.id_produit <> all($3::uuid[])`,
      [sellerId, references, except],
    );
    return new Set(rows.map(({ reference }) => reference));
  }

  /** Each reference names one article of a seller, who is locked meanwhile. @throws DomainError REFERENCE_TAKEN */
  async assertReferencesFree(product: Product): Promise<void> {
    const { references } = product;
    const taken = await this.referencesTaken(product.sellerId, references, [product.id]);
    const double = references.find((reference, i) => taken.has(reference) || references.indexOf(reference) !== i);
    if (double) throw new DomainError('REFERENCE_TAKEN', 'conflict', { reference: double });
  }
}
