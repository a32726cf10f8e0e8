import {
  ApiEventView,
  checkOpen,
  CheckApiKey,
  DomainError,
  fact,
  GetNumberRoutes,
  ListApiEvents,
  ListProducts,
  ProspectErasedV1,
  ProspectMergedV1,
  SessionEndedV1,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { Forget } from '../src/live/forget.js';
import { Interest } from '../src/live/interest.js';
import { Listener } from './listener.js';
import { aLowStock, aMessage, anOrder } from './live.fixtures.js';
import { Neighbours } from './neighbours.js';

describe('the live stream', () => {
  let world: World;
  let others: Neighbours;
  let gateways: RunningService[];
  const listeners: Listener[] = [];

  beforeAll(async () => {
    world = await startWorld();
    others = await Neighbours.start(world);
    await others.answer(GetNumberRoutes, () => ({ routes: [] }));
    gateways = await startTwo();
  }, 60_000);
  afterEach(() => listeners.splice(0).forEach((listener) => listener.leave()));
  afterAll(async () => {
    await others?.stop();
    await world?.stop();
  });

  const env = {
    GATEWAY_DATABASE_PATIENCE_MS: '1500',
    GATEWAY_STREAM_HEARTBEAT_MS: '300',
    GATEWAY_STREAMS_PER_SELLER: '3',
    GATEWAY_RATE_LIMIT: '10000',
  };
  const startTwo = async () => [await others.startGateway(env), await others.startGateway(env)];

  async function listen(
    sellerId: string,
    { at = 0, query = '', from, expires }: { at?: number; query?: string; from?: string; expires?: string } = {},
  ): Promise<Listener> {
    const listener = new Listener(gateways[at]!.httpPort!, `/v1/stream${query}`, {
      authorization: `Bearer ${await others.token(sellerId, expires ? { expires } : {})}`,
      'accept-encoding': 'gzip, br',
      origin: 'https://app.example.ci',
      ...(from === undefined ? {} : { 'last-event-id': from }),
    });
    listeners.push(listener);
    return listener.until(({ status }) => status !== undefined);
  }
  const ready = async (sellerId: string, options: Parameters<typeof listen>[1] = {}) =>
    (await listen(sellerId, options)).until(({ heard }) => heard.length > 1);
  const numbers = (listener: Listener) => listener.heard.filter(({ data }) => data !== '{}' && data).map(({ id }) => Number(id));
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  it('tells what happens from now on: the number, the type, and the event as the document describes it', async () => {
    const seller = newId();
    const listener = await ready(seller);
    expect(listener.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'access-control-allow-origin': 'https://app.example.ci',
    });
    expect(listener.headers['content-encoding']).toBeUndefined();
    expect(listener.headers['x-request-id']).toBeDefined();
    const start = Number(listener.lastId);
    expect(listener.heard.slice(0, 2)).toEqual([{ retry: '2000' }, { id: String(start), event: 'ready', data: '{}' }]);
    const order = anOrder(seller);
    const id = await world.publish(order);
    await listener.until(({ events }) => events.length === 1);
    expect(listener.heard[2]).toMatchObject({ id: String(start + 1), event: 'order.confirmed' });
    expect(listener.events[0]).toMatchObject({ id, type: 'order.confirmed', data: order.payload });
    expect(checkOpen(ApiEventView, listener.events[0]!)).toBeUndefined();
  });

  it('goes on where the client was, on another replica, with every event once and none missing, while both write', async () => {
    const seller = newId();
    const first = await ready(seller);
    const start = Number(first.lastId);
    const ids = new Set<string>();
    const publishing = (async () => {
      for (let i = 0; i < 60; i++) ids.add(await world.publish(i % 2 ? aMessage(seller) : aLowStock(seller)));
    })();
    await first.until(({ events }) => events.length >= 5);
    // In the middle of it, without a word.
    first.leave();
    const seen = [...first.events];
    let last = first.lastId!;
    for (let at = 1; seen.length < 60; at = 1 - at) {
      const next = await listen(seller, { at, from: last });
      const wanted = Math.min(60, seen.length + 20);
      await next.until(({ events }) => seen.length + events.length >= wanted);
      next.leave();
      expect(numbers(next)[0]).toBe(Number(last) + 1);
      seen.push(...next.events);
      last = next.lastId!;
    }
    await publishing;
    expect(seen.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
    expect(Number(last)).toBe(start + 60);
  });

  it('goes on after the gateways were stopped and started again, with what happened meanwhile', async () => {
    const seller = newId();
    const before = await ready(seller, { at: 1 });
    await world.publish(aMessage(seller));
    await before.until(({ events }) => events.length === 1);
    const began = performance.now();
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    // An open stream does not hold up the stop.
    expect(performance.now() - began).toBeLessThan(4_000);
    await before.until(({ ended }) => ended);
    for (let i = 0; i < 3; i++) await world.publish(aMessage(seller));
    gateways = await startTwo();
    const after = await listen(seller, { from: before.lastId! });
    await after.until(({ events }) => events.length === 3);
    expect(numbers(after)).toEqual([2, 3, 4].map((n) => n - 1 + Number(before.lastId!)));
    expect(after.heard.some(({ event }) => event === 'reset')).toBe(false);
  });

  it('gives no event a number twice and leaves none out, whatever comes at once or again', async () => {
    const seller = newId();
    const listener = await ready(seller);
    const start = Number(listener.lastId);
    const facts = Array.from({ length: 80 }, (_, i) => (i % 2 ? aMessage(seller) : i % 4 ? anOrder(seller) : aLowStock(seller)));
    const ids = await Promise.all(facts.map((one) => world.publish(one)));
    await new Promise((resolve) => setTimeout(resolve, 150));
    await Promise.all(facts.slice(0, 20).map((one, i) => world.publish(one, ids[i])));
    await listener.until(({ events }) => events.length === 80);
    const sentinel = await world.publish(aMessage(seller));
    await listener.until(({ events }) => events.at(-1)!.id === sentinel);
    expect(numbers(listener)).toEqual(upTo(81).map((n) => start + n));
    expect(new Set(listener.events.map(({ id }) => id))).toEqual(new Set([...ids, sentinel]));
  });

  it("never tells another seller's events", async () => {
    const [kouadio, awa] = [newId(), newId()];
    const [his, hers] = [await ready(kouadio), await ready(awa)];
    for (let i = 0; i < 3; i++) await Promise.all([world.publish(aMessage(kouadio)), world.publish(aLowStock(awa))]);
    await his.until(({ events }) => events.length === 3);
    await hers.until(({ events }) => events.length === 3);
    expect(new Set(his.events.map(({ type }) => type))).toEqual(new Set(['message.received']));
    expect(new Set(hers.events.map(({ type }) => type))).toEqual(new Set(['stock.low']));
    const beyond = await listen(awa, { from: '1' });
    await beyond.until(({ heard }) => heard.length > 1);
    expect(beyond.events.every(({ type }) => type === 'stock.low')).toBe(true);
  });

  it('leaves out types that were not asked for, and still moves on over them', async () => {
    const seller = newId();
    const listener = await ready(seller, { query: '?types=order.confirmed,stock.low' });
    const start = Number(listener.lastId);
    await world.publish(aLowStock(seller));
    await listener.until(({ events }) => events.length === 1);
    await world.publish(aMessage(seller));
    await listener.until(({ lastId }) => lastId === String(start + 2));
    expect(listener.events.map(({ type }) => type)).toEqual(['stock.low']);
    const refused = await others.call('GET', '/v1/stream?types=order.confirmed,jour.de.paie', { seller });
    expect(refused.json).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', fields: [{ field: 'types' }] });
  });

  it('shows a sign of life, and ends with a word when the token does', async () => {
    const listener = await ready(newId(), { expires: '2s' });
    await listener.until(({ comments }) => comments.filter((comment) => comment === 'heartbeat').length >= 2);
    await listener.until(({ ended }) => ended);
    expect(listener.heard.at(-1)).toEqual({ event: 'expired', data: '{}' });
  });

  it('takes the token and the place in the address too, where headers cannot be set', async () => {
    const seller = newId();
    const begun = await ready(seller);
    await world.publish(aMessage(seller));
    await begun.until(({ events }) => events.length === 1);
    const place = Number(begun.lastId) - 1;
    const listener = new Listener(
      gateways[1]!.httpPort!,
      `/v1/stream?lastEventId=${place}&access_token=${await others.token(seller)}`,
    );
    listeners.push(listener);
    await listener.until(({ events }) => events.length === 1);
  });

  it('lets nobody in without a token, and a program only with the scope; one whose key is revoked is put out', async () => {
    expect((await others.call('GET', '/v1/stream')).json).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
    let scopes: string[] = ['orders:read'];
    let revoked = false;
    const seller = newId();
    const accounts = await others.answer(CheckApiKey, () => {
      if (revoked) throw new Error('refused');
      return { keyId: newId(), sellerId: seller, scopes: scopes as never };
    });
    const bearer = (key: string) => ({ headers: { authorization: `Bearer flux_${key}` } });
    expect((await others.call('GET', '/v1/stream', bearer('commandes'))).json).toMatchObject({ code: 'SCOPE_MISSING' });
    scopes = ['events:read'];
    const program = new Listener(gateways[0]!.httpPort!, '/v1/stream', bearer('evenements').headers);
    listeners.push(program);
    await program.until(({ heard }) => heard.length > 1);
    revoked = true;
    await accounts.stop();
    await others.answer(CheckApiKey, () => Promise.reject(new DomainError('API_KEY_REFUSED', 'unauthenticated')));
    await program.until(({ ended }) => ended);
    expect(program.heard.at(-1)).toMatchObject({ event: 'expired' });
  });

  it('ends with the session, on every replica, and its token opens nothing any more, with or without the database', async () => {
    await others.answer(ListProducts, () => ({ items: [] }));
    const [seller, over, open] = [newId(), newId(), newId()];
    const signedIn = async (sid: string) => ({ authorization: `Bearer ${await others.token(seller, { claims: { sid } })}` });
    const [his, other] = [await signedIn(over), await signedIn(open)];
    const streams = [his, his, other].map((headers, i) => new Listener(gateways[i % 2]!.httpPort!, '/v1/stream', headers));
    listeners.push(...streams);
    for (const stream of streams) await stream.until(({ heard }) => heard.length > 1);
    await world.publish(fact(SessionEndedV1, { sessionId: over }, { sellerId: seller, key: over, version: 1 }));
    for (const stream of streams.slice(0, 2)) {
      await stream.until(({ ended }) => ended);
      expect(stream.heard.at(-1)).toEqual({ event: 'expired', data: '{}' });
    }
    const outcomes = async (headers: Record<string, string>) => {
      const answers = await Promise.all(gateways.map((gateway) => others.call('GET', '/v1/products', { headers, gateway })));
      return answers.map(({ status, json }) => [status, json.code]);
    };
    const refused = [401, 'TOKEN_REFUSED'];
    expect(await outcomes(his)).toEqual([refused, refused]);
    world.postgres.pause();
    try {
      for (let i = 0; i < 5; i++)
        expect(await outcomes(other)).toEqual([
          [200, undefined],
          [200, undefined],
        ]);
      expect(await outcomes(his)).toEqual([refused, refused]);
    } finally {
      world.postgres.resume();
    }
    expect(streams[2]!.ended).toBe(false);
  });

  it('is open so often for one seller and no more', async () => {
    const seller = newId();
    for (let i = 0; i < 3; i++) await ready(seller, { at: 0 });
    const fourth = await listen(seller);
    await fourth.until(({ ended }) => ended);
    expect([fourth.status, JSON.parse(fourth.body)]).toMatchObject([429, { code: 'STREAMS_FULL' }]);
    listeners[0]!.leave();
    await eventually(async () => expect((await listen(seller)).status).toBe(200));
  });

  it('forgets who left while his place was looked up', async () => {
    const seller = newId();
    const { httpPort } = gateways[0]!;
    const authorization = `Bearer ${await others.token(seller)}`;
    await gateways[1]!.db.asWorker(async () => {
      await gateways[1]!.get(Interest).lock(seller);
      const gone = [1, 2, 3].map(() => new Listener(httpPort!, '/v1/stream', { authorization }));
      await eventually(async () => {
        const waiting = await world.postgres.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and query ~ 'flux_compteurs'`,
          [],
          world.databaseName,
        );
        expect(waiting).toHaveLength(3);
      });
      for (const listener of gone) listener.leave();
      await others.call('GET', '/v1/openapi.json', { gateway: gateways[0] });
    });
    expect((await listen(seller)).status).toBe(200);
  });

  it('says reset, with the place that counts now, for a place too old, too new or made up', async () => {
    const seller = newId();
    const listener = await ready(seller);
    for (let i = 0; i < 3; i++) await world.publish(aMessage(seller));
    await listener.until(({ events }) => events.length === 3);
    const [start, newest] = [Number(listener.lastId) - 3, listener.lastId!];
    const admin = gateways[0]!.db;
    await admin.asWorker(() =>
      admin.run(`update flux_evenements set date_ajout = now() - interval '8 days' where id_utilisateur = $1 and numero <= $2`, [
        seller,
        start + 2,
      ]),
    );
    await gateways[0]!.get(Forget).old();
    for (const from of [String(start), String(start + 1), String(start + 40), 'n’importe quoi']) {
      const lost = await listen(seller, { from: encodeURI(from) });
      await lost.until(({ heard }) => heard.length > 1);
      expect(lost.heard[1]).toEqual({ id: newest, event: 'reset', data: '{}' });
      lost.leave();
    }
    const good = await listen(seller, { from: String(start + 2) });
    await good.until(({ events }) => events.length === 1);
    expect(good.heard.some(({ event }) => event === 'reset')).toBe(false);
  });

  it('writes nothing down for a seller nobody listens to, and says reset to who comes back after that', async () => {
    const seller = newId();
    const listener = await ready(seller);
    await world.publish(aMessage(seller));
    await listener.until(({ events }) => events.length === 1);
    listener.leave();
    const { db } = gateways[0]!;
    await db.asWorker(() => db.run(`update flux_compteurs set interet_jusqua = now() where id_utilisateur = $1`, [seller]));
    const marker = newId();
    const witness = await ready(marker);
    await world.publish(aMessage(seller));
    await world.publish(aMessage(marker));
    await witness.until(({ events }) => events.length === 1);
    const back = await listen(seller, { from: listener.lastId! });
    await back.until(({ heard }) => heard.length > 1);
    expect(back.heard[1]).toMatchObject({ event: 'reset' });
    await world.publish(aMessage(seller));
    await back.until(({ events }) => events.length === 1);
  });

  it('waits for a client that reads slowly and keeps no more than a page for him', async () => {
    const seller = newId();
    const slow = await ready(seller);
    slow.response!.pause();
    const start = Number(slow.lastId);
    // Far more than the sockets hold.
    const { db } = gateways[0]!;
    await db.asWorker(async () => {
      await db.run(
        `insert into flux_evenements (id_utilisateur, numero, id_evenement, type, contenu, date_evenement)
         select $1, $2::bigint + n, gen_random_uuid(), 'stock.low', jsonb_build_object('name', repeat('x', 30000)), now() from generate_series(1, 600) n`,
        [seller, start],
      );
      await db.run('update flux_compteurs set dernier = dernier + 600 where id_utilisateur = $1', [seller]);
    });
    const before = process.memoryUsage().rss;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(numbers(slow).length).toBeLessThan(590);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    slow.response!.resume();
    await slow.until(({ events }) => events.length === 600);
    expect(numbers(slow)).toEqual(upTo(600).map((n) => start + n));
  });

  it('has a list of the same events, newest first, page by page', async () => {
    const seller = newId();
    await ready(seller);
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await world.publish(aMessage(seller)));
    const low = await world.publish(aLowStock(seller));
    await eventually(async () => expect((await world.ask(ListApiEvents, {}, seller)).items).toHaveLength(6));
    const first = await world.ask(ListApiEvents, { limit: 4, type: 'message.received' }, seller);
    const second = await world.ask(ListApiEvents, { limit: 4, type: 'message.received', cursor: first.nextCursor! }, seller);
    expect([...first.items, ...second.items].map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(second.nextCursor).toBeUndefined();
    expect((await world.ask(ListApiEvents, { type: 'stock.low' }, seller)).items.map(({ id }) => id)).toEqual([low]);
    expect((await world.ask(ListApiEvents, {}, newId())).items).toEqual([]);
    await expect(world.ask(ListApiEvents, { cursor: 'xx' }, seller)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('keeps of a person who was forgotten nothing but ids, also of what comes late', async () => {
    const [seller, aminata, samePerson] = [newId(), newId(), newId()];
    const listener = await ready(seller);
    await world.publish(anOrder(seller, aminata));
    await world.publish(anOrder(seller, samePerson));
    await world.publish(anOrder(seller));
    await listener.until(({ events }) => events.length === 3);
    const merge = { prospectId: aminata, mergedId: samePerson };
    await world.publish(fact(ProspectMergedV1, merge, { sellerId: seller, key: aminata, version: 2 }));
    await listener.until(({ events }) => events.length === 4);
    await world.publish(fact(ProspectErasedV1, { prospectId: aminata }, { sellerId: seller, key: aminata, version: 2 }));
    const about = async () =>
      (await world.ask(ListApiEvents, { type: 'order.confirmed' }, seller)).items
        .map(({ data }) => data)
        .filter(({ prospectId }) => prospectId === aminata || prospectId === samePerson);
    await eventually(async () => {
      expect(await about()).toHaveLength(2);
      for (const left of await about()) expect(Object.keys(left).toSorted()).toEqual(['orderId', 'prospectId']);
    });
    await world.publish(anOrder(seller, aminata));
    await world.publish(anOrder(seller, samePerson));
    await eventually(async () => expect(await about()).toHaveLength(4));
    expect(JSON.stringify(await about())).not.toMatch(/Aminata|0598765432|Cocody/);
    expect(JSON.stringify((await world.ask(ListApiEvents, {}, seller)).items)).toContain('Aminata');
  });
});
