import { Column, Entity, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import {
  DomainError,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderDraftedV1,
  OrderEditedV1,
  OrderPaymentsChangedV1,
  OrderRefundsChangedV1,
  type OrderStatus,
  OrderStatusChangedV1,
} from '#contracts';
import { Aggregate } from '#bus';
import { FcfaColumn } from '#database';
import type { OrderStockMove } from '../catalogue/stock.js';
import type { Payment } from '../payment/payment-book.js';
import type { Refund } from '../payment/refund-book.js';
import type { NewOrder, OrderEdit } from './new-order.js';
import { factsOf, toldOfPayment, toldOfRefund, whichOf } from './order-facts.js';
import { IN_THE_SHOP, type OrderMove, OVER, type Step, STORED_STATUS, statusOf, TRANSITIONS } from './order-status.js';
import { OrderLine, sameItem, sameLines, totalOf } from './order-line.entity.js';
import type { PricedLine } from './price-lines.js';
import { searchTextOf } from './search-text.js';

/** An order: agreed to in a conversation, or written down by the shop; what a customer gave up before that is none. */
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
  /** Delivery fee that the customer was told, while it holds. */
  @FcfaColumn('frais_annonces', { nullable: true }) toldFee!: number | null;
  /** Delivery fee of the planned delivery. */
  @FcfaColumn('frais_prevus', { nullable: true }) plannedFee!: number | null;
  /** Sum of its payments that stand, less its refunds that stand. */
  @FcfaColumn('montant_paye') paid!: number;
  @Column('uuid', { name: 'id_commande_echangee', nullable: true }) exchangeOf!: string | null;
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
  /** The day it counts on; none while, or as long as, it was only written down. */
  @Column('timestamptz', { name: 'date_confirmation', nullable: true }) confirmedAt!: Date | null;
  @Column('text', { name: 'texte_recherche' }) searchText!: string;
  @OneToMany(() => OrderLine, (line) => line.order, { cascade: ['insert', 'update'] }) lines!: Relation<OrderLine[]>;

  private steps?: Step[];
  private relined = false;

  /** An order that begins confirmed: priced, reserved and numbered. */
  static confirm(order: NewOrder): Order {
    const confirmed = Order.begin(order, 'confirmed');
    confirmed.tellConfirmed(confirmed.createdAt);
    return confirmed;
  }

  /** An order that is only written down: priced and numbered, nothing is reserved. */
  static draft(order: NewOrder): Order {
    const draft = Order.begin(order, 'draft');
    draft.record(OrderDraftedV1, () => factsOf(draft));
    return draft;
  }

  private static begin({ lines, deliveryFee, reason, ...order }: NewOrder, status: 'draft' | 'confirmed'): Order {
    const begun = Object.assign(new Order(), {
      ...order,
      agreementId: order.agreementId ?? null,
      conversationId: order.conversationId ?? null,
      total: totalOf(lines),
      toldFee: deliveryFee ?? null,
      plannedFee: null,
      paid: order.paid ?? 0,
      exchangeOf: order.exchangeOf ?? null,
      searchText: searchTextOf(order),
      status,
      version: 1,
      deliveryVersion: 0,
      createdAt: new Date(),
      confirmedAt: null,
      lines: lines.map((line) => OrderLine.of(order.sellerId, line)),
    } satisfies Partial<Order>);
    begun.note({ from: null, to: status, ...(reason ? { reason } : {}) });
    return begun;
  }

  /** Makes an order of a draft; its goods are reserved. @param lines priced anew. @throws DomainError ORDER_CANNOT_MOVE when it is none any more */
  confirmDraft(lines: PricedLine[]): void {
    this.go('confirmed');
    this.reline(lines);
    this.tellConfirmed(new Date());
  }

  /** Moves the order on. @throws DomainError ORDER_CANNOT_MOVE when the table has no such move */
  moveTo(to: OrderMove, reason?: string): void {
    const from = this.go(to, reason);
    this.record(OrderStatusChangedV1, () => ({
      ...whichOf(this),
      from,
      to,
      ...(reason ? { reason } : {}),
    }));
  }

  /** Calls the order off while it has not left. @throws DomainError ORDER_CANNOT_MOVE when it has, or is over */
  cancel(reason: string, cancelledBy: OrderCancelledV1['cancelledBy']): void {
    const from = this.go('cancelled', reason);
    this.record(OrderCancelledV1, () => ({
      ...factsOf(this),
      reason,
      cancelledBy,
      ...(from === 'draft' ? { wasDraft: true } : {}),
    }));
  }

  /**
   * Takes word of its delivery. What is late or repeated changes nothing: a word older than the newest heard, or one that the order is already past.
   * @param version of the delivery when it said so
   * @param fee what it costs, where it says so, FCFA
   * @returns whether the order moved
   */
  followDelivery(to: OrderMove | 'cancelled', version: number, reason: string, fee?: number): boolean {
    if (version <= this.deliveryVersion) return false;
    this.deliveryVersion = version;
    if (fee !== undefined) this.plannedFee = fee;
    if (!this.canMoveTo(to)) return false;
    if (to === 'cancelled') this.cancel(reason, 'system');
    else this.moveTo(to, reason);
    return true;
  }

  /**
   * Changes an order that is still in the shop; its goods have been moved. Lines that stay keep their place in the reports. Somewhere else, the fee that was told
   * does not hold any more.
   * @returns false when it is so already: nothing is changed and nobody told
   * @throws DomainError ORDER_LEFT when it has left or is over
   */
  edit({ lines, deliveryAddress, deliveryPhone, reason, byCustomer }: OrderEdit): boolean {
    this.assertInTheShop();
    const previousTotal = this.total;
    const moved = deliveryAddress !== undefined && deliveryAddress !== this.deliveryAddress;
    const called = deliveryPhone !== undefined && deliveryPhone !== this.deliveryPhone;
    const relined = lines !== undefined && !sameLines(lines, this.lines);
    if (!moved && !called && !relined) return false;
    if (moved) Object.assign(this, { deliveryAddress, toldFee: null, plannedFee: null });
    if (called) this.deliveryPhone = deliveryPhone;
    if (relined) this.reline(lines);
    this.searchText = searchTextOf(this);
    const what = [
      ...(relined ? [`articles (${inFcfa(previousTotal)} → ${inFcfa(this.total)})`] : []),
      ...(moved ? ['adresse'] : []),
      ...(called ? ['téléphone'] : []),
    ].join(', ');
    this.remark(`Modifiée : ${what}${reason ? `. ${reason}` : ''}`.slice(0, MOST_REASON));
    // Of a draft nobody has been told anything: it is written down anew.
    if (this.status === 'draft') this.record(OrderDraftedV1, () => factsOf(this));
    else
      this.record(OrderEditedV1, () => ({
        ...factsOf(this),
        previousTotal,
        ...(reason ? { reason } : {}),
        ...(byCustomer ? { byCustomer } : {}),
      }));
    return true;
  }

  /** Money came in for it; the payment is booked. */
  received(payment: Payment): void {
    this.paid += payment.amount;
    this.tellPayment(payment, false);
  }

  /** A payment was no payment; it is struck out of the book. */
  notReceived(payment: Payment): void {
    this.paid -= payment.amount;
    this.tellPayment(payment, true);
  }

  /** Money went back to the customer; the refund is booked. @param owed what she owes for it in all, FCFA */
  refunded(refund: Refund, owed: number): void {
    this.paid -= refund.amount;
    this.tellRefund(refund, false, owed);
  }

  /** A refund was none; it is struck out of the book. @param owed what she owes for it in all, FCFA */
  notRefunded(refund: Refund, owed: number): void {
    this.paid += refund.amount;
    this.tellRefund(refund, true, owed);
  }

  /** Delivery fee as far as it is known: of the planned delivery, else what the customer was told. FCFA. */
  get deliveryFee(): number | undefined {
    return this.plannedFee ?? this.toldFee ?? undefined;
  }

  /** What is left to collect, FCFA: nothing of an order that is called off or came back. */
  get amountToCollect(): number {
    const owed = this.status === 'cancelled' || this.status === 'returned' ? 0 : this.total + (this.deliveryFee ?? 0);
    return Math.max(0, owed - this.paid);
  }

  /** It has not left yet, so it can be changed. */
  get isInTheShop(): boolean {
    return IN_THE_SHOP.includes(this.status);
  }

  /** @throws DomainError ORDER_LEFT */
  assertInTheShop(): void {
    if (!this.isInTheShop) throw new DomainError('ORDER_LEFT', 'conflict', { orderId: this.id, status: this.status });
  }

  get isOver(): boolean {
    return OVER.includes(this.status);
  }

  /** Writes something into the order's history that moves nothing. */
  remark(reason: string): void {
    this.note({ from: this.status, to: this.status, reason });
  }

  /** @throws DomainError ORDER_CANNOT_MOVE when the table has no such move */
  assertCanMoveTo(to: OrderStatus): void {
    const { id: orderId, status: from } = this;
    if (!this.canMoveTo(to)) throw new DomainError('ORDER_CANNOT_MOVE', 'conflict', { orderId, from, to });
  }

  /** Goods came back that the catalogue has no place for any more; the seller finds it in the history. */
  cameWithoutPlace(goods: { quantity: number }[]): void {
    const units = goods.reduce((sum, { quantity }) => sum + quantity, 0);
    if (units > 0) this.remark(`Revenu sans place au catalogue, stock à recompter : ${units}`);
  }

  canMoveTo(to: OrderStatus): boolean {
    return TRANSITIONS[this.status].includes(to);
  }

  /** What a move from `before` to the present status means for the goods. */
  stockMoveSince(before: OrderStatus): Exclude<OrderStockMove, 'reserved'> | undefined {
    if (before === this.status || before === 'draft') return undefined;
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

  /** Whether its lines have changed since it was read. */
  get hasOtherLines(): boolean {
    return this.relined;
  }

  private tellConfirmed(at: Date): void {
    this.confirmedAt = at;
    this.record(OrderConfirmedV1, () => ({ ...factsOf(this), confirmedAt: at.toISOString() }));
  }

  private tellPayment(payment: Payment, voided: boolean): void {
    this.record(OrderPaymentsChangedV1, () => toldOfPayment(this, payment, voided));
  }

  private tellRefund(refund: Refund, voided: boolean, owed: number): void {
    this.record(OrderRefundsChangedV1, () => toldOfRefund(this, refund, voided, owed));
  }

  private reline(lines: PricedLine[]): void {
    this.relined = true;
    const kept = [...this.lines];
    this.lines = lines.map((line) => {
      const i = kept.findIndex((old) => sameItem(old.facts(), line));
      const [old] = i < 0 ? [] : kept.splice(i, 1);
      const { quantity, unitPrice, lineTotal, productName, givenPrice = null } = line;
      return old
        ? Object.assign(old, { quantity, unitPrice, lineTotal, productName, givenPrice })
        : OrderLine.of(this.sellerId, line);
    });
    this.total = totalOf(lines);
  }

  private go(to: OrderStatus, reason?: string): OrderStatus {
    const from = this.status;
    this.assertCanMoveTo(to);
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
