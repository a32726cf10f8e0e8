import { jetstream } from '@nats-io/jetstream';
import { type EventMeta, eventSpec, fact, type Fact, ListOrders, OrderAgreedV1, OrderRejectedV1, streamOf } from '#contracts';
import {
  askReplay,
  buryEvent,
  consumerFor,
  ensureStream,
  listDeadLetters,
  managerOf,
  streamConfig,
  toHeaders,
  toRow,
} from '#bus';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { probeService } from './probe.js';

const agreement = (over: Partial<OrderAgreedV1> = {}): OrderAgreedV1 => ({
  agreementId: newId(),
  conversationId: newId(),
  prospectId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines: [{ productId: newId(), quantity: 1 }],
  deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
  deliveryPhone: '+2250598765432',
  ...over,
});

describe('the bus', () => {
  let world: World;
  let service: RunningService;
  beforeAll(async () => {
    world = await startWorld();
    service = await world.start(probeService);
  }, 60_000);
  afterAll(() => world?.stop());

  it('carries an event to its effect and on to the next event, once, however often it is delivered', async () => {
    const seller = newId();
    const agreed = agreement();
    const id = await world.publish(fact(OrderAgreedV1, agreed, { sellerId: seller, key: agreed.conversationId, version: 1 }));
    const { meta } = await world.heard(OrderRejectedV1, (e) => e.agreementId === agreed.agreementId);
    expect(meta.sellerId).toBe(seller);
    await new Promise((r) => setTimeout(r, 200));
    await world.publish(fact(OrderAgreedV1, agreed, { sellerId: seller, key: agreed.conversationId, version: 1 }), id);
    const second = agreement();
    await world.publish(fact(OrderAgreedV1, second, { sellerId: seller, key: second.conversationId, version: 1 }));
    await world.heard(OrderRejectedV1, (e) => e.agreementId === second.agreementId);
    const rows = await service.db.asWorker(() => service.db.rows('select * from effects'));
    expect(rows).toHaveLength(2);
    expect(await world.all(OrderRejectedV1)).toHaveLength(2);
  });

  it('answers a seller with his own rows only', async () => {
    const [mine, other] = [newId(), newId()];
    const agreed = agreement();
    await world.publish(fact(OrderAgreedV1, agreed, { sellerId: mine, key: agreed.conversationId, version: 1 }));
    await eventually(async () => expect((await world.ask(ListOrders, {}, mine)).items).toHaveLength(1));
    expect((await world.ask(ListOrders, {}, other)).items).toHaveLength(0);
  });

  const { durable } = consumerFor('orders', eventSpec(OrderAgreedV1));
  const agreedBy = (sellerId: string, agreed: OrderAgreedV1) =>
    fact(OrderAgreedV1, agreed, { sellerId, key: agreed.conversationId, version: 1 });
  const rows = <T>(sql: string, parameters: unknown[] = []) => service.db.asWorker(() => service.db.rows<T>(sql, parameters));
  const effectsOf = (sellerId: string) => rows('select from effects where id_utilisateur = $1', [sellerId]);
  const lettersAbout = async (error: RegExp) => (await listDeadLetters(service.db)).filter((letter) => error.test(letter.error));

  it('answers with an error, and goes on, when the answer is longer than the broker carries', async () => {
    const seller = newId();
    await expect(world.ask(ListOrders, { status: 'returned' }, seller)).rejects.toMatchObject({
      code: 'ANSWER_TOO_LARGE',
      facts: { limit: 512 * 1024 },
    });
    expect((await world.ask(ListOrders, {}, seller)).items).toEqual([]);
  });

  it('sets aside a message whose ids are not ours, and holds nobody up', async () => {
    const agreed = agreement();
    const { payload, headers, subject } = toRow(
      agreedBy(newId(), agreed) as Fact,
      newId(),
      { correlationId: newId(), actor: 'system' },
      new Date(),
    );
    const js = jetstream(world.connection);
    await js.publish(subject, payload, { msgID: 'by-hand', headers: toHeaders(headers) });
    await js.publish(subject, `${payload} `, { msgID: newId(), headers: toHeaders({ ...headers, 'Flux-Seller': 'nobody' }) });
    await eventually(async () => expect(await lettersAbout(/ids that are not ours/)).toHaveLength(2));
  });

  it('keeps no dead letter of an event that another replica has done', async () => {
    const [seller, agreed] = [newId(), agreement()];
    const id = await world.publish(agreedBy(seller, agreed));
    await eventually(async () => expect(await effectsOf(seller)).toHaveLength(1));
    const bury = (eventId: string) =>
      buryEvent(
        service.db,
        durable,
        {
          msg: { subject: 'order.agreed', data: new Uint8Array(), string: () => JSON.stringify(agreed) } as never,
          deliveries: 9,
          pending: 0,
        },
        { id: eventId, sellerId: seller } as EventMeta,
        new Error('too late'),
      );
    await bury(id);
    expect(await lettersAbout(/too late/)).toEqual([]);
    await bury(newId());
    expect(await lettersAbout(/too late/)).toHaveLength(1);
  });

  it('does not replay an event that breaks its contract', async () => {
    const seller = newId();
    const { customerPhone: _, ...broken } = agreement();
    const id = await world.publish(agreedBy(seller, broken as OrderAgreedV1));
    const letter = async () => (await listDeadLetters(service.db)).find(({ event_id }) => event_id === id);
    await eventually(async () => expect(await letter()).toBeDefined());
    await askReplay(service.db, id);
    await eventually(async () =>
      expect(
        await rows('select from dead_letter where event_id = $1 and replay_asked_at is null and replayed_at is null', [id]),
      ).toHaveLength(1),
    );
    expect(await effectsOf(seller)).toEqual([]);
  });

  it('remembers an event longer when it is published again', async () => {
    const [seller, agreed] = [newId(), agreement()];
    const id = await world.publish(agreedBy(seller, agreed));
    await eventually(async () => expect(await effectsOf(seller)).toHaveLength(1));
    await rows("update inbox set processed_at = now() - interval '8 days' where event_id = $1", [id]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await world.publish(agreedBy(seller, agreed), id);
    await eventually(async () =>
      expect(await rows("select from inbox where event_id = $1 and processed_at > now() - interval '1 day'", [id])).toHaveLength(
        1,
      ),
    );
    expect(await effectsOf(seller)).toHaveLength(1);
  });

  it('publishes again what a rolled-back stream lost, even when its numbers are taken by new events', async () => {
    const manager = await managerOf(world.connection);
    const stream = streamOf('orders');
    const lost = agreement();
    const rejected = {
      agreementId: lost.agreementId,
      conversationId: lost.conversationId,
      prospectId: lost.prospectId,
      reason: 'unknown-product' as const,
      refused: [{ asked: lost.lines[0]!, available: 0 }],
      alternatives: [],
    };
    const about = { sellerId: newId(), key: lost.agreementId, version: 1 };
    const row = toRow(
      fact(OrderRejectedV1, rejected, about) as Fact,
      newId(),
      { correlationId: newId(), actor: 'system' },
      new Date(),
    );
    const { state } = await manager.streams.info(stream);
    // The archive says that the broker took one more event after what the stream ends with now.
    await rows(
      `insert into outbox_sent (event_id, subject, key, version, id_utilisateur, payload, headers, created_at, stream_seq, stream_created)
       select $1, $2, $3, 1, $4, $5, $6, now(), $7, created from relay_state`,
      [row.eventId, row.subject, row.key, row.sellerId, row.payload, JSON.stringify(row.headers), state.last_seq + 1],
    );
    const next = agreement();
    await world.publish(agreedBy(newId(), next));
    await world.heard(OrderRejectedV1, (e) => e.agreementId === next.agreementId);
    const { meta } = await world.heard(OrderRejectedV1, (e) => e.agreementId === lost.agreementId);
    expect(meta.id).toBe(row.eventId);
    await eventually(async () => expect(await rows('select from outbox')).toEqual([]));
  });

  it('leaves a stream as wide as a newer version made it, and widens a narrower one', async () => {
    const manager = await managerOf(world.connection);
    const stream = streamOf('deliveries');
    const { config } = await manager.streams.info(stream);
    const { subjects = [], max_age = 0 } = streamConfig('deliveries');
    const newer = { subjects: [...subjects, 'delivery.by-drone'], max_age: max_age * 2 };
    await manager.streams.update(stream, { ...config, ...newer });
    await ensureStream(manager, 'deliveries');
    expect((await manager.streams.info(stream)).config).toMatchObject(newer);
    await manager.streams.update(stream, { ...config, subjects: subjects.slice(1), max_age: max_age / 2 });
    await ensureStream(manager, 'deliveries');
    const widened = (await manager.streams.info(stream)).config;
    expect([...widened.subjects].sort()).toEqual([...subjects].sort());
    expect(widened.max_age).toBe(max_age);
  });
});
