import { GetNumberRoutes, ListProducts, SignIn } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { startWorld, type World } from '#testing';
import { RateLeases } from '../src/api/rate-leases.js';
import { WINDOW_MS } from '../src/api/rate-limits.js';
import { Neighbours } from './neighbours.js';
import { aProduct } from './views.fixtures.js';

const LIMIT = 60;
const LEASE = LIMIT * 0.05;

describe('how often the API may be asked', () => {
  let world: World;
  let others: Neighbours;
  let gateways: RunningService[];
  /** As in production: does not wait long for a database that stands still. */
  let hurried: RunningService;

  beforeAll(async () => {
    world = await startWorld();
    others = await Neighbours.start(world);
    await others.answer(GetNumberRoutes, () => ({ routes: [] }));
    await others.answer(ListProducts, ({ limit = 1 }) => ({
      items: Array.from({ length: limit }, () => aProduct()),
    }));
    const env = {
      GATEWAY_RATE_LIMIT: String(LIMIT),
      GATEWAY_ADDRESS_RATE_LIMIT: '5',
      GATEWAY_TRUSTED_PROXIES: '127.0.0.0/8, ::1',
    };
    hurried = await others.startGateway({ ...env, GATEWAY_DATABASE_PATIENCE_MS: '400' });
    gateways = [await others.startGateway(env), await others.startGateway(env)];
  }, 60_000);
  afterAll(async () => {
    await others?.stop();
    await world?.stop();
  });

  /** So late in a minute that the next would begin during the test, waits for it. */
  const inOneMinute = async () => {
    const left = 60_000 - (Date.now() % 60_000);
    if (left < 8_000) await new Promise((resolve) => setTimeout(resolve, left + 50));
  };
  const ask = (seller: string, call: number, path = '/v1/products') =>
    others.call('GET', path, { seller, gateway: gateways[call % 2] });

  it('a seller has his minute over all replicas, and hears how much is left', async () => {
    await inOneMinute();
    const seller = newId();
    const answers = [];
    for (let call = 0; call < LIMIT + 10; call++) answers.push(await ask(seller, call));
    const admitted = answers.filter(({ status }) => status === 200).length;
    expect(admitted).toBeLessThanOrEqual(LIMIT);
    expect(admitted).toBeGreaterThan(LIMIT - 2 * LEASE);
    const { headers } = answers[0]!;
    expect(headers.get('ratelimit-limit')).toBe('60');
    expect(headers.get('ratelimit-policy')).toBe('60;w=60');
    expect(Number(headers.get('ratelimit-remaining'))).toBe(LIMIT - 1);
    const last = answers.at(-1)!;
    expect([last.status, last.json.code, last.headers.get('ratelimit-remaining')]).toEqual([429, 'RATE_LIMITED', '0']);
    expect(Number(last.headers.get('retry-after'))).toBe(Number(last.headers.get('ratelimit-reset')));
    expect((await ask(newId(), 0)).status).toBe(200);
  }, 90_000);

  it('a clock that was ahead for a moment shuts nobody out until it is that late', async () => {
    const seller = newId();
    const leases = gateways[0]!.get(RateLeases);
    const now = Math.floor(Date.now() / WINDOW_MS) * WINDOW_MS;
    for (let call = 0; call < LIMIT; call++) await leases.take(seller, now + 60 * WINDOW_MS);
    expect((await leases.take(seller, now)).admitted).toBe(true);
  });

  it('most requests cost no query', async () => {
    await inOneMinute();
    const seller = newId();
    for (let call = 0; call < LEASE; call++) await ask(seller, 0);
    const [row] = await world.postgres.query<{ prises: number }>(
      'select prises from gateway.fenetres_debit where id_utilisateur = $1',
      [seller],
      world.databaseName,
    );
    expect(row!.prises).toBe(LEASE);
  }, 90_000);

  it('none is refused, or waits long, because nobody can count', async () => {
    await inOneMinute();
    const seller = newId();
    world.postgres.pause();
    try {
      for (let call = 0; call < 3 * LEASE; call++)
        expect((await others.call('GET', '/v1/products', { seller, gateway: hurried })).status).toBe(200);
    } finally {
      world.postgres.resume();
    }
  }, 90_000);

  it('who has not signed in counts with his address, which a trusted proxy names', async () => {
    await inOneMinute();
    await others.answer(SignIn, () => ({ accessToken: 'a', refreshToken: 'r', expiresIn: 600, sellerId: newId() }));
    const signIn = (from: string) =>
      others.call('POST', '/v1/sessions', {
        body: { email: 'k@gmail.com', password: 'x' },
        headers: { 'x-forwarded-for': from },
      });
    const statuses = [];
    for (let call = 0; call < 6; call++) statuses.push((await signIn('198.51.100.7')).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    expect((await signIn('198.51.100.7, 203.0.113.9')).status).toBe(201);
    // One household of IPv6 is one caller.
    for (let call = 0; call < 5; call++) await signIn(`2001:db8:0:1::${call}`);
    expect((await signIn('2001:db8::1:9:9:9:9')).status).toBe(429);
  }, 90_000);

  it('webhooks of third parties are not limited', async () => {
    for (let call = 0; call < 8; call++) {
      const { status, headers } = await others.call('POST', '/webhooks/whatsapp', { body: {} });
      expect([status, headers.get('ratelimit-limit')]).toEqual([401, null]);
    }
  });

  it('long answers come compressed to who can read them', async () => {
    const seller = newId();
    const long = await others.call('GET', '/v1/products?limit=20', { seller, headers: { 'accept-encoding': 'gzip' } });
    expect(long.headers.get('content-encoding')).toBe('gzip');
    expect(long.json.items).toHaveLength(20);
    const short = await others.call('GET', '/v1/products', { seller, headers: { 'accept-encoding': 'gzip' } });
    expect(short.headers.get('content-encoding')).toBeNull();
  });

  it('pages of other origins may read what they need to go slow and edit safely', async () => {
    const { headers } = await others.call('OPTIONS', '/v1/products', {
      headers: { origin: 'https://app.example.ci', 'access-control-request-method': 'PATCH' },
    });
    expect(headers.get('access-control-allow-headers')).toMatch(/Idempotency-Key, If-Match, If-None-Match, Last-Event-ID/);
    const answer = await others.call('GET', '/v1/products', { seller: newId(), headers: { origin: 'https://app.example.ci' } });
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/ETag, Idempotent-Replayed, RateLimit-Limit/);
  });
});
