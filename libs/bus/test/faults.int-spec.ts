import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import type { MsgHdrs } from '@nats-io/transport-node';
import { eventSpec, fact, OrderAgreedV1, OrderRejectedV1, streamOf } from '#contracts';
import {
  askReplay,
  consumerFor,
  ensureStream,
  listDeadLetters,
  managerOf,
  retryPolicy,
  silentLogger,
  toHeaders,
  toRow,
} from '#bus';
import { Database, newId } from '#database';
import { compiled, eventually, Replica, startWorld, type World } from '#testing';
import { EventConsumer } from '../src/consumer.js';
import { ProbeDoor, probeService } from './probe.js';

const SELLER = newId();

/** One scenario's own servers, replicas and events: scenarios do not meet, so that those which mostly wait can wait side by side. */
class Stage {
  private readonly replicas: Replica[] = [];
  /** Ids of the agreements that the broker took. */
  readonly published: string[] = [];
  private readonly js: JetStreamClient;

  private constructor(
    readonly world: World,
    readonly db: Database,
    private readonly main: string,
  ) {
    this.js = jetstream(world.connection, { timeout: 2_000 });
  }

  /** Plays a scenario on a stage of its own, and clears the stage whatever came of it. */
  static async play(main: string, scenario: (stage: Stage) => Promise<void>): Promise<void> {
    const world = await startWorld();
    try {
      await world.migrate('orders', probeService.migrations);
      const db = await Database.connect({ service: 'orders', url: world.urlFor('orders') });
      const stage = new Stage(world, db, main);
      try {
        await scenario(stage);
      } finally {
        await Promise.all(stage.replicas.map((replica) => replica.dispose()));
        await db.close();
      }
    } finally {
      await world.stop();
    }
  }

  /** Publishes `n` agreements, again until the broker takes them. */
  readonly publish = async (n: number, address?: string): Promise<void> => {
    const batch = Array.from({ length: n }, () => ({ id: newId(), event: agreement(address) }));
    await Promise.all(
      batch.map(async ({ id, event }) => {
        const { subject, payload, headers } = written(event, id);
        await eventually(() => this.js.publish(subject, payload, { msgID: id, headers, timeout: 2_000 }), {
          withinMs: 30_000,
        });
        this.published.push(id);
      }),
    );
  };

  /** Publishes a text as if it were an agreement. */
  readonly publishRaw = async (text: string, headers?: MsgHdrs): Promise<void> => {
    await this.js.publish('order.agreed', text, headers ? { msgID: newId(), headers } : {});
  };

  /** A process of its own, beside the others on the same servers. */
  readonly replica = async (env: NodeJS.ProcessEnv = {}): Promise<Replica> => {
    const started = await Replica.start(this.main, {
      DATABASE_URL: this.world.urlFor('orders'),
      NATS_URL: this.world.nats.url,
      LOG_LEVEL: 'warn',
      ...env,
    });
    this.replicas.push(started);
    return started;
  };

  readonly effects = async (): Promise<number> => {
    const [row] = await this.db.asWorker(() => this.db.rows<{ n: number }>('select count(*)::int as n from effects'));
    return row!.n;
  };

  /** 0 lost, 0 double, by SQL; and one event out for each. */
  readonly expectEachOnce = async (): Promise<void> => {
    const { db, published } = this;
    await eventually(
      async () => {
        const [row] = await db.asWorker(() =>
          db.rows<{ effects: number; events: number; outbox: number }>(
            `select (select count(*)::int from effects) as effects, (select count(distinct event_id)::int from effects) as events, (select count(*)::int from outbox) as outbox`,
          ),
        );
        expect(row).toEqual({ effects: published.length, events: published.length, outbox: 0 });
      },
      { withinMs: 90_000, everyMs: 100 },
    );
    const lost = await db.asWorker(() =>
      db.rows('select e from unnest($1::uuid[]) t(e) except select event_id from effects', [published]),
    );
    expect(lost).toEqual([]);
    const archived = await db.asWorker(() => db.rows<{ n: number }>('select count(*)::int as n from outbox_sent'));
    expect(archived[0]!.n).toBe(published.length);
    const out = await this.world.all(OrderRejectedV1);
    expect(new Set(out.map(({ meta }) => meta.id)).size).toBe(published.length);
  };

