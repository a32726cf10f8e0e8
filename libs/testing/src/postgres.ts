import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { freePort, isPortFree, PortTaken, releasePort } from './ports.js';
import { findPostgresBinaries, PostgresUnavailable, serverUser } from './postgres-binaries.js';
import { clearLeftovers, ensureDataFolder, ensureRoot, isReady, temporaryFolder } from './postgres-data.js';
import { descendantsOf, endProcess, identityOf, signal, waitForEnd, type ProcessIdentity } from './processes.js';
import { standStill } from './processes-pause.js';
import { spawnTied, tailOf, type Spawned } from './processes-spawn.js';

export { PostgresUnavailable } from './postgres-binaries.js';

export interface PostgresOptions {
  /** Folder of the server, its data in `data/` below; a temporary one that goes at stop() unless said. */
  readonly dir?: string;
  /** Exactly this port, or PortTaken; any free one unless said. */
  readonly port?: number;
  /** Password of the superuser. A kept folder needs the one it was made with; random unless said. */
  readonly password?: string;
  /** Server settings by name (`max_connections`), over those chosen here. */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** Keep the folder at stop(); true unless the folder is temporary. */
  readonly persistent?: boolean;
  readonly logFile?: string;
  /** Called with each process of the server as soon as it is there, also at a restart. */
  readonly onSpawn?: (identity: ProcessIdentity) => void;
}

/** How the server stops: wait for clients (smart), end their transactions (fast), or not even write out (immediate). */
export type StopMode = 'smart' | 'fast' | 'immediate';

const STOP_SIGNAL: Record<StopMode, NodeJS.Signals> = { smart: 'SIGTERM', fast: 'SIGINT', immediate: 'SIGQUIT' };
const START_TIMEOUT_MS = 30_000;

/** Nothing that PostgreSQL has confirmed is lost by a kill -9: fsync and synchronous_commit stay on, also in tests. */
const SETTINGS: Readonly<Record<string, string | number>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: 300,
  password_encryption: 'scram-sha-256',
  wal_compression: 'on',
  // In the data folder, so that a killed server leaves nothing in /dev/shm, which is small in a container.
  dynamic_shared_memory_type: 'mmap',
};

