import { Injectable } from '@nestjs/common';
import {
  CourierRepliedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderEditedV1,
  OrderPaymentsChangedV1,
  OrderRefundsChangedV1,
  ProspectErasedV1,
  ProspectMergedV1,
  type Received,
  SellerRegisteredV1,
  SellerUpdatedV1,
} from '#contracts';
import { OnEvent, OnEvents, sellerBySeller } from '#bus';
import { AssignCourier } from './delivery/assign-courier.js';
import { CallOff } from './delivery/call-off.js';
import { Customers } from './delivery/customers.js';
import { DeliveryReports } from './delivery/delivery-reports.js';
import { FollowEdit } from './delivery/follow-edit.js';
import { FollowPayments } from './delivery/follow-payments.js';
import { Sellers } from './sellers.js';

/** Event door: what takes a seller's lock goes seller by seller. */
@Injectable()
export class DeliveriesSubscriber {
  constructor(
    private readonly sellers: Sellers,
    private readonly assign: AssignCourier,
    private readonly callOff: CallOff,
    private readonly reports: DeliveryReports,
    private readonly edits: FollowEdit,
    private readonly payments: FollowPayments,
    private readonly customers: Customers,
  ) {}

  @OnEvents(SellerRegisteredV1)
  registered(batch: Received<SellerRegisteredV1>[]) {
    return this.sellers.keep(batch);
  }

  @OnEvents(SellerUpdatedV1)
  updated(batch: Received<SellerUpdatedV1>[]) {
    return this.sellers.keep(batch);
  }

  @OnEvents(OrderConfirmedV1)
  confirmed(batch: Received<OrderConfirmedV1>[]) {
    return this.assign.toOrders(batch);
  }

  @OnEvents(OrderEditedV1)
  edited(batch: Received<OrderEditedV1>[]) {
    return sellerBySeller(batch, (order, sellerId, { version }) => this.edits.of(sellerId, { order, version }));
  }

  @OnEvents(OrderPaymentsChangedV1)
  paid(batch: Received<OrderPaymentsChangedV1>[]) {
    return sellerBySeller(batch, (event, sellerId, { version }) => this.payments.of(sellerId, event, version));
  }

  @OnEvents(OrderRefundsChangedV1)
  refunded(batch: Received<OrderRefundsChangedV1>[]) {
    return sellerBySeller(batch, (event, sellerId, { version }) => this.payments.refunded(sellerId, event, version));
  }

  @OnEvents(OrderCancelledV1)
  cancelled(batch: Received<OrderCancelledV1>[]) {
    return sellerBySeller(batch, (event, sellerId) => this.callOff.order(sellerId, event.orderId, event.reason));
  }

  @OnEvents(ProspectMergedV1)
  merged(batch: Received<ProspectMergedV1>[]) {
    return sellerBySeller(batch, ({ prospectId, mergedId }, sellerId) => this.customers.merge(sellerId, mergedId, prospectId));
  }

  @OnEvents(ProspectErasedV1)
  erased(batch: Received<ProspectErasedV1>[]) {
    return sellerBySeller(batch, ({ prospectId }, sellerId) => this.customers.forget(sellerId, prospectId));
  }

  @OnEvent(CourierRepliedV1)
  replied(event: CourierRepliedV1) {
    return this.reports.fromCourier(event);
  }
}
