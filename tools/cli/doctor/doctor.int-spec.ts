import { jetstream } from '@nats-io/jetstream';
import { fact, StockLowV1 } from '#contracts';
import { newId } from '#database';
import { startWorld, type World } from '#testing';
import { operatorOf } from '../cli.fixture.js';
import { openShop, shop, sql } from '../shop.fixture.js';
import { columnReferences } from './references.js';
import { withClient } from '../sql.js';
import { SERVICES } from '#contracts';

let world: World;
let run: ReturnType<typeof operatorOf>;
beforeAll(async () => {
  world = await startWorld();
  run = operatorOf(world);
  for (const command of ['migrate', 'infra']) expect(await run([command])).toMatchObject({ code: 0 });
  await openShop(world);
});
afterAll(() => world?.stop());

interface Answer {
  problems: number;
  details: string[];
  unchecked: string[];
  waiting: number;
}

async function doctor(...options: string[]): Promise<{ code: number; checks: Record<string, Answer> }> {
  const { code, out, err } = await run(['doctor', '--json', ...options]);
  if (!out) throw new Error(err);
  return { code, checks: JSON.parse(out) as Record<string, Answer> };
}

/** Numbers of the checks that are not 0. */
const sick = (checks: Record<string, Answer>) =>
  Object.fromEntries(
    Object.entries(checks)
      .filter(([, { problems }]) => problems > 0)
      .map(([key, { problems }]) => [key, problems]),
  );

it('finds a shop healthy whose figures are right, and says what it looked at', async () => {
  const { code, out } = await run(['doctor']);
  expect(out.match(/^✗.*$/gm)).toBeNull();
  expect(out).toMatch(/✓ +0 {2}references that point nowhere \(\d+ columns\)/);
  expect(code).toBe(0);
});

it('knows every column of the data model that refers to another service', async () => {
  const found = await withClient(world.adminUrl, (client) =>
    columnReferences({
      client,
      services: SERVICES,
      schemas: new Set(),
      interests: [],
      broker: undefined,
      asOf: new Date(),
      hours: 1,
    }),
  );
  expect(found.map(({ from, to }) => `${from} → ${to}`)).toEqual(
    expect.arrayContaining([
      'conversations.prospects.id_utilisateur → accounts.utilisateurs_fluxasync.id_utilisateur',
      'conversations.conversations.id_compte_whatsapp → accounts.comptes_whatsapp.id_compte_whatsapp',
      'conversations.messages.id_utilisateur → accounts.utilisateurs_fluxasync.id_utilisateur',
      'orders.produits.id_utilisateur → accounts.utilisateurs_fluxasync.id_utilisateur',
      'orders.commandes.id_prospect → conversations.prospects.id_prospect',
      'orders.commandes.id_conversation → conversations.conversations.id_conversation',
      'deliveries.livraisons.id_commande → orders.commandes.id_commande',
      'emails.emails_recus.id_compte_email → accounts.comptes_email.id_compte_email',
      'emails.analyses_emails.id_utilisateur → accounts.utilisateurs_fluxasync.id_utilisateur',
      'notifications.notifications.id_utilisateur → accounts.utilisateurs_fluxasync.id_utilisateur',
      'analytics.sessions_analytiques.id_utilisateur → accounts.utilisateurs_fluxasync.id_utilisateur',
      'analytics.journaux_systeme.id_utilisateur → accounts.utilisateurs_fluxasync.id_utilisateur',
      'analytics.utilisation_apis.id_utilisateur → accounts.utilisateurs_fluxasync.id_utilisateur',
    ]),
  );
});

