import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NatsServerFailed, startNats, type LocalNats } from './nats.js';
import { isAtLeast, NATS_FLOOR } from './nats-version.js';
import { PortTaken } from './ports.js';

async function withClient<T>(server: LocalNats, work: (client: Awaited<ReturnType<typeof connect>>) => Promise<T>): Promise<T> {
  const client = await connect({ servers: server.url, timeout: 3_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const stored = (server: LocalNats) =>
  withClient(server, async (client) => {
    const manager = await jetstreamManager(client);
    return (await manager.streams.info('ORDERS')).state.messages;
  });

describe('a nats-server of our own', () => {
  let server: LocalNats;

  beforeAll(async () => {
    server = await startNats({ monitor: true });
    await withClient(server, async (client) => {
      const manager = await jetstreamManager(client);
      await manager.streams.add({ name: 'ORDERS', subjects: ['order.>'] });
      for (let n = 0; n < 20; n += 1) await jetstream(client).publish('order.confirmed', `${n}`);
    });
  });

  afterAll(async () => {
    await server.stop();
    expect(existsSync(server.dir)).toBe(false);
  });

  it('is new enough, limits messages to 512 KB and answers on its monitoring port', async () => {
    expect(isAtLeast(server.version, NATS_FLOOR)).toBe(true);
    const limit = await withClient(server, (client) => Promise.resolve(client.info?.max_payload));
    expect(limit).toBe(512 * 1024);
    expect((await fetch(`http://127.0.0.1:${server.monitorPort}/varz`)).status).toBe(200);
  });

  it('keeps every acknowledged message through kill -9', async () => {
    await server.kill9();
    expect(server.pid).toBe(0);
    await server.restart();
    expect(await stored(server)).toBe(20);
  });

  it('answers nobody while paused and goes on afterwards', async () => {
    await withClient(server, async (client) => {
      server.pause();
      await expect(
        Promise.race([client.flush(), new Promise((_, no) => setTimeout(no, 150, new Error('silence')))]),
      ).rejects.toThrow('silence');
      server.resume();
      await client.flush();
    });
  });

  it('comes back empty when its store is lost', async () => {
    await server.wipeStore();
    await expect(stored(server)).rejects.toThrow(/stream not found/);
  });

  it('says that a port is taken', async () => {
    await expect(startNats({ port: server.port })).rejects.toThrow(PortTaken);
  });
});

describe('a nats-server with its own configuration', () => {
  const root = mkdtempSync(join(tmpdir(), 'fluxasync-kept-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('lets in only the users it knows', async () => {
    const credentials = { user: 'orders', password: 'secret' };
    const config = 'authorization { users: [ { user: orders, password: secret } ] }';
    const server = await startNats({ dir: join(root, 'users'), config, credentials });
    try {
      const client = await connect({ servers: `127.0.0.1:${server.port}`, user: credentials.user, pass: credentials.password });
      await client.flush();
      await client.close();
      expect(server.url).toBe(`nats://orders:secret@127.0.0.1:${server.port}`);
      await expect(connect({ servers: `127.0.0.1:${server.port}` })).rejects.toThrow(/[Aa]uthorization/);
    } finally {
      await server.stop();
    }
    expect(existsSync(server.dir)).toBe(true);
  });

  it('shows its log when it refuses the configuration', async () => {
    await expect(startNats({ dir: join(root, 'wrong'), config: 'nonsense: true' })).rejects.toThrow(NatsServerFailed);
    await expect(startNats({ dir: join(root, 'wrong'), config: 'nonsense: true' })).rejects.toThrow(/unknown field "nonsense"/);
  });
});
