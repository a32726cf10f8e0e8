import { Column, DeleteDateColumn, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { fold, invalid, type NewVariant, type VariantFacts } from '#contracts';
import { FcfaColumn, newId } from '#database';
import { Product } from './product.entity.js';

/** How many sizes and colours a contract can say of one product. */
export const MOST_VARIANTS = 200;

/** A size or colour of a product, with its own stock and, if it differs, its own price. */
@Entity('variantes_produit')
export class Variant {
  @PrimaryColumn('uuid', { name: 'id_variante' }) id!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @Column('text', { name: 'taille', nullable: true }) size!: string | null;
  @Column('text', { name: 'couleur', nullable: true }) color!: string | null;
  @Column('text', { name: 'reference', nullable: true }) reference!: string | null;
  @Column('text', { name: 'reference_repliee', nullable: true }) foldedReference!: string | null;
  @FcfaColumn('prix_unitaire', { nullable: true }) ownPrice!: number | null;
  @FcfaColumn('prix_plancher', { nullable: true }) ownFloor!: number | null;
  @Column('int', { name: 'quantite_stock' }) stock!: number;
  @Column('int', { name: 'stock_reserve' }) reserved!: number;
  @Column('boolean', { name: 'actif' }) active!: boolean;
  /** When it left the catalogue for good; orders that named it keep it. */
  @DeleteDateColumn({ type: 'timestamptz', name: 'date_retrait' }) removedAt!: Date | null;
  @ManyToOne(() => Product, (product) => product.variants, { orphanedRowAction: 'disable' })
  @JoinColumn({ name: 'id_produit' })
  product!: Relation<Product>;

  static of(sellerId: string, variant: NewVariant): Variant {
    return Object.assign(new Variant(), {
      id: newId(),
      sellerId,
      size: variant.size ?? null,
      color: variant.color ?? null,
      ...referenced(variant.reference),
      ownPrice: variant.unitPrice ?? null,
      ownFloor: variant.floorPrice || null,
      stock: variant.stock,
      reserved: 0,
      active: true,
      removedAt: null,
    });
  }

  get available(): number {
    return this.stock - this.reserved;
  }

  /** Its own price and floor, else its product's. A floor of the product's that is above its own price is none: the price is fixed then. */
  price(product: { unitPrice: number; floorPrice: number | null }): { unitPrice: number; floorPrice?: number } {
    const unitPrice = this.ownPrice ?? product.unitPrice;
    const floorPrice = this.ownFloor ?? product.floorPrice;
    return { unitPrice, ...(floorPrice !== null && floorPrice <= unitPrice ? { floorPrice } : {}) };
  }

  facts(product: { unitPrice: number; floorPrice: number | null }): VariantFacts {
    return {
      variantId: this.id,
      ...(this.size ? { size: this.size } : {}),
      ...(this.color ? { color: this.color } : {}),
      ...(this.reference ? { reference: this.reference } : {}),
      ...this.price(product),
      available: this.available,
      active: this.active,
    };
  }
}

/** A reference as it is written and as it is told from others: `PAGNE-01` is `pagne 01`. Nothing, or signs alone, is none. */
export function referenced(written = ''): { reference: string | null; foldedReference: string | null } {
  const folded = fold(written);
  return folded === '' ? { reference: null, foldedReference: null } : { reference: written.trim(), foldedReference: folded };
}

/** Size and colour as people tell them apart: `Noir` is `noir`. Signs count: `S+` is not `S`. */
export const labelOf = ({ size, color }: { size?: string | null; color?: string | null }): string =>
  [size, color].map((word) => plain(word ?? '')).join('|');

const plain = (word: string) =>
  word
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();

/** Each variant is told from the others by its size and colour. */
export function checkVariants(variants: Variant[]): void {
  if (variants.some((variant) => labelOf(variant) === '|'))
    throw invalid('a variant has a size or a colour', [{ field: 'variants', problem: 'one has neither size nor colour' }]);
  if (new Set(variants.map(labelOf)).size < variants.length)
    throw invalid('two variants are the same', [{ field: 'variants', problem: 'name a size and colour twice' }]);
  if (variants.length > MOST_VARIANTS)
    throw invalid('a product has too many variants', [{ field: 'variants', problem: `are more than ${MOST_VARIANTS}` }]);
}
