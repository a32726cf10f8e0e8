import { Injectable } from '@nestjs/common';
import {
  OrderCancellationRefusedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  DeliveryPickedUpV1,
  OrderEditedV1,
  OrderEditRefusedV1,
  OrderPaymentsChangedV1,
  OrderRefundsChangedV1,
  OrderRejectedV1,
  OrderStatusChangedV1,
  type EventMeta,
  type Received,
} from '#contracts';
import { OnEvent, OnEvents } from '#bus';
import { OrderCopy } from './copies/order.copy.js';
import { TellCustomer } from './orders/tell-customer.js';
import { TellOfEdits } from './orders/tell-of-edits.js';
import { TellOfVisits } from './orders/tell-of-visits.js';

/** What became of the orders agreed to here. */
@Injectable()
export class OrdersSubscriber {
  constructor(
    private readonly customer: TellCustomer,
    private readonly edits: TellOfEdits,
    private readonly visits: TellOfVisits,
    private readonly orders: OrderCopy,
  ) {}

  @OnEvents(OrderConfirmedV1)
  async confirmed(batch: Received<OrderConfirmedV1>[]): Promise<void> {
    await this.customer.confirmed(batch);
  }

  @OnEvents(OrderPaymentsChangedV1)
  async paid(batch: Received<OrderPaymentsChangedV1>[]): Promise<void> {
    await this.customer.paid(batch);
  }

  @OnEvents(OrderRefundsChangedV1)
  async refunded(batch: Received<OrderRefundsChangedV1>[]): Promise<void> {
    await this.customer.refunded(batch);
  }

  @OnEvent(OrderRejectedV1)
  async rejected(event: OrderRejectedV1, meta: EventMeta): Promise<void> {
    await this.customer.rejected({ event, meta });
  }

  @OnEvents(OrderCancelledV1)
  async cancelled(batch: Received<OrderCancelledV1>[]): Promise<void> {
    await this.customer.cancelled(batch);
  }

  @OnEvents(OrderCancellationRefusedV1)
  async cancellationRefused(batch: Received<OrderCancellationRefusedV1>[]): Promise<void> {
    await this.customer.cancellationRefused(batch);
  }

  @OnEvents(OrderStatusChangedV1)
  async statusChanged(batch: Received<OrderStatusChangedV1>[]): Promise<void> {
    await this.orders.keep(batch.map(({ event, meta }) => ({ order: event, status: event.to, meta })));
  }

  @OnEvents(OrderEditedV1)
  async edited(batch: Received<OrderEditedV1>[]): Promise<void> {
    await this.edits.edited(batch);
  }

  @OnEvents(OrderEditRefusedV1)
  async editRefused(batch: Received<OrderEditRefusedV1>[]): Promise<void> {
    await this.edits.editRefused(batch);
  }

  @OnEvents(DeliveryPickedUpV1)
  async pickedUp(batch: Received<DeliveryPickedUpV1>[]): Promise<void> {
    await this.visits.told(batch, 'picked-up');
  }
}
