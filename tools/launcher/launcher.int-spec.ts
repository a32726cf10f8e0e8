import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../../libs/testing/src/ports.js';
import { isSameProcess, type ProcessIdentity } from '../../libs/testing/src/processes.js';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'fluxasync-launcher-'));
const dir = join(folder, 'data');
const stops = join(folder, 'stops');
const starts = join(folder, 'starts');
const started: ChildProcess[] = [];

/** A service that is ready once it listens, and notes when it is asked to stop. Told to by a file, it does not start. */
const SERVICE = `
import { appendFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
const [name, port, folder] = [process.env.NAME, Number(process.env.PORT), process.env.FOLDER];
if (existsSync(folder + '/broken-' + name)) { console.error('broken by request'); process.exit(3); }
appendFileSync(folder + '/starts', name + '\\n');
createServer((_, answer) => answer.end()).listen(port, '127.0.0.1');
process.on('SIGTERM', () => {
  appendFileSync(folder + '/stops', name + '\\n');
  if (!existsSync(folder + '/deaf-' + name)) process.exit(0);
});
`;

/** A launcher with three small services in place of the platform's. */
const LAUNCHER = `
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { readOptions, WrongOptions } from '${root}/dist/tools/launcher/options.js';
import { runUntilStopped } from '${root}/dist/tools/launcher/run.js';
const service = (run, name, kind, port) => ({
  name, kind, script: '${folder}/service.mjs', readyUrl: 'http://127.0.0.1:' + port + '/',
  env: { ...process.env, NAME: name, PORT: String(port), FOLDER: '${folder}' },
});
const platform = {
  withHealthPort: ['orders'],
  steps: () => [{ name: 'migrate', title: 'Schemas', script: '${folder}/step.mjs', args: [], env: { ...process.env, FOLDER: '${folder}' } }],
  services: (run) => [
    {
      ...service(run, 'sandbox', 'sandbox', run.ports.sandbox),
      // As slow as a busy machine: whoever does not wait is there before.
      onReady: async () => { await pause(300); appendFileSync('${folder}/starts', 'sandbox told\\n'); },
    },
    { ...service(run, 'orders', 'service', run.healthPorts.orders), after: 'sandbox' },
    service(run, 'gateway', 'gateway', run.ports.gateway),
  ],
  environment: (run) => ({ DATABASE_URL: run.adminUrl('orders'), NATS_URL: run.natsUrl, GATEWAY_PORT: String(run.ports.gateway) }),
  welcome: () => ['WELCOME'],
  playStory: async (run, progress) => progress.line('STORY'),
};
try {
  process.exit(await runUntilStopped('${root}', readOptions(process.argv.slice(2), process.env, '${folder}'), platform));
} catch (error) {
  if (!(error instanceof WrongOptions)) throw error;
  console.error(error.message);
  process.exit(1);
}
`;

