import { Column, Entity, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import {
  DomainError,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderEditedV1,
  type OrderFacts,
  type OrderLine as OrderLineFacts,
  type OrderStatus,
  OrderStatusChangedV1,
} from '#contracts';
import { Aggregate } from '#bus';
import { FcfaColumn } from '#database';
import type { OrderStockMove } from '../catalogue/stock.js';
import { OrderLine, sameItem, sameLines, totalOf } from './order-line.entity.js';
import { searchTextOf } from './search-text.js';

/** Where an order can go from each status. Work of the courier may be heard of late or in leaps: from confirmed straight to delivered. */
export const TRANSITIONS: Record<OrderStatus, readonly OrderStatus[]> = {
  draft: ['confirmed', 'cancelled'],
  confirmed: ['preparing', 'ready', 'out-for-delivery', 'delivered', 'delivery-failed', 'cancelled'],
  preparing: ['ready', 'out-for-delivery', 'delivered', 'delivery-failed', 'cancelled'],
  ready: ['out-for-delivery', 'delivered', 'delivery-failed', 'cancelled'],
  'out-for-delivery': ['delivered', 'delivery-failed', 'returned'],
  'delivery-failed': ['out-for-delivery', 'delivered', 'cancelled', 'returned'],
  delivered: ['returned'],
  cancelled: [],
  returned: [],
};

/** What an order that is over can be. */
export const OVER: readonly OrderStatus[] = ['delivered', 'cancelled', 'returned'];

/** What an order can be while it has not left the shop. */
const IN_THE_SHOP: readonly OrderStatus[] = ['confirmed', 'preparing', 'ready'];

/** Statuses as `statut_commande` stores them. */
export const STORED_STATUS: Record<OrderStatus, string> = {
  draft: 'brouillon',
  confirmed: 'confirmee',
  preparing: 'en_preparation',
  ready: 'prete',
  'out-for-delivery': 'en_livraison',
  delivered: 'livree',
  cancelled: 'annulee',
  returned: 'retournee',
  'delivery-failed': 'echec_livraison',
};

/** The status that a stored value means. */
export const statusOf = (stored: string): OrderStatus =>
  (Object.keys(STORED_STATUS) as OrderStatus[]).find((status) => STORED_STATUS[status] === stored)!;

/** A step in an order's life, for its history. `from` is null at its confirmation, and the same as `to` in a remark. */
export interface Step {
  from: OrderStatus | null;
  to: OrderStatus;
  reason?: string;
}

/** What changes of an order; what is absent stays. Lines are all lines from now on, priced. */
export interface OrderEdit {
  lines?: OrderLineFacts[];
  deliveryAddress?: string;
  /** E.164. */
  deliveryPhone?: string;
  reason?: string;
}

/** What an order needs to be confirmed: whose, for whom, where to, and lines priced from the catalogue with their stock reserved. */
export interface ConfirmedOrder {
  id: string;
  number: string;
  sellerId: string;
  agreementId?: string;
  conversationId?: string;
  prospectId: string;
  customerName: string;
  customerPhone: string;
  deliveryAddress: string;
  deliveryPhone: string;
  lines: OrderLineFacts[];
}

/** An order, from its confirmation on: what a customer gave up before that is no order. */
@Entity('commandes')
export class Order extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_commande' }) id!: string;
  @Column('uuid', { name: 'id_prospect' }) prospectId!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @Column('uuid', { name: 'id_conversation', nullable: true }) conversationId!: string | null;
  @Column('uuid', { name: 'id_accord', nullable: true }) agreementId!: string | null;
  @Column('text', { name: 'numero_commande' }) number!: string;
  /** Sum of the lines; the delivery fee is not in it. */
  @FcfaColumn('montant_total') total!: number;
  @Column('text', { name: 'nom_client' }) customerName!: string;
  @Column('text', { name: 'telephone_client' }) customerPhone!: string;
  @Column('text', { name: 'adresse_livraison' }) deliveryAddress!: string;
  @Column('text', { name: 'telephone_livraison' }) deliveryPhone!: string;
  @Column('text', {
    name: 'statut_commande',
    transformer: { to: (status: OrderStatus) => STORED_STATUS[status], from: statusOf },
  })
  status!: OrderStatus;
  @Column('int', { name: 'version' }) version!: number;
  /** Version of the newest word from its delivery. */
  @Column('int', { name: 'version_livraison' }) deliveryVersion!: number;
  @Column('timestamptz', { name: 'date_creation' }) createdAt!: Date;
  @Column('text', { name: 'texte_recherche' }) searchText!: string;
  @OneToMany(() => OrderLine, (line) => line.order, { cascade: ['insert', 'update'] }) lines!: Relation<OrderLine[]>;

  private steps?: Step[];

  /** An order begins confirmed: priced, reserved and numbered. */
  static confirm({ lines, ...order }: ConfirmedOrder): Order {
    const confirmed = Object.assign(new Order(), {
      ...order,
      agreementId: order.agreementId ?? null,
      conversationId: order.conversationId ?? null,
      total: totalOf(lines),
      searchText: searchTextOf(order),
      status: 'confirmed',
      version: 1,
      deliveryVersion: 0,
      createdAt: new Date(),
      lines: lines.map((line) => OrderLine.of(order.sellerId, line)),
    } satisfies Partial<Order>);
    confirmed.note({ from: null, to: 'confirmed' });
    confirmed.record(OrderConfirmedV1, () => ({ ...confirmed.facts(), confirmedAt: confirmed.createdAt.toISOString() }));
    return confirmed;
  }

  /** Moves the order on. @throws DomainError ORDER_CANNOT_MOVE when the table has no such move */
  moveTo(to: Exclude<OrderStatus, 'cancelled'>, reason?: string): void {
    const from = this.go(to, reason);
    this.record(OrderStatusChangedV1, () => ({
      orderId: this.id,
      orderNumber: this.number,
      prospectId: this.prospectId,
      ...(this.conversationId ? { conversationId: this.conversationId } : {}),
      from,
      to,
      ...(reason ? { reason } : {}),
    }));
  }

  /** Calls the order off while it has not left. @throws DomainError ORDER_CANNOT_MOVE when it has, or is over */
  cancel(reason: string, cancelledBy: OrderCancelledV1['cancelledBy']): void {
    this.go('cancelled', reason);
    this.record(OrderCancelledV1, () => ({ ...this.facts(), reason, cancelledBy }));
  }

  /**
   * Takes word of its delivery. What is late or repeated changes nothing: a word older than the newest heard, or one that the order is already past.
   * @param version of the delivery when it said so
   * @returns whether the order moved
   */
  followDelivery(to: OrderStatus, version: number, reason: string): boolean {
    if (version <= this.deliveryVersion) return false;
    this.deliveryVersion = version;
    if (!this.canMoveTo(to)) return false;
    if (to === 'cancelled') this.cancel(reason, 'system');
    else this.moveTo(to, reason);
    return true;
  }

  /**
   * Changes an order that is still in the shop; its goods have been moved. Lines that stay keep their place in the reports.
   * @returns false when it is so already: nothing is changed and nobody told
   * @throws DomainError ORDER_LEFT when it has left or is over
   */
  edit({ lines, deliveryAddress, deliveryPhone, reason }: OrderEdit): boolean {
    this.assertInTheShop();
    const previousTotal = this.total;
    const moved = deliveryAddress !== undefined && deliveryAddress !== this.deliveryAddress;
    const called = deliveryPhone !== undefined && deliveryPhone !== this.deliveryPhone;
    const relined = lines !== undefined && !sameLines(lines, this.lines);
    if (!moved && !called && !relined) return false;
    if (moved) this.deliveryAddress = deliveryAddress;
    if (called) this.deliveryPhone = deliveryPhone;
    if (relined) this.reline(lines);
    this.searchText = searchTextOf(this);
    const what = [
      ...(relined ? [`articles (${inFcfa(previousTotal)} → ${inFcfa(this.total)})`] : []),
      ...(moved ? ['adresse'] : []),
      ...(called ? ['téléphone'] : []),
    ].join(', ');
    this.remark(`Modifiée : ${what}${reason ? `. ${reason}` : ''}`.slice(0, MOST_REASON));
    this.record(OrderEditedV1, () => ({ ...this.facts(), previousTotal, ...(reason ? { reason } : {}) }));
    return true;
  }

  /** @throws DomainError ORDER_LEFT */
  assertInTheShop(): void {
    if (!IN_THE_SHOP.includes(this.status))
      throw new DomainError('ORDER_LEFT', 'conflict', { orderId: this.id, status: this.status });
  }

  get isOver(): boolean {
    return OVER.includes(this.status);
  }

  /** Writes something into the order's history that moves nothing. */
  remark(reason: string): void {
    this.note({ from: this.status, to: this.status, reason });
  }

  canMoveTo(to: OrderStatus): boolean {
    return TRANSITIONS[this.status].includes(to);
  }

  /** What a move from `before` to the present status means for the goods. */
  stockMoveSince(before: OrderStatus): Exclude<OrderStockMove, 'reserved'> | undefined {
    if (before === this.status) return undefined;
    if (this.status === 'delivered') return 'consumed';
    if (this.status === 'cancelled') return 'released';
    // A parcel that comes back unopened was never sold: its goods are still reserved.
    if (this.status === 'returned') return before === 'delivered' ? 'returned' : 'released';
    return undefined;
  }

  /** Hands over the steps since the last time, for the history. */
  takeSteps(): Step[] {
    const steps = this.steps ?? [];
    this.steps = undefined;
    return steps;
  }

  facts(): OrderFacts {
    return {
      orderId: this.id,
      orderNumber: this.number,
      ...(this.agreementId ? { agreementId: this.agreementId } : {}),
      ...(this.conversationId ? { conversationId: this.conversationId } : {}),
      prospectId: this.prospectId,
      customerName: this.customerName,
      customerPhone: this.customerPhone,
      lines: this.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((line) => line.facts()),
      total: this.total,
      deliveryAddress: this.deliveryAddress,
      deliveryPhone: this.deliveryPhone,
    };
  }

  private reline(lines: OrderLineFacts[]): void {
    const kept = [...this.lines];
    this.lines = lines.map((line) => {
      const i = kept.findIndex((old) => sameItem(old.facts(), line));
      const [old] = i < 0 ? [] : kept.splice(i, 1);
      const { quantity, unitPrice, lineTotal, productName } = line;
      return old ? Object.assign(old, { quantity, unitPrice, lineTotal, productName }) : OrderLine.of(this.sellerId, line);
    });
    this.total = totalOf(lines);
  }

  private go(to: OrderStatus, reason?: string): OrderStatus {
    const from = this.status;
    if (!this.canMoveTo(to)) throw new DomainError('ORDER_CANNOT_MOVE', 'conflict', { orderId: this.id, from, to });
    this.status = to;
    this.note({ from, to, reason });
    return from;
  }

  private note(step: Step): void {
    (this.steps ??= []).push(step);
  }
}

/** As long as a reason in the history can be. */
const MOST_REASON = 300;

/** `45.000 FCFA`. */
const inFcfa = (amount: number) => `${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.')} FCFA`;
