import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import {
  DeliveryAttemptFailedV1,
  DeliveryCancelledV1,
  DeliveryCompletedV1,
  DeliveryPickedUpV1,
  DeliveryPlannedV1,
  DeliveryReassignedV1,
  type DeliveryStatus,
  DomainError,
} from '#contracts';
import { Aggregate } from '#bus';
import { newId, FcfaColumn } from '#database';
import { Courier } from '../courier/courier.entity.js';
import { STORED_STATUS, statusOf, TRANSITIONS } from './delivery-status.js';
import { factsOf, toldFormer } from './delivery-facts.js';
import { copyOf, FORGOTTEN, type KnownOrder } from './order-copy.js';
import type { Plan, Step } from './plan.js';

/** The bringing of one order to its customer, by one courier. */
@Entity('livraisons')
export class Delivery extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_livraison' }) id!: string;
  @Column('uuid', { name: 'id_commande' }) orderId!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @ManyToOne(() => Courier)
  @JoinColumn({ name: 'id_livreur' })
  courier!: Relation<Courier>;
  @Column('timestamptz', { name: 'date_livraison_prevue' }) plannedFor!: Date;
  @Column('text', { name: 'adresse_recuperation' }) pickupAddress!: string;
  @Column('text', { name: 'adresse_destination' }) destination!: string;
  @FcfaColumn('frais_livraison') fee!: number;
  @Column('text', {
    name: 'statut_livraison',
    transformer: { to: (status: DeliveryStatus) => STORED_STATUS[status], from: statusOf },
  })
  status!: DeliveryStatus;
  @Column('text', { name: 'motif_affectation' }) reason!: string;
  @Column('text', { name: 'reference_commande' }) orderNumber!: string;
  /** Of the order as it is copied here. */
  @Column('int', { name: 'version_commande' }) orderVersion!: number;
  /** Of the order, without the fee. */
  @FcfaColumn('montant_commande') orderTotal!: number;
  /** Paid of the order before it is brought. */
  @FcfaColumn('montant_paye') paid!: number;
  /** Of the order, when it said what is paid. */
  @Column('int', { name: 'version_paiement' }) paymentVersion!: number;
  @Column('uuid', { name: 'id_prospect' }) prospectId!: string;
  @Column('uuid', { name: 'id_conversation', nullable: true }) conversationId!: string | null;
  @Column('text', { name: 'nom_destinataire' }) customerName!: string;
  @Column('text', { name: 'telephone_destinataire' }) deliveryPhone!: string;
  @Column('text', { name: 'colis' }) parcel!: string;
  @Column('int', { name: 'tentatives' }) attempts!: number;
  /** Cash counted at the door. */
  @FcfaColumn('montant_encaisse', { nullable: true }) collected!: number | null;
  @Column('timestamptz', { name: 'date_recuperation', nullable: true }) pickedUpAt!: Date | null;
  @Column('timestamptz', { name: 'date_remise', nullable: true }) completedAt!: Date | null;
  @Column('timestamptz', { name: 'date_derniere_tentative', nullable: true }) lastAttemptAt!: Date | null;
  @Column('int', { name: 'version' }) version!: number;
  @Column('timestamptz', { name: 'date_creation' }) createdAt!: Date;

  private steps?: Step[];
  private ended = false;

  /** Plans the delivery of a confirmed order. */
  static plan(sellerId: string, { order, version, paymentVersion = version }: KnownOrder, plan: Plan): Delivery {
    const delivery = Object.assign(new Delivery(), {
      ...plan,
      id: newId(),
      sellerId,
      orderId: order.orderId,
      prospectId: order.prospectId,
      conversationId: order.conversationId ?? null,
      ...copyOf(order),
      orderVersion: version,
      paid: order.paid ?? 0,
      paymentVersion,
      status: 'planned',
      attempts: 0,
      collected: null,
      pickedUpAt: null,
      completedAt: null,
      lastAttemptAt: null,
      version: 1,
      createdAt: new Date(),
    } satisfies Partial<Delivery>);
    delivery.note({ from: null, to: 'planned', reason: plan.reason });
    delivery.announcePlan();
    return delivery;
  }

  /** What the courier collects: the order's total and the fee less what is paid. FCFA. */
  get amountToCollect(): number {
    return Math.max(0, this.orderTotal + this.fee - this.paid);
  }

  canMoveTo(to: DeliveryStatus): boolean {
    return TRANSITIONS[this.status].includes(to);
  }

  /** The courier has the parcel. @throws DomainError DELIVERY_CANNOT_MOVE */
  pickUp(): void {
    this.go('picked-up');
    const at = (this.pickedUpAt = new Date());
    this.record(DeliveryPickedUpV1, () => ({ ...factsOf(this), pickedUpAt: at.toISOString() }));
  }

  /** The parcel is with the customer. @param collected cash counted, FCFA; all of it when absent. @throws DomainError DELIVERY_CANNOT_MOVE */
  complete(collected: number = this.amountToCollect): void {
    this.go('completed', { collected });
    this.ended = true;
    this.collected = collected;
    const at = (this.completedAt = new Date());
    this.record(DeliveryCompletedV1, () => ({ ...factsOf(this), completedAt: at.toISOString(), collected }));
  }

  /** The courier could not hand the parcel over. @param attempts after which it goes back to the seller. @throws DomainError DELIVERY_CANNOT_MOVE */
  attemptFailed(failure: string, attempts: number): void {
    this.go('attempt-failed', { reason: failure });
    const attempt = (this.attempts += 1);
    this.lastAttemptAt = new Date();
    const final = (this.ended = attempt >= attempts);
    this.record(DeliveryAttemptFailedV1, () => ({ ...factsOf(this), attempt, failure, ...(final ? { final } : {}) }));
  }

  /** The same courier tries again. @throws DomainError DELIVERY_CANNOT_MOVE */
  planAgain(plannedFor: Date): void {
    // Why he was chosen once says nothing about this attempt.
    this.reason = `${this.courier.fullName} garde le colis pour la tentative n° ${this.attempts + 1}`;
    this.go('planned', { reason: this.reason });
    this.plannedFor = plannedFor;
    this.pickedUpAt = null;
    this.announcePlan();
  }

  /** Called off with its order. @throws DomainError DELIVERY_CANNOT_MOVE */
  cancel(reason: string): void {
    this.go('cancelled', { reason });
    this.ended = true;
    this.record(DeliveryCancelledV1, () => ({ ...factsOf(this), reason }));
  }

  /**
   * Somebody else has it from now on, or the same courier at another time. A parcel that changes hands is planned anew.
   * @param why what the former courier is told
   */
  handOver({ courier, plannedFor, reason }: Pick<Plan, 'courier' | 'plannedFor' | 'reason'>, why: string): void {
    const former = this.courier;
    const changesHands = courier.id !== former.id;
    const waited = this.status === 'cancelled';
    Object.assign(this, { courier, plannedFor, reason });
    if (this.status === 'planned' || (this.status === 'picked-up' && !changesHands)) this.remark(reason);
    else this.go('planned', { reason });
    if (changesHands) this.lastAttemptAt = null;
    if (this.status === 'planned') this.pickedUpAt = null;
    // Who lost one that waited was told then.
    if (changesHands && !waited) this.tellFormer(former, why);
    this.announcePlan();
  }

  /** Nobody covers its new address: it waits, without a courier, until {@link planAnew}. @param why what the former courier is told */
  leaveWaiting(reason: string, why: string): void {
    this.go('cancelled', { reason });
    this.reason = reason;
    this.tellFormer(this.courier, why);
  }

  /** A courier is found for a delivery that waits. @throws DomainError DELIVERY_CANNOT_MOVE */
  planAnew(known: KnownOrder, plan: Plan): void {
    this.follow(known);
    Object.assign(this, plan, { pickedUpAt: null, lastAttemptAt: null });
    this.go('planned', { reason: plan.reason });
    this.announcePlan();
  }

  /** Takes over what an edit changed of the order. */
  follow({ order, version, paymentVersion = version }: KnownOrder): void {
    Object.assign(this, copyOf(order), { orderVersion: version });
    if (paymentVersion > this.paymentVersion) Object.assign(this, { paid: order.paid ?? 0, paymentVersion });
  }

  /** Takes over what is paid by now, and tells what is left to collect when that has changed. */
  followPayments(paid: number, version: number, what: 'paiement' | 'remboursement'): void {
    if (version <= this.paymentVersion) return;
    const before = this.amountToCollect;
    Object.assign(this, { paid, paymentVersion: version });
    if (this.amountToCollect !== before) this.tellEdited(`Montant à encaisser changé : ${what} enregistré par la boutique`);
  }

  /** Tells the new facts to whoever shows them. A parcel that came back is brought to nobody: its facts are only kept. */
  tellEdited(reason: string): void {
    this.remark(reason);
    if (this.status !== 'attempt-failed') this.announcePlan();
  }

  /** Writes something into the history that moves nothing. */
  remark(reason: string): void {
    this.note({ from: this.status, to: this.status, reason });
  }

  /** Forgets whose it was and where it went; what it cost and who brought it stays. */
  forgetCustomer(): void {
    Object.assign(this, FORGOTTEN);
  }

  /** Delivered or called off: nothing follows but word of a late hand-over, or a courier for one that waits. */
  get isOver(): boolean {
    return this.status === 'completed' || this.status === 'cancelled';
  }

  get isForgotten(): boolean {
    return this.customerName === FORGOTTEN.customerName;
  }

  /** True for good: delivered, called off, or given up after the last attempt in this change. */
  get hasEnded(): boolean {
    return this.ended;
  }

  /** Hands over the steps since the last time, for the history. */
  takeSteps(): Step[] {
    const steps = this.steps ?? [];
    this.steps = undefined;
    return steps;
  }

  private tellFormer(former: Courier, reason: string): void {
    this.record(DeliveryReassignedV1, () => toldFormer(this, former, reason));
  }

  private announcePlan(): void {
    this.record(DeliveryPlannedV1, () => ({ ...factsOf(this), reason: this.reason }));
  }

  private go(to: DeliveryStatus, about: Pick<Step, 'reason' | 'collected'> = {}): void {
    const from = this.status;
    if (!this.canMoveTo(to)) throw new DomainError('DELIVERY_CANNOT_MOVE', 'conflict', { deliveryId: this.id, from, to });
    this.status = to;
    this.note({ from, to, ...about });
  }

  private note(step: Omit<Step, 'courier'>): void {
    (this.steps ??= []).push({ ...step, courier: this.courier });
  }
}
