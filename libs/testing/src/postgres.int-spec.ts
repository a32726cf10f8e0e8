import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort, PortTaken } from './ports.js';
import { LocalPostgres, startPostgres } from './postgres.js';
import { isAlive } from './processes.js';

describe('a PostgreSQL of our own', () => {
  let server: LocalPostgres;

  beforeAll(async () => {
    server = await startPostgres();
    await server.query('CREATE TABLE kept (n int)');
  });

  afterAll(() => server.stop());

  it('is a version 15 in UTF-8 with checksums that loses nothing it confirmed', async () => {
    const shown = async (name: string) => Object.values((await server.query<Record<string, string>>(`SHOW ${name}`))[0] ?? {})[0];
    expect(await shown('server_version')).toMatch(/^15\./);
    expect(await shown('server_encoding')).toBe('UTF8');
    expect(await shown('data_checksums')).toBe('on');
    expect(await shown('synchronous_commit')).toBe('on');
    expect(await shown('fsync')).toBe('on');
    expect(await shown('listen_addresses')).toBe('127.0.0.1');
    expect(await server.query("SELECT lower('ÉTÉ') AS word")).toEqual([{ word: 'été' }]);
  });

  it('refuses a wrong password', async () => {
    const url = server.urlOf('postgres', { user: 'postgres', password: 'wrong' });
    await expect(new Client({ connectionString: url }).connect()).rejects.toThrow(/password authentication failed/);
  });

  it('keeps every confirmed row through kill -9 under open sessions', async () => {
    const session = new Client({ connectionString: server.url });
    const closed = new Promise((resolve) => session.on('error', resolve));
    await session.connect();
    for (let n = 1; n <= 50; n += 1) await session.query('INSERT INTO kept VALUES ($1)', [n]);
    await server.kill9();
    await closed;
    expect(server.pid).toBe(0);
    await server.restart();
    expect(await server.query('SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 50 }]);
  });

  it('copies a template database and drops a database that is in use', async () => {
    await server.createDatabase('model');
    await server.query('CREATE TABLE shoes AS SELECT 38 AS size', [], 'model');
    const url = await server.createDatabase('copy', { template: 'model' });
    const session = new Client({ connectionString: url });
    session.on('error', () => undefined);
    await session.connect();
    expect((await session.query('SELECT size FROM shoes')).rows).toEqual([{ size: 38 }]);
    await server.dropDatabase('copy');
    expect(await server.query("SELECT 1 FROM pg_database WHERE datname = 'copy'")).toEqual([]);
  });

  it('stands still while paused and goes on afterwards', async () => {
    server.pause();
    const answer = server.query('SELECT 1 AS one');
    const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 150, 'silence'))]);
    server.resume();
    expect(first).toBe('silence');
    expect(await answer).toEqual([{ one: 1 }]);
  });

  it('can be stopped while it starts, and leaves nothing', async () => {
    let stopping: Promise<void> | undefined;
    const other: LocalPostgres = new LocalPostgres({ onSpawn: () => void (stopping = other.stop()) }, await freePort());
    await expect(other.start()).rejects.toThrow();
    await stopping;
    expect(existsSync(other.dir)).toBe(false);
    expect(other.pid).toBe(0);
  });

  it('begins as the others of tests do, without what they wrote, and leaves nothing when it stops', async () => {
    const other = await startPostgres();
    try {
      expect(other.password).toBe(server.password);
      await expect(other.query('SELECT n FROM kept')).rejects.toThrow(/does not exist/);
      await other.query('CREATE TABLE kept AS SELECT 1 AS n');
      await other.restart();
      expect(await other.query('SELECT n FROM kept')).toEqual([{ n: 1 }]);
    } finally {
      await other.stop();
    }
    expect(existsSync(other.dir)).toBe(false);
  });

  it('says that a port is taken', async () => {
    await expect(startPostgres({ port: server.port })).rejects.toThrow(PortTaken);
  });
});

describe('a data folder left behind by a kill', () => {
  const root = mkdtempSync(join(tmpdir(), 'fluxasync-kept-'));
  const dir = join(root, 'postgres');
  const password = 'kept-secret';
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('serves its rows again although its lock file names a pid that now belongs to another program', async () => {
    const before = await startPostgres({ dir, password });
    await before.query('CREATE TABLE kept AS SELECT 1 AS n');
    await before.kill9();
    const lock = join(dir, 'data/postmaster.pid');
    const stranger = spawn('sleep', ['30']);
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(stranger.pid)));
    const after = await startPostgres({ dir, password });
    try {
      expect(await after.query('SELECT n FROM kept')).toEqual([{ n: 1 }]);
      expect(isAlive(stranger.pid ?? 0)).toBe(true);
    } finally {
      stranger.kill('SIGKILL');
      await after.stop();
    }
    expect(existsSync(dir)).toBe(true);
  });

  it('is taken over from a server that still runs on it', async () => {
    const orphan = await startPostgres({ dir, password });
    const after = await startPostgres({ dir, password });
    try {
      expect(orphan.pid).toBe(0);
      expect(await after.query('SELECT n FROM kept')).toEqual([{ n: 1 }]);
    } finally {
      await after.stop();
    }
  });

  it('is made anew when the first making was cut short', async () => {
    const other = join(root, 'cut');
    const first = await startPostgres({ dir: other });
    await first.stop('immediate');
    rmSync(join(other, 'data/PG_VERSION'));
    rmSync(join(other, 'data'), { recursive: true });
    writeFileSync(join(root, 'cut', 'data.new'), 'half');
    const second = await startPostgres({ dir: other });
    expect(await second.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
  });
});

describe('a machine whose new files are closed to others', () => {
  it('still lets the server into its folder', async () => {
    const before = process.umask(0o077);
    try {
      const server = await startPostgres();
      expect(await server.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await server.stop();
    } finally {
      process.umask(before);
    }
  });
});
