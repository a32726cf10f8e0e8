import { Column, DeleteDateColumn, Entity, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
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
  fold,
} from '#contracts';
import { Aggregate } from '#bus';
import { newId, FcfaColumn } from '#database';
import { checkVariants, labelOf, referenced, Variant } from './variant.entity.js';

/** What a contract can say of one stock. */
export const MOST_IN_STOCK = 1_000_000;

/** A product on sale. Its stock is the sum of its variants' where it has any, and changes by {@link Stock} only. */
@Entity('produits')
export class Product extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_produit' }) id!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @Column('text', { name: 'nom_produit' }) name!: string;
  @Column('text', { name: 'description', nullable: true }) description!: string | null;
  /** The seller's own; a product with variants is named by theirs as well. */
  @Column('text', { name: 'reference', nullable: true }) reference!: string | null;
  @Column('text', { name: 'reference_repliee', nullable: true }) foldedReference!: string | null;
  @FcfaColumn('prix_unitaire') unitPrice!: number;
  /** The lowest price of one that the assistant may grant; null: the price is fixed. */
  @FcfaColumn('prix_plancher', { nullable: true }) floorPrice!: number | null;
  /** In the shop, what is reserved for orders included. */
  @Column('int', { name: 'quantite_stock' }) stock!: number;
  @Column('int', { name: 'stock_reserve' }) reserved!: number;
  @Column('int', { name: 'seuil_alerte', nullable: true }) lowStockAt!: number | null;
  @Column('text', { name: 'alias', array: true }) aliases!: string[];
  /** Ids of uploaded files, the first one shown first. */
  @Column('uuid', { name: 'photos', array: true }) photos!: string[];
  @Column('boolean', { name: 'actif' }) active!: boolean;
  @Column('text', { name: 'texte_recherche' }) searchText!: string;
  @Column('int', { name: 'version' }) version!: number;
  @Column('timestamptz', { name: 'date_creation' }) createdAt!: Date;
  /** When it left the catalogue for good; such a product is found by nobody but the orders that name it. */
  @DeleteDateColumn({ type: 'timestamptz', name: 'date_archivage' }) archivedAt!: Date | null;
  @OneToMany(() => Variant, (variant) => variant.product, { cascade: ['insert', 'update'] }) variants!: Relation<Variant[]>;

  /** Puts a product on sale (or beside it, not `active`). @throws DomainError VALIDATION_FAILED when its stock is said twice, or two variants are the same, or a floor price is above the price; STOCK_TOO_LARGE */
  static list(sellerId: string, listing: QuestionOf<ListProduct>, active = true): Product {
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
      ...referenced(listing.reference),
      unitPrice: listing.unitPrice,
      floorPrice: listing.floorPrice || null,
      stock,
      reserved: 0,
      lowStockAt: listing.lowStockAt ?? null,
      aliases: listing.aliases ?? [],
      photos: listing.photos ?? [],
      active,
      version: 1,
      createdAt: new Date(),
      archivedAt: null,
      variants,
    });
    product.checkFloors();
    product.named();
    product.record(ProductListedV1, () => product.facts());
    return product;
  }

  /** Its name as `nom_replie` holds it. */
  get foldedName(): string {
    return fold(this.name);
  }

  /** Left to sell: in stock less reserved, of what is on sale. */
  get available(): number {
    if (this.variants.length === 0) return this.stock - this.reserved;
    return this.variants.reduce((sum, variant) => sum + (variant.active ? variant.available : 0), 0);
  }

  /**
   * Changes what the seller named; the rest stays. Orders keep the price they were confirmed at.
   * @throws DomainError VARIANT_NOT_FOUND, VALIDATION_FAILED when a floor price is above the price
   */
  change({
    variants = [],
    reference,
    floorPrice,
    ...change
  }: Omit<QuestionOf<UpdateProduct>, 'productId' | 'newVariants'>): void {
    Object.assign(this, change, reference === undefined ? {} : referenced(reference));
    if (floorPrice !== undefined) this.floorPrice = floorPrice || null;
    for (const { variantId, unitPrice, floorPrice: ownFloor, active, reference: own } of variants) {
      const variant = this.variant(variantId);
      if (unitPrice !== undefined) variant.ownPrice = unitPrice;
      if (ownFloor !== undefined) variant.ownFloor = ownFloor || null;
      if (active !== undefined) variant.active = active;
      if (own !== undefined) Object.assign(variant, referenced(own));
    }
    this.checkFloors();
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
    this.checkFloors();
    return variants;
  }

  /** Takes it out of the catalogue for good. What is reserved stays so: confirmed orders go on. */
  archive(): void {
    this.active = false;
    this.archivedAt = new Date();
    this.record(ProductUpdatedV1, () => this.facts());
  }

  /** @throws DomainError VARIANT_NOT_FOUND */
  variant(variantId: string): Variant {
    const variant = this.variants.find(({ id }) => id === variantId);
    if (!variant) throw notFound('variant', variantId);
    return variant;
  }

  /** Takes a size or colour out of the catalogue for good, once nothing of it is left. @throws DomainError VARIANT_NOT_FOUND */
  removeVariant(variantId: string): void {
    this.variant(variantId).removedAt = new Date();
    this.record(ProductUpdatedV1, () => this.facts());
  }

  /** Follows what the ledger has just done to its stock, so that it need not be read again. */
  stockChanged(changes: { variantId?: string; stock: number; reserved: number }[]): void {
    for (const { variantId, stock, reserved } of changes)
      for (const held of variantId ? [this, this.variant(variantId)] : [this]) {
        held.stock += stock;
        held.reserved += reserved;
      }
    this.version += 1;
  }

  /** References of it and its variants, folded. */
  get references(): string[] {
    return [this, ...this.variants.filter(({ removedAt }) => !removedAt)].flatMap(({ foldedReference }) => foldedReference ?? []);
  }

  /** The size or colour that people would take for this one. */
  variantLike(asked: { size?: string | null; color?: string | null }): Variant | undefined {
    return this.variants.find((variant) => labelOf(variant) === labelOf(asked));
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
      ...(this.reference ? { reference: this.reference } : {}),
      unitPrice: this.unitPrice,
      ...(this.floorPrice === null ? {} : { floorPrice: this.floorPrice }),
      available: this.available,
      aliases: this.aliases,
      photos: this.photos,
      active: this.active,
      variants: this.variants
        .filter(({ removedAt }) => !removedAt)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map((variant) => variant.facts(this)),
    };
  }

  /** What one of it costs, in this size or colour, and the lowest price the assistant may grant for it. FCFA. */
  priceOf(variant?: Variant): { unitPrice: number; floorPrice?: number } {
    return variant ? variant.price(this) : { unitPrice: this.unitPrice, floorPrice: this.floorPrice ?? undefined };
  }

  private checkFloors(): void {
    const above = (field: string) => invalid('a floor price is not above the price', [{ field, problem: 'is above the price' }]);
    if ((this.floorPrice ?? 0) > this.unitPrice) throw above('floorPrice');
    const wrong = this.variants.some(({ ownFloor, ownPrice }) => (ownFloor ?? 0) > (ownPrice ?? this.unitPrice));
    if (wrong) throw above('variants.floorPrice');
  }

  private named(): void {
    this.searchText = [this.name, ...this.aliases].map(fold).join(' | ');
  }
}
