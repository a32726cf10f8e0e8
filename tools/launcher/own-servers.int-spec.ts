import { createServer, type Server } from 'node:net';
import { startNats, type LocalNats } from '../../libs/testing/src/nats.js';
import { freePort } from '../../libs/testing/src/ports.js';
import { startPostgres, type LocalPostgres } from '../../libs/testing/src/postgres.js';
import { checkNats, checkPostgres, ServerUnfit } from './own-servers.js';

describe('a PostgreSQL given by address', () => {
  let server: LocalPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it('is taken when it is new enough', async () => {
    expect(await checkPostgres('DATABASE_URL', server.url)).toMatch(/^15\./);
  });

  it('is refused when it is too old, by the name of its variable', async () => {
    await expect(checkPostgres('ORDERS_DATABASE_URL', server.url, 99)).rejects.toThrow(
      /^ORDERS_DATABASE_URL .* is PostgreSQL 15\.\d+; FluxAsync needs 99 or newer/,
    );
  });

  it('is refused when its password is wrong, without telling the password', async () => {
    const url = server.urlOf('postgres', { user: 'postgres', password: 'hunter2' });
    const attempt = checkPostgres('DATABASE_URL', url);
    await expect(attempt).rejects.toThrow(/password authentication failed/);
    await expect(attempt).rejects.not.toThrow(/hunter2/);
  });
});

describe('a nats-server given by address', () => {
  let real: LocalNats;
  let fake: Server | undefined;
  beforeAll(async () => {
    real = await startNats({
      config: 'authorization { user: bus, password: secret }',
      credentials: { user: 'bus', password: 'secret' },
    });
  });
  afterEach(() => fake?.close());
  afterAll(() => real.stop());

  /** Greets like a nats-server with these abilities and answers pings. */
  async function greeting(info: object): Promise<string> {
    const port = await freePort();
    fake = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(`INFO ${JSON.stringify({ server_id: 'x', max_payload: 1024, proto: 1, headers: true, ...info })}\r\n`);
      socket.on('data', (data) => data.toString().includes('PING') && socket.write('PONG\r\n'));
    });
    await new Promise<void>((resolve) => fake?.listen(port, '127.0.0.1', resolve));
    return `nats://127.0.0.1:${port}`;
  }

  it('is taken with the user and password of its address', async () => {
    expect(await checkNats(real.url)).toBe(real.version);
  });

  it('is refused without them', async () => {
    await expect(checkNats(`nats://127.0.0.1:${real.port}`)).rejects.toThrow(/[Aa]uthorization/);
  });

  it('is refused when it is too old', async () => {
    await expect(checkNats(await greeting({ version: '2.8.4', jetstream: true }))).rejects.toThrow(
      /is nats-server 2\.8\.4; FluxAsync needs 2\.9\.10/,
    );
  });

  it('is refused without JetStream', async () => {
    await expect(checkNats(await greeting({ version: '2.10.27' }))).rejects.toThrow(/without JetStream/);
  });

  it('is refused when nobody answers', async () => {
    const attempt = checkNats(`nats://127.0.0.1:${await freePort()}`);
    await expect(attempt).rejects.toThrow(ServerUnfit);
    await expect(attempt).rejects.toThrow(/NATS_URL \(nats:\/\/127\.0\.0\.1:\d+\) does not answer/);
  });
});
