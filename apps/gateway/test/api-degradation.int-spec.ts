import { setTimeout as pause } from 'node:timers/promises';
import { GetNumberRoutes, GetOrder, ListOrders, ListProduct, ListProducts, PlaceOrder } from '#contracts';
import { newId } from '#database';
import { eventually, startWorld, type World } from '#testing';
import { Neighbours } from './neighbours.js';
import { anOrder, aProduct } from './views.fixtures.js';

const kouadio = newId();

describe('the API when something is missing', () => {
  let world: World;
  let others: Neighbours;

  beforeAll(async () => {
    world = await startWorld();
    others = await Neighbours.start(world);
    await others.answer(GetNumberRoutes, () => ({ routes: [] }));
    await others.startGateway();
    await others.answer(ListProducts, () => ({ items: [] }));
    await others.answer(ListProduct, ({ name }) => aProduct({ name }));
  }, 60_000);
  afterAll(async () => {
    await others?.stop();
    await world?.stop();
  });

  describe('while a service is down', () => {
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
      expect(performance.now() - begin).toBeLessThan(2_000);
      expect([down.status, down.headers.get('retry-after')]).toEqual([503, '2']);
      expect(down.json).toMatchObject({ code: 'SERVICE_UNAVAILABLE', facts: { service: 'orders' } });
      expect((await others.call('GET', '/v1/prospects', { seller: kouadio })).json).toMatchObject({
        facts: { service: 'conversations' },
      });
      expect((await others.call('GET', '/v1/products', { seller: kouadio })).status).toBe(200);
      await others.answer(PlaceOrder, () => anOrder());
      expect((await place()).status).toBe(201);
    });

    it('answers 503 within 2 s when it took the request and fell silent', async () => {
      const silent = await others.answer(ListOrders, () => pause(3_000).then(() => ({ items: [] })));
      const begin = performance.now();
      expect((await others.call('GET', '/v1/orders', { seller: kouadio })).status).toBe(503);
      expect(performance.now() - begin).toBeLessThan(2_000);
      await silent.stop();
    });

    it('does not hang while the database stands still, and does it with the same key afterwards', async () => {
      const post = () =>
        others.call('POST', '/v1/products', {
          seller: kouadio,
          body: { name: 'Adidas Stan Smith', unitPrice: 35_000 },
          headers: { 'idempotency-key': 'cle-arret' },
        });
      world.postgres.pause();
      try {
        const begin = performance.now();
        expect((await post()).json).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' });
        expect(performance.now() - begin).toBeLessThan(2_000);
        expect((await others.call('GET', '/v1/products', { seller: kouadio })).status).toBe(200);
      } finally {
        world.postgres.resume();
      }
      await eventually(async () => expect((await post()).status).toBe(201));
    });

    it('answers 500 without a word when the service fails', async () => {
      await others.answer(GetOrder, () => Promise.reject(new Error('select * from secret')));
      const { status, json, text } = await others.call('GET', `/v1/orders/${newId()}`, { seller: kouadio });
      expect([status, json.code, json.facts]).toEqual([500, 'INTERNAL', undefined]);
      expect(text).not.toContain('select');
    });
  });
});
