import type { ServerResponse } from 'node:http';
import { answer, ApiProblem, FluxAsync, type Session } from '../src/index.js';
import { AGateway, type Heard, refuse, say } from './a-gateway.js';

const session = (n: number): Session => ({
  accessToken: `acces-${n}`,
  refreshToken: `suite-${n}`,
  expiresIn: 600,
  sellerId: '0199d3a0-0000-7000-8000-000000000001',
});
const tokenOf = ({ headers }: Heard) => headers.authorization?.replace('Bearer ', '');

describe('the client of the API', () => {
  let gateway: AGateway;
  /** The access token that is good now. */
  let good: string;
  let onRefresh: (response: ServerResponse) => void | Promise<void>;
  let kept: (Session | undefined)[];

  beforeAll(async () => {
    gateway = await AGateway.start((request, response) => {
      if (request.path === '/v1/sessions/refresh') return onRefresh(response);
      if (request.path === '/v1/sessions' && request.method === 'POST') return void say(response, 201, session(9));
      if (request.path === '/v1/sessions') return void response.writeHead(204).end();
      if (request.path === '/v1/password') return void refuse(response, 401, 'CREDENTIALS_REFUSED');
      if (tokenOf(request) !== good) return void refuse(response, 401, 'TOKEN_EXPIRED');
      say(response, 200, { items: [], id: 'fait' });
    });
  });
  afterAll(() => gateway?.stop());
  beforeEach(() => {
    gateway.heard.length = 0;
    good = 'acces-2';
    kept = [];
    onRefresh = (response) => void say(response, 200, session(2));
  });

  const client = (options: Partial<ConstructorParameters<typeof FluxAsync>[0]> = { session: session(1) }) =>
    new FluxAsync({ baseUrl: `${gateway.url}/`, onSession: (one) => kept.push(one), ...options });
  const order = {
    prospectId: '0199d3a0-0000-7000-8000-000000000002',
    customerName: 'Awa Koné',
    customerPhone: '+2250501020304',
    lines: [],
    deliveryAddress: 'Cocody',
  };

  it('renews its token once for all requests that wait, and each gets its answer', async () => {
    const flux = client();
    const all = await Promise.all(Array.from({ length: 20 }, () => answer(flux.api.GET('/v1/orders'))));
    expect(all).toHaveLength(20);
    expect(gateway.at('/v1/sessions/refresh').map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { refreshToken: 'suite-1' },
    ]);
    expect(kept).toEqual([session(2)]);
    await answer(flux.api.GET('/v1/orders'));
    expect(gateway.at('/v1/sessions/refresh')).toHaveLength(1);
    expect(flux.token()).toBe('acces-2');
  });

  it('takes the token that another request got meanwhile, and spends no refresh token of its own', async () => {
    const late: (() => void)[] = [];
    const flux = client({
      session: session(1),
      fetch: async (request) => {
        const response = await fetch(request);
        if (request.url.endsWith('/v1/labels') && response.status === 401) await new Promise<void>((go) => late.push(go));
        return response;
      },
    });
    const labels = answer(flux.api.GET('/v1/labels'));
    await answer(flux.api.GET('/v1/orders'));
    while (late.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    late[0]!();
    await labels;
    expect(gateway.at('/v1/sessions/refresh')).toHaveLength(1);
  });

  it('renews nothing for a 401 that is a wrong password', async () => {
    const flux = client();
    const { response, error } = await flux.api.PUT('/v1/password', {
      body: { currentPassword: 'faux', newPassword: 'des-chaussures' },
    });
    expect([response.status, (error as { code: string }).code]).toEqual([401, 'CREDENTIALS_REFUSED']);
    expect(gateway.heard.map(({ path }) => path)).toEqual(['/v1/password']);
    expect(kept).toEqual([]);
  });

  it('sends a POST again after the renewal with the same body under the same Idempotency-Key', async () => {
    await answer(client().api.POST('/v1/orders', { body: order }));
    const [first, second, ...more] = gateway.at('/v1/orders');
    expect(more).toEqual([]);
    expect(first!.headers['idempotency-key']).toMatch(/^[\w-]{36}$/);
    expect(second!.headers['idempotency-key']).toBe(first!.headers['idempotency-key']);
    expect([first, second].map((one) => JSON.parse(one!.body) as unknown)).toEqual([order, order]);
    expect([first, second].map((one) => tokenOf(one!))).toEqual(['acces-1', 'acces-2']);
  });

  it("gives each POST and PATCH a key of its own, keeps the caller's, and gives a GET none", async () => {
    const flux = client({ session: session(2) });
    await answer(flux.api.POST('/v1/orders', { body: order }));
    await answer(flux.api.POST('/v1/orders', { body: order }));
    await answer(flux.api.POST('/v1/orders', { body: order, headers: { 'Idempotency-Key': 'panier-7' } }));
    await answer(flux.api.GET('/v1/orders'));
    const keys = gateway.at('/v1/orders').map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys.slice(0, 2)).size).toBe(2);
    expect(keys.slice(2)).toEqual(['panier-7', undefined]);
  });

  it('says that the session is over, once, and every request that waited fails as signed out', async () => {
    onRefresh = (response) => void refuse(response, 401, 'SESSION_ENDED');
    const flux = client();
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => answer(flux.api.GET('/v1/orders'))));
    for (const one of all) expect(one).toMatchObject({ status: 'rejected', reason: { name: 'ApiProblem', status: 401 } });
    expect(gateway.at('/v1/sessions/refresh')).toHaveLength(1);
    expect(kept).toEqual([undefined]);
    expect(() => flux.token()).toThrow(ApiProblem);
  });

  it('keeps the session when the renewal failed for another reason, and tries again', async () => {
    onRefresh = (response) => void refuse(response, 503, 'SERVICE_UNAVAILABLE');
    const flux = client();
    await expect(answer(flux.api.GET('/v1/orders'))).rejects.toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    expect(kept).toEqual([]);
    onRefresh = (response) => void say(response, 200, session(2));
    await answer(flux.api.GET('/v1/orders'));
    expect(kept).toEqual([session(2)]);
  });

  describe('while the token is being renewed', () => {
    let renewed: () => void;
    beforeEach(() => {
      const until = new Promise<void>((resolve) => (renewed = resolve));
      onRefresh = async (response) => {
        await until;
        say(response, 200, session(2));
      };
    });
    const asked = async () => {
      while (gateway.at('/v1/sessions/refresh').length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    };

    it('who signs out stays signed out', async () => {
      const flux = client();
      const orders = answer(flux.api.GET('/v1/orders'));
      orders.catch(() => undefined);
      await asked();
      await flux.signOut();
      renewed();
      await expect(orders).rejects.toMatchObject({ status: 401 });
      expect(kept).toEqual([undefined]);
      expect(() => flux.token()).toThrow(ApiProblem);
    });

    it('nothing that one person began is done as the next who signs in', async () => {
      const flux = client();
      const placed = answer(flux.api.POST('/v1/orders', { body: order }));
      placed.catch(() => undefined);
      await asked();
      await flux.signIn('adjoua@exemple.ci', 'des-chaussures');
      renewed();
      await expect(placed).rejects.toMatchObject({ status: 401 });
      expect(gateway.at('/v1/orders').map(tokenOf)).toEqual(['acces-1']);
      expect(flux.token()).toBe('acces-9');
      expect(kept).toEqual([session(9)]);
    });
  });

  it('signs out at the gateway too', async () => {
    await client().signOut();
    expect(gateway.heard).toMatchObject([{ method: 'DELETE', path: '/v1/sessions', body: '{"refreshToken":"suite-1"}' }]);
    expect(kept).toEqual([undefined]);
  });

  it('speaks for a program with its key, which nothing renews', async () => {
    const flux = client({ apiKey: 'flux_cle' });
    await expect(answer(flux.api.GET('/v1/orders'))).rejects.toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' });
    expect(gateway.heard.map(tokenOf)).toEqual(['flux_cle']);
  });
});
