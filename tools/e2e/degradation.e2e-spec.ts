import { requestSpec, SERVICES, type ServiceName } from '#contracts';
import { newId } from '#database';
import { eventually } from '#testing';
import { apiRoutes } from '../../apps/gateway/src/api/routes.js';
import { isPublic, type Operation, operationsOf, readDocument } from './api-document.js';
import { Customer } from './customer.js';
import { openShop, type Shop } from './shop.js';
import { addressOf, aimed } from './sweep.js';
import { WholePlatform } from './whole-platform.js';

/** What a caller may have to wait for an answer of any kind. */
const PATIENCE_MS = 2_000;
const AT_ONCE = 6;

/** Which services answer an operation, by its name in the document. */
const needs = new Map<string, Set<ServiceName>>([
  ...apiRoutes.map(({ method, path, asks }): [string, Set<ServiceName>] => [
    `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    new Set<ServiceName>(asks.map((contract) => requestSpec(contract).to)),
  ]),
  // A file has a door of its own, which asks whose it is.
  ['GET /v1/media/{mediaId}', new Set<ServiceName>(['conversations'])],
]);

interface Answer {
  operation: Operation;
  status: number;
  type: string;
  ms: number;
  problem: { code?: string; status?: number };
}

describe('when a part of the platform is down', () => {
  let platform: WholePlatform;
  let shop: Shop;
  let operations: Operation[];

  beforeAll(async () => {
    platform = await WholePlatform.start();
    shop = await openShop(platform, { firstName: 'Zokou', digits: '10101010' });
    operations = operationsOf(await readDocument(platform.url));
  }, 120_000);
  afterAll(() => platform?.stop(), 30_000);

  /** Reads the shop's own things; changes things that are not there, so that the next reads find the same. */
  const ask = async (operation: Operation): Promise<Answer> => {
    const { name, method, body } = operation;
    const reads = method === 'GET';
    const address = reads ? addressOf(operation, shop.ids) : operation.path.replaceAll(/\{\w+\}/g, () => newId());
    const example = {
      ...(body?.example ?? {}),
      // The photos of a product are looked up before its owner is asked.
      ...(body && 'photos' in body.example ? { photos: [shop.ids.mediaId] } : {}),
      ...(name === 'POST /v1/webhook-endpoints' ? { url: platform.receiverUrl } : {}),
    };
    const began = performance.now();
    const response = await fetch(new URL(address, platform.url), {
      method,
      headers: {
        ...(isPublic(operation) ? {} : { authorization: `Bearer ${shop.flux.token()}` }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      // Of an order by hand the customer is looked up before the order's owner is asked.
      body: body && JSON.stringify(name === 'POST /v1/orders' ? aimed(example, shop.ids) : example),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const problem = type.startsWith('application/problem+json') ? (JSON.parse(text) as Answer['problem']) : {};
    return { operation, status: response.status, type, ms: performance.now() - began, problem };
  };

  const askAll = async (asked: Operation[], atOnce = AT_ONCE) => {
    const answers: Answer[] = [];
    for (let i = 0; i < asked.length; i += atOnce)
      answers.push(...(await Promise.all(asked.slice(i, i + atOnce).map((operation) => ask(operation)))));
    return answers;
  };

  /** Operations that did not answer as when all is well: reads with what they read, writes with the owner's word. */
  const notWell = (answers: Answer[]) =>
    answers
      .filter(({ operation, status }) => (operation.method === 'GET' ? status !== 200 : status >= 500))
      .map(({ operation, status, problem }) => `${operation.name}: ${status} ${problem.code ?? ''}`);

  /** Operations that did not say soon that they cannot be served now. */
  const notRefused = (answers: Answer[]) =>
    answers
      .filter(
        ({ status, type, ms, problem }) =>
          status !== 503 ||
          type !== 'application/problem+json' ||
          problem.code !== 'SERVICE_UNAVAILABLE' ||
          problem.status !== 503 ||
          ms > PATIENCE_MS,
      )
      .map(
        ({ operation, status, type, ms, problem }) => `${operation.name}: ${status} ${type} ${problem.code} ${Math.round(ms)} ms`,
      );

  it('every operation is known, and all of them work before', async () => {
    expect(operations.map(({ name }) => name).sort()).toEqual([...needs.keys()].sort());
    expect(notWell(await askAll(operations))).toEqual([]);
  }, 60_000);

  it.each(SERVICES.filter((service) => service !== 'gateway'))(
    'without %s its operations answer 503 within 2 s, all others work, and all work again when it is back',
    async (service) => {
      const [affected, others] = [true, false].map((hit) =>
        operations.filter(({ name }) => needs.get(name)!.has(service) === hit),
      );
      expect(affected!.length).toBeGreaterThan(0);
      expect(others!.length).toBeGreaterThan(20);
      await platform.stopService(service);
      try {
        expect(notRefused(await askAll(affected!))).toEqual([]);
        expect(notWell(await askAll(others!))).toEqual([]);
      } finally {
        await platform.startService(service);
      }
      await eventually(async () => expect(notWell(await askAll(affected!))).toEqual([]));
    },
    60_000,
  );

  it('what customers write while nobody can read it is there afterwards', async () => {
    const { conversationId } = shop.ids;
    const taken = () => platform.sql('select 1 from gateway.journal_webhooks');
    await platform.stopService('conversations');
    try {
      const before = (await taken()).length;
      await new Customer(platform, { name: 'Awa Koné', phone: '+2250501020304' }, shop.phoneNumberId).write('Vous êtes là ?');
      await eventually(async () => expect((await taken()).length).toBeGreaterThan(before));
    } finally {
      await platform.startService('conversations');
    }
    await eventually(async () => {
      const { data } = await shop.flux.api.GET('/v1/conversations/{conversationId}/messages', {
        params: { path: { conversationId } },
      });
      expect(data?.items.map(({ text }) => text)).toContain('Vous êtes là ?');
    });
  }, 60_000);

  it('without the broker every operation answers 503 within 2 s, the document is still served, and all work again when it is back', async () => {
    await platform.world.nats.kill9();
    try {
      expect(notRefused(await askAll(operations, operations.length))).toEqual([]);
      for (const path of ['/docs', '/v1/openapi.json']) expect((await fetch(platform.url + path)).status).toBe(200);
    } finally {
      await platform.world.nats.restart();
    }
    await eventually(async () => expect(notWell(await askAll(operations))).toEqual([]), { withinMs: 30_000, everyMs: 500 });
  }, 90_000);
});
