import { Injectable, Module } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OnEvents, Outbox, Worker } from '#bus';
import { type Fact, fact, type Manifest, OrderAgreedV1, type Received } from '#contracts';
import { Database, newId, protectInternal, serviceTables } from '#database';
import { defineService, ServiceEnv } from '#service';

/** What every event of the comparison carries. */
export const agreement = () => ({
  agreementId: newId(),
  conversationId: newId(),
  prospectId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines: [{ productId: newId(), variantId: newId(), size: '38', quantity: 1 }],
  deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
  deliveryPhone: '+2250598765432',
});

export const agreedFact = (): Fact => {
  const event = agreement();
  return fact(OrderAgreedV1, event, { sellerId: newId(), key: event.agreementId, version: 1 }) as Fact;
};

/** A sender: an outbox and a relay; and a hand that commits events at a pace, one transaction each, while the table `pace` says so. */
class Sender1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`${serviceTables('conversations')}
      create table pace (per_second int not null, until timestamptz not null);
      ${protectInternal('conversations', 'pace')}`);
  }
  async down(): Promise<void> {
    throw new Error('not undone');
  }
}

@Injectable()
export class Sender {
  private pace?: { perSecond: number; until: Date };
  private lookedAt = -Infinity;
  private began = 0;
  private written = 0;

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  @Worker({ name: 'hand', idleMs: 2 })
  async write(): Promise<number> {
    if (performance.now() > this.lookedAt + 500) await this.look();
    if (!this.pace || Date.now() > this.pace.until.getTime()) return 0;
    const due = Math.floor(((performance.now() - this.began) * this.pace.perSecond) / 1_000) - this.written;
    for (let n = 0; n < due; n += 1) await this.db.asWorker(() => this.outbox.add([agreedFact()]));
    this.written += due;
    return 0;
  }

  private async look(): Promise<void> {
    this.lookedAt = performance.now();
    const [row] = await this.db.asWorker(() =>
      this.db.rows<{ perSecond: number; until: Date }>('select per_second as "perSecond", until from pace where until > now()'),
    );
    if (row && !this.pace) [this.began, this.written] = [performance.now(), 0];
    this.pace = row;
  }
}

@Module({ providers: [Sender] })
class SenderModule {}

const sender: Manifest = {
  service: 'conversations',
  says: 'bench',
  publishes: [OrderAgreedV1],
  consumes: [],
  answers: [],
  asks: [],
};
export const senderService = defineService({
  module: SenderModule,
  manifest: sender,
  env: ServiceEnv,
  entities: [],
  migrations: [Sender1764000000000],
});

/** A receiver: one row for each event. */
class Receiver1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`${serviceTables('orders')}
      create table effects (event_id uuid primary key, agreement_id uuid not null, at timestamptz not null default clock_timestamp());
      ${protectInternal('orders', 'effects')}`);
  }
  async down(): Promise<void> {
    throw new Error('not undone');
  }
}

@Injectable()
export class Receiver {
  constructor(private readonly db: Database) {}

  @OnEvents(OrderAgreedV1)
  async agreed(batch: Received<OrderAgreedV1>[]): Promise<void> {
    await this.db.run('insert into effects (event_id, agreement_id) select * from unnest($1::uuid[], $2::uuid[])', [
      batch.map(({ meta }) => meta.id),
      batch.map(({ event }) => event.agreementId),
    ]);
  }
}

@Module({ providers: [Receiver] })
class ReceiverModule {}

const receiver: Manifest = { service: 'orders', says: 'bench', publishes: [], consumes: [OrderAgreedV1], answers: [], asks: [] };
export const receiverService = defineService({
  module: ReceiverModule,
  manifest: receiver,
  env: ServiceEnv,
  entities: [],
  migrations: [Receiver1764000000000],
});