  /** Sets a short ack wait, so that what a dead process held is offered again soon. */
  readonly hastenRedelivery = async (ms = 1_000): Promise<void> => {
    const manager = await managerOf(this.world.connection);
    await eventually(() =>
      manager.consumers.update(streamOf('conversations'), 'orders__order_agreed', { ack_wait: ms * 1_000_000 }),
    );
  };
}

const agreement = (address = 'Cocody') => ({
  agreementId: newId(),
  conversationId: newId(),
  prospectId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines: [{ productId: newId(), quantity: 1 }],
  deliveryAddress: address,
  deliveryPhone: '+2250598765432',
});

/** An agreement as conversations' outbox would have it. */
function written(event: ReturnType<typeof agreement>, id: string) {
  const row = toRow(
    fact(OrderAgreedV1, event, { sellerId: SELLER, key: event.conversationId, version: 1 }) as never,
    id,
    { correlationId: id, actor: 'system' },
    new Date(),
  );
  return { ...row, headers: toHeaders(row.headers) };
}

/** Every test: whatever strikes, each event has one effect and leads to one event. Two replicas are processes of their own. */
describe('the bus under faults', () => {
  let main: string;
  const play = (scenario: (stage: Stage) => Promise<void>) => Stage.play(main, scenario);

  beforeAll(() => {
    main = compiled('libs/bus/test/probe-main.ts');
  });

  it.concurrent.each([
    'consumer_after_fetch',
    'after_effect_before_commit',
    'after_commit_before_ack',
    'relay_after_publish_before_move',
  ])(
    'a replica killed at %s loses nothing and repeats nothing',
    (point) =>
      play(async ({ replica, publish, hastenRedelivery, expectEachOnce }) => {
        const victim = await replica({ FLUX_FAILPOINT: `${point}:kill` });
        await publish(50);
        expect(await victim.ended).toBe('SIGKILL');
        await replica();
        // The dead replica's events are offered again when their ack wait is over; shorten it rather than wait a minute.
        await hastenRedelivery();
        await expectEachOnce();
      }),
    120_000,
  );

  it.concurrent(
    'two replicas share one consumer, and out-of-order duplicates have one effect',
    () =>
      play(async ({ replica, publish, expectEachOnce, world }) => {
        await Promise.all([replica(), replica()]);
        await publish(400);
        const again = await world.all(OrderAgreedV1);
        for (const { event, meta } of again.reverse().slice(0, 200))
          await world.publish(fact(OrderAgreedV1, event, { sellerId: SELLER, key: meta.key, version: 1 }), meta.id);
        await expectEachOnce();
      }),
    120_000,
  );

  it(
    'a poison event in a batch fails alone, ends as a dead letter with its reason, and can be replayed',
    () =>
      play(async ({ publish, expectEachOnce, world, db, effects }) => {
        retryPolicy.delaysMs = [100];
        await publish(30);
        await publish(1, ProbeDoor.poison);
        await publish(30);
        const service = await world.start(probeService);
        await eventually(async () => {
          expect(await effects()).toBe(60);
        });
        await eventually(async () => expect(await listDeadLetters(db)).toHaveLength(1), { withinMs: 30_000 });
        const [letter] = await listDeadLetters(db);
        expect(letter).toMatchObject({ subject: 'order.agreed', error: 'Error: cannot digest this' });
        ProbeDoor.poison = 'digestible now';
        try {
          expect(await askReplay(db)).toBe(1);
          await expectEachOnce();
          expect((await listDeadLetters(db))[0]!.replayed_at).not.toBeNull();
        } finally {
          ProbeDoor.poison = 'POISON';
          await service.stop();
        }
      }),
    120_000,
  );

  it(
    'an event that costs its handler the connection each time is set aside too, and its neighbours are served',
    () =>
      play(async ({ publish, world, db, effects }) => {
        const patience = { ...retryPolicy };
        Object.assign(retryPolicy, { delaysMs: [100], maxDeliveries: 1 });
        try {
          await publish(5);
          await publish(1, ProbeDoor.deadly);
          await publish(5);
          await world.start(probeService);
          await eventually(async () => expect(await listDeadLetters(db)).toHaveLength(1), { withinMs: 30_000 });
          expect(await effects()).toBe(10);
        } finally {
          Object.assign(retryPolicy, patience);
        }
      }),
    60_000,
  );

  it(
    'a message that breaks its contract, or is no JSON, is set aside at once and holds nobody up',
    () =>
      play(async ({ publish, publishRaw, expectEachOnce, world, db }) => {
        await world.start(probeService);
        const { headers } = written(agreement(), newId());
        await publishRaw('{"not":"an agreement"}', headers);
        await publishRaw('no json \u0000', headers);
        await publishRaw('{}');
        await publish(5);
        await expectEachOnce();
        await eventually(async () => expect(await listDeadLetters(db)).toHaveLength(3));
      }),
    60_000,
  );

  it.concurrent(
    'a relay paused beyond its lease is replaced, and does no harm when it comes back',
    () =>
      play(async ({ replica, publish, hastenRedelivery, expectEachOnce }) => {
        const first = await replica();
        await publish(20);
        await expectEachOnce();
        first.pause();
        await replica();
        await publish(50);
        await hastenRedelivery();
        await expectEachOnce();
        first.resume();
        await publish(50);
        await expectEachOnce();
      }),
    120_000,
  );

  it.concurrent(
    'the broker killed and started again in the middle loses nothing',
    () =>
      play(async ({ replica, publish, expectEachOnce, world }) => {
        await Promise.all([replica(), replica()]);
        for (let round = 0; round < 3; round++) {
          const publishing = publish(100);
          await world.nats.kill9();
          await world.nats.start();
          await publishing;
        }
        await expectEachOnce();
      }),
    120_000,
  );

  it.concurrent(
    'a broker that lost its store gets its events back from the archive',
    () =>
      play(async ({ replica, publish, expectEachOnce, world, published }) => {
        await replica();
        await publish(100);
        await expectEachOnce();
        await world.nats.wipeStore();
        const manager = await managerOf(world.connection);
        await eventually(
          async () => {
            const info = await manager.streams.info(streamOf('orders'));
            expect(info.state.messages).toBe(published.length);
          },
          { withinMs: 30_000 },
        );
        await expectEachOnce();
        // The other services' streams are theirs to bring back; here the test stands in for conversations.
        await ensureStream(manager, 'conversations');
        await publish(50);
        await expectEachOnce();
      }),
    120_000,
  );

  it.concurrent(
    'a reader stopped while it still opens is gone at once',
    () =>
      play(async ({ world, db }) => {
        const reader = new EventConsumer(
          world.connection,
          db,
          consumerFor('orders', eventSpec(OrderAgreedV1)),
          new Map(),
          async () => undefined,
          silentLogger,
          'orders',
        );
        reader.start();
        const since = performance.now();
        await reader.stop();
        // Else it asked for events once, and nobody told it to stop waiting for them.
        expect(performance.now() - since).toBeLessThan(4_000);
      }),
    60_000,
  );

  it.concurrent(
    'a paused broker is waited for',
    () =>
      play(async ({ replica, publish, expectEachOnce, world }) => {
        await replica();
        await publish(20);
        world.nats.pause();
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        world.nats.resume();
        await publish(20);
        await expectEachOnce();
      }),
    120_000,
  );

  it.concurrent(
    'PostgreSQL killed and started again in the middle of batches loses nothing',
    () =>
      play(async ({ replica, publish, hastenRedelivery, expectEachOnce, world }) => {
        await Promise.all([replica(), replica()]);
        for (let round = 0; round < 2; round++) {
          const publishing = publish(300);
          await world.postgres.kill9();
          await publishing;
          await world.postgres.restart();
        }
        await hastenRedelivery();
        await expectEachOnce();
      }),
    120_000,
  );

  it.concurrent(
    'a graceful stop in the middle of a batch hands the rest over',
    () =>
      play(async ({ replica, publish, expectEachOnce }) => {
        const first = await replica();
        const publishing = publish(600);
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(await first.stop()).toBe(0);
        await publishing;
        await replica();
        await expectEachOnce();
      }),
    120_000,
  );

  it(
    'a reader whose batch does not end holds a thousand events beside it, however many wait',
    () =>
      play(async ({ db, publish, expectEachOnce, world }) => {
        await publish(3_000);
        const manager = await managerOf(world.connection);
        const held = async () =>
          (await manager.consumers.info(streamOf('conversations'), 'orders__order_agreed')).num_ack_pending;
        // While nothing is acknowledged, what the broker counts as handed out is what the reader holds.
        const service = await db.asWorker(async () => {
          await db.run('lock table effects in exclusive mode');
          const started = await world.start(probeService);
          await eventually(async () => expect(await held()).toBeGreaterThan(800));
          await new Promise((resolve) => setTimeout(resolve, 500));
          expect(await held()).toBeLessThanOrEqual(1_200);
          return started;
        });
        await expectEachOnce();
        await service.stop();
      }),
    120_000,
  );
});