const faults: [string, string, string, string, number, RegExp][] = [
  [
    'an order of a prospect nobody knows',
    `update orders.commandes set id_prospect = gen_random_uuid()`,
    `update orders.commandes set id_prospect = '${shop.prospect}'`,
    'dangling-references',
    1,
    /orders\.commandes\.id_prospect → conversations\.prospects\.id_prospect, e\.g\. [0-9a-f-]{36}/,
  ],
  [
    'a delivery of an order that is not there',
    `update deliveries.livraisons set id_commande = gen_random_uuid()`,
    `update deliveries.livraisons set id_commande = '${shop.order}'`,
    'dangling-references',
    1,
    /deliveries\.livraisons\.id_commande/,
  ],
  [
    'a notice about an order that is not there',
    `update notifications.notifications set reference_element_id = gen_random_uuid()`,
    `update notifications.notifications set reference_element_id = '${shop.order}'`,
    'dangling-references',
    1,
    /reference_element_id \(commande\) → orders\.commandes/,
  ],
  [
    'a notice about something no table is known for',
    `update notifications.notifications set type_reference = 'facture'`,
    `update notifications.notifications set type_reference = 'commande'`,
    'dangling-references',
    1,
    /"facture": no table is known/,
  ],
  [
    'an audit line about an order that is not there',
    `update analytics.journaux_systeme set contenu = jsonb_build_object('orderId', gen_random_uuid()) where reference = '${shop.order}'`,
    `update analytics.journaux_systeme set contenu = '{}' where reference = '${shop.order}'`,
    'dangling-references',
    1,
    /journaux_systeme\.contenu\.orderId/,
  ],
  [
    'a seller’s message that was not counted',
    `update analytics.sessions_analytiques set messages_recus = 1`,
    `update analytics.sessions_analytiques set messages_recus = 2`,
    'wrong-figures',
    1,
    /messages_recus of seller .* on 2026-11-22: told 1, the facts say 2/,
  ],
  [
    'turnover of an order that was cancelled',
    `update orders.commandes set statut_commande = 'annulee'`,
    `update orders.commandes set statut_commande = 'confirmee'`,
    'wrong-figures',
    1,
    /chiffre_affaires_genere .* told 45000, the facts say 0/,
  ],
  [
    'a day counted in another time zone than the seller’s',
    `update accounts.utilisateurs_fluxasync set fuseau_horaire = 'Asia/Tokyo'`,
    `update accounts.utilisateurs_fluxasync set fuseau_horaire = 'Africa/Lagos'`,
    'wrong-figures',
    8,
    /on 2026-11-23: told 0, the facts say/,
  ],
  [
    'a pair of shoes that left the stock without being booked',
    `update orders.variantes_produit set quantite_stock = 9`,
    `update orders.variantes_produit set quantite_stock = 10`,
    'wrong-stock',
    2,
    /variant whose stock is not the sum of its movements/,
  ],
  [
    'an order whose total is not that of its lines',
    `update orders.commandes set montant_total = 45001; update analytics.sessions_analytiques set chiffre_affaires_genere = 45001`,
    `update orders.commandes set montant_total = 45000; update analytics.sessions_analytiques set chiffre_affaires_genere = 45000`,
    'wrong-orders',
    1,
    /order whose total is not the sum of its lines/,
  ],
  [
    'a gap in the order numbers',
    `update orders.commandes set numero_commande = 'CMD-20261122-000002'`,
    `update orders.commandes set numero_commande = 'CMD-20261122-000001'`,
    'wrong-orders',
    1,
    /a gap or a double/,
  ],
  [
    'a table of sellers that lost its policy',
    `alter table orders.produits no force row level security`,
    `alter table orders.produits force row level security`,
    'open-tables',
    1,
    /orders\.produits/,
  ],
  [
    'a table that hides another of the data model by its name',
    `create table gateway.commandes (n int)`,
    `drop table gateway.commandes`,
    'lost-names',
    1,
    /orders\.commandes: the name finds gateway\.commandes/,
  ],
  [
    'an event that was set aside',
    `insert into orders.dead_letter (event_id, consumer, subject, payload, headers, error, deliveries) values (gen_random_uuid(), 'c', 's', '{}', '{}', 'Error: no', 9)`,
    `delete from orders.dead_letter`,
    'dead-letters',
    1,
    /in orders\.dead_letter/,
  ],
  [
    'an event that never left its outbox',
    `insert into accounts.outbox (event_id, subject, key, version, payload, headers, created_at) values (gen_random_uuid(), 's', 'k', 1, '{}', '{}', now() - interval '1 minute')`,
    `delete from accounts.outbox`,
    'full-outboxes',
    1,
    /in accounts\.outbox/,
  ],
];

it.each(faults)('finds %s', async (_title, plant, undo, key, problems, detail) => {
  await sql(world, plant);
  try {
    const { code, checks } = await doctor();
    expect(sick(checks)).toEqual({ [key]: problems });
    expect(checks[key]!.details.join('\n')).toMatch(detail);
    expect(code).toBe(1);
  } finally {
    await sql(world, undo);
  }
  expect(sick((await doctor()).checks)).toEqual({});
});

