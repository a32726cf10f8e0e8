import { Injectable } from '@nestjs/common';
import {
  type Caller,
  CountDelivered,
  GetDelivery,
  GetDeliveryStatuses,
  ListCouriers,
  ListDeliveries,
  ListZones,
  type QuestionOf,
  RegisterCourier,
  ReportDelivery,
  SetZoneFees,
  UpdateCourier,
} from '#contracts';
import { OnRequest } from '#bus';
import { CourierQueries } from './courier/courier.queries.js';
import { Couriers } from './courier/couriers.js';
import { ZoneFees } from './courier/zone-fees.js';
import { DeliveryQueries } from './delivery/delivery.queries.js';
import { DeliveryReports } from './delivery/delivery-reports.js';

/** Request door: every method runs in a transaction of the caller's seller. */
@Injectable()
export class DeliveriesController {
  constructor(
    private readonly couriers: Couriers,
    private readonly courierQueries: CourierQueries,
    private readonly fees: ZoneFees,
    private readonly deliveries: DeliveryQueries,
    private readonly reports: DeliveryReports,
  ) {}

  @OnRequest(RegisterCourier)
  async registerCourier(question: QuestionOf<RegisterCourier>, { sellerId }: Caller) {
    return (await this.couriers.register(sellerId!, question)).view();
  }

  @OnRequest(UpdateCourier)
  async updateCourier(question: QuestionOf<UpdateCourier>, { sellerId }: Caller) {
    return (await this.couriers.update(sellerId!, question)).view();
  }

  @OnRequest(ListCouriers)
  listCouriers(question: QuestionOf<ListCouriers>, { sellerId }: Caller) {
    return this.courierQueries.page(sellerId!, question);
  }

  @OnRequest(SetZoneFees)
  async setZoneFees({ zones }: QuestionOf<SetZoneFees>, { sellerId }: Caller) {
    await this.fees.set(sellerId!, zones);
    return { zones: await this.fees.zones(sellerId!) };
  }

  @OnRequest(ListZones)
  async listZones(_question: QuestionOf<ListZones>, { sellerId }: Caller) {
    return { zones: await this.fees.zones(sellerId!) };
  }

  @OnRequest(ListDeliveries)
  listDeliveries(question: QuestionOf<ListDeliveries>, { sellerId }: Caller) {
    return this.deliveries.page(sellerId!, question);
  }

  @OnRequest(GetDelivery)
  getDelivery({ deliveryId }: QuestionOf<GetDelivery>, { sellerId }: Caller) {
    return this.deliveries.withHistory(sellerId!, deliveryId);
  }

  @OnRequest(ReportDelivery)
  async report({ deliveryId, ...report }: QuestionOf<ReportDelivery>, { sellerId }: Caller) {
    await this.reports.take(sellerId!, deliveryId, report);
    return this.deliveries.one(sellerId!, deliveryId);
  }

  @OnRequest(GetDeliveryStatuses)
  async statuses({ orderIds }: QuestionOf<GetDeliveryStatuses>, { sellerId }: Caller) {
    return { items: await this.deliveries.statusesOf(sellerId!, orderIds) };
  }

  @OnRequest(CountDelivered)
  countDelivered(_question: QuestionOf<CountDelivered>, { sellerId }: Caller) {
    return this.deliveries.countDelivered(sellerId!);
  }
}
