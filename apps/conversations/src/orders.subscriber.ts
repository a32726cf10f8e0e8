import { Injectable } from '@nestjs/common';
import {
  type EventMeta,
  OrderCancellationRefusedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderEditedV1,
  OrderPaymentsChangedV1,
  OrderRejectedV1,
  OrderStatusChangedV1,
} from '#contracts';
import { OnEvent } from '#bus';
import { OrderCopy } from './copies/order.copy.js';
import { TellCustomer } from './orders/tell-customer.js';

/** What became of the orders agreed to here. */
@Injectable()
export class OrdersSubscriber {
  constructor(
    private readonly customer: TellCustomer,
    private readonly orders: OrderCopy,
  ) {}

  @OnEvent(OrderConfirmedV1)
  async confirmed(event: OrderConfirmedV1, meta: EventMeta): Promise<void> {
    await this.customer.confirmed(event, meta);
  }

  @OnEvent(OrderPaymentsChangedV1)
  async paid(event: OrderPaymentsChangedV1, meta: EventMeta): Promise<void> {
    await this.customer.paid(event, meta);
  }

  @OnEvent(OrderRejectedV1)
  async rejected(event: OrderRejectedV1, meta: EventMeta): Promise<void> {
    await this.customer.rejected(event, meta);
  }

  @OnEvent(OrderCancelledV1)
  async cancelled(event: OrderCancelledV1, meta: EventMeta): Promise<void> {
    await this.customer.cancelled(event, meta);
  }

  @OnEvent(OrderCancellationRefusedV1)
  async cancellationRefused(event: OrderCancellationRefusedV1, meta: EventMeta): Promise<void> {
    await this.customer.cancellationRefused(event, meta);
  }

  @OnEvent(OrderStatusChangedV1)
  async statusChanged(event: OrderStatusChangedV1, meta: EventMeta): Promise<void> {
    await this.orders.keep(event, event.to, meta);
  }

  @OnEvent(OrderEditedV1)
  async edited(event: OrderEditedV1, meta: EventMeta): Promise<void> {
    await this.orders.keepEdited(event, meta);
  }
}