describe('events on their way', () => {
  const event = newId();

  it('counts an event that was written a moment ago as waiting: on a busy platform there always is one', async () => {
    await sql(
      world,
      `insert into accounts.outbox (event_id, subject, key, version, payload, headers) values (gen_random_uuid(), 's', 'k', 1, '{}', '{}')`,
    );
    const { checks, code } = await doctor();
    expect(checks['full-outboxes']).toMatchObject({ problems: 0, waiting: 1 });
    expect(code).toBe(0);
    await sql(world, 'delete from accounts.outbox');
  });

  /** Acknowledges what a consumer has, as a reader would that books nothing. */
  async function acknowledge(stream: string, durable: string): Promise<void> {
    const consumer = await jetstream(world.connection).consumers.get(stream, durable);
    for await (const message of await consumer.fetch({ max_messages: 10, expires: 1_000 })) message.ack();
    await world.connection.flush();
  }

  it('counts an event as waiting while its readers have not acknowledged it', async () => {
    await world.publish(
      fact(
        StockLowV1,
        { productId: shop.product, name: 'Nike', available: 1, threshold: 2 },
        { sellerId: shop.seller, key: shop.product, version: 1 },
      ),
      event,
    );
    await sql(
      world,
      `insert into orders.outbox_sent (event_id, subject, key, version, payload, headers, created_at, stream_seq, stream_created)
       values ('${event}', 'stock.low', '${shop.product}', 1, '{}', '{}', now(), 1, '${await createdOf('ORDERS')}')`,
    );
    const { checks, code } = await doctor();
    expect(checks['lost-events']).toMatchObject({ problems: 0, waiting: 2 });
    expect(code).toBe(0);
  });

  it('gives up waiting for a queue that does not empty, and says so', async () => {
    const { checks } = await doctor('--wait', '1');
    expect(checks['lost-events']!.waiting).toBe(2);
  });

  it('counts it as lost once a reader has acknowledged it and booked nothing', async () => {
    await acknowledge('ORDERS', 'notifications__stock_low');
    const { checks, code } = await doctor();
    expect(checks['lost-events']).toMatchObject({ problems: 1, waiting: 1 });
    expect(checks['lost-events']!.details[0]).toBe(`1 × lost, orders → notifications__stock_low, e.g. ${event}`);
    expect(code).toBe(1);
    await sql(world, `insert into notifications.inbox (event_id, consumer) values ('${event}', 'notifications__stock_low')`);
    expect((await doctor()).checks['lost-events']).toMatchObject({ problems: 0, waiting: 1 });
  });

  it('counts it as lost when it was set aside and the dead letter is gone', async () => {
    await sql(world, `update notifications.inbox set outcome = 'dead' where event_id = '${event}'`);
    expect((await doctor()).checks['lost-events']).toMatchObject({ problems: 1, waiting: 1 });
    await sql(
      world,
      `insert into notifications.dead_letter (event_id, consumer, subject, payload, headers, error, deliveries, replayed_at)
       values ('${event}', 'notifications__stock_low', 'stock.low', '{}', '{}', 'Error: no', 9, now())`,
    );
    expect((await doctor()).checks['lost-events']).toMatchObject({ problems: 0, waiting: 1 });
  });

  it('counts it as lost when the broker does not hold it any more', async () => {
    await sql(world, `update orders.outbox_sent set stream_created = '2026-01-01'`);
    expect((await doctor()).checks['lost-events']!.details[0]).toContain('orders → analytics__every');
    await sql(world, `delete from orders.outbox_sent`);
  });
});

it('says what it cannot check when the schemas are in different databases', async () => {
  const other = await world.postgres.createDatabase('fluxasync_ailleurs');
  expect((await run(['migrate'], { DATABASE_URL: other })).code).toBe(0);
  for (const schema of SERVICES.filter((each) => each !== 'orders').map((each) =>
    each === 'email-intelligence' ? 'emails' : each,
  ))
    await world.postgres.query(`drop schema ${schema} cascade`, [], 'fluxasync_ailleurs');
  const { out, code } = await run(['doctor', '--json'], { ORDERS_ADMIN_DATABASE_URL: other });
  const checks = JSON.parse(out) as Record<string, Answer>;
  expect(checks['dangling-references']!.unchecked.join('\n')).toMatch(
    /orders\.commandes\.id_prospect → conversations\.prospects\.id_prospect: conversations is not in this database/,
  );
  expect(checks['lost-events']!.unchecked.join('\n')).toMatch(/accounts is not in this database|orders is not in this database/);
  expect(sick(checks)).not.toHaveProperty('lost-names');
  expect(sick(checks)).toEqual({});
  expect(code).toBe(0);
  expect((await run(['doctor'], { ORDERS_ADMIN_DATABASE_URL: other })).out).toMatch(/– +\? +daily figures that differ/);
  const report = await run(['report', 'dashboard'], { ORDERS_ADMIN_DATABASE_URL: other });
  expect(report).toMatchObject({ code: 1, err: expect.stringContaining('needs one database that holds every schema') as string });
});

async function createdOf(stream: string): Promise<string> {
  const manager = await jetstream(world.connection).jetstreamManager();
  const info = await manager.streams.info(stream);
  return new Date(info.created as unknown as string).toISOString();
}
