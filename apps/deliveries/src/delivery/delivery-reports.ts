import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { CourierRepliedV1, DeliveryStatus, QuestionOf, ReportDelivery } from '#contracts';
import { currentContext, inContext, Workers } from '#bus';
import { Database } from '#database';
import { LOGGER } from '#service';
import { DeliveriesEnv } from '../deliveries.env.js';
import { Sellers } from '../sellers.js';
import { byPlatform } from './by-platform.js';
import { CourierSlots } from './courier-slots.js';
import type { Delivery } from './delivery.entity.js';
import { DeliveryRepository } from './delivery.repository.js';
import { WAITING_ORDERS } from './pending-orders.js';

export type Report = Omit<QuestionOf<ReportDelivery>, 'deliveryId'>;

/** A courier who presses a button twice has not tried twice. */
const SAME_ATTEMPT_MS = 10 * 60_000;
const NO_REASON = "Le livreur n'a pas pu remettre le colis";

/** What happens to a parcel, as the courier or the seller reports it. */
@Injectable()
export class DeliveryReports {
  constructor(
    private readonly db: Database,
    private readonly deliveries: DeliveryRepository,
    private readonly slots: CourierSlots,
    private readonly sellers: Sellers,
    private readonly env: DeliveriesEnv,
    private readonly workers: Workers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * A parcel handed over although its delivery was called off counts as delivered: orders hears of it and puts its stock right.
   * @throws DomainError DELIVERY_NOT_FOUND, DELIVERY_CANNOT_MOVE
   */
  async take(sellerId: string, deliveryId: string, { what, collected, reason = NO_REASON }: Report): Promise<void> {
    if (what === 'attempt-failed') return this.attemptFailed(sellerId, deliveryId, reason);
    await this.deliveries.update(deliveryId, sellerId, (delivery) =>
      what === 'picked-up' ? delivery.pickUp() : delivery.complete(collected),
    );
    // Its order may have waited for another courier.
    if (what === 'completed') this.db.afterCommit(() => this.workers.wake(WAITING_ORDERS));
  }

  /** A courier wrote to the platform's number. What he reports twice, or of a delivery that is not his or is over, changes nothing. */
  async fromCourier({ fromPhone, action, deliveryId, collected, text }: CourierRepliedV1): Promise<void> {
    if (action === 'text') return;
    const delivery = await this.deliveries.meantByCourier(fromPhone, deliveryId);
    if (!delivery && deliveryId && action === 'completed') await this.noteWordOfFormer(fromPhone, deliveryId);
    if (!delivery || !delivery.canMoveTo(action as DeliveryStatus) || isRepeated(delivery, action)) {
      this.logger.info(
        { event: 'courier.report-ignored', action, deliveryId, status: delivery?.status },
        'report changes nothing',
      );
      return;
    }
    const reason = text?.trim().slice(0, 300) || undefined;
    await inContext({ ...currentContext(), actor: `courier:${delivery.courier.id}` }, () =>
      this.take(delivery.sellerId, delivery.id, { what: action, collected, reason }),
    );
  }

  /** Who lost a delivery to another courier says that he made it: the seller finds it in the history, and asks them. */
  private async noteWordOfFormer(phone: string, deliveryId: string): Promise<void> {
    const former = await this.deliveries.formerlyOf(phone, deliveryId);
    if (!former) return;
    await inContext({ ...currentContext(), actor: `courier:${former.courierId}` }, () =>
      this.deliveries.update(deliveryId, former.sellerId, (delivery) =>
        delivery.remark(`${former.courier}, à qui la livraison a été retirée, dit avoir remis le colis`.slice(0, 300)),
      ),
    );
  }

  /** The attempt is kept, and the same courier tries again on a later day than it was planned for while attempts are left. */
  private async attemptFailed(sellerId: string, deliveryId: string, failure: string): Promise<void> {
    const delivery = await this.deliveries.update(deliveryId, sellerId, (locked) =>
      locked.attemptFailed(failure, this.env.attempts),
    );
    await this.db.run(
      'insert into tentatives_livraison (id_livraison, id_utilisateur, numero, motif, acteur) values ($1, $2, $3, $4, $5)',
      [deliveryId, sellerId, delivery.attempts, failure, currentContext().actor],
    );
    if (delivery.attempts >= this.env.attempts) return;
    const plannedFor = await this.slots.next(
      delivery.courier.id,
      sellerId,
      await this.sellers.get(sellerId),
      delivery.plannedFor,
    );
    // A change of its own, with a version of its own: readers of the failure and of the new plan keep the newest.
    await byPlatform(() => this.deliveries.update(deliveryId, sellerId, (again) => again.planAgain(plannedFor)));
  }
}

const isRepeated = (delivery: Delivery, action: string) =>
  action === 'attempt-failed' &&
  delivery.lastAttemptAt !== null &&
  Date.now() - delivery.lastAttemptAt.getTime() < SAME_ATTEMPT_MS;
