import { setTimeout as pause } from 'node:timers/promises';
import {
  assertVersion,
  CancelOrder,
  CreateApiKey,
  DomainError,
  GetMe,
  GetNumberRoutes,
  GetProduct,
  ImportProducts,
  ListProduct,
  RecordPayment,
  UpdateProduct,
} from '#contracts';
import type { Attempt } from '#bus';
import { newId } from '#database';
import { startWorld, type World } from '#testing';
import { Neighbours } from './neighbours.js';
import { anOrder, aProduct, aSeller, now } from './views.fixtures.js';

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

    it('asks the owner again, under the same id, when one request of his was cut off; nobody else may have the key meanwhile', async () => {
      const attempts: (Attempt | undefined)[] = [];
      let waits = 2_000;
      const owner = () =>
        others.answer(RecordPayment, async (_question, _caller, once) => {
          attempts.push(once);
          await pause(waits);
          return anOrder({ paid: 10_000 });
        });
      const [path, silent] = [`/v1/orders/${newId()}/payments`, await owner()];
      const pay = (amount = 10_000) =>
        others.call('POST', path, { seller: kouadio, body: { method: 'wave', amount }, headers: { 'idempotency-key': 'cle-7' } });
      expect((await pay()).status).toBe(503);
      expect((await pay(9_000)).json.code).toBe('IDEMPOTENCY_KEY_REUSED');
      await silent.stop();
      // Nobody is there: what may have happened before is not forgotten for that.
      expect((await pay()).json).toMatchObject({ code: 'SERVICE_UNAVAILABLE', facts: { service: 'orders' } });
      waits = 0;
      await owner();
      const done = await pay();
      expect([done.status, done.json.paid, done.headers.get('idempotent-replayed')]).toEqual([201, 10_000, null]);
      expect((await pay()).headers.get('idempotent-replayed')).toBe('true');
      const id = attempts[0]?.id;
      expect(attempts).toEqual([
        { id, again: false },
        { id, again: true },
      ]);
    });

    it('says so while the owner is still at what was cut off, and keeps asking', async () => {
      let underWay = true;
      await others.answer(CancelOrder, () => {
        if (underWay) throw new DomainError('IDEMPOTENCY_IN_FLIGHT', 'conflict');
        return anOrder({ status: 'cancelled' });
      });
      const cancel = () =>
        others.call('POST', `/v1/orders/${kouadio}/cancel`, {
          seller: kouadio,
          body: { reason: 'x' },
          headers: { 'idempotency-key': 'cle-8' },
        });
      for (let i = 0; i < 2; i += 1) expect((await cancel()).json.code).toBe('IDEMPOTENCY_IN_FLIGHT');
      underWay = false;
      expect((await cancel()).status).toBe(200);
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

  it('shows a secret once: the answer given again comes without it, and what was made is made once', async () => {
    let made = 0;
    await others.answer(CreateApiKey, ({ name, scopes }) => {
      made += 1;
      return { id: newId(), name, scopes, prefix: 'flux_abc', createdAt: now, key: 'flux_abc_secret' };
    });
    await others.answer(GetMe, () => ({ seller: aSeller({ id: kouadio }) }));
    const twice = async (path: string, body?: object) => {
      const call = () => others.call('POST', path, { seller: kouadio, body, headers: { 'idempotency-key': `secret-${path}` } });
      const [first, again] = [await call(), await call()];
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([first.status, 'true']);
      return [first.json, again.json] as const;
    };
    const [key, keyAgain] = await twice('/v1/api-keys', { name: 'ERP', scopes: ['orders:read'] });
    const { key: secretKey, ...restOfKey } = key;
    expect([secretKey, keyAgain, made]).toEqual(['flux_abc_secret', restOfKey, 1]);
    const [point, pointAgain] = await twice('/v1/webhook-endpoints', {
      url: 'https://erp.example.ci/flux',
      events: ['stock.low'],
    });
    const { secret, ...restOfPoint } = point;
    expect([secret, pointAgain]).toEqual([expect.stringMatching(/^whsec_/), restOfPoint]);
    expect((await others.call('GET', '/v1/webhook-endpoints', { seller: kouadio })).json.items).toHaveLength(1);
    const [renewed, renewedAgain] = await twice(`/v1/webhook-endpoints/${String(point.id)}/secret`);
    const { secret: newSecret, ...restOfRenewed } = renewed;
    expect([newSecret, renewedAgain]).toEqual([expect.stringMatching(/^whsec_/), restOfRenewed]);
    const stored = JSON.stringify(
      await world.postgres.query('select reponse::text from gateway.cles_idempotence', [], world.databaseName),
    );
    for (const shown of [secretKey, secret, newSecret]) expect(stored).not.toContain(shown);
  });

  describe('with If-Match', () => {
    let current = 1;
    let reserved = 0;
    let asked: unknown;
    const id = newId();
    const patch = (headers: Record<string, string>, body: object = { name: 'Stan Smith' }, path = `/v1/products/${id}`) =>
      others.call('PATCH', path, { seller: kouadio, body, headers });

    beforeAll(async () => {
      await others.answer(GetProduct, () => aProduct({ id, version: current, reserved }));
      await others.answer(UpdateProduct, (question) => {
        asked = question;
        assertVersion(current, question.ifVersion);
        current += 1;
        return aProduct({ id, version: current });
      });
    });

    it('changes the version that was seen and no other', async () => {
      const seen = (await others.call('GET', `/v1/products/${id}`, { seller: kouadio })).headers.get('etag')!;
      expect(seen).toMatch(/^"1-[\w-]{8}"$/);
      const first = await patch({ 'if-match': seen });
      expect([first.status, first.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"2-/)]);
      expect(asked).toMatchObject({ ifVersion: 1 });
      const late = await patch({ 'if-match': seen });
      expect([late.status, late.json.code, late.json.facts]).toEqual([412, 'VERSION_MISMATCH', { asked: 1, actual: 2 }]);
      expect((await patch({ 'if-match': '*' })).status).toBe(200);
      expect((await patch({})).status).toBe(200);
      expect(asked).not.toHaveProperty('ifVersion');
    });

    it('takes the version from nowhere else, and names a header that says nothing', async () => {
      expect((await patch({}, { ifVersion: 1 })).json).toMatchObject({ status: 400, fields: [{ field: 'ifVersion' }] });
      expect((await patch({}, { name: 'x' }, `/v1/products/${id}?ifVersion=1`)).status).toBe(400);
      for (const tag of ['W/"1"', '"1-x"', '1', '"x"', '"0"', '"1", "2"', '"99999999999"'])
        expect((await patch({ 'if-match': tag })).json).toMatchObject({ status: 400, fields: [{ field: 'If-Match' }] });
      const elsewhere = await others.call('POST', '/v1/products', {
        ...{ seller: kouadio, body: { name: 'x', unitPrice: 1 }, headers: { 'if-match': '"1"' } },
      });
      expect(elsewhere.json).toMatchObject({ status: 400, fields: [{ field: 'If-Match' }] });
    });

    it('answers 304 to who has it as it is, though its version stayed, and an edit that is repeated as the first time', async () => {
      const get = (tag: string) =>
        others.call('GET', `/v1/products/${id}`, { seller: kouadio, headers: { 'if-none-match': tag } });
      const seen = (await get('"0"')).headers.get('etag')!;
      const same = await get(seen);
      expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', seen]);
      expect((await get(`W/${seen}, "0"`)).status).toBe(304);
      reserved += 1;
      const other = await get(seen);
      expect([other.status, other.json.version, other.json.reserved]).toEqual([200, current, 1]);
      const headers = { 'idempotency-key': 'edition-1', 'if-match': `"${current}"` };
      const first = await patch(headers);
      const again = await patch(headers);
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
      expect((await patch({ ...headers, 'if-match': '"1"' })).json.code).toBe('IDEMPOTENCY_KEY_REUSED');
    });
  });

  it('says so when a question is more than the broker carries', async () => {
    await others.answer(ImportProducts, () => Promise.reject(new Error('it must not come so far')));
    const { status, json } = await others.call('POST', '/v1/products/import', {
      ...{ seller: kouadio, body: { csv: 'é'.repeat(300_000) } },
    });
    expect([status, json.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });
});
