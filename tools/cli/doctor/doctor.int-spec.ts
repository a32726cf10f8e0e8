import { jetstream } from '@nats-io/jetstream';
import { fact, StockLowV1 } from '#contracts';
import { newId } from '#database';
import { startWorld, type World } from '#testing';
import { operatorOf, readersOf } from '../cli.fixture.js';
import { openShop, shop, sql } from '../shop.fixture.js';
import { MAY_DANGLE, NO_REFERENCES } from './reference-map.js';
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

it('leaves out by which id a customer who was merged was told of at the time', async () => {
  await sql(
    world,
    `insert into conversations.prospects_fusionnes (id_fusionne, id_prospect, id_utilisateur) values ('${gone}', '${shop.prospect}', '${shop.seller}');
     insert into orders.prospects_fusionnes (id_ancien, id_prospect, id_utilisateur) values ('${gone}', '${shop.prospect}', '${shop.seller}');
     insert into deliveries.prospects_fusionnes (id_prospect, id_remplacant, id_utilisateur) values ('${gone}', '${shop.prospect}', '${shop.seller}');
     insert into notifications.prospects_copie (prospect, fusionne_dans, id_utilisateur) values ('${gone}', '${shop.prospect}', '${shop.seller}');
     insert into gateway.flux_evenements (id_utilisateur, numero, id_evenement, type, contenu, id_prospect, date_evenement)
       values ('${shop.seller}', 1, gen_random_uuid(), 'prospect.created', '{}', '${gone}', now());
     insert into analytics.journaux_systeme (id, id_utilisateur, evenement, acteur, reference, version, id_correlation, date_evenement, contenu)
       values ('${gone}', '${shop.seller}', 'prospect.created', 'whatsapp', '${gone}', 1, 'c', now(), '{"prospectId": "${gone}"}')`,
  );
  expect(sick((await doctor()).checks)).toEqual({});
  await sql(
    world,
    `delete from conversations.prospects_fusionnes; delete from orders.prospects_fusionnes; delete from deliveries.prospects_fusionnes;
     delete from notifications.prospects_copie; delete from gateway.flux_evenements; delete from analytics.journaux_systeme where id = '${gone}'`,
  );
});

