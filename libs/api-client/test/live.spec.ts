import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '#testing';
import { ApiProblem, FluxAsync, listen, type LiveMessage, type LiveOptions } from '../src/index.js';
import { AGateway, type Heard, refuse, say } from './a-gateway.js';

const session = { accessToken: 'acces-1', refreshToken: 'suite-1', expiresIn: 600, sellerId: 'vendeur' };
const event = (id: number) => `id: ${id}\nevent: stock.low\ndata: ${JSON.stringify({ id: `e${id}`, type: 'stock.low' })}\n\n`;
const ready = (id: number) => `retry: 2000\n\nid: ${id}\nevent: ready\ndata: {}\n\n`;

describe('listening to the shop', () => {
  let gateway: AGateway;
  /** What each connection is answered, in turn; the last for all that follow. */
  let script: ((response: ServerResponse, request: Heard) => void | Promise<void>)[];
  const ending = new Set<AbortController>();

  beforeAll(async () => {
    gateway = await AGateway.start((request, response) => {
      if (request.path === '/v1/sessions/refresh') return void say(response, 200, { ...session, accessToken: 'acces-2' });
      const turn = gateway.heard.filter(({ path }) => path.startsWith('/v1/stream')).length - 1;
      return script[Math.min(turn, script.length - 1)]!(response, request);
    });
  });
  beforeEach(() => (gateway.heard.length = 0));
  afterEach(() => {
    for (const one of ending) one.abort();
    ending.clear();
  });
  afterAll(() => gateway?.stop());

  const streams =
    (text: string, then: 'stays' | 'breaks' | 'ends' = 'stays') =>
    async (response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(text);
      await pause(30);
      if (then === 'breaks') response.destroy();
      if (then === 'ends') response.end();
    };
  const connections = () => gateway.heard.filter(({ path }) => path.startsWith('/v1/stream'));
  const places = () => connections().map(({ headers }) => headers['last-event-id']);

  /** Listens until `n` messages came. */
  const hear = async (n: number, options: LiveOptions = {}) => {
    const end = new AbortController();
    ending.add(end);
    const heard: LiveMessage[] = [];
    for await (const message of listen(new FluxAsync({ baseUrl: gateway.url, session }), { signal: end.signal, ...options })) {
      heard.push(message);
      if (heard.length === n) break;
    }
    return heard;
  };
  const ids = (messages: LiveMessage[]) => messages.map(({ kind, id }) => `${kind} ${id}`);

  it('goes on after a broken connection with the last id: nothing is missed, nothing comes twice', async () => {
    script = [
      streams(ready(4) + event(5) + event(6), 'breaks'),
      streams(event(7).slice(0, 20), 'breaks'),
      streams(event(7), 'ends'),
      streams(event(8)),
    ];
    expect(ids(await hear(5))).toEqual(['ready 4', 'event 5', 'event 6', 'event 7', 'event 8']);
    expect(places()).toEqual([undefined, '6', '6', '7']);
  }, 15_000);

  it('gives the event itself, and asks for the types that were wanted from the place that was given', async () => {
    script = [streams(event(12))];
    const [message] = await hear(1, { lastEventId: '11', types: ['stock.low', 'order.confirmed'] });
    expect(message).toEqual({ kind: 'event', id: '12', event: { id: 'e12', type: 'stock.low' } });
    expect(connections()).toMatchObject([
      {
        path: '/v1/stream?types=stock.low%2Corder.confirmed',
        headers: { 'last-event-id': '11', authorization: 'Bearer acces-1' },
      },
    ]);
  });

  it('moves its place on over what it did not ask for, never past what it has not given yet', async () => {
    script = [streams(`${event(3)}id: 40\n\n`, 'breaks'), streams(event(41))];
    expect(ids(await hear(2))).toEqual(['event 3', 'event 41']);
    expect(places()).toEqual([undefined, '40']);
  });

  it('says reset for a place that is too old, and goes on from the new one', async () => {
    script = [streams('id: 90\nevent: reset\ndata: {}\n\n', 'breaks'), streams(event(91))];
    expect(ids(await hear(2, { lastEventId: '1' }))).toEqual(['reset 90', 'event 91']);
    expect(places()).toEqual(['1', '90']);
  });

  it('renews its token when the gateway says that it expired, and goes on where it was', async () => {
    script = [
      streams(`${event(3)}event: expired\ndata: {}\n\n`, 'ends'),
      (response) => void refuse(response, 401, 'TOKEN_EXPIRED'),
      streams(event(4)),
    ];
    expect(ids(await hear(2))).toEqual(['event 3', 'event 4']);
    expect(connections().map(({ headers }) => [headers.authorization, headers['last-event-id']])).toEqual([
      ['Bearer acces-1', undefined],
      ['Bearer acces-1', '3'],
      ['Bearer acces-2', '3'],
    ]);
  });

  it('takes a connection that is silent for dead, and one that shows signs of life for living', async () => {
    script = [
      streams(event(1)),
      async (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        for (let beat = 0; beat < 8; beat += 1) {
          response.write(': heartbeat\n\n');
          await pause(50);
        }
        response.write(event(2));
      },
    ];
    expect(ids(await hear(2, { silenceMs: 200 }))).toEqual(['event 1', 'event 2']);
    expect(places()).toEqual([undefined, '1']);
  });

  it('comes back as soon the fourth time as the first when it had been let in, however quiet it was', async () => {
    const quiet = streams(': heartbeat\n\n', 'breaks');
    script = [quiet, quiet, quiet, streams(event(1))];
    const began = performance.now();
    await hear(1);
    // Three pauses of 500 ms; pauses that grow would make it 3.5 s.
    expect(performance.now() - began).toBeLessThan(3_000);
  }, 15_000);

  it('waits while the gateway is away or asks for patience, and comes back', async () => {
    script = [
      (response) => void response.destroy(),
      (response) => void refuse(response, 503, 'GATEWAY_STOPPING'),
      (response) => void refuse(response, 429, 'STREAMS_FULL'),
      streams(event(1)),
    ];
    expect(ids(await hear(1))).toEqual(['event 1']);
  }, 15_000);

  it.each([
    [403, 'SCOPE_MISSING'],
    [400, 'VALIDATION_FAILED'],
  ])('throws when it is refused: %i %s', async (status, code) => {
    script = [(response) => void refuse(response, status, code)];
    await expect(hear(1)).rejects.toMatchObject({ name: 'ApiProblem', status, code });
    expect(connections()).toHaveLength(1);
  });

  it('throws when the session is over', async () => {
    script = [(response) => void refuse(response, 401, 'API_KEY_REFUSED')];
    await expect(hear(1)).rejects.toBeInstanceOf(ApiProblem);
  });

  it.each([
    ['on an open connection', [streams(ready(1))]],
    ['between two connections', [streams(ready(1), 'breaks'), (response: ServerResponse) => void response.destroy()]],
  ])('ends at once when it is told to, %s', async (_when, turns) => {
    script = turns;
    const end = new AbortController();
    const heard: string[] = [];
    const over = (async () => {
      for await (const { kind } of listen(new FluxAsync({ baseUrl: gateway.url, session }), { signal: end.signal }))
        heard.push(kind);
    })();
    await eventually(() => expect(heard).toEqual(['ready']));
    await pause(100);
    const told = performance.now();
    end.abort();
    await over;
    expect(performance.now() - told).toBeLessThan(400);
    expect(heard).toEqual(['ready']);
    const before = connections().length;
    await pause(700);
    expect(connections()).toHaveLength(before);
  });

  it('closes its connection when the caller leaves the loop', async () => {
    let left = false;
    script = [
      async (response) => {
        response.on('close', () => (left = true));
        await streams(event(1))(response);
      },
    ];
    await hear(1);
    await pause(100);
    expect(left).toBe(true);
  });
});
