import { Injectable } from '@nestjs/common';
import { AggregateRepository, Outbox } from '#bus';
import { Database } from '#database';
import { Courier } from './courier.entity.js';

@Injectable()
export class CourierRepository extends AggregateRepository<Courier> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Courier, 'courier');
  }
}
