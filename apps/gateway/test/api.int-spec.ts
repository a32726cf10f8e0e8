import { createHash, generateKeyPairSync } from 'node:crypto';
import { connect } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  CheckApiKey,
  DomainError,
  GetNumberRoutes,
  GetProduct,
  ListMembers,
  ListProducts,
  ListProspects,
  RefreshSession,
  SignIn,
  SignOut,
  SignUp,
  UpdateProduct,
  UpdateSeller,
} from '#contracts';
import type { JWTPayload } from 'jose';
import { newId } from '#database';
import { startWorld, type World } from '#testing';
import { apiRoutes } from '../src/api/routes.js';
import { Neighbours } from './neighbours.js';
import { aProduct, aSeller } from './views.fixtures.js';

const [kouadio, awa] = [newId(), newId()];
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
      expect(open).toEqual([
        'POST /v1/sellers',
        'POST /v1/sessions',
        'POST /v1/sessions/refresh',
        'DELETE /v1/sessions',
        'POST /v1/password-resets',
        'POST /v1/password-resets/confirm',
      ]);
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

  describe('knows who of a shop asks', () => {
    const whom = async (headers: Record<string, string>, method = 'GET', path = '/v1/products') => {
      let caller: unknown;
      const responder = await others.answer(ListProducts, (_question, asker) => {
        caller = asker;
        return { items: [] };
      });
      const { status, json } = await others.call(method, path, { headers, body: method === 'GET' ? undefined : {} });
      await responder.stop();
      return { status, code: json.code, facts: json.facts, caller };
    };
    const bearer = async (claims: JWTPayload) => ({ authorization: `Bearer ${await others.token(kouadio, { claims })}` });
    const [agent, session] = [newId(), newId()];

    it('the founder, another owner and an agent, with session, address and program', async () => {
      const about = { sid: session };
      // Nobody is trusted to speak for another's address here.
      const headers = { 'user-agent': `Inbox/1 ${'x'.repeat(300)}`, 'x-forwarded-for': '203.0.113.9' };
      const founder = await whom({ ...(await bearer(about)), ...headers });
      expect(founder.caller).toMatchObject({
        ...{ sellerId: kouadio, memberId: kouadio, actor: `seller:${kouadio}`, sessionId: session, address: '127.0.0.1' },
        userAgent: headers['user-agent'].slice(0, 200),
      });
      for (const role of ['owner', 'agent'])
        expect((await whom(await bearer({ ...about, role, act: { sub: agent } }))).caller).toMatchObject({
          ...{ sellerId: kouadio, memberId: agent, actor: `member:${agent}` },
        });
      for (const claims of [{ role: 'agent' }, { role: 'roi' }, { act: { sub: 'x' } }, { sid: 'x' }])
        expect((await whom(await bearer(claims))).code).toBe('TOKEN_REFUSED');
    });

    it('an agent changes neither profile, accounts, keys nor team, but sees whom he works with', async () => {
      const headers = await bearer({ role: 'agent', act: { sub: agent } });
      for (const { method, path } of apiRoutes.filter(({ owner }) => owner)) {
        const { status, json } = await others.call(method, path.replaceAll(/:\w+/g, newId()), {
          headers,
          ...(method === 'GET' ? {} : { body: {} }),
        });
        expect([method, path, status, json.code]).toEqual([method, path, 403, 'ROLE_FORBIDS']);
      }
      const closed = apiRoutes.filter(({ owner }) => owner).map(({ method, path }) => `${method} ${path}`);
      expect(closed).toEqual(
        expect.arrayContaining([
          'PATCH /v1/seller',
          'POST /v1/members',
          'POST /v1/api-keys',
          'DELETE /v1/email-accounts/:accountId',
        ]),
      );
      await others.answer(ListMembers, () => ({ items: [] }));
      await others.answer(UpdateSeller, () => aSeller());
      expect((await others.call('GET', '/v1/members', { headers })).status).toBe(200);
      expect((await others.call('PATCH', '/v1/seller', { seller: kouadio, body: {} })).status).toBe(200);
    });

    it('a program by its key, as far as the key allows, asking accounts once in a while', async () => {
      const [keyId, asked] = [newId(), [] as string[]];
      await others.answer(CheckApiKey, ({ fingerprint }) => {
        asked.push(fingerprint);
        if (fingerprint === createHash('sha256').update('flux_bonne_cle').digest('hex'))
          return { keyId, sellerId: kouadio, scopes: ['catalogue:read' as const] };
        throw new DomainError('API_KEY_REFUSED', 'unauthenticated');
      });
      const key = { authorization: 'Bearer flux_bonne_cle' };
      const { caller, status } = await whom(key);
      expect([status, caller]).toEqual([200, expect.objectContaining({ sellerId: kouadio, actor: `api-key:${keyId}` })]);
      expect(caller).toMatchObject({ memberId: undefined });
      expect(await whom(key, 'POST')).toMatchObject({ status: 403, code: 'SCOPE_MISSING', facts: { scope: 'catalogue:write' } });
      expect((await whom(key, 'GET', '/v1/api-keys')).code).toBe('SCOPE_MISSING');
      expect(asked).toHaveLength(1);
      const wrong = { authorization: 'Bearer flux_mauvaise_cle' };
      for (let call = 0; call < 2; call++) expect(await whom(wrong)).toMatchObject({ status: 401, code: 'API_KEY_REFUSED' });
      expect(asked).toHaveLength(2);
    });

    it('nobody on a public route, whatever token comes along', async () => {
      let caller: unknown;
      await others.answer(RefreshSession, (_question, asker) => {
        caller = asker;
        return { accessToken: 'a', refreshToken: 'r', expiresIn: 600, sellerId: kouadio };
      });
      await others.call('POST', '/v1/sessions/refresh', { seller: kouadio, body: { refreshToken: 'x' } });
      expect(caller).toMatchObject({ sellerId: undefined, memberId: undefined, actor: 'system', address: '127.0.0.1' });
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
      detail: "Ce produit n'existe pas.",
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
    const stranger = await others.call('POST', '/v1/products', { body: '{' });
    expect([stranger.status, stranger.headers.get('ratelimit-limit')]).toEqual([401, '120']);
    expect(problems[0][0].headers.get('ratelimit-limit')).toBe('600');
  });

  it('tells even what is no HTTP, or has endless headers, what is wrong', async () => {
    const said = (request: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(others.gateway.httpPort!, '127.0.0.1', () => socket.write(request));
        let text = '';
        socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('close', () => resolve(text));
      });
    for (const [request, status, code] of [
      ['GET / HTTP/9.9\r\n\r\n', 400, 'REQUEST_MALFORMED'],
      [`GET /v1/me HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
    ] as const) {
      const [head, body] = (await said(request)).split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*application/problem\\+json`));
      expect(JSON.parse(body!)).toMatchObject({ status, code, trace_id: expect.stringMatching(/^[0-9a-f]{32}$/) });
    }
  });

  it('describes every route in OpenAPI 3.1', async () => {
    const { status, json } = await others.call('GET', '/v1/openapi.json');
    expect(status).toBe(200);
    const paths = json.paths as Record<string, Record<string, { operationId: string; responses: object }>>;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(
      [
        ...apiRoutes.map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
        'get /v1/stream',
        'get /v1/media/{mediaId}',
        'post /v1/media',
      ].sort(),
    );
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId));
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...JSON.stringify(json).matchAll(/#\/components\/(\w+)\/(\w+)/g)];
    const components = json.components as Record<string, Record<string, unknown>>;
    for (const [, group, name] of references) expect(components[group!]).toHaveProperty(name!);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(json, 'api');
    for (const name of Object.keys(components.schemas!))
      expect(() => ajv.compile({ $ref: `api#/components/schemas/${name}` })).not.toThrow();
    expect(paths['/v1/products/{productId}']!.patch).toMatchObject({
      parameters: expect.arrayContaining([
        expect.objectContaining({ name: 'productId', in: 'path', required: true }),
        expect.objectContaining({ name: 'If-Match', in: 'header' }),
      ]) as unknown,
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
