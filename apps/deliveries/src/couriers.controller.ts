import { Injectable } from '@nestjs/common';
import {
  type Caller,
  GetCourier,
  ListCouriers,
  ListZones,
  type QuestionOf,
  RegisterCourier,
  RemoveCourier,
  SetZoneFees,
  UpdateCourier,
} from '#contracts';
import { OnRequest } from '#bus';
import { CourierQueries } from './courier/courier.queries.js';
import { CourierRepository } from './courier/courier.repository.js';
import { Couriers } from './courier/couriers.js';
import { ZoneFees } from './courier/zone-fees.js';

/** Request door for couriers and zones: every method runs in a transaction of the caller's seller. */
@Injectable()
export class CouriersController {
  constructor(
    private readonly couriers: Couriers,
    private readonly repository: CourierRepository,
    private readonly queries: CourierQueries,
    private readonly fees: ZoneFees,
  ) {}

  @OnRequest(RegisterCourier)
  async register(question: QuestionOf<RegisterCourier>, { sellerId }: Caller) {
    return (await this.couriers.register(sellerId!, question)).view();
  }

  @OnRequest(UpdateCourier)
  async update(question: QuestionOf<UpdateCourier>, { sellerId }: Caller) {
    return (await this.couriers.update(sellerId!, question)).view();
  }

  @OnRequest(RemoveCourier)
  async remove({ courierId }: QuestionOf<RemoveCourier>, { sellerId }: Caller) {
    await this.couriers.remove(sellerId!, courierId);
    return {};
  }

  @OnRequest(GetCourier)
  async get({ courierId }: QuestionOf<GetCourier>, { sellerId }: Caller) {
    return (await this.repository.get(courierId, sellerId!)).view();
  }

  @OnRequest(ListCouriers)
  list(question: QuestionOf<ListCouriers>, { sellerId }: Caller) {
    return this.queries.page(sellerId!, question);
  }

  @OnRequest(SetZoneFees)
  async setZoneFees({ zones }: QuestionOf<SetZoneFees>, { sellerId }: Caller) {
    await this.fees.set(sellerId!, zones);
    return this.fees.view(sellerId!);
  }

  @OnRequest(ListZones)
  async listZones(_question: QuestionOf<ListZones>, { sellerId }: Caller) {
    return this.fees.view(sellerId!);
  }
}
