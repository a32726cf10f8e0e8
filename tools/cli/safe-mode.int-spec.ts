import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CreatedApiKey, fact, SignUp, StockLowV1, type WebhookEndpointWithSecret } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { accountsService } from '../../apps/accounts/src/accounts.service-definition.js';
import { accountsEnv } from '../../apps/accounts/test/accounts.env.js';
import { gatewayService } from '../../apps/gateway/src/gateway.service-definition.js';
import { operatorOf } from './cli.fixture.js';
import { withDatabase } from './settings.js';

const COPY = 'fluxasync_copie';
const PASSWORD = 'un-bon-mot-de-passe';
const TOKEN = 'EAAB-jeton-du-vendeur';

/** A shop whose programs are told what happens, and a copy of its database: the same keys as the original's, which is the worst case. */
let world: World;
let run: ReturnType<typeof operatorOf>;
let folder: string;
let program: Server;
let posts = 0;
let services: RunningService[] = [];
const accounts = accountsEnv();
let session: { accessToken: string; refreshToken: string; sellerId: string };
let key: CreatedApiKey;
let endpoint: WebhookEndpointWithSecret;

beforeAll(async () => {
  world = await startWorld();
  run = operatorOf(world);
  folder = mkdtempSync(join(tmpdir(), 'fluxasync-copy-'));
  program = createServer((_request, response) => {
    posts++;
    response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve));
  for (const command of ['migrate', 'infra']) expect(await run([command])).toMatchObject({ code: 0 });
  await startOn();
  session = await world.ask(SignUp, {
    ...{ lastName: 'Kouadio', firstName: 'Jean', email: 'kouadio@gmail.com', phone: '+225 07 12 34 56 78', password: PASSWORD },
    ...{ country: 'Côte d’Ivoire', sector: 'chaussures' },
  });
  const url = `http://127.0.0.1:${(program.address() as AddressInfo).port}/`;
  key = await post('/v1/api-keys', { name: 'caisse', scopes: ['seller:read'] });
  endpoint = await post('/v1/webhook-endpoints', { url, events: ['stock.low'] });
  await post('/v1/whatsapp-accounts', {
    ...{ businessAccountId: 'WABA_123456', phoneNumberId: '555', phone: '+225 07 00 00 00 01', accessToken: TOKEN },
  });
  await world.publish(
    fact(
      StockLowV1,
      { productId: newId(), name: 'Nike', available: 1, threshold: 2 },
      { sellerId: session.sellerId, key: 'p', version: 1 },
    ),
  );
  // Refused once, the event waits for its next try, also in the export.
  await eventually(() => expect(posts).toBe(1));
  await stopAll();
  expect(await run(['export', join(folder, 'all.sql')])).toMatchObject({ code: 0 });
  expect(await run(['restore', join(folder, 'all.sql'), '--into', COPY])).toMatchObject({ code: 0 });
}, 120_000);
afterAll(async () => {
  await world?.stop();
  await new Promise((resolve) => program?.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the door and who signs people in, on the original or on another database. */
async function startOn(database?: string): Promise<void> {
  const on = (service: 'accounts' | 'gateway') =>
    database === undefined ? {} : { DATABASE_URL: withDatabase(world.urlFor(service), database) };
  const door = {
    ...{ GATEWAY_PORT: '0', GATEWAY_WEBHOOKS_ALLOW_PRIVATE: 'true' },
    ...{ WHATSAPP_APP_SECRET: 'a', WHATSAPP_VERIFY_TOKEN: 'v' },
    ...{ GMAIL_PUSH_AUDIENCE: 'a', GMAIL_PUSH_SERVICE_ACCOUNT: 's', GOOGLE_CERTS_URL: 'http://127.0.0.1:9/certs' },
  };
  services = [
    await world.start(accountsService, { ...accounts, ...on('accounts') }),
    await world.start(gatewayService, {
      ...door,
      FLUXASYNC_ENCRYPTION_KEYS: accounts.FLUXASYNC_ENCRYPTION_KEYS,
      ...on('gateway'),
    }),
  ];
}

async function stopAll(): Promise<void> {
  for (const service of services.reverse()) await service.stop();
}

const call = (method: string, path: string, bearer: string, body?: object) =>
  fetch(`http://127.0.0.1:${services[1]!.httpPort}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', 'idempotency-key': newId() },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

async function post<T>(path: string, body: object): Promise<T> {
  const response = await call('POST', path, session.accessToken, body);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** What the copy would post at once if it posted anything. */
const makeDue = () =>
  world.postgres.query(`update gateway.envois_webhook set prochaine_tentative = now() where statut = 'en_attente'`, [], COPY);

it('an export holds no password, token, key or secret in a form that opens anything', () => {
  const dump = readFileSync(join(folder, 'all.sql'), 'utf8');
  expect(dump).toContain('kouadio@gmail.com');
  expect(dump).toContain(endpoint.id);
  for (const secret of [PASSWORD, TOKEN, session.refreshToken, session.accessToken, key.key, endpoint.secret])
    expect(dump).not.toContain(secret);
});

describe('a restored copy', () => {
  beforeAll(() => startOn(COPY), 60_000);

  it('opens to whom the original opened when it was copied: by session and by API key', async () => {
    expect((await call('GET', '/v1/seller', session.accessToken)).status).toBe(200);
    expect((await call('GET', '/v1/seller', key.key!)).status).toBe(200);
  });

  it('posts nothing to sellers’ programs, neither what waited nor what is asked for now', async () => {
    await makeDue();
    expect((await call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`, session.accessToken)).status).toBe(202);
    // Longer than a sender lets pass between two looks.
    await pause(2_500);
    expect(posts).toBe(1);
  });

  it('posts them once it is armed', async () => {
    await stopAll();
    expect(await run(['arm', '--database', COPY, '--yes'])).toMatchObject({ code: 0 });
    await makeDue();
    await startOn(COPY);
    await eventually(() => expect(posts).toBe(3));
  }, 60_000);
});
