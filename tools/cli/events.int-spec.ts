import { jetstream } from '@nats-io/jetstream';
import { fact, SellerRegisteredV1, StockLowV1 } from '#contracts';
import { newId } from '#database';
import { eventually, startWorld, type World } from '#testing';
import { ordersService } from '../../apps/orders/src/orders.service-definition.js';
import { operatorOf, readersOf } from './cli.fixture.js';
import { openShop, shop, sql } from './shop.fixture.js';

let world: World;
let run: ReturnType<typeof operatorOf>;
beforeAll(async () => {
  world = await startWorld();
  run = operatorOf(world);
  for (const command of ['migrate', 'infra']) expect(await run([command])).toMatchObject({ code: 0 });
  await openShop(world);
});
afterAll(() => world?.stop());

describe('dead letters', () => {
  const [good, bad] = [newId(), newId()];
  const newcomer = newId();
  const headers = (id: string, seller: string) =>
    JSON.stringify({
      'Nats-Msg-Id': id,
      'Flux-Key': newcomer,
      'Flux-Version': '1',
      'Flux-Occurred-At': '2026-11-22T10:00:00Z',
      'Flux-Seller': seller,
    });

  beforeAll(async () => {
    const profile: SellerRegisteredV1 = {
      email: 'awa@example.ci',
      phone: '+2250700000009',
      lastName: 'Koné',
      firstName: 'Awa',
      country: "Côte d'Ivoire",
      sector: 'tissus',
      shopName: 'Chez Awa',
      timeZone: 'Africa/Abidjan',
    };
    const letter = (id: string, seller: string, error: string) =>
      sql(
        world,
        `insert into orders.inbox (event_id, consumer, outcome) values ('${id}', 'orders__seller_registered', 'dead');
         insert into orders.dead_letter (event_id, consumer, subject, payload, headers, error, deliveries)
         values ('${id}', 'orders__seller_registered', 'seller.registered', '${JSON.stringify(profile).replaceAll("'", "''")}', '${headers(id, seller)}', '${error}', 9)`,
      );
    await letter(good, newcomer, 'DomainError: NOT_YET {"phone": "+2250598765432"}');
    await letter(bad, 'no-seller-of-ours', 'Error: cannot read +2250598765432');
  });

  it('lists them without personal data', async () => {
    const { out } = await run(['dead-letters', 'list']);
    expect(out).toMatch(new RegExp(`orders +${good} +seller.registered +[0-9: -]+ +9 +NOT_YET +set aside`));
    expect(out).not.toContain('598765432');
    expect(out).not.toContain('Awa');
  });

  it('shows one with its error, and its content only when asked', async () => {
    const brief = await run(['dead-letters', 'show', good]);
    expect(brief.out).toContain('seller.registered for orders__seller_registered');
    expect(brief.out).not.toContain('Chez Awa');
    expect((await run(['dead-letters', 'show', good, '--payload'])).out).toContain('Chez Awa');
    expect((await run(['dead-letters', 'show', newId()])).code).toBe(1);
  });

  it('says that the service does not run when nothing is taken up', async () => {
    const { code, err } = await run(['dead-letters', 'replay', good, '--timeout', '1']);
    expect(code).toBe(1);
    expect(err).toContain('orders took nothing up for 1 s (1 left): is it running?');
  });

  it('asks the running service to handle one again and waits for its result', async () => {
    await sql(world, 'update orders.dead_letter set replay_asked_at = null');
    await world.start(ordersService);
    const { code, out } = await run(['dead-letters', 'replay', good]);
    expect(out).toContain('1 handled, 0 set aside again');
    expect(code).toBe(0);
    expect(await sql(world, `select 1 from orders.vendeurs_copie where id_utilisateur = '${newcomer}'`)).toHaveLength(1);
  });

  it('tells which could not be handled again', async () => {
    const { code, out } = await run(['dead-letters', 'replay', '--all']);
    expect(out).toMatch(new RegExp(`✗ orders seller.registered ${bad}: \\w+`));
    expect(out).toContain('0 handled, 1 set aside again');
    expect(code).toBe(1);
    await sql(world, 'delete from orders.dead_letter');
    expect((await run(['dead-letters', 'replay', '--all'])).out).toContain('Nothing is set aside');
  });
});