it('knows of every column with an id what it names, or why it names nothing', async () => {
  const patient = {
    services: SERVICES,
    schemas: new Set<string>(),
    interests: [],
    broker: undefined,
    asOf: new Date(),
    hours: 1,
  };
  const checked = await withClient(world.adminUrl, (client) => columnReferences({ ...patient, client }));
  const columns = await sql<{ name: string }>(
    world,
    `select n.nspname || '.' || c.relname || '.' || a.attname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition and a.atttypid = 'uuid'::regtype and not a.attisdropped
       and n.nspname in ('accounts', 'conversations', 'orders', 'deliveries', 'emails', 'notifications', 'analytics', 'gateway')
       and not exists (select from pg_constraint f where f.conrelid = c.oid and f.contype in ('f', 'p') and f.conkey = array[a.attnum])
     order by 1`,
  );
  const known = new Set([...checked.map(({ from }) => from), ...Object.keys(MAY_DANGLE), ...Object.keys(NO_REFERENCES)]);
  expect(columns.map(({ name }) => name).filter((name) => !known.has(name) && !known.has(name.split('.')[2]!))).toEqual([]);
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

/** A customer who was merged into another one. */
const gone = newId();

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
    'an order that stayed with a customer who is part of another one by now',
    `insert into conversations.prospects_fusionnes (id_fusionne, id_prospect, id_utilisateur) values ('${gone}', '${shop.prospect}', '${shop.seller}');
     update orders.commandes set id_prospect = '${gone}'`,
    `delete from conversations.prospects_fusionnes; update orders.commandes set id_prospect = '${shop.prospect}'`,
    'dangling-references',
    1,
    /orders\.commandes\.id_prospect → conversations\.prospects\.id_prospect/,
  ],
  [
    'a merger that deliveries heard of and that leads to nobody',
    `insert into conversations.prospects_fusionnes (id_fusionne, id_prospect, id_utilisateur) values ('${gone}', '${shop.prospect}', '${shop.seller}');
     insert into deliveries.prospects_fusionnes (id_prospect, id_remplacant, id_utilisateur) values ('${gone}', gen_random_uuid(), '${shop.seller}')`,
    `delete from conversations.prospects_fusionnes; delete from deliveries.prospects_fusionnes`,
    'dangling-references',
    1,
    /deliveries\.prospects_fusionnes\.id_remplacant/,
  ],
  ...[
    ['orders.prospects_effaces', 'id_prospect'],
    ['analytics.prospects_effaces', 'prospect'],
  ].map(([table, column]): (typeof faults)[number] => [
    `somebody who is remembered as erased in ${table} and whose row is gone`,
    `insert into ${table} (${column}, id_utilisateur) values (gen_random_uuid(), '${shop.seller}')`,
    `delete from ${table}`,
    'dangling-references',
    1,
    new RegExp(`${table}\\.${column}`),
  ]),
  [
    'a step of a delivery by a courier of nobody',
    `alter table deliveries.historique_livraison drop constraint historique_livraison_id_livreur_fkey;
     insert into deliveries.historique_livraison (id_livraison, id_utilisateur, statut_apres, id_livreur, livreur, acteur)
       values ('${shop.delivery}', '${shop.seller}', 'livree', gen_random_uuid(), 'Personne', 'system')`,
    `delete from deliveries.historique_livraison;
     alter table deliveries.historique_livraison add foreign key (id_livreur) references deliveries.livreurs`,
    'dangling-references',
    1,
    /deliveries\.historique_livraison\.id_livreur/,
  ],
  [
    'a webhook delivery to a seller who is not there',
    `insert into gateway.points_webhook (id_point, id_utilisateur, adresse, evenements, secret) values ('${gone}', '${shop.seller}', 'https://x.example', '{}', 's');
     insert into gateway.envois_webhook (id_envoi, id_point, id_utilisateur, id_evenement, origine, type, contenu, date_evenement)
       values (gen_random_uuid(), '${gone}', gen_random_uuid(), gen_random_uuid(), 'evenement', 'order.confirmed', '{}', now())`,
    `delete from gateway.points_webhook`,
    'dangling-references',
    1,
    /gateway\.envois_webhook\.id_utilisateur/,
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
    'an order with money paid that no payment tells of',
    `update orders.commandes set montant_paye = 5000`,
    `update orders.commandes set montant_paye = 0`,
    'wrong-orders',
    1,
    /order whose paid sum is not its payments less its refunds/,
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
    'customers who write to a number that no shop has linked',
    `insert into conversations.mises_a_jour_gardees (id_mise_a_jour, phone_number_id, motif, contenu, recu_le)
       select gen_random_uuid(), numero, motif, jsonb_build_object('event', jsonb_build_object('kind', sorte)), now() - age
         from (values ('4242', 'numero_inconnu', 'message', interval '3 hours'), ('4242', 'numero_inconnu', 'message', interval '1 minute'),
                      ('4242', 'numero_inconnu', 'status', interval '3 hours'), ('4343', 'numero_inconnu', 'message', interval '1 minute'),
                      ('4444', 'compte_entier', 'message', interval '3 hours')) t(numero, motif, sorte, age)`,
    `delete from conversations.mises_a_jour_gardees`,
    'unknown-numbers',
    2,
    /^2 × to number 4242, since 20\d\d-[0-9T:.-]+Z$/,
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

it('finds every place where somebody who was erased is still named, and none when he is not', async () => {
  await sql(
    world,
    `update conversations.prospects set efface_le = now();
     insert into conversations.identites_prospect (id_utilisateur, type_identite, valeur, id_prospect)
       values ('${shop.seller}', 'e164', '+2250598765432', '${shop.prospect}');
     update orders.commandes set statut_commande = 'livree';
     update notifications.notifications set role_destinataire = 'client', id_prospect = '${shop.prospect}';
     insert into gateway.flux_evenements (id_utilisateur, numero, id_evenement, type, contenu, id_prospect, date_evenement)
       values ('${shop.seller}', 1, gen_random_uuid(), 'order.confirmed', '{"customerName": "Aminata"}', '${shop.prospect}', now())`,
  );
  const { checks } = await doctor();
  expect(sick(checks)).toEqual({ 'named-people': 6 });
  expect(checks['named-people']!.details.map((line) => line.split(':')[0])).toEqual([
    '1 × person with a telephone number or an address on WhatsApp',
    '1 × conversation in which his words stand',
    '1 × order that is over and has his number',
    '1 × delivery that is over and has his number',
    '1 × notice to his number',
    '1 × event kept for programs that names him',
  ]);
  await sql(
    world,
    `delete from conversations.identites_prospect; update conversations.prospects set numero_telephone = null;
     update conversations.messages set contenu_message = '[effacé]'; update orders.commandes set telephone_client = '';
     update deliveries.livraisons set telephone_destinataire = '+2250000000000';
     update notifications.notifications set destinataire = ''; delete from gateway.flux_evenements`,
  );
  expect(sick((await doctor()).checks)).toEqual({});
});

describe('events on their way', () => {
  const event = newId();
  const others = readersOf(StockLowV1).filter((reader) => reader !== 'notifications__stock_low');

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
    expect(checks['lost-events']).toMatchObject({ problems: 0, waiting: others.length + 1 });
    expect(code).toBe(0);
  });

  it('gives up waiting for a queue that does not empty, and says so', async () => {
    const { checks } = await doctor('--wait', '1');
    expect(checks['lost-events']!.waiting).toBe(others.length + 1);
  });

  it('counts it as lost once a reader has acknowledged it and booked nothing', async () => {
    await acknowledge('ORDERS', 'notifications__stock_low');
    const { checks, code } = await doctor();
    expect(checks['lost-events']).toMatchObject({ problems: 1, waiting: others.length });
    expect(checks['lost-events']!.details[0]).toBe(`1 × lost, orders → notifications__stock_low, e.g. ${event}`);
    expect(code).toBe(1);
    await sql(world, `insert into notifications.inbox (event_id, consumer) values ('${event}', 'notifications__stock_low')`);
    expect((await doctor()).checks['lost-events']).toMatchObject({ problems: 0, waiting: others.length });
  });

  it('counts it as lost when it was set aside and the dead letter is gone', async () => {
    await sql(world, `update notifications.inbox set outcome = 'dead' where event_id = '${event}'`);
    expect((await doctor()).checks['lost-events']).toMatchObject({ problems: 1, waiting: others.length });
    await sql(
      world,
      `insert into notifications.dead_letter (event_id, consumer, subject, payload, headers, error, deliveries, replayed_at)
       values ('${event}', 'notifications__stock_low', 'stock.low', '{}', '{}', 'Error: no', 9, now())`,
    );
    expect((await doctor()).checks['lost-events']).toMatchObject({ problems: 0, waiting: others.length });
  });

  it('counts it as lost when the broker does not hold it any more', async () => {
    await sql(world, `update orders.outbox_sent set stream_created = '2026-01-01'`);
    const { problems, details } = (await doctor()).checks['lost-events']!;
    expect(problems).toBe(others.length);
    for (const reader of others) expect(details.join('\n')).toContain(`orders → ${reader}`);
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
