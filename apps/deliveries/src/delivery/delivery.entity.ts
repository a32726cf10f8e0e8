import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import {
  DeliveryAttemptFailedV1,
  DeliveryCancelledV1,
  DeliveryCompletedV1,
  type DeliveryFacts,
  DeliveryPickedUpV1,
  DeliveryPlannedV1,
  type DeliveryStatus,
  DomainError,
  type OrderFacts,
} from '#contracts';
import { Aggregate } from '#bus';
import { newId, FcfaColumn } from '#database';
import { Courier } from '../courier/courier.entity.js';
import { STORED_STATUS, statusOf, TRANSITIONS } from './delivery-status.js';
import { parcelOf } from './parcel.js';

/** How a delivery is to be done. */
export interface Plan {
  courier: Courier;
  reason: string;
  plannedFor: Date;
  pickupAddress: string;
  /** FCFA. */
  fee: number;
}

/** A step in a delivery's life, for its history. `from` is null when it is first planned, and the same as `to` in a change that moves nothing. */
export interface Step {
  from: DeliveryStatus | null;
  to: DeliveryStatus;
  /** Who has it then. */
  courier: Courier;
  reason?: string;
  /** Cash counted, FCFA. */
  collected?: number;
}

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
  /** Of the order, without the fee. */
  @FcfaColumn('montant_commande') orderTotal!: number;
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

  /** Plans the delivery of a confirmed order. */
  static plan(sellerId: string, order: OrderFacts, plan: Plan): Delivery {
    const delivery = Object.assign(new Delivery(), {
      ...plan,
      id: newId(),
      sellerId,
      orderId: order.orderId,
      orderNumber: order.orderNumber,
      orderTotal: order.total,
      prospectId: order.prospectId,
      conversationId: order.conversationId ?? null,
      customerName: order.customerName,
      deliveryPhone: order.deliveryPhone,
      destination: order.deliveryAddress,
      parcel: parcelOf(order),
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

  /** What the courier collects: the order's total and the fee. FCFA. */
  get amountToCollect(): number {
    return this.orderTotal + this.fee;
  }

  canMoveTo(to: DeliveryStatus): boolean {
    return TRANSITIONS[this.status].includes(to);
  }

  /** The courier has the parcel. @throws DomainError DELIVERY_CANNOT_MOVE */
  pickUp(): void {
    this.go('picked-up');
    const at = (this.pickedUpAt = new Date());
    this.record(DeliveryPickedUpV1, () => ({ ...this.facts(), pickedUpAt: at.toISOString() }));
  }

  /** The parcel is with the customer. @param collected cash counted, FCFA; all of it when absent. @throws DomainError DELIVERY_CANNOT_MOVE */
  complete(collected: number = this.amountToCollect): void {
    this.go('completed', { collected });
    this.collected = collected;
    const at = (this.completedAt = new Date());
    this.record(DeliveryCompletedV1, () => ({ ...this.facts(), completedAt: at.toISOString(), collected }));
  }

  /** The courier could not hand the parcel over. @param attempts after which it goes back to the seller. @throws DomainError DELIVERY_CANNOT_MOVE */
  attemptFailed(failure: string, attempts: number): void {
    this.go('attempt-failed', { reason: failure });
    const attempt = (this.attempts += 1);
    this.lastAttemptAt = new Date();
    const final = attempt >= attempts;
    this.record(DeliveryAttemptFailedV1, () => ({ ...this.facts(), attempt, failure, ...(final ? { final } : {}) }));
  }

  /** The same courier tries again. @throws DomainError DELIVERY_CANNOT_MOVE */
  planAgain(plannedFor: Date): void {
    this.go('planned', { reason: this.reason });
    this.plannedFor = plannedFor;
    this.pickedUpAt = null;
    this.announcePlan();
  }

  /** Called off with its order. @throws DomainError DELIVERY_CANNOT_MOVE */
  cancel(reason: string): void {
    this.go('cancelled', { reason });
    this.record(DeliveryCancelledV1, () => ({ ...this.facts(), reason }));
  }

  /** Hands over the steps since the last time, for the history. */
  takeSteps(): Step[] {
    const steps = this.steps ?? [];
    this.steps = undefined;
    return steps;
  }

  facts(): DeliveryFacts {
    return {
      deliveryId: this.id,
      orderId: this.orderId,
      orderNumber: this.orderNumber,
      courierId: this.courier.id,
      courierName: this.courier.fullName,
      courierPhone: this.courier.phone,
      prospectId: this.prospectId,
      ...(this.conversationId ? { conversationId: this.conversationId } : {}),
      customerName: this.customerName,
      deliveryPhone: this.deliveryPhone,
      parcel: this.parcel,
      pickupAddress: this.pickupAddress,
      destination: this.destination,
      plannedFor: this.plannedFor.toISOString(),
      fee: this.fee,
      amountToCollect: this.amountToCollect,
    };
  }

  private announcePlan(): void {
    this.record(DeliveryPlannedV1, () => ({ ...this.facts(), reason: this.reason }));
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
