import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRestoredCopy } from '#database';
import { startWorld, type World } from '#testing';
import { operatorOf, ROOT } from './cli.fixture.js';
import { clientFolders, findPgTool } from './pg-tools.js';
import { withDatabase } from './settings.js';
import { openShop, shop, sql } from './shop.fixture.js';
import { withServiceDatabase } from './sql.js';

let world: World;
let run: ReturnType<typeof operatorOf>;
let folder: string;
beforeAll(async () => {
  world = await startWorld();
  run = operatorOf(world);
  folder = mkdtempSync(join(tmpdir(), 'fluxasync-export-'));
  expect(await run(['migrate'])).toMatchObject({ code: 0 });
  await openShop(world);
  // As if every service had started once: the original knows itself.
  expect((await run(['arm'])).out).toContain('no restored copy');
});
afterAll(async () => {
  await world?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A client program as an operator calls it at the machine's own shell. */
function shell(line: string, extra: NodeJS.ProcessEnv = {}) {
  const { port, password } = world.postgres;
  const done = spawnSync('sh', ['-c', line], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: clientFolders().join(':'), PGPORT: String(port), PGPASSWORD: password, OUT: folder, ...extra },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const tablesIn = (dump: string) => [...dump.matchAll(/^CREATE TABLE (\S+)/gm)].map(([, name]) => name);

describe('the export lines of the data model, unchanged', () => {
  const DUMP = 'pg_dump -h localhost -U postgres -d fluxasync_bd';

  it('dumps one table by its name alone', () => {
    expect(tablesIn(shell(`${DUMP} -t utilisateurs_fluxasync`).out)).toEqual(['accounts.utilisateurs_fluxasync']);
  });

  it('dumps several tables of different services by their names alone', () => {
    const { out } = shell(`${DUMP} -t utilisateurs_fluxasync -t produits -t commandes`);
    expect(tablesIn(out).sort()).toEqual(['accounts.utilisateurs_fluxasync', 'orders.commandes', 'orders.produits']);
  });

  it('leaves out the logs by their names alone', () => {
    const { out } = shell(`${DUMP} --exclude-table=journaux_systeme --exclude-table=utilisation_apis`);
    expect(tablesIn(out)).toContain('analytics.sessions_analytiques');
    expect(tablesIn(out)).not.toContain('analytics.journaux_systeme');
    expect(tablesIn(out)).not.toContain('analytics.utilisation_apis');
  });

  it('dumps structure, rows and INSERT statements', () => {
    expect(shell(`${DUMP} --schema-only`).out).not.toContain('kouadio@gmail.com');
    expect(shell(`${DUMP} --data-only`).out).toContain('kouadio@gmail.com');
    expect(shell(`${DUMP} --data-only --inserts`).out).toMatch(/INSERT INTO accounts\.utilisateurs_fluxasync VALUES/);
  });

  it.each([
    ['psql', `${DUMP} > $OUT/all.sql && psql -q -h localhost -U postgres -d copie -v ON_ERROR_STOP=1 -f $OUT/all.sql`],
    ['pg_restore', `${DUMP} -Fc -f $OUT/all.dump && pg_restore -h localhost -U postgres -d copie --exit-on-error $OUT/all.dump`],
    [
      'pg_restore without owners and grants',
      `${DUMP} -Fc --no-owner --no-privileges -f $OUT/bare.dump && pg_restore -h localhost -U postgres -d copie --no-owner --no-privileges --exit-on-error $OUT/bare.dump`,
    ],
  ])('restores into a new database with %s', async (_tool, line) => {
    const url = await world.postgres.createDatabase('copie');
    try {
      expect(shell(line)).toMatchObject({ code: 0, err: '' });
      // Search path and grants do not travel with every export; migrate brings them back.
      expect(await run(['migrate', '--database', 'copie'])).toMatchObject({ code: 0 });
      await expect(withServiceDatabase(url, 'orders', isRestoredCopy)).resolves.toBe(true);
      await expect(withServiceDatabase(world.adminUrl, 'orders', isRestoredCopy)).resolves.toBe(false);
    } finally {
      await world.postgres.dropDatabase('copie');
    }
  });
});

describe('the three reports in psql, unchanged, as fluxasync_rapports', () => {
  const PSQL = 'psql -h localhost -d fluxasync_bd -U fluxasync_rapports -X -A -t -v ON_ERROR_STOP=1';
  beforeAll(async () => {
    expect((await run(['migrate'], { FLUXASYNC_ROLE_PASSWORD_RAPPORTS: 'to-read' })).code).toBe(0);
  });

  it.each([
    [
      'orders',
      `-v seller=${shop.seller} -f docs/reports/1-orders.sql`,
      'Kouadio Jean|Aminata Traoré|CMD-20261122-000001|Nike Air Max 90|1|confirmee|livree\n',
    ],
    [
      'conversation',
      `-v prospect=${shop.prospect} -f docs/reports/2-conversation.sql`,
      'Aminata Traoré|Bonjour, je suis intéressée|entrant|f|2026-11-22 22:30:01+00\nAminata Traoré|Quelle pointure ?|sortant|t|2026-11-22 22:30:02+00\nAminata Traoré|Je fais du 38|entrant|f|2026-11-22 22:30:03+00\n',
    ],
    ['dashboard', '-f docs/reports/3-dashboard.sql', `${shop.seller}|Kouadio Jean|1|1|45000|1\n`],
  ])('%s', (_name, args, answer) => {
    expect(shell(`${PSQL} ${args}`, { PGPASSWORD: 'to-read' })).toEqual({ code: 0, err: '', out: answer });
  });

  it('and the role may not write', () => {
    const { err } = shell(`${PSQL} -c "update produits set prix_unitaire = 1"`, { PGPASSWORD: 'to-read' });
    expect(err).toContain('permission denied');
  });
});

describe('report', () => {
  it('prints the orders of a seller named by e-mail address', async () => {
    const { code, out } = await run(['report', 'orders', '--seller', 'Kouadio@gmail.com']);
    expect(out).toMatch(/vendeur +client +numero_commande/);
    expect(out).toMatch(/Kouadio Jean +Aminata Traoré +CMD-20261122-000001 +Nike Air Max 90 +1 +confirmee +livree/);
    expect(code).toBe(0);
  });

  it('prints a conversation and the dashboard', async () => {
    expect((await run(['report', 'conversation', '--prospect', shop.prospect])).out).toMatch(/Quelle pointure \? +sortant +oui/);
    expect((await run(['report', 'dashboard'])).out).toMatch(/Kouadio Jean +1 +1 +45000 +1\n/);
    expect((await run(['report', 'dashboard', '--seller', shop.seller])).out).toContain('(1 row)');
  });

  it('says whose report is missing, and when there is no such seller', async () => {
    expect((await run(['report', 'orders'])).err).toContain('Whose? Say --seller');
    expect((await run(['report', 'orders', '--seller', 'nobody@x.ci'])).err).toContain('There is no seller "nobody@x.ci"');
    expect((await run(['report', 'orders', '--seller', "' or true --"])).code).toBe(1);
  });
});

describe('export and restore', () => {
  it('writes a file that only its owner can read, and never over another', async () => {
    const file = join(folder, 'shop.sql');
    expect(await run(['export', file, '--without-logs'])).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(tablesIn(readFileSync(file, 'utf8'))).not.toContain('analytics.journaux_systeme');
    expect((await run(['export', file])).err).toContain('is there already');
  });

  it.each(['plain', 'custom'])(
    'restores a %s export into a new database that starts in safe mode until it is armed',
    async (format) => {
      const file = join(folder, `all.${format}`);
      expect(await run(['export', file, '--format', format])).toMatchObject({ code: 0 });
      const name = `fluxasync_${format}`;
      const restored = await run(['restore', file, '--into', name]);
      expect(restored).toMatchObject({ code: 0, err: '' });
      expect(restored.out).toContain(`arm --database ${name}`);
      const url = withDatabase(world.adminUrl, name);
      await expect(withServiceDatabase(url, 'notifications', isRestoredCopy)).resolves.toBe(true);
      expect((await run(['report', 'dashboard', '--database', name])).out).toMatch(/Kouadio Jean +1 +1 +45000/);
      expect((await run(['doctor', '--database', name])).code).toBe(0);

      expect((await run(['arm', '--database', name])).err).toContain('say --yes');
      const refusing = operatorOf(world, undefined, 'no');
      expect((await refusing(['arm', '--database', name])).err).toContain('Not armed');
      await expect(withServiceDatabase(url, 'notifications', isRestoredCopy)).resolves.toBe(true);
      const confirming = operatorOf(world, undefined, name);
      const armed = format === 'plain' ? confirming(['arm', '--database', name]) : run(['arm', '--database', name, '--yes']);
      expect((await armed).out).toContain('is armed (8 schemas)');
      await expect(withServiceDatabase(url, 'notifications', isRestoredCopy)).resolves.toBe(false);
    },
  );

  it('restores an export without logs: the copy works, keeps its figures, and refuses to compute them from a journal it does not have', async () => {
    const file = join(folder, 'light.sql');
    expect(await run(['export', file, '--without-logs'])).toMatchObject({ code: 0 });
    const restored = await run(['restore', file, '--into', 'fluxasync_light']);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toContain('! analytics.journaux_systeme was left out of the export');
    const onCopy = ['--database', 'fluxasync_light'];
    expect((await run(['doctor', ...onCopy])).out).not.toMatch(/^✗/m);
    const refused = await run(['rebuild', 'analytics', ...onCopy]);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('export without journaux_systeme') as string });
    expect((await run(['report', 'dashboard', ...onCopy])).out).toMatch(/Kouadio Jean +1 +1 +45000/);
    expect((await run(['migrate', ...onCopy])).out).not.toContain('left out');
  });

  it('takes a copy for a copy also when no service had ever started on the original', async () => {
    const original = withDatabase(world.adminUrl, 'fluxasync_fresh');
    const fresh = { DATABASE_URL: original };
    expect((await run(['migrate'], fresh)).code).toBe(0);
    expect((await run(['export', join(folder, 'fresh.dump'), '--format', 'custom'], fresh)).code).toBe(0);
    expect((await run(['restore', join(folder, 'fresh.dump'), '--into', 'fluxasync_fresh_copy'])).code).toBe(0);
    const copy = withDatabase(world.adminUrl, 'fluxasync_fresh_copy');
    await expect(withServiceDatabase(copy, 'notifications', isRestoredCopy)).resolves.toBe(true);
  });

  it('refuses a database that holds anything', async () => {
    const ran = await run(['restore', join(folder, 'all.custom'), '--into', 'fluxasync_bd']);
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('is not empty') as string });
  });

  it('leaves no half-filled database behind', async () => {
    const broken = join(folder, 'broken.sql');
    writeFileSync(broken, `-- PostgreSQL database dump\nCREATE TABLE public.half (n int);\nselect no_such_thing();\n`);
    const ran = await run(['restore', broken, '--into', 'fluxasync_half']);
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('no_such_thing') as string });
    const left = await sql<{ n: string }>(world, "select datname as n from pg_database where datname = 'fluxasync_half'");
    expect(left).toEqual([]);
  });

  it('restores an export of single tables', async () => {
    const file = join(folder, 'two.sql');
    expect((await run(['export', file, '--table', 'produits', '--table', 'prospects'])).code).toBe(0);
    const ran = await run(['restore', file, '--into', 'fluxasync_two']);
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('single tables') as string });
  });

  it('says what to do with a file that is none, or holds rows only', async () => {
    expect((await run(['restore', join(ROOT, 'package.json'), '--into', 'x'])).err).toContain('not an export made by pg_dump');
    expect((await run(['restore', join(folder, 'nothing'), '--into', 'x'])).err).toContain('cannot be read (ENOENT)');
    const rows = join(folder, 'rows.sql');
    await run(['export', rows, '--data-only']);
    expect((await run(['restore', rows, '--into', 'x'])).err).toContain('rows without tables');
  });

  it('removes what it began when pg_dump fails', async () => {
    const file = join(folder, 'none.sql');
    expect((await run(['export', file, '--table', 'no_such_table'])).err).toContain('no matching tables');
    expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false);
  });

  it('says how to install pg_dump when there is none, or only an older one', () => {
    expect(() => findPgTool('pg_dump', 15, [folder])).toThrow(
      /pg_dump 15 or newer was not found\. Install .* apt-get install postgresql-client-15/,
    );
    expect(() => findPgTool('pg_dump', 99)).toThrow(/pg_dump 99 or newer was not found \(.*pg_dump is version \d+/);
  });
});
