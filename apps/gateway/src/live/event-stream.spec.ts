import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStream } from './event-stream.js';
import type { Feed, FeedPage } from './feed.js';

/** A feed without end. */
const endless = {
  after: (_seller: string, place: number): Promise<FeedPage> => {
    const view = { id: 'x', type: 'stock.low', occurredAt: '2026-11-22T10:00:00.000Z', data: { name: 'x'.repeat(20_000) } };
    const entries = Array.from({ length: 50 }, (_, i) => ({ number: place + 1 + i, view }));
    return Promise.resolve({ entries, broken: false, newest: Infinity });
  },
} as unknown as Feed;

describe('a client of the live stream', () => {
  let server: Server;
  let stream: EventStream;

  const open = async (): Promise<IncomingMessage> => {
    server = createServer((_request, response) => {
      stream = new EventStream(endless, response, {
        ...{ sellerId: 'kouadio', from: 0, fresh: true, heartbeatMs: 15_000, patienceMs: 800 },
        remainingMs: () => Infinity,
        stillWelcome: () => Promise.resolve(true),
      });
      void stream.run();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) =>
      get({ host: '127.0.0.1', port, agent: false }, (response) => resolve(response.on('error', () => undefined))).on(
        'error',
        reject,
      ),
    );
  };
  const connections = () => new Promise<number>((resolve) => server.getConnections((_error, n) => resolve(n)));

  afterEach(async () => {
    stream.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('that takes nothing for long is cut, and nothing is read ahead for him', async () => {
    (await open()).pause();
    await pause(400);
    const { last } = stream;
    expect(await connections()).toBe(1);
    await pause(300);
    expect(stream.last).toBe(last);
    await pause(1_500);
    expect(await connections()).toBe(0);
  });

  it('that reads slowly is waited for', async () => {
    const client = await open();
    let read = 0;
    const until = performance.now() + 3_000;
    while (performance.now() < until) {
      read += ((client.read() as Buffer | null) ?? '').length;
      await pause(10);
    }
    expect(await connections()).toBe(1);
    expect(read).toBeGreaterThan(1_000_000);
  });
});
