import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import {
  GetCustomerJourney,
  GetNumberRoutes,
  GetOrder,
  GetOrderDeliveries,
  GetProspect,
  ListOrders,
  ListProduct,
  ListProducts,
  PlaceOrder,
  type RequestClass,
  requestSpec,
  schemaOf,
  SERVICES,
} from '#contracts';
import type { Responder } from '#bus';
import { newId } from '#database';
import { eventually, startWorld, type World } from '#testing';
import type { Route } from '../src/api/route.js';
import { apiRoutes } from '../src/api/routes.js';
import { openApiDocument } from '../src/openapi/document.js';
import { exampleOf } from '../src/openapi/examples.js';
import { Neighbours } from './neighbours.js';
import { anOrder, aProduct } from './views.fixtures.js';

const kouadio = newId();

/** As the OpenAPI document shows them: what a service answers, the body and the address of a request. */
const exampleAnswerOf = (contract: RequestClass) => {
  const { answers } = requestSpec(contract);
  return answers ? exampleOf(schemaOf(answers)) : {};
};
const { paths } = openApiDocument(apiRoutes) as unknown as { paths: Record<string, Record<string, Operation>> };
interface Operation {
  parameters?: { name: string; in: string; example: unknown }[];
  requestBody?: { content: { 'application/json': { example: unknown } } };
}
const operationOf = ({ method, path }: Route) => paths[path.replaceAll(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!;
const bodyOf = (route: Route) => operationOf(route).requestBody?.content['application/json'].example;
const addressOf = (route: Route) =>
  (operationOf(route).parameters ?? [])
    .filter((parameter) => parameter.in === 'path')
    .reduce((path, { name, example }) => path.replace(`:${name}`, String(example)), route.path);

/** A caller hears within 2 s; a busy machine adds to it, and a hang would take far longer. */
const SOON_MS = 6_000;

describe('the API when something is missing', () => {
  let world: World;
  let others: Neighbours;

  beforeAll(async () => {
    world = await startWorld();
    others = await Neighbours.start(world);
    await others.answer(GetNumberRoutes, () => ({ routes: [] }));
    await others.startGateway();
  }, 60_000);
  afterAll(async () => {
    await others?.stop();
    await world?.stop();
  });

  describe('while a service is down', () => {
    const standIns: Responder[] = [];

    beforeAll(async () => {
      standIns.push(
        await others.answer(ListProducts, () => ({ items: [] })),
        await others.answer(ListProduct, ({ name }) => aProduct({ name })),
        await others.answer(GetProspect, ({ prospectId: id }) => ({
          id,
          source: 'direct',
          createdAt: new Date().toISOString(),
          version: 1,
        })),
      );
    });
    afterAll(async () => {
      for (const standIn of standIns) await standIn.stop();
    });

    it('answers 503 for its routes at once, the others go on, and the same key works when it is back', async () => {
      const body = {
        prospectId: newId(),
        customerName: 'Aminata',
        customerPhone: '+2250598765432',
        lines: [{ productId: newId(), quantity: 1 }],
        deliveryAddress: 'Cocody',
      };
      const place = () =>
        others.call('POST', '/v1/orders', { seller: kouadio, body, headers: { 'idempotency-key': 'commande-1' } });
      const begin = performance.now();
      const down = await place();
      expect(performance.now() - begin).toBeLessThan(SOON_MS);
      expect([down.status, down.headers.get('retry-after')]).toEqual([503, '2']);
      expect(down.json).toMatchObject({ code: 'SERVICE_UNAVAILABLE', facts: { service: 'orders' } });
      expect((await others.call('GET', '/v1/prospects', { seller: kouadio })).json).toMatchObject({
        facts: { service: 'conversations' },
      });
      expect((await others.call('GET', '/v1/products', { seller: kouadio })).status).toBe(200);
      standIns.push(await others.answer(PlaceOrder, () => anOrder()));
      expect((await place()).status).toBe(201);
    });

    it('answers 503 within 2 s when it took the request and fell silent', async () => {
      const silent = await others.answer(ListOrders, () => pause(8_000).then(() => ({ items: [] })));
      const begin = performance.now();
      expect((await others.call('GET', '/v1/orders', { seller: kouadio })).status).toBe(503);
      expect(performance.now() - begin).toBeLessThan(SOON_MS);
      await silent.stop();
    });

    it('answers 503 within 2 s when one of several that make an answer fell silent after another took its time', async () => {
      const order = anOrder();
      const slow = [
        await others.answer(GetOrder, () => pause(900).then(() => order)),
        await others.answer(GetCustomerJourney, () => pause(8_000).then(() => ({ items: [] }))),
        await others.answer(GetOrderDeliveries, () => ({ items: [] })),
      ];
      const begin = performance.now();
      const { status, json } = await others.call('GET', `/v1/orders/${order.id}/timeline`, { seller: kouadio });
      expect([status, json.facts]).toEqual([503, { service: 'conversations' }]);
      expect(performance.now() - begin).toBeLessThan(SOON_MS);
      for (const responder of slow) await responder.stop();
    });

    it('does not hang while the database stands still, and does it with the same key afterwards', async () => {
      const patient = others.gateway;
      const gateway = await others.startGateway({ GATEWAY_DATABASE_PATIENCE_MS: '400' });
      others.gateway = patient;
      const post = () =>
        others.call('POST', '/v1/products', {
          gateway,
          seller: kouadio,
          body: { name: 'Adidas Stan Smith', unitPrice: 35_000 },
          headers: { 'idempotency-key': 'cle-arret' },
        });
      world.postgres.pause();
      try {
        expect((await post()).json).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' });
        expect((await others.call('GET', '/v1/products', { seller: kouadio, gateway })).status).toBe(200);
      } finally {
        world.postgres.resume();
      }
      await eventually(async () => expect((await post()).status).toBe(201));
      await gateway.stop();
    });

    it('answers 500 without a word when the service fails', async () => {
      standIns.push(await others.answer(GetOrder, () => Promise.reject(new Error('select * from secret'))));
      const { status, json, text } = await others.call('GET', `/v1/orders/${newId()}`, { seller: kouadio });
      expect([status, json.code, json.facts]).toEqual([500, 'INTERNAL', undefined]);
      expect(text).not.toContain('select');
    });
  });

  it('stops at once, though a browser keeps a connection open on which it asked nothing yet', async () => {
    const here = others.gateway;
    const other = await others.startGateway();
    others.gateway = here;
    const browser = connect(other.httpPort!, '127.0.0.1');
    await once(browser, 'connect');
    const begin = performance.now();
    await other.stop();
    expect(performance.now() - begin).toBeLessThan(SOON_MS);
    browser.destroy();
  }, 20_000);

  describe.each(SERVICES.filter((service) => service !== 'gateway'))('without %s', (service) => {
    it('each of its routes answers 503 within 2 s, and all others go on', async () => {
      const here = apiRoutes.filter(({ asks }) => asks.every((contract) => requestSpec(contract).to !== 'gateway'));
      const contracts = [...new Set(here.flatMap(({ asks }) => asks))].filter((contract) => requestSpec(contract).to !== service);
      const standIns = await Promise.all(
        contracts.map((contract) => others.answer(contract, () => exampleAnswerOf(contract) as never)),
      );
      for (const route of here) {
        const began = performance.now();
        const { status, json } = await others.call(route.method, addressOf(route), {
          seller: newId(),
          body: bodyOf(route),
        });
        const says = `${route.method} ${route.path}`;
        expect([says, performance.now() - began < SOON_MS]).toEqual([says, true]);
        if (route.asks.some((contract) => requestSpec(contract).to === service))
          expect([says, status, json.code, json.facts]).toEqual([says, 503, 'SERVICE_UNAVAILABLE', { service }]);
        else expect([says, status]).toEqual([says, route.status]);
      }
      await Promise.all(standIns.map((standIn) => standIn.stop()));
    }, 60_000);
  });
});
