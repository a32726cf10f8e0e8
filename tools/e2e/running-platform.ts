import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '#testing';

const ROOT = join(import.meta.dirname, '../..');
const START_MS = 120_000;

/** The platform as `npm start` runs it, on a folder and ports of the test's own. */
export class RunningPlatform {
  output = '';
  private child?: ChildProcess;
  private ended: Promise<number | string> = Promise.resolve('not started');
  private readonly ports: Record<string, string> = {};

  private constructor(readonly dir: string) {}

  static async create(): Promise<RunningPlatform> {
    const platform = new RunningPlatform(mkdtempSync(join(tmpdir(), 'fluxasync-e2e-')));
    for (const door of ['GATEWAY', 'SANDBOX', 'PG', 'NATS']) platform.ports[`FLUXASYNC_${door}_PORT`] = String(await freePort());
    return platform;
  }

  /** Starts the launcher and waits for its welcome. @throws with its output when it ends or takes too long */
  async start(...args: string[]): Promise<void> {
    this.output = '';
    const child = spawn(process.execPath, [join(ROOT, 'dist/tools/launcher/main.js'), ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...this.ports, FLUXASYNC_DIR: this.dir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown')));
    let over: number | string | undefined;
    void this.ended.then((how) => (over = how));
    for (const end = Date.now() + START_MS; !this.output.includes('Ctrl-C stops everything');) {
      if (over !== undefined || Date.now() > end)
        throw new Error(`the platform did not come up (${over ?? 'too late'}):\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ctrl-C. @returns exit code, and how long it took in ms */
  async interrupt(): Promise<{ code: number | string; ms: number }> {
    const started = Date.now();
    this.child?.kill('SIGINT');
    const code = await this.ended;
    return { code, ms: Date.now() - started };
  }

  /** The launcher dies without a word. */
  async kill9(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.ended;
  }

  /** What `.fluxasync/env` says. */
  get env(): Record<string, string> {
    const lines = readFileSync(join(this.dir, 'env'), 'utf8').split('\n');
    const pairs = lines.map((line) => /^(?:export )?([A-Z_]+)='?(.*?)'?$/.exec(line)).filter((match) => match !== null);
    return Object.fromEntries(pairs.map(([, name, value]) => [name!, value!.replaceAll("'\\''", "'")]));
  }

  /** Processes that the launcher has noted: name to pid. */
  get pids(): Record<string, number> {
    const noted = JSON.parse(readFileSync(join(this.dir, 'processes.json'), 'utf8')) as unknown;
    const list = (Array.isArray(noted) ? noted : Object.values(noted as object).find(Array.isArray)) as {
      name: string;
      pid: number;
    }[];
    return Object.fromEntries(list.map(({ name, pid }) => [name, pid]));
  }

  /** Rows as the administrator sees them. */
  async sql<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.sqlAs(this.env.DATABASE_URL!, sql, values);
  }

  async sqlAs<T extends object>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<T>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Runs an operator's command. */
  async cli(...args: string[]): Promise<{ code: number; output: string }> {
    const child = spawn(process.execPath, [join(ROOT, 'dist/tools/cli/main.js'), ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, FLUXASYNC_DIR: this.dir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise<number>((resolve) => child.once('exit', (c) => resolve(c ?? 1)));
    return { code, output };
  }

  async dispose(): Promise<void> {
    if (this.child && this.child.exitCode === null) await this.interrupt();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
