import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { managerOf } from '#bus';
import { DATABASE_NAME, requestRole } from '#database';
import { startWorld, type World } from '#testing';
import { operatorOf } from './cli.fixture.js';
import { withDatabase } from './settings.js';

let world: World;
let run: ReturnType<typeof operatorOf>;
beforeAll(async () => {
  world = await startWorld();
  run = operatorOf(world);
});
afterAll(() => world?.stop());

const login = async (role: string, password: string, database = DATABASE_NAME) => {
  const url = new URL(withDatabase(world.adminUrl, database));
  url.username = role;
  url.password = password;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const { rows } = await client.query<{ me: string }>('select current_user as me');
  await client.end();
  return rows[0]!.me;
};

describe('migrate', () => {
  it('makes a database that is missing, with every schema and role, and finds nothing to do the second time', async () => {
    const env = {
      DATABASE_URL: withDatabase(world.adminUrl, 'fluxasync_neuf'),
      FLUXASYNC_ROLE_SECRET: 'a-secret-of-some-length',
    };
    const first = await run(['migrate'], env);
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('fluxasync_neuf created');
    expect(first.out).toMatch(/fluxasync_orders +OrdersTables1764000000000(, \w+\d{13})*, password set/);
    const second = await run(['migrate'], { ...env, FLUXASYNC_ROLE_SECRET: '' });
    expect(second.out).toMatch(/fluxasync_orders +up to date, password kept/);
  });

  it('derives each role’s password as the help page says', async () => {
    // printf fluxasync_orders | openssl dgst -sha256 -hmac a-secret-of-some-length -binary | base64 | tr '+/' '-_' | cut -c1-32
    await expect(login(requestRole('orders'), '1BOAJIj5HZC7Bbl_q-BJ86hev6D0J_Wy', 'fluxasync_neuf')).resolves.toBe(
      'fluxasync_orders',
    );
    await expect(login(requestRole('orders'), 'something else', 'fluxasync_neuf')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('takes a password of its own for a role, and one for the reports', async () => {
    const env = { FLUXASYNC_ROLE_PASSWORD_EMAILS: "it's-mine", FLUXASYNC_ROLE_PASSWORD_RAPPORTS: 'to-read' };
    expect((await run(['migrate'], env)).code).toBe(0);
    await expect(login('fluxasync_emails', "it's-mine")).resolves.toBe('fluxasync_emails');
    await expect(login('fluxasync_rapports', 'to-read')).resolves.toBe('fluxasync_rapports');
  });

  it('says which server does not answer, without the password', async () => {
    const ran = await run(['migrate'], { DATABASE_URL: 'postgres://postgres:verysecret@127.0.0.1:1/fluxasync_bd' });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('PostgreSQL at 127.0.0.1:1/fluxasync_bd does not take the connection');
    expect(ran.err + ran.out).not.toContain('verysecret');
  });

  it('refuses a schema that a newer version made', async () => {
    await world.postgres.query(
      "insert into orders.migrations (timestamp, name) values (1, 'FromTheFuture')",
      [],
      'fluxasync_neuf',
    );
    const ran = await run(['migrate', '--database', 'fluxasync_neuf']);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('The schema of orders is newer than this version of FluxAsync: it has FromTheFuture');
  });
});

describe('infra', () => {
  it('makes every stream and the consumers of the manifests', async () => {
    expect(await run(['infra'])).toMatchObject({ code: 0, err: '' });
    const manager = await managerOf(world.connection);
    const { config } = await manager.consumers.info('ORDERS', 'deliveries__order_confirmed');
    expect(config).toMatchObject({ filter_subject: 'order.confirmed', max_deliver: -1 });
    expect((await manager.consumers.info('ORDERS', 'analytics__every')).config.filter_subject).toBeUndefined();
  });
});

describe('the command line', () => {
  it('explains every command', async () => {
    const overview = await run(['--help']);
    const names = [...overview.out.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, name]) => name!);
    expect(names).toEqual([
      'migrate',
      'infra',
      'export',
      'restore',
      'arm',
      'dead-letters',
      'audit',
      'doctor',
      'rebuild',
      'report',
    ]);
    for (const name of names) {
      const page = await run([name, '--help']);
      expect(page).toMatchObject({ code: 0, out: expect.stringContaining(`npm run fluxasync -- ${name}`) as string });
    }
  });

  it('answers a wrong call with one message and exit code 2', async () => {
    expect(await run(['mend'])).toMatchObject({ code: 2, err: expect.stringContaining('no command "mend"') as string });
    expect(await run(['doctor', '--deep'])).toMatchObject({ code: 2, err: expect.stringContaining("'--deep'") as string });
    expect(await run(['doctor', '--hours', 'many'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('from 1 to 168') as string,
    });
  });

  it('reads what npm start has written when the environment names no database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fluxasync-cli-'));
    try {
      const nowhere = { DATABASE_URL: '', NATS_URL: '', FLUXASYNC_DIR: folder };
      expect((await run(['doctor'], nowhere)).err).toContain('DATABASE_URL is not set, and no platform runs on this machine');
      writeFileSync(join(folder, 'env'), `export DATABASE_URL='${world.adminUrl}'\nexport NATS_URL='${world.nats.url}'\n`);
      expect((await run(['doctor'], nowhere)).code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