describe('audit', () => {
  const [kept, gone] = [newId(), newId()];
  const readers = readersOf(StockLowV1).length;
  /** The line of the stream ORDERS: one event archived, and how many on their way to readers, missing in the stream, lost by readers. */
  const orders = (waiting: number, missing: number, lost: number) => new RegExp(`ORDERS +1 +${waiting} +${missing} +${lost}`);
  const lowStock = fact(
    StockLowV1,
    { productId: shop.product, name: 'Nike', available: 1, threshold: 2 },
    { sellerId: shop.seller, key: shop.product, version: 1 },
  );
  it('finds nothing missing on a healthy platform', async () => {
    const { code, out } = await run(['audit']);
    expect(out).toContain('Nothing is missing');
    expect(code).toBe(0);
  });

  it('finds what the broker lost and puts it back, so that it is published again', async () => {
    await world.publish(lowStock, kept);
    const { state, created } = await (await jetstream(world.connection).jetstreamManager()).streams.info('ORDERS');
    // The archive says that another event stood where the broker now holds this one.
    await sql(
      world,
      `insert into orders.outbox_sent (event_id, subject, key, version, id_utilisateur, payload, headers, created_at, stream_seq, stream_created)
       select '${gone}', 'stock.low', '${shop.product}', 1, '${shop.seller}', '${JSON.stringify(lowStock.payload)}',
         '{"Flux-Key": "${shop.product}", "Flux-Version": "1", "Flux-Occurred-At": "2026-11-22T10:00:00Z"}', now(), ${state.last_seq}, '${new Date(created as unknown as string).toISOString()}'`,
    );
    const found = await run(['audit']);
    expect(found).toMatchObject({ code: 1, err: expect.stringContaining('1 events are missing') as string });
    expect(found.out).toMatch(orders(readers, 1, 0));
    const { code, out } = await run(['audit', '--republish']);
    expect(code).toBe(0);
    expect(out).toContain('orders: 1 put back');
    const again = await world.heard(StockLowV1, (_event, { id }) => id === gone);
    expect(again.event).toEqual(lowStock.payload);
    await eventually(async () => expect((await run(['audit'])).out).toMatch(orders(2 * readers, 0, 0)));
  });

  it('finds what a reader acknowledged and never booked', async () => {
    const consumer = await jetstream(world.connection).consumers.get('ORDERS', 'notifications__stock_low');
    expect((await run(['audit'])).out).toMatch(orders(2 * readers, 0, 0));
    for await (const message of await consumer.fetch({ max_messages: 1, expires: 1_000 })) message.ack();
    await world.connection.flush();
    const { code, out } = await run(['audit']);
    expect(out).toMatch(orders(2 * readers - 1, 0, 1));
    expect(code).toBe(1);
    // The archive never had it (the test published it): it cannot be put back, and that is said.
    expect((await run(['audit', '--republish'])).err).toContain('1 events of orders are no longer in its archive');
  });
});

describe('rebuild', () => {
  it('computes the figures again from the journal', async () => {
    const seller = newId();
    await sql(
      world,
      `insert into analytics.vendeurs_copie (id_utilisateur, fuseau_horaire, version) values ('${seller}', 'Africa/Abidjan', 1);
       insert into analytics.sessions_analytiques (id_utilisateur, date_session, messages_recus, version) values ('${seller}', '2026-11-20', 99, 1);
       insert into analytics.journaux_systeme (id, id_utilisateur, evenement, acteur, reference, version, id_correlation, date_evenement, contenu)
       select gen_random_uuid(), '${seller}'::uuid, 'message.received', 'whatsapp', 'r', 1, 'c', timestamptz '2026-11-21 10:00+00', jsonb '{}' from generate_series(1, 3)
       union all select gen_random_uuid(), '${seller}'::uuid, 'seller.registered', 'seller', '${seller}', 1, 'c', '2026-11-20 10:00+00', '{"timeZone": "Africa/Abidjan"}'`,
    );
    const { code, out } = await run(['rebuild', 'analytics']);
    expect(out).toMatch(/✓ \d+ sellers, \d+ days/);
    expect(code).toBe(0);
    expect(
      await sql(
        world,
        `select date_session::text as d, messages_recus as n from analytics.sessions_analytiques where id_utilisateur = '${seller}'`,
      ),
    ).toEqual([{ d: '2026-11-21', n: 3 }]);
  });

  it('refuses, and changes nothing, when the journal lacks the beginning of a seller', async () => {
    const seller = newId();
    await sql(
      world,
      `insert into analytics.vendeurs_copie (id_utilisateur, version) values ('${seller}', 1);
       insert into analytics.sessions_analytiques (id_utilisateur, date_session, messages_recus, version) values ('${seller}', '2026-11-20', 99, 1)`,
    );
    const { code, err } = await run(['rebuild', 'analytics']);
    expect(err).toContain(`The journal lacks the registration of 1 sellers (e.g. ${seller})`);
    expect(code).toBe(1);
    expect(
      await sql(world, `select messages_recus as n from analytics.sessions_analytiques where id_utilisateur = '${seller}'`),
    ).toEqual([{ n: 99 }]);
    await sql(
      world,
      `delete from analytics.vendeurs_copie where id_utilisateur = '${seller}'; delete from analytics.sessions_analytiques where id_utilisateur = '${seller}'`,
    );
  });

  it('takes into the journal what it lacks of the archives', async () => {
    const event = newId();
    await sql(
      world,
      `insert into conversations.outbox_sent (event_id, subject, key, version, id_utilisateur, payload, headers, created_at, stream_seq, stream_created)
       values ('${event}', 'message.received', 'k', 1, '${shop.seller}', '{}', '{"Flux-Key": "k", "Flux-Occurred-At": "2026-11-22T10:00:00Z", "Flux-Seller": "${shop.seller}"}', now(), 1, now())`,
    );
    expect((await run(['rebuild', 'analytics', '--read-archives'])).out).toContain(
      'conversations: 1 events were new to the journal',
    );
    expect((await run(['rebuild', 'analytics', '--read-archives'])).out).toContain(
      'conversations: 0 events were new to the journal',
    );
  });
});
