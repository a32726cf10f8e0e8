import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { OrderLine as OrderLineFacts } from '#contracts';
import { FcfaColumn, newId } from '#database';
import { Order } from './order.entity.js';
import type { PricedLine } from './price-lines.js';

/** A line of an order, at the price of its confirmation. */
@Entity('details_commande')
export class OrderLine {
  @PrimaryColumn('uuid', { name: 'id_ligne' }) id!: string;
  @Column('uuid', { name: 'id_produit' }) productId!: string;
  @Column('uuid', { name: 'id_variante', nullable: true }) variantId!: string | null;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  /** The product's name when it was ordered. */
  @Column('text', { name: 'designation' }) productName!: string;
  @Column('text', { name: 'taille', nullable: true }) size!: string | null;
  @Column('text', { name: 'couleur', nullable: true }) color!: string | null;
  @Column('int', { name: 'quantite_commandee' }) quantity!: number;
  @FcfaColumn('prix_unitaire') unitPrice!: number;
  @FcfaColumn('prix_total_ligne') lineTotal!: number;
  /** What the shop asked for one by hand. */
  @FcfaColumn('prix_convenu', { nullable: true }) givenPrice!: number | null;
  @ManyToOne(() => Order, (order) => order.lines, { orphanedRowAction: 'delete' })
  @JoinColumn({ name: 'id_commande' })
  order!: Relation<Order>;

  static of(sellerId: string, line: PricedLine): OrderLine {
    return Object.assign(new OrderLine(), {
      ...line,
      id: newId(),
      sellerId,
      variantId: line.variantId ?? null,
      size: line.size ?? null,
      color: line.color ?? null,
      givenPrice: line.givenPrice ?? null,
    });
  }

  facts(): OrderLineFacts {
    return {
      productId: this.productId,
      ...(this.variantId ? { variantId: this.variantId } : {}),
      ...(this.size ? { size: this.size } : {}),
      ...(this.color ? { color: this.color } : {}),
      quantity: this.quantity,
      productName: this.productName,
      unitPrice: this.unitPrice,
      lineTotal: this.lineTotal,
    };
  }
}

/** Sum of the lines, in FCFA. */
export const totalOf = (lines: OrderLineFacts[]) => lines.reduce((sum, line) => sum + line.lineTotal, 0);

/** The same thing in the same size and colour. */
export const sameItem = (a: OrderLineFacts, b: OrderLineFacts): boolean =>
  a.productId === b.productId && a.variantId === b.variantId && a.size === b.size && a.color === b.color;

/** Whether lines say the same, whatever their order. */
export function sameLines(wanted: OrderLineFacts[], lines: OrderLine[]): boolean {
  const written = (line: OrderLineFacts) =>
    [line.productId, line.variantId, line.size, line.color, line.quantity, line.unitPrice].join('|');
  const [now, then] = [wanted.map(written).sort(), lines.map((line) => written(line.facts())).sort()];
  return now.length === then.length && now.every((line, i) => line === then[i]);
}