interface Launched {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

/** Ports that nothing else on the machine takes by habit, told to the launcher as those of a previous run. */
async function rememberPorts(folderOfRun: string): Promise<void> {
  const file = join(folderOfRun, 'ports.json');
  if (existsSync(file)) return;
  mkdirSync(folderOfRun, { recursive: true });
  const [gateway, sandbox, postgres, nats] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  writeFileSync(file, JSON.stringify({ gateway, sandbox, postgres, nats }));
}

async function launch(args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Launched> {
  await rememberPorts(env['FLUXASYNC_DIR'] ?? dir);
  const child = spawn(process.execPath, [join(folder, 'launcher.mjs'), ...args], {
    env: { PATH: process.env['PATH'], FLUXASYNC_DIR: dir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, output: () => text, exit };
}

async function until(launched: Launched, text: string | RegExp, withinMs = 50_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(typeof text === 'string' ? launched.output().includes(text) : text.test(launched.output()))) {
    if (launched.child.exitCode !== null || Date.now() > deadline)
      throw new Error(`"${text}" did not appear in:\n${launched.output()}`);
    await pause(20);
  }
}

const noted = (): (ProcessIdentity & { name: string })[] =>
  JSON.parse(readFileSync(join(dir, 'processes.json'), 'utf8')) as (ProcessIdentity & { name: string })[];
const processOf = (name: string) => {
  const found = noted().find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`${name} is not noted`);
  return found;
};
const variable = (name: string) =>
  new RegExp(`^export ${name}='(.*)'$`, 'm').exec(readFileSync(join(dir, 'env'), 'utf8'))?.[1] ?? '';

async function query<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: variable('DATABASE_URL') });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the launcher', () => {
  beforeAll(() => {
    const built = spawnSync(process.execPath, [join(root, 'tools/build.mjs')], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    writeFileSync(join(folder, 'launcher.mjs'), LAUNCHER);
    writeFileSync(join(folder, 'service.mjs'), SERVICE);
    writeFileSync(
      join(folder, 'step.mjs'),
      "import { existsSync } from 'node:fs'; if (existsSync(process.env.FOLDER + '/slow')) setTimeout(() => {}, 60_000);",
    );
  });
  beforeEach(() => [stops, starts].forEach((file) => rmSync(file, { force: true })));
  afterEach(async () => {
    for (const child of started.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('starts all, each after what it waits for, plays the story, and on Ctrl-C stops the doors first and leaves no process behind', async () => {
    const first = await launch();
    await until(first, 'WELCOME');
    expect(first.output()).toContain('STORY');
    expect(first.output()).toMatch(/✓ PostgreSQL 15\.\d+ on 127\.0\.0\.1:\d+ +[\d ]+ ms/);
    const running = noted();
    expect(running.map(({ name }) => name).sort()).toEqual(['gateway', 'nats', 'orders', 'postgres', 'sandbox']);
    expect(running.every(isSameProcess)).toBe(true);
    const order = readFileSync(starts, 'utf8')
      .split('\n')
      .filter((line) => line !== 'gateway' && line !== '');
    expect(order).toEqual(['sandbox', 'sandbox told', 'orders']);
    await query('CREATE TABLE kept AS SELECT 38 AS size');

    const begun = Date.now();
    first.child.kill('SIGINT');
    expect(await first.exit).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(readFileSync(stops, 'utf8')).toBe('gateway\norders\nsandbox\n');
    expect(running.filter(isSameProcess)).toEqual([]);
    expect(existsSync(join(dir, 'env'))).toBe(false);
    expect(existsSync(join(dir, 'lock'))).toBe(false);
  });

  it('comes up again with its data, on the same ports, and does not play the story twice', async () => {
    const again = await launch();
    await until(again, 'WELCOME');
    expect(again.output()).not.toContain('STORY');
    expect(await query('SELECT size FROM kept')).toEqual([{ size: 38 }]);
    const port = variable('GATEWAY_PORT');
    again.child.kill('SIGTERM');
    expect(await again.exit).toBe(0);
    const third = await launch();
    await until(third, 'WELCOME');
    expect(variable('GATEWAY_PORT')).toBe(port);
  });

  it('brings a killed service and a killed server back', async () => {
    const launched = await launch();
    await until(launched, 'WELCOME');
    process.kill(processOf('orders').pid, 'SIGKILL');
    await until(launched, /! orders ended \(SIGKILL\)[^]*✓ orders is back/);
    process.kill(processOf('postgres').pid, 'SIGKILL');
    process.kill(processOf('nats').pid, 'SIGKILL');
    await until(launched, '✓ nats-server is back');
    await until(launched, '✓ PostgreSQL is back');
    expect(await query('SELECT size FROM kept')).toEqual([{ size: 38 }]);
  });

  it('comes up after kill -9 of itself, and ends what that run had left', async () => {
    const killed = await launch();
    await until(killed, 'WELCOME');
    const left = noted();
    // A service that does not hear the end of its launcher stands for a machine on which nobody tells it.
    writeFileSync(join(folder, 'deaf-orders'), '');
    killed.child.kill('SIGKILL');
    await killed.exit;
    const after = await launch();
    await until(after, 'WELCOME');
    rmSync(join(folder, 'deaf-orders'));
    expect(after.output()).toMatch(/Ended what a killed run had left: .*orders/);
    expect(left.filter(isSameProcess)).toEqual([]);
    expect(await query('SELECT size FROM kept')).toEqual([{ size: 38 }]);
  });

  it('turns a second launcher on the same folder away and keeps running', async () => {
    const launched = await launch();
    await until(launched, 'WELCOME');
    const second = await launch();
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`already runs on ${dir} (process ${launched.child.pid})`);
    expect(isSameProcess(processOf('orders'))).toBe(true);
    expect(existsSync(join(dir, 'env'))).toBe(true);
  });

  it('kills a service that does not stop in time, within the 10 s', async () => {
    const launched = await launch();
    await until(launched, 'WELCOME');
    writeFileSync(join(folder, 'deaf-orders'), '');
    const orders = processOf('orders');
    const begun = Date.now();
    launched.child.kill('SIGINT');
    expect(await launched.exit).toBe(0);
    rmSync(join(folder, 'deaf-orders'));
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(isSameProcess(orders)).toBe(false);
    expect(launched.output()).toContain('orders did not stop in time and was killed');
  });

  it.each([0, 150, 600, 1_200])('leaves nothing behind when stopped %i ms into a first start', async (afterMs) => {
    writeFileSync(join(folder, 'slow'), '');
    const own = join(folder, `early-${afterMs}`);
    const launched = await launch([], { FLUXASYNC_DIR: own });
    const seen: ProcessIdentity[] = [];
    const lock = Date.now() + 10_000;
    while (!existsSync(join(own, 'lock')) && Date.now() < lock) await pause(5);
    await pause(afterMs);
    if (existsSync(join(own, 'processes.json')))
      seen.push(...(JSON.parse(readFileSync(join(own, 'processes.json'), 'utf8')) as ProcessIdentity[]));
    const begun = Date.now();
    launched.child.kill('SIGINT');
    expect(await launched.exit).toBe(0);
    rmSync(join(folder, 'slow'));
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(seen.filter(isSameProcess)).toEqual([]);
    expect(processesUnder(own)).toEqual([]);
  });

  it('shows why a service does not start, and leaves nothing running', async () => {
    writeFileSync(join(folder, 'broken-orders'), '');
    const launched = await launch();
    expect(await launched.exit).toBe(1);
    rmSync(join(folder, 'broken-orders'));
    expect(launched.output()).toMatch(/orders ended 3 times while it started[^]*broken by request/);
    expect(noted()).toEqual([]);
    expect(processesUnder(dir)).toEqual([]);
  });

  it('says which port given by hand is taken, and leaves nothing running', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    try {
      for (const flag of ['--gateway-port', '--pg-port', '--nats-port']) {
        const launched = await launch([flag, String(port)]);
        expect(await launched.exit).toBe(1);
        expect(launched.output().trim().split('\n')).toEqual([
          `${flag} asks for port ${port}, which is already in use on 127.0.0.1. Choose another, or leave it out and the next free port is taken.`,
        ]);
        expect(processesUnder(dir)).toEqual([]);
      }
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });

  it('uses servers given by address instead of its own', async () => {
    const host = await launch();
    await until(host, 'WELCOME');
    const env = { DATABASE_URL: variable('DATABASE_URL'), NATS_URL: variable('NATS_URL'), FLUXASYNC_DIR: join(folder, 'guest') };
    const guest = await launch([], env);
    await until(guest, 'WELCOME');
    expect(guest.output()).toMatch(/PostgreSQL 15\.\d+ by DATABASE_URL/);
    const names = (JSON.parse(readFileSync(join(folder, 'guest/processes.json'), 'utf8')) as { name: string }[])
      .map(({ name }) => name)
      .sort();
    expect(names).toEqual(['gateway', 'orders', 'sandbox']);
  });

  it('says that a server given by address does not answer', async () => {
    const port = await freePort();
    const launched = await launch([], {
      DATABASE_URL: `postgres://user:hunter2@127.0.0.1:${port}/all`,
      FLUXASYNC_DIR: join(folder, 'nobody'),
    });
    expect(await launched.exit).toBe(1);
    expect(launched.output()).toContain(`DATABASE_URL (postgres://user@127.0.0.1:${port}/all) does not answer`);
    expect(launched.output()).not.toContain('hunter2');
  });

  it('forgets all data when told to reset', async () => {
    const ports = ['gateway', 'sandbox', 'pg', 'nats'].map(async (door) => [`--${door}-port`, String(await freePort())]);
    const launched = await launch(['--reset', '--no-story', ...(await Promise.all(ports)).flat()]);
    await until(launched, 'WELCOME');
    expect(launched.output()).not.toContain('STORY');
    await expect(query('SELECT size FROM kept')).rejects.toThrow(/does not exist/);
  });
});

/** Processes whose command line names this folder: its servers and whatever they started. */
function processesUnder(path: string): string[] {
  const { stdout } = spawnSync('sh', ['-c', 'for f in /proc/[0-9]*/cmdline; do tr "\\0" " " < $f; echo; done 2>/dev/null'], {
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line.includes(`${path}/`));
}
