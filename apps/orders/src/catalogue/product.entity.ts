import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import {
  DomainError,
  invalid,
  type ListProduct,
  type NewVariant,
  notFound,
  type ProductFacts,
  ProductListedV1,
  ProductUpdatedV1,
  type QuestionOf,
  type UpdateProduct,
  type VariantFacts,
  fold,
} from '#contracts';
import { Aggregate } from '#bus';
import { newId, FcfaColumn } from '#database';

/** What a contract can say of one stock. */
export const MOST_IN_STOCK = 1_000_000;

/** A product on sale. Its stock is the sum of its variants' where it has any, and changes by {@link Stock} only. */
@Entity('produits')
export class Product extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_produit' }) id!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @Column('text', { name: 'nom_produit' }) name!: string;
  @Column('text', { name: 'description', nullable: true }) description!: string | null;
  @FcfaColumn('prix_unitaire') unitPrice!: number;
  /** In the shop, what is reserved for orders included. */
  @Column('int', { name: 'quantite_stock' }) stock!: number;
  @Column('int', { name: 'stock_reserve' }) reserved!: number;
  @Column('int', { name: 'seuil_alerte', nullable: true }) lowStockAt!: number | null;
  @Column('text', { name: 'alias', array: true }) aliases!: string[];
  @Column('boolean', { name: 'actif' }) active!: boolean;
  @Column('text', { name: 'texte_recherche' }) searchText!: string;
  @Column('int', { name: 'version' }) version!: number;
  @Column('timestamptz', { name: 'date_creation' }) createdAt!: Date;
  @OneToMany(() => Variant, (variant) => variant.product, { cascade: ['insert', 'update'] }) variants!: Relation<Variant[]>;

  /** Puts a product on sale. @throws DomainError VALIDATION_FAILED when its stock is said twice, or two variants are the same; STOCK_TOO_LARGE */
  static list(sellerId: string, listing: QuestionOf<ListProduct>): Product {
    const variants = (listing.variants ?? []).map((variant) => Variant.of(sellerId, variant));
    checkVariants(variants);
    if (variants.length > 0 && listing.stock !== undefined)
      throw invalid('the stock of a product with variants is their sum', [
        { field: 'stock', problem: 'is said by the variants' },
      ]);
    const stock = variants.length > 0 ? variants.reduce((sum, variant) => sum + variant.stock, 0) : (listing.stock ?? 0);
    if (stock > MOST_IN_STOCK) throw new DomainError('STOCK_TOO_LARGE', 'invalid', { asked: stock, most: MOST_IN_STOCK });
    const product = Object.assign(new Product(), {
      id: newId(),
      sellerId,
      name: listing.name,
      description: listing.description ?? null,
      unitPrice: listing.unitPrice,
      stock,
      reserved: 0,
      lowStockAt: listing.lowStockAt ?? null,
      aliases: listing.aliases ?? [],
      active: true,
      version: 1,
      createdAt: new Date(),
      variants,
    });
    product.named();
    product.record(ProductListedV1, () => product.facts());
    return product;
  }

  /** Left to sell: in stock less reserved, of what is on sale. */
  get available(): number {
    if (this.variants.length === 0) return this.stock - this.reserved;
    return this.variants.reduce((sum, variant) => sum + (variant.active ? variant.available : 0), 0);
  }

  /**
   * Changes what the seller named; the rest stays. Orders keep the price they were confirmed at.
   * @throws DomainError VARIANT_NOT_FOUND
   */
  change({ variants = [], ...change }: Omit<QuestionOf<UpdateProduct>, 'productId' | 'newVariants'>): void {
    Object.assign(this, change);
    for (const { variantId, unitPrice, active } of variants) {
      const variant = this.variants.find(({ id }) => id === variantId);
      if (!variant) throw notFound('variant', variantId);
      if (unitPrice !== undefined) variant.ownPrice = unitPrice;
      if (active !== undefined) variant.active = active;
    }
    this.named();
    this.record(ProductUpdatedV1, () => this.facts());
  }

  /**
   * Adds sizes or colours, still without stock.
   * @throws DomainError VALIDATION_FAILED when one is there already, PRODUCT_HAS_OWN_STOCK while the product has stock that belongs to none of them
   */
  addVariants(added: NewVariant[]): Variant[] {
    if (this.variants.length === 0 && this.stock > 0)
      throw new DomainError('PRODUCT_HAS_OWN_STOCK', 'conflict', { productId: this.id, stock: this.stock });
    const variants = added.map((variant) => Variant.of(this.sellerId, { ...variant, stock: 0 }));
    checkVariants([...this.variants, ...variants]);
    this.variants.push(...variants);
    return variants;
  }

  /** The variant an order line means: by its id, else by the size and colour asked for when exactly one has them. */
  variantFor(line: { variantId?: string; size?: string; color?: string }): Variant | undefined {
    if (line.variantId) return this.variants.find((variant) => variant.id === line.variantId);
    const fits = (asked: string | undefined, has: string | null) => !asked || fold(asked) === fold(has ?? '');
    const matches = this.variants.filter((variant) => fits(line.size, variant.size) && fits(line.color, variant.color));
    return matches.length === 1 ? matches[0] : undefined;
  }

  facts(): ProductFacts {
    return {
      productId: this.id,
      name: this.name,
      ...(this.description ? { description: this.description } : {}),
      unitPrice: this.unitPrice,
      available: this.available,
      aliases: this.aliases,
      active: this.active,
      variants: this.variants.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((variant) => variant.facts(this.unitPrice)),
    };
  }

  private named(): void {
    this.searchText = [this.name, ...this.aliases].map(fold).join(' | ');
  }
}

/** A size or colour of a product, with its own stock and, if it differs, its own price. */
@Entity('variantes_produit')
export class Variant {
  @PrimaryColumn('uuid', { name: 'id_variante' }) id!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @Column('text', { name: 'taille', nullable: true }) size!: string | null;
  @Column('text', { name: 'couleur', nullable: true }) color!: string | null;
  @FcfaColumn('prix_unitaire', { nullable: true }) ownPrice!: number | null;
  @Column('int', { name: 'quantite_stock' }) stock!: number;
  @Column('int', { name: 'stock_reserve' }) reserved!: number;
  @Column('boolean', { name: 'actif' }) active!: boolean;
  @ManyToOne(() => Product, (product) => product.variants)
  @JoinColumn({ name: 'id_produit' })
  product!: Relation<Product>;

  static of(sellerId: string, variant: NewVariant): Variant {
    return Object.assign(new Variant(), {
      id: newId(),
      sellerId,
      size: variant.size ?? null,
      color: variant.color ?? null,
      ownPrice: variant.unitPrice ?? null,
      stock: variant.stock,
      reserved: 0,
      active: true,
    });
  }

  get available(): number {
    return this.stock - this.reserved;
  }

  facts(productPrice: number): VariantFacts {
    return {
      variantId: this.id,
      ...(this.size ? { size: this.size } : {}),
      ...(this.color ? { color: this.color } : {}),
      unitPrice: this.ownPrice ?? productPrice,
      available: this.available,
      active: this.active,
    };
  }
}

/** Each variant is told from the others by its size and colour. */
function checkVariants(variants: Variant[]): void {
  if (variants.some((variant) => !variant.size && !variant.color))
    throw invalid('a variant has a size or a colour', [{ field: 'variants', problem: 'one has neither size nor colour' }]);
  const names = new Set(variants.map((variant) => `${variant.size ?? ''}|${variant.color ?? ''}`));
  if (names.size < variants.length)
    throw invalid('two variants are the same', [{ field: 'variants', problem: 'name a size and colour twice' }]);
}