/**
 * A PostgreSQL 15 of our own on 127.0.0.1. Comes up on a folder that a kill -9 left behind.
 * Throws PortTaken, or PostgresUnavailable with what to do.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<LocalPostgres> {
  if (options.port !== undefined && !(await isPortFree(options.port))) throw new PortTaken(options.port);
  const server = new LocalPostgres(options, options.port ?? (await freePort()));
  await server.start();
  return server;
}

export class LocalPostgres {
  readonly host = '127.0.0.1';
  readonly superuser = 'postgres';
  readonly dir: string;
  readonly logFile: string;
  private readonly persistent: boolean;
  private secret: string;
  private process: Spawned | undefined;
  private starting: { readonly done: Promise<void>; readonly abort: AbortController } | undefined;

  constructor(
    private readonly options: PostgresOptions,
    readonly port: number,
  ) {
    this.dir = options.dir === undefined ? temporaryFolder() : resolve(options.dir);
    this.persistent = options.persistent ?? options.dir !== undefined;
    this.secret = options.password ?? randomBytes(12).toString('hex');
    this.logFile = options.logFile ?? join(this.dir, 'postgres.log');
  }

  /** Of the superuser; known once it was started, unless it was given. */
  get password(): string {
    return this.secret;
  }

  /** Address of the superuser on the database `postgres`. */
  get url(): string {
    return this.urlOf('postgres');
  }

  /** Pid of the postmaster; 0 while stopped. */
  get pid(): number {
    return this.process === undefined || this.process.hasEnded() ? 0 : this.process.pid;
  }

  /** Resolves when the running server ends, by whatever cause, with its exit code or signal. */
  get ended(): Promise<number | string> {
    return this.process?.ended ?? Promise.resolve('stopped');
  }

  urlOf(database: string, role: { user: string; password: string } = { user: this.superuser, password: this.password }): string {
    return `postgres://${encodeURIComponent(role.user)}:${encodeURIComponent(role.password)}@${this.host}:${this.port}/${encodeURIComponent(database)}`;
  }

  /** Starts the stopped server, on the same folder and port. A stop() meanwhile ends the start with an error. */
  async start(): Promise<void> {
    if (this.pid !== 0) return;
    const abort = new AbortController();
    const done = this.startProcess(abort.signal);
    this.starting = { done, abort };
    try {
      await done;
    } finally {
      this.starting = undefined;
    }
  }

  /**
   * Stops in order and removes a temporary folder. Does nothing when already stopped.
   * @param mode 'fast' unless said; 'immediate' for a temporary folder: nobody reads it again, and writing it out takes seconds
   */
  async stop(mode: StopMode = this.persistent ? 'fast' : 'immediate', graceMs = 10_000): Promise<void> {
    this.starting?.abort.abort();
    await this.starting?.done.catch(() => undefined);
    if (this.process !== undefined) await endProcess(this.process.identity, { ask: STOP_SIGNAL[mode], graceMs });
    this.process = undefined;
    releasePort(this.port);
    if (!this.persistent) await removeFolder(this.dir);
  }

  /** The machine's power goes: the postmaster and all its sessions at once, nothing written out. restart() brings it back. */
  async kill9(): Promise<void> {
    if (this.process === undefined) return;
    const all = [this.process.pid, ...descendantsOf(this.process.pid)].flatMap((pid) => identityOf(pid) ?? []);
    for (const { pid } of all) signal(pid, 'SIGKILL');
    for (const each of all) await waitForEnd(each, 5_000);
    // Until it is collected its pid exists, and a new server would take the data folder for one in use.
    await this.process.ended;
    this.process = undefined;
  }

  /** Stops (if it runs) and starts again on the same folder and port. */
  async restart(mode: StopMode = 'fast'): Promise<void> {
    if (this.process !== undefined) {
      await endProcess(this.process.identity, { ask: STOP_SIGNAL[mode], graceMs: 10_000 });
      await this.process.ended;
    }
    this.process = undefined;
    await this.start();
  }

  /** Every process of the server stands still when this returns, connections stay open; resume() lets it go on. */
  pause(): void {
    if (this.pid === 0) return;
    // The postmaster first: nobody joins its sessions once it stands.
    standStill(this.pid);
    standStill(...descendantsOf(this.pid));
  }

  resume(): void {
    if (this.pid === 0) return;
    for (const pid of [...descendantsOf(this.pid), this.pid]) signal(pid, 'SIGCONT');
  }

  /** Creates a database, as a copy of `template` when given (nobody may be connected to it meanwhile), and returns its address. */
  async createDatabase(name: string, options: { template?: string } = {}): Promise<string> {
    const template = options.template === undefined ? '' : ` TEMPLATE ${escapeIdentifier(options.template)}`;
    await this.query(`CREATE DATABASE ${escapeIdentifier(name)}${template}`);
    return this.urlOf(name);
  }

  /** Drops a database with whoever is connected to it. */
  async dropDatabase(name: string): Promise<void> {
    await this.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  }

  /** One statement as superuser, in the database `postgres` unless said. */
  async query<Row extends object>(sql: string, values: unknown[] = [], database = 'postgres'): Promise<Row[]> {
    const client = new Client({ connectionString: this.urlOf(database), connectionTimeoutMillis: 5_000 });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  private async startProcess(aborted: AbortSignal): Promise<void> {
    const { postgres } = findPostgresBinaries();
    ensureRoot(this.dir);
    const user = serverUser([postgres, this.dir]);
    const temporary = !this.persistent && this.options.password === undefined;
    const { data, password } = await ensureDataFolder(this.dir, this.secret, user, { temporary, signal: aborted });
    this.secret = password;
    await clearLeftovers(data);
    const args = ['-D', data, '-p', String(this.port)];
    for (const [name, value] of Object.entries({ ...SETTINGS, ...this.options.settings })) args.push('-c', `${name}=${value}`);
    const spawning = { logFile: this.logFile, user, passFolders: user?.needsPass, whenParentDies: 'SIGINT', cwd: '/' } as const;
    const deadline = Date.now() + START_TIMEOUT_MS;
    for (;;) {
      aborted.throwIfAborted();
      this.process = await spawnTied(postgres, args, spawning);
      this.options.onSpawn?.(this.process.identity);
      const failure = await this.untilReady(this.process, data, deadline, aborted);
      if (failure === undefined) return;
      // The sessions of a killed server take a moment to notice; until then their shared memory is in use.
      if (!failure.includes('shared memory block') || Date.now() > deadline) {
        throw new PostgresUnavailable(`PostgreSQL did not start on port ${this.port}:\n${failure}`);
      }
      await pause(100);
    }
  }

  /** Undefined when the server takes connections, else why it does not. */
  private async untilReady(server: Spawned, data: string, deadline: number, aborted: AbortSignal): Promise<string | undefined> {
    while (!isReady(data, server.pid)) {
      if (server.hasEnded()) return tailOf(this.logFile);
      if (aborted.aborted || Date.now() > deadline) {
        await this.kill9();
        return aborted.aborted
          ? 'stopped while it started'
          : `not ready after ${START_TIMEOUT_MS / 1000} s\n${tailOf(this.logFile)}`;
      }
      await pause(10);
    }
    return undefined;
  }
}

/** Removes a folder; a process that was just killed may still leave a last file in it, so it is looked at again. */
async function removeFolder(folder: string): Promise<void> {
  for (let tries = 0; existsSync(folder) && tries < 20; tries += 1) {
    if (tries > 0) await pause(50);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
