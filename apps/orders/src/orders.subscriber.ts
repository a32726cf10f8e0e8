import { Injectable } from '@nestjs/common';
import {
  DeliveryAttemptFailedV1,
  DeliveryCancelledV1,
  DeliveryCompletedV1,
  type DeliveryFacts,
  DeliveryPickedUpV1,
  DeliveryPlannedV1,
  OrderAgreedV1,
  OrderCancellationAskedV1,
  OrderEditAskedV1,
  ProspectErasedV1,
  ProspectMergedV1,
  type Received,
  SellerRegisteredV1,
  SellerUpdatedV1,
} from '#contracts';
import { chainOf, OnEvents, sellerBySeller } from '#bus';
import { EditByCustomer } from './order/edit-by-customer.js';
import { type DeliveryWord, MoveOrders } from './order/move-orders.js';
import type { OrderChange } from './order/order.repository.js';
import { TakeAgreements } from './order/take-agreements.js';
import { ErasedProspects } from './prospect/erased-prospects.js';
import { MergedProspects } from './prospect/merged-prospects.js';
import { Sellers } from './sellers.js';

/** Event door: agreements and words of deliveries by the batch, what is rare seller by seller, since each use case holds its seller's lock until the batch commits. */
@Injectable()
export class OrdersSubscriber {
  constructor(
    private readonly sellers: Sellers,
    private readonly agreements: TakeAgreements,
    private readonly moves: MoveOrders,
    private readonly edits: EditByCustomer,
    private readonly merged: MergedProspects,
    private readonly erased: ErasedProspects,
  ) {}

  @OnEvents(SellerRegisteredV1)
  registered(batch: Received<SellerRegisteredV1>[]) {
    return this.sellers.keep(batch);
  }

  @OnEvents(SellerUpdatedV1)
  updated(batch: Received<SellerUpdatedV1>[]) {
    return this.sellers.keep(batch);
  }

  @OnEvents(OrderAgreedV1)
  agreed(batch: Received<OrderAgreedV1>[]) {
    return this.agreements.take(batch);
  }

  @OnEvents(OrderCancellationAskedV1)
  cancellationAsked(batch: Received<OrderCancellationAskedV1>[]) {
    return sellerBySeller(batch, (event, sellerId) => this.moves.cancelByCustomer(sellerId, event));
  }

  @OnEvents(OrderEditAskedV1)
  editAsked(batch: Received<OrderEditAskedV1>[]) {
    return sellerBySeller(batch, (event, sellerId) => this.edits.edit(sellerId, event));
  }

  @OnEvents(ProspectMergedV1)
  prospectMerged(batch: Received<ProspectMergedV1>[]) {
    return sellerBySeller(batch, (event, sellerId) => this.merged.merge(sellerId, event));
  }

  @OnEvents(ProspectErasedV1)
  prospectErased(batch: Received<ProspectErasedV1>[]) {
    return sellerBySeller(batch, async (event, sellerId) => {
      await this.erased.erase(sellerId, event);
      await this.moves.cancelDraftsOf(sellerId, event.prospectId);
    });
  }

  @OnEvents(DeliveryPlannedV1)
  planned(batch: Received<DeliveryPlannedV1>[]) {
    return this.follow(batch, ({ reason, fee }) => ({ to: 'preparing', reason, fee }));
  }

  @OnEvents(DeliveryPickedUpV1)
  pickedUp(batch: Received<DeliveryPickedUpV1>[]) {
    return this.follow(batch, ({ courierName, fee }) => ({
      to: 'out-for-delivery',
      reason: `Colis récupéré par ${courierName}`,
      fee,
    }));
  }

  @OnEvents(DeliveryCompletedV1)
  completed(batch: Received<DeliveryCompletedV1>[]) {
    return this.follow(batch, ({ courierName, fee, deliveryId, collected }) => ({
      to: 'delivered',
      reason: `Colis remis par ${courierName}`,
      fee,
      brought: { deliveryId, amount: collected },
    }));
  }

  @OnEvents(DeliveryAttemptFailedV1)
  attemptFailed(batch: Received<DeliveryAttemptFailedV1>[]) {
    return this.follow(batch, ({ failure, fee }) => ({ to: 'delivery-failed', reason: failure, fee }));
  }

  @OnEvents(DeliveryCancelledV1)
  deliveryCancelled(batch: Received<DeliveryCancelledV1>[]) {
    return this.follow(batch, ({ reason }) => ({ to: 'cancelled', reason }));
  }

  private follow<T extends DeliveryFacts>(
    batch: Received<T>[],
    wordOf: (event: T) => Omit<DeliveryWord, 'version' | keyof OrderChange>,
  ) {
    return this.moves.byDeliveries(
      batch.map(({ event, meta }) => ({
        orderId: event.orderId,
        sellerId: meta.sellerId!,
        version: meta.version,
        chain: chainOf(meta),
        ...wordOf(event),
      })),
    );
  }
}
