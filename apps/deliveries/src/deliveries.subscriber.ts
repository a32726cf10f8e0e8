import { Injectable } from '@nestjs/common';
import {
  CourierRepliedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  type Received,
  SellerRegisteredV1,
  SellerUpdatedV1,
} from '#contracts';
import { OnEvent, OnEvents, sellerBySeller } from '#bus';
import { AssignCourier } from './delivery/assign-courier.js';
import { CallOff } from './delivery/call-off.js';
import { DeliveryReports } from './delivery/delivery-reports.js';
import { Sellers } from './sellers.js';

/** Event door: what takes a seller's lock goes seller by seller. */
@Injectable()
export class DeliveriesSubscriber {
  constructor(
    private readonly sellers: Sellers,
    private readonly assign: AssignCourier,
    private readonly callOff: CallOff,
    private readonly reports: DeliveryReports,
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
    return sellerBySeller(batch, (event, sellerId) => this.assign.toOrder(sellerId, event));
  }

  @OnEvents(OrderCancelledV1)
  cancelled(batch: Received<OrderCancelledV1>[]) {
    return sellerBySeller(batch, (event, sellerId) => this.callOff.order(sellerId, event.orderId, event.reason));
  }

  @OnEvent(CourierRepliedV1)
  replied(event: CourierRepliedV1) {
    return this.reports.fromCourier(event);
  }
}
