import { Injectable } from '@nestjs/common';
import { AggregateRepository, Outbox } from '#bus';
import { Database } from '#database';
import { Prospect } from './prospect.entity.js';

@Injectable()
export class ProspectRepository extends AggregateRepository<Prospect> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Prospect, 'prospect');
  }
}
