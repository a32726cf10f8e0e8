import { Injectable, Module } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  fact,
  ListOrders,
  type Manifest,
  OrderAgreedV1,
  OrderRejectedV1,
  type OrderView,
  type Page,
  type QuestionOf,
} from '#contracts';
import { Database, newId, protect, serviceTables } from '#database';
import { OnEvent, OnRequest, Outbox, Worker } from '#bus';
import { defineService, ServiceEnv } from '#service';

class Probe1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('orders'));
    await q.query(
      `create table effects (id uuid primary key, id_utilisateur uuid not null, agreement_id uuid not null, event_id uuid not null)`,
    );
    await q.query(protect('orders', 'effects'));
  }
  async down(): Promise<void> {
    throw new Error('not undone');
  }
}

/** A small service in the place of orders: one row and one event for every agreement it hears of. */
@Injectable()
export class ProbeDoor {
  /** Agreements that the handler refuses, by address. */
  static poison = 'POISON';
  /** The address of an agreement that costs the handler its connection. */
  static readonly deadly = 'DEADLY';

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent(OrderAgreedV1)
  async agreed(event: OrderAgreedV1, meta: { id: string; sellerId: string | null }): Promise<void> {
    if (event.deliveryAddress === ProbeDoor.poison) throw new Error('cannot digest this');
    if (event.deliveryAddress === ProbeDoor.deadly) await this.db.rows('select pg_terminate_backend(pg_backend_pid())');
    await this.db.run('insert into effects (id, id_utilisateur, agreement_id, event_id) values ($1, $2, $3, $4)', [
      newId(),
      meta.sellerId,
      event.agreementId,
      meta.id,
    ]);
    await this.outbox.add([
      fact(
        OrderRejectedV1,
        {
          agreementId: event.agreementId,
          conversationId: event.conversationId,
          prospectId: event.prospectId,
          reason: 'unknown-product',
          refused: [{ asked: event.lines[0]!, available: 0 }],
          alternatives: [],
        },
        { sellerId: meta.sellerId, key: event.agreementId, version: 1 },
      ),
    ]);
  }

  @OnRequest(ListOrders)
  async list({ status }: QuestionOf<ListOrders>): Promise<Page<OrderView>> {
    // Asked for what came back, it answers more than the broker carries.
    if (status === 'returned') return { items: [{ id: 'x'.repeat(600_000) } as OrderView] };
    const rows = await this.db.rows('select id from effects');
    return { items: rows as unknown as OrderView[] };
  }

  @Worker({ name: 'probe', idleMs: 10_000 })
  async nothing(): Promise<number> {
    return 0;
  }
}

@Module({ providers: [ProbeDoor] })
class ProbeModule {}

const manifest: Manifest = {
  service: 'orders',
  says: 'probe',
  publishes: [OrderRejectedV1],
  consumes: [OrderAgreedV1],
  answers: [ListOrders],
  asks: [],
};

export const probeService = defineService({
  module: ProbeModule,
  manifest,
  env: ServiceEnv,
  entities: [],
  migrations: [Probe1764000000000],
});
