import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, GetNumberRoutes, ListProduct } from '#contracts';
import { newId } from '#database';
import { startWorld, type World } from '#testing';
import { Neighbours } from './neighbours.js';
import { aProduct } from './views.fixtures.js';

const [kouadio, awa] = [newId(), newId()];

describe('what a caller changes', () => {
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

  describe('with an Idempotency-Key', () => {
    const body = { name: 'Puma Suede Classic', unitPrice: 30_000, stock: 8 };
    let made = 0;
    const post = (key: string, over: object = {}, seller = kouadio) =>
      others.call('POST', '/v1/products', { seller, body: { ...body, ...over }, headers: { 'idempotency-key': key } });

    beforeAll(async () => {
      await others.answer(ListProduct, async (question) => {
        made += 1;
        if (question.name === 'lent') await pause(500);
        if (question.name === 'refus') throw new DomainError('PRODUCT_NAME_TAKEN', 'conflict');
        if (question.name === 'panne') throw new DomainError('INTERNAL', 'internal');
        return aProduct({ name: question.name });
      });
    });

    it('does it once and gives the first answer again, for this seller', async () => {
      const before = made;
      const first = await post('cle-1');
      const again = await post('cle-1', { stock: 8, unitPrice: 30_000 });
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.json).toEqual(first.json);
      expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([null, 'true']);
      expect(made).toBe(before + 1);
      expect((await post('cle-1', {}, awa)).headers.get('idempotent-replayed')).toBeNull();
    });

    it('refuses the key for another body, another address, or one that is no key', async () => {
      await post('cle-2');
      expect((await post('cle-2', { stock: 9 })).json).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
      const elsewhere = await others.call('POST', `/v1/products/${newId()}/stock`, {
        seller: kouadio,
        body: { change: 1, reason: 'x' },
        headers: { 'idempotency-key': 'cle-2' },
      });
      expect(elsewhere.status).toBe(422);
      expect((await post('une clé'.normalize('NFC').replace('é', 'e'))).json).toMatchObject({ code: 'IDEMPOTENCY_KEY_INVALID' });
    });

    it('answers 409 while the first is in hand', async () => {
      const first = post('cle-3', { name: 'lent' });
      await pause(150);
      const second = await post('cle-3', { name: 'lent' });
      expect([second.status, second.json.code, second.headers.get('retry-after')]).toEqual([409, 'IDEMPOTENCY_IN_FLIGHT', '1']);
      expect((await first).status).toBe(201);
      expect((await post('cle-3', { name: 'lent' })).headers.get('idempotent-replayed')).toBe('true');
    });

    it('repeats a refusal, and does not repeat what failed half-way', async () => {
      const before = made;
      expect((await post('cle-4', { name: 'refus' })).status).toBe(409);
      const again = await post('cle-4', { name: 'refus' });
      expect([again.status, again.json.code, again.headers.get('idempotent-replayed')]).toEqual([
        409,
        'PRODUCT_NAME_TAKEN',
        'true',
      ]);
      expect((await post('cle-5', { name: 'panne' })).status).toBe(500);
      expect((await post('cle-5', { name: 'panne' })).json.code).toBe('IDEMPOTENCY_IN_FLIGHT');
      await world.postgres.query(
        "update gateway.cles_idempotence set date_creation = now() - interval '31 s' where cle = 'cle-5'",
        [],
        world.databaseName,
      );
      expect((await post('cle-5', { name: 'panne' })).json.code).toBe('IDEMPOTENCY_OUTCOME_UNKNOWN');
      expect(made).toBe(before + 2);
    });

    it('lets the key go after a day', async () => {
      await post('cle-6');
      await world.postgres.query(
        "update gateway.cles_idempotence set date_creation = now() - interval '25 h' where cle = 'cle-6'",
        [],
        world.databaseName,
      );
      expect((await post('cle-6', { stock: 1 })).status).toBe(201);
    });
  });
});
