import { type EventClass, type Fact, fact, OrderAgreedV1, OrderRejectedV1, streamOf } from '#contracts';
import { Backlog, encodedHeaders, ensureConsumer, inboxPrefix, managerOf, silentLogger, toRow } from '#bus';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { Client } from 'pg';
import { EventConsumer } from '../src/consumer.js';
import { type PulledMessage, PullSource } from '../src/pull.js';
import { StreamPublisher } from '../src/publisher.js';
import { probeService } from './probe.js';

const CHAIN = { correlationId: 'essai', actor: 'system' } as const;

/** Every test: what is read, published or fetched ahead of its turn is neither lost nor out of its order. */
describe('what the bus does ahead', () => {
  let world: World;
  let service: RunningService;
  beforeAll(async () => {
    world = await startWorld();
    service = await world.start(probeService);
  }, 60_000);
  afterAll(() => world?.stop());

  const rows = <T>(sql: string, parameters: unknown[] = []) => service.db.asWorker(() => service.db.rows<T>(sql, parameters));

  const rejection = (key: string, version: number) =>
    toRow(
      fact(
        OrderRejectedV1,
        {
          agreementId: key,
          conversationId: newId(),
          prospectId: newId(),
          reason: 'unknown-product',
          refused: [{ asked: { productId: newId(), quantity: 1 }, available: 0 }],
          alternatives: [],
        },
        { sellerId: newId(), key, version },
      ) as Fact,
      newId(),
      CHAIN,
      new Date(),
    );

  const INSERT = `insert into orders.outbox (event_id, subject, key, version, id_utilisateur, payload, headers)
    select e, s, k, v, u, p, h from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::uuid[], $6::json[], $7::json[]) with ordinality t(e, s, k, v, u, p, h, o) order by o`;
  const columns = (list: ReturnType<typeof rejection>[]) => [
    list.map((row) => row.eventId),
    list.map((row) => row.subject),
    list.map((row) => row.key),
    list.map((row) => row.version),
    list.map((row) => row.sellerId),
    list.map((row) => row.payload),
    list.map((row) => JSON.stringify(row.headers)),
  ];

  it('publishes the events of each thing in their order, over several batches, and archives all under their numbers', async () => {
    const keys = Array.from({ length: 7 }, newId);
    const list = Array.from({ length: 1_300 }, (_, n) => rejection(keys[n % keys.length]!, n + 1));
    await rows(INSERT, columns(list));
    await eventually(async () => expect(await rows('select from outbox')).toHaveLength(0), { withinMs: 30_000 });
    const ours = new Set(list.map(({ eventId }) => eventId));
    const heard = (await world.all(OrderRejectedV1)).filter(({ meta }) => ours.has(meta.id));
    expect(heard).toHaveLength(list.length);
    for (const key of keys) {
      const versions = heard.filter(({ meta }) => meta.key === key).map(({ meta }) => meta.version);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    }
    const archived = await rows<{ event_id: string }>(
      'select event_id from outbox_sent where event_id = any($1::uuid[]) order by stream_seq',
      [[...ours]],
    );
    expect(archived.map((row) => row.event_id)).toEqual(heard.map(({ meta }) => meta.id));
  }, 60_000);

  it('publishes an event whose transaction commits after greater ids were relayed', async () => {
    const late = rejection(newId(), 1);
    const slow = new Client({ connectionString: world.adminUrl });
    await slow.connect();
    try {
      await slow.query('begin');
      await slow.query(INSERT, columns([late]));
      const others = Array.from({ length: 700 }, () => rejection(newId(), 1));
      await rows(INSERT, columns(others));
      await eventually(
        async () =>
          expect(
            await rows('select from outbox_sent where event_id = any($1::uuid[])', [others.map((row) => row.eventId)]),
          ).toHaveLength(others.length),
        { withinMs: 30_000 },
      );
      await slow.query('commit');
    } finally {
      await slow.end();
    }
    const { meta } = await world.heard(OrderRejectedV1, (event) => event.agreementId === late.key);
    expect(meta.id).toBe(late.eventId);
  }, 60_000);

  it('begins no further event once the broker refused one, and tells which it has', async () => {
    const publisher = new StreamPublisher(world.connection, streamOf('orders'), inboxPrefix('test'));
    const outgoing = Array.from({ length: 600 }, () => rejection(newId(), 1));
    outgoing[3] = { ...outgoing[3]!, subject: 'order.agreed' };
    const twice = await publisher.publish([outgoing[599]!, outgoing[599]!]);
    expect(twice.stored.map((answer) => answer?.duplicate)).toEqual([false, true]);
    const { stored, refused } = await publisher.publish(outgoing.slice(0, 598));
    publisher.close();
    expect(refused?.message).toMatch(/expected stream/i);
    expect(stored[3]).toBeUndefined();
    expect(stored.slice(0, 3).every((answer) => answer?.duplicate === false)).toBe(true);
    expect(stored.at(-1)).toBeUndefined();
  }, 30_000);

  it('holds up the first event after a rest for nobody, and takes what follows together where its reader says so', async () => {
    const subject = 'order.rejected';
    const seen: { at: number; keys: string[] }[] = [];
    const reader = new EventConsumer(
      world.connection,
      service.db,
      { stream: streamOf('orders'), durable: 'essai__ensemble', subject },
      new Map<string, EventClass>([[subject, OrderRejectedV1]]),
      async (events) => void seen.push({ at: Date.now(), keys: events.map(({ meta }) => meta.key) }),
      silentLogger,
      'orders',
      { leastMsBetween: 1_500 },
    );
    reader.start();
    const heard = () => new Set(seen.flatMap(({ keys }) => keys));
    const publish = async () => {
      const row = rejection(newId(), 1);
      await world.publish({
        contract: OrderRejectedV1,
        payload: JSON.parse(row.payload),
        key: row.key,
        version: 1,
        sellerId: row.sellerId,
      } as Fact);
      return row.key;
    };
    // What earlier tests published comes first.
    const last = await publish();
    await eventually(() => Promise.resolve(expect(heard()).toContain(last)), { withinMs: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    const before = seen.length;
    const first = await publish();
    await eventually(() => Promise.resolve(expect(heard()).toContain(first)));
    const one = await publish();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const other = await publish();
    await eventually(() => Promise.resolve(expect(heard()).toContain(other)));
    const batches = seen.slice(before);
    expect(batches.map(({ keys }) => keys)).toEqual([[first], [one, other]]);
    expect(batches[1]!.at - batches[0]!.at).toBeGreaterThan(1_000);
    const stopping = Date.now();
    await reader.stop();
    // It would rest for a second and more before it looked again.
    expect(Date.now() - stopping).toBeLessThan(1_000);
  }, 60_000);

  it('tells the work that can wait how many events stand behind those it reads, and that none do at the end', async () => {
    const backlog = new Backlog();
    const behind: number[] = [];
    const reader = new EventConsumer(
      world.connection,
      service.db,
      { stream: streamOf('orders'), durable: 'essai__retard', subject: 'order.rejected' },
      new Map<string, EventClass>([['order.rejected', OrderRejectedV1]]),
      () => Promise.resolve(void behind.push(backlog.of(OrderRejectedV1))),
      silentLogger,
      'orders',
      { backlog },
    );
    expect(backlog.of(OrderRejectedV1)).toBe(0);
    reader.start();
    await eventually(() => Promise.resolve(expect(behind.at(-1)).toBe(0)), { withinMs: 30_000 });
    await reader.stop();
    // What earlier tests published, without the first batch.
    expect(behind[0]).toBeGreaterThan(1_000);
    expect(behind).toEqual(behind.toSorted((a, b) => b - a));
  }, 60_000);

  it('lets no value pass for a header of its own', () => {
    expect(() => encodedHeaders({ 'Flux-Key': 'a\r\nFlux-Seller: b' })).toThrow(/line break/);
  });

  it('hands back at once what was fetched ahead when a reader stops, also what is still on its way', async () => {
    const durable = 'essai__avance';
    const stream = streamOf('conversations');
    const manager = await managerOf(world.connection);
    await ensureConsumer(manager, { stream, durable, subject: 'order.agreed' });
    const ids = await Promise.all(
      Array.from({ length: 500 }, () => {
        const event = {
          agreementId: newId(),
          conversationId: newId(),
          prospectId: newId(),
          customerName: 'Aminata Traoré',
          customerPhone: '+2250598765432',
          lines: [{ productId: newId(), quantity: 1 }],
          deliveryAddress: 'Cocody',
          deliveryPhone: '+2250598765432',
        };
        return world.publish(fact(OrderAgreedV1, event, { sellerId: newId(), key: event.conversationId, version: 1 }));
      }),
    );
    const reader = () => new PullSource(world.connection, stream, durable, 200, inboxPrefix('test'));
    const [first, second] = [reader(), reader()];
    const inHand = await first.next();
    // The next batch has been asked for and is on its way.
    for (const { msg } of first.close()) msg.respond('-NAK');
    const rest: PulledMessage[] = [];
    const began = Date.now();
    while (inHand.length + new Set(rest.map(idOf)).size < ids.length) rest.push(...(await second.next()));
    second.close();
    // Sooner than the broker would offer again what nobody answered for.
    expect(Date.now() - began).toBeLessThan(8_000);
    expect(new Set([...inHand, ...rest].map(idOf))).toEqual(new Set(ids));
  }, 60_000);
});

const idOf = ({ msg }: PulledMessage) => msg.headers!.get('Nats-Msg-Id');
