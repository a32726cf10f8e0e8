import { Injectable } from '@nestjs/common';
import {
  type Caller,
  CountDelivered,
  CountDeliveries,
  GetDelivery,
  GetDeliveryStatuses,
  GetOrderDeliveries,
  ListDeliveries,
  type QuestionOf,
  ReassignDelivery,
  ReportDelivery,
} from '#contracts';
import { OnRequest } from '#bus';
import { DeliveryCounters } from './delivery/delivery-counters.js';
import { DeliveryQueries } from './delivery/delivery.queries.js';
import { DeliveryReports } from './delivery/delivery-reports.js';
import { HandOver } from './delivery/hand-over.js';

/** Request door for deliveries: every method runs in a transaction of the caller's seller. */
@Injectable()
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveryQueries,
    private readonly counters: DeliveryCounters,
    private readonly handOver: HandOver,
    private readonly reports: DeliveryReports,
  ) {}

  @OnRequest(ListDeliveries)
  list(question: QuestionOf<ListDeliveries>, { sellerId }: Caller) {
    return this.deliveries.page(sellerId!, question);
  }

  @OnRequest(CountDeliveries)
  count(_question: QuestionOf<CountDeliveries>, { sellerId }: Caller) {
    return this.counters.counts(sellerId!);
  }

  @OnRequest(GetDelivery)
  get({ deliveryId }: QuestionOf<GetDelivery>, { sellerId }: Caller) {
    return this.deliveries.withHistory(sellerId!, deliveryId);
  }

  @OnRequest(GetOrderDeliveries)
  async ofOrder({ orderId }: QuestionOf<GetOrderDeliveries>, { sellerId }: Caller) {
    return { items: await this.deliveries.ofOrder(sellerId!, orderId) };
  }

  @OnRequest(ReassignDelivery)
  async reassign(question: QuestionOf<ReassignDelivery>, { sellerId }: Caller) {
    await this.handOver.bySeller(sellerId!, question);
    return this.deliveries.one(sellerId!, question.deliveryId);
  }

  @OnRequest(ReportDelivery)
  async report({ deliveryId, ...report }: QuestionOf<ReportDelivery>, { sellerId }: Caller) {
    await this.reports.take(sellerId!, deliveryId, report);
    return this.deliveries.one(sellerId!, deliveryId);
  }

  @OnRequest(GetDeliveryStatuses)
  async statuses({ orderIds }: QuestionOf<GetDeliveryStatuses>, { sellerId }: Caller) {
    return { items: await this.counters.statusesOf(sellerId!, orderIds) };
  }

  @OnRequest(CountDelivered)
  delivered(_question: QuestionOf<CountDelivered>, { sellerId }: Caller) {
    return this.counters.delivered(sellerId!);
  }
}
