import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { natsConfig } from './nats-config.js';
import { findNatsServer, type NatsServerProgram } from './nats-version.js';
import { freePort, isPortFree, PortTaken, releasePort } from './ports.js';
import { endProcess, isAlive, signal, waitForEnd, type ProcessIdentity } from './processes.js';
import { standStill } from './processes-pause.js';
import { spawnTied, tailOf, type Spawned } from './processes-spawn.js';

/** nats-server was found but did not start; the message carries the end of its log. */
export class NatsServerFailed extends Error {
  override readonly name = 'NatsServerFailed';
}

export interface NatsOptions {
  /** Folder of the server, its messages in `store/` below; a temporary one that goes at stop() unless said. */
  readonly dir?: string;
  /** Exactly this port, or PortTaken; any free one unless said. */
  readonly port?: number;
  /** Serve the monitoring pages (`/varz`, `/jsz`) on a free port of 127.0.0.1. */
  readonly monitor?: boolean;
  /** Further lines of server configuration, for example `authorization { users: [...] }`. */
  readonly config?: string;
  /** Put into the address, when `config` asks for it. The client library wants them apart again (`user`, `pass`). */
  readonly credentials?: { readonly user: string; readonly password: string };
  /** Keep the folder at stop(); true unless the folder is temporary. */
  readonly persistent?: boolean;
  readonly logFile?: string;
  /** Called with each process of the server as soon as it is there, also at a restart. */
  readonly onSpawn?: (identity: ProcessIdentity) => void;
}

const TEMP_PREFIX = 'fluxasync-nats-';
const START_TIMEOUT_MS = 20_000;

/** A nats-server of our own with JetStream, on 127.0.0.1. Throws NatsServerMissing, NatsServerTooOld, PortTaken or NatsServerFailed. */
export async function startNats(options: NatsOptions = {}): Promise<LocalNats> {
  const program = findNatsServer();
  if (options.port !== undefined && !(await isPortFree(options.port))) throw new PortTaken(options.port);
  const port = options.port ?? (await freePort());
  const server = new LocalNats(options, program, port, options.monitor === true ? await freePort() : undefined);
  await server.start();
  return server;
}

export class LocalNats {
  readonly dir: string;
  readonly logFile: string;
  private readonly persistent: boolean;
  private process: Spawned | undefined;

  constructor(
    private readonly options: NatsOptions,
    private readonly program: NatsServerProgram,
    readonly port: number,
    readonly monitorPort?: number,
  ) {
    this.dir = options.dir === undefined ? temporaryFolder() : resolve(options.dir);
    this.persistent = options.persistent ?? options.dir !== undefined;
    this.logFile = options.logFile ?? join(this.dir, 'nats.log');
  }

  get version(): string {
    return this.program.version;
  }

  get url(): string {
    const login = this.options.credentials;
    const prefix = login === undefined ? '' : `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@`;
    return `nats://${prefix}127.0.0.1:${this.port}`;
  }

  /** 0 while stopped. */
  get pid(): number {
    return this.process === undefined || this.process.hasEnded() ? 0 : this.process.pid;
  }

  /** Resolves when the running server ends, by whatever cause, with its exit code or signal. */
  get ended(): Promise<number | string> {
    return this.process?.ended ?? Promise.resolve('stopped');
  }

  async start(): Promise<void> {
    if (this.pid !== 0) return;
    mkdirSync(this.dir, { recursive: true, mode: 0o700 });
    const config = join(this.dir, 'nats-server.conf');
    const { version } = this.program;
    const text = natsConfig({
      version,
      port: this.port,
      monitorPort: this.monitorPort,
      storeDir: join(this.dir, 'store'),
      name: `fluxasync-${this.port}`,
      include: this.options.config,
    });
    writeFileSync(config, text, { mode: 0o600 });
    this.process = await spawnTied(this.program.path, ['-c', config], { logFile: this.logFile });
    this.options.onSpawn?.(this.process.identity);
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await this.greets())) {
      if (this.process.hasEnded() || Date.now() > deadline) {
        await this.kill9();
        throw new NatsServerFailed(`nats-server ${version} did not start on port ${this.port}:\n${tailOf(this.logFile)}`);
      }
      await pause(15);
    }
  }

  /** Stops in order and removes a temporary folder. Does nothing when already stopped. */
  async stop(graceMs = 5_000): Promise<void> {
    await this.end(graceMs);
    releasePort(this.port);
    if (this.monitorPort !== undefined) releasePort(this.monitorPort);
    if (!this.persistent) rmSync(this.dir, { recursive: true, force: true });
  }

  /** The server's process goes at once; restart() brings it back with what it had stored. */
  async kill9(): Promise<void> {
    if (this.process === undefined) return;
    signal(this.process.pid, 'SIGKILL');
    await waitForEnd(this.process.identity, 5_000);
    this.process = undefined;
  }

  /** Stops (if it runs) and starts again on the same folder and port. */
  async restart(): Promise<void> {
    await this.end(5_000);
    await this.start();
  }

  /** The server stands still when this returns, its connections stay open; resume() lets it go on. */
  pause(): void {
    if (this.pid !== 0) standStill(this.pid);
  }

  resume(): void {
    if (this.pid !== 0) signal(this.pid, 'SIGCONT');
  }

  /** The disk is lost: the server is killed, every stream, message and consumer removed, and it runs again, empty, on the same port. */
  async wipeStore(): Promise<void> {
    await this.kill9();
    rmSync(join(this.dir, 'store'), { recursive: true, force: true });
    await this.start();
  }

  private async end(graceMs: number): Promise<void> {
    if (this.process !== undefined) await endProcess(this.process.identity, { graceMs });
    this.process = undefined;
  }

  /** A server tells its name and its abilities to whoever connects; ours with JetStream on is the sign that it is ready. */
  private greets(): Promise<boolean> {
    return new Promise((settle) => {
      const socket = connect({ host: '127.0.0.1', port: this.port });
      let heard = '';
      const done = (answer: boolean) => {
        socket.destroy();
        settle(answer);
      };
      socket.setTimeout(1_000, () => done(false));
      socket.once('error', () => done(false));
      socket.once('close', () => done(false));
      socket.on('data', (chunk) => {
        heard += chunk.toString('utf8');
        if (heard.includes('\r\n'))
          done(heard.includes(`"server_name":"fluxasync-${this.port}"`) && heard.includes('"jetstream":true'));
      });
    });
  }
}

/** Named after this process, so that the next run can clear it away if we are killed. */
function temporaryFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(TEMP_PREFIX) ? Number(name.slice(TEMP_PREFIX.length).split('-')[0]) : NaN;
    if (Number.isInteger(owner) && !isAlive(owner)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return join(tmpdir(), `${TEMP_PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`);
}
