import { generateKeyPairSync } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CountDelivered,
  CountProspects,
  DomainError,
  GetDeliveryStatuses,
  GetHistory,
  GetNumberRoutes,
  GetOrder,
  GetOrderReportLines,
  GetProduct,
  GetProspects,
  GetSalesTotals,
  GetSeller,
  ListOrders,
  ListProduct,
  ListProducts,
  ListProspects,
  PlaceOrder,
  type ProductView,
  SignIn,
  SignOut,
  SignUp,
  UpdateProduct,
} from '#contracts';
import { newId } from '#database';
import { eventually, startWorld, type World } from '#testing';
import { apiRoutes } from '../src/api/routes.js';
import { Neighbours } from './neighbours.js';

const [kouadio, awa] = [newId(), newId()];
const now = '2026-11-22T10:00:00.000Z';
const aProduct = (over: Partial<ProductView> = {}): ProductView => ({
  id: newId(),
  name: 'Nike Air Max 90',
  unitPrice: 45_000,
  stock: 10,
  reserved: 0,
  aliases: [],
  active: true,
  variants: [],
  createdAt: now,
  ...over,
});

describe('the API', () => {
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

  describe('lets in', () => {
    it('whoever carries a token of accounts, and tells the owner his seller and chain', async () => {
      let asked: unknown;
      const responder = await others.answer(ListProspects, (question, caller) => {
        asked = { question, caller };
        return { items: [] };
      });
      const answer = await others.call('GET', '/v1/prospects?limit=5&search=Amina', {
        seller: kouadio,
        headers: { 'x-request-id': 'demande-1', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
      });
      expect([answer.status, answer.json]).toEqual([200, { items: [] }]);
      expect(answer.headers.get('x-request-id')).toBe('demande-1');
      expect(asked).toMatchObject({
        question: { limit: 5, search: 'Amina' },
        caller: { sellerId: kouadio, actor: `seller:${kouadio}`, correlationId: 'demande-1' },
      });
      expect((asked as { caller: { traceparent: string } }).caller.traceparent).toContain('0af7651916cd43dd8448eb211c80319c');
      await responder.stop();
    });

    it('nobody else: no token, an old one, one for another audience, one of another key, one without signature', async () => {
      const forged = generateKeyPairSync('ed25519').privateKey;
      const none = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${Buffer.from(`{"sub":"${kouadio}"}`).toString('base64url')}.x`;
      const tokens = {
        TOKEN_EXPIRED: await others.token(kouadio, { expires: '-1s' }),
        audience: await others.token(kouadio, { audience: 'autre' }),
        forged: await others.token(kouadio, { key: forged }),
        'unknown kid': await others.token(kouadio, { kid: 'inconnu' }),
        none,
        subject: await others.token('kouadio'),
      };
      expect((await others.call('GET', '/v1/products')).json).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
      for (const [why, token] of Object.entries(tokens)) {
        const { status, json, headers } = await others.call('GET', '/v1/products', {
          headers: { authorization: `Bearer ${token}` },
        });
        expect([why, status, json.code]).toEqual([why, 401, why === 'TOKEN_EXPIRED' ? why : 'TOKEN_REFUSED']);
        expect(headers.get('www-authenticate')).toBe('Bearer');
      }
    });

    it('no stranger to any operation but those of sign-in', async () => {
      const open = apiRoutes.filter(({ access }) => access === 'public').map(({ method, path }) => `${method} ${path}`);
      expect(open).toEqual(['POST /v1/sellers', 'POST /v1/sessions', 'POST /v1/sessions/refresh', 'DELETE /v1/sessions']);
      for (const { method, path, access } of apiRoutes) {
        if (access === 'public') continue;
        const { status } = await others.call(method, path.replaceAll(/:\w+/g, newId()), method === 'GET' ? {} : { body: {} });
        expect([method, path, status]).toEqual([method, path, 401]);
      }
    });

    it('strangers to sign-up and sign-in, whose body is the request itself', async () => {
      const session = { accessToken: 'a', refreshToken: 'r', expiresIn: 600, sellerId: kouadio };
      await others.answer(SignUp, () => session);
      await others.answer(SignIn, () => Promise.reject(new DomainError('CREDENTIALS_REFUSED', 'unauthenticated')));
      await others.answer(SignOut, () => ({}));
      const body = {
        lastName: 'Kouadio',
        firstName: 'Jean',
        email: 'k@gmail.com',
        phone: '0712345678',
        password: 'chaussures',
        country: 'CI',
        sector: 'x',
      };
      const up = await others.call('POST', '/v1/sellers', { body });
      expect([up.status, up.json]).toEqual([201, session]);
      const wrong = await others.call('POST', '/v1/sessions', { body: { email: 'k@gmail.com', password: 'x' } });
      expect([wrong.status, wrong.json.detail]).toEqual([401, 'Adresse e-mail ou mot de passe incorrect.']);
      expect((await others.call('DELETE', '/v1/sessions', { body: { refreshToken: 'r' } })).status).toBe(204);
      const extra = await others.call('POST', '/v1/sellers', { body: { ...body, role: 'admin' } });
      expect(extra.json).toMatchObject({ status: 400, fields: [{ field: 'role', problem: 'is not known' }] });
    });
  });

  it("shows each seller his own alone, and another's thing as one that is not there", async () => {
    const product = aProduct();
    await others.answer(ListProducts, (_question, { sellerId }) => ({ items: sellerId === kouadio ? [product] : [] }));
    await others.answer(GetProduct, ({ productId }, { sellerId }) => {
      if (sellerId !== kouadio) throw new DomainError('PRODUCT_NOT_FOUND', 'not-found', { what: 'product', id: productId });
      return product;
    });
    expect((await others.call('GET', '/v1/products', { seller: kouadio })).json.items).toHaveLength(1);
    expect((await others.call('GET', `/v1/products?sellerId=${kouadio}`, { seller: awa })).status).toBe(400);
    expect((await others.call('GET', '/v1/products', { seller: awa, headers: { 'flux-seller': kouadio } })).json.items).toEqual(
      [],
    );
    const { status, json, headers } = await others.call('GET', `/v1/products/${product.id}`, { seller: awa });
    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(json).toMatchObject({
      code: 'PRODUCT_NOT_FOUND',
      detail: "Cet élément n'existe pas.",
      type: 'urn:fluxasync:problem:product-not-found',
    });
    expect(json.trace_id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('checks address, query and body against the contract and names each field', async () => {
    await others.answer(UpdateProduct, (question) => aProduct({ id: question.productId, name: question.name ?? '?' }));
    const id = newId();
    const patch = (body: unknown, path = `/v1/products/${id}`) => others.call('PATCH', path, { seller: kouadio, body });
    expect((await patch({ name: 'Stan Smith' })).json).toMatchObject({ id, name: 'Stan Smith' });
    expect((await patch({ unitPrice: -1, colour: 'x' })).json).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'unitPrice' }),
        expect.objectContaining({ field: 'colour' }),
      ]) as unknown,
    });
    expect((await patch({}, '/v1/products/42')).json).toMatchObject({
      status: 400,
      fields: [expect.objectContaining({ field: 'productId' })],
    });
    expect((await patch({ productId: newId() })).json).toMatchObject({
      fields: [{ field: 'productId', problem: 'is given by the address' }],
    });
    expect((await patch({ name: 'Stan\0Smith', aliases: ['stan', 'moitié \ud83d'] })).json).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [expect.objectContaining({ field: 'name' }), expect.objectContaining({ field: 'aliases.1' })],
    });
    expect((await patch([1])).status).toBe(400);
    expect((await patch({ name: 'x' }, `/v1/products/${id}?name=y`)).status).toBe(400);
    for (const query of ['limit=0', 'limit=abc', 'limit=1&limit=2', 'autre=1'])
      expect((await others.call('GET', `/v1/products?${query}`, { seller: kouadio })).status).toBe(400);
  });

  it('refuses what is no JSON, no known address, or too large, without a word about its insides', async () => {
    const post = (body: string, type = 'application/json') =>
      others.call('POST', '/v1/products', { seller: kouadio, body, headers: { 'content-type': type } });
    const problems = [
      [await post('{'), 400, 'BODY_NOT_JSON'],
      [await post('{"__proto__": {"a": 1}}'), 400, 'BODY_NOT_JSON'],
      [await post('<a/>', 'text/xml'), 415, 'MEDIA_TYPE_UNKNOWN'],
      [await post(`{"name": "${'x'.repeat(1024 * 1024)}"}`), 413, 'BODY_TOO_LARGE'],
      [await others.call('GET', '/v1/rien'), 404, 'ROUTE_NOT_FOUND'],
      [await others.call('GET', '/v1/%zz'), 400, 'VALIDATION_FAILED'],
      [await others.call('PUT', '/v1/products', { seller: kouadio, body: {} }), 404, 'ROUTE_NOT_FOUND'],
    ] as const;
    for (const [answer, status, code] of problems) {
      expect([answer.status, answer.json.code]).toEqual([status, code]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('x-request-id')).toBe(answer.json.correlation_id);
      expect(answer.text).not.toMatch(/node_modules|\.js:|\.ts:/);
    }
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
      await others.answer(PlaceOrder, (question) => ({
        ...question,
        ...{ id: newId(), number: 'CMD-20261122-000001', total: 45_000, status: 'confirmed' as const, createdAt: now },
        ...{ lines: [], deliveryPhone: question.customerPhone },
      }));
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

  it('puts the three reports together from their owners, in the words of the SQL', async () => {
    const [prospectId, orderId, other] = [newId(), newId(), newId()];
    const line = {
      orderId,
      prospectId,
      orderNumber: 'CMD-20261122-000001',
      productName: 'Nike Air Max 90',
      quantity: 1,
      orderStatus: 'confirmee',
    };
    await others.answer(GetSeller, () => ({ lastName: 'Kouadio', firstName: 'Jean' }) as never);
    await others.answer(GetOrderReportLines, () => ({ items: [line, { ...line, orderId: other }], nextCursor: 'suite' }));
    await others.answer(GetProspects, ({ ids }) => ({
      items: ids.map((id) => ({ id, fullName: 'Aminata Traoré', source: 'pub_facebook', createdAt: now })),
    }));
    await others.answer(GetDeliveryStatuses, () => ({ items: [{ orderId, deliveryStatus: 'livree' }] }));
    await others.answer(GetHistory, ({ prospectId: id }) => ({
      items:
        id === prospectId
          ? [
              {
                customerName: 'Aminata Traoré',
                text: 'Je fais du 38',
                direction: 'entrant' as const,
                byAssistant: false,
                createdAt: now,
              },
            ]
          : [],
    }));
    await others.answer(CountProspects, () => ({ prospects: 3 }));
    await others.answer(GetSalesTotals, () => ({ orders: 2, total: 90_000 }));
    await others.answer(CountDelivered, () => ({ delivered: 1 }));
    const report = async (path: string) => (await others.call('GET', `/v1/reports/${path}`, { seller: kouadio })).json;
    const shown = {
      nom_vendeur: 'Kouadio Jean',
      nom_complet: 'Aminata Traoré',
      numero_commande: 'CMD-20261122-000001',
      nom_produit: 'Nike Air Max 90',
      quantite_commandee: 1,
      statut_commande: 'confirmee',
    };
    expect(await report('orders')).toEqual({ items: [{ ...shown, statut_livraison: 'livree' }, shown], nextCursor: 'suite' });
    expect(await report(`conversations/${prospectId}`)).toEqual({
      items: [
        {
          nom_complet: 'Aminata Traoré',
          contenu_message: 'Je fais du 38',
          direction_message: 'entrant',
          genere_par_ia: false,
          date_creation: now,
        },
      ],
    });
    expect(await report('dashboard')).toEqual({
      nom_vendeur: 'Kouadio Jean',
      nombre_prospects: 3,
      nombre_commandes: 2,
      chiffre_affaires: 90_000,
      livraisons_livrees: 1,
    });
  });

  it('describes every route in OpenAPI 3.1', async () => {
    const { status, json } = await others.call('GET', '/v1/openapi.json');
    expect(status).toBe(200);
    const paths = json.paths as Record<string, Record<string, { operationId: string; responses: object }>>;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(
      apiRoutes.map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).sort(),
    );
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId));
    expect(new Set(ids).size).toBe(apiRoutes.length);
    const references = [...JSON.stringify(json).matchAll(/#\/components\/(\w+)\/(\w+)/g)];
    const components = json.components as Record<string, Record<string, unknown>>;
    for (const [, group, name] of references) expect(components[group!]).toHaveProperty(name!);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const schema of Object.values(components.schemas!)) expect(() => ajv.compile(schema as object)).not.toThrow();
    expect(paths['/v1/products/{productId}']!.patch).toMatchObject({
      parameters: [expect.objectContaining({ name: 'productId', in: 'path', required: true })],
    });
    expect(components.schemas!.UpdateProduct).not.toHaveProperty('properties.productId');
  });

  it('lets pages of configured origins call it, and no other', async () => {
    const preflight = (origin: string) =>
      others.call('OPTIONS', '/v1/products', { headers: { origin, 'access-control-request-method': 'POST' } });
    expect((await preflight('https://app.example.ci')).headers.get('access-control-allow-origin')).toBe('https://app.example.ci');
    expect((await preflight('https://autre.example')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await others.call('GET', '/v1/openapi.json')).headers.get('x-content-type-options')).toBe('nosniff');
  });
});
