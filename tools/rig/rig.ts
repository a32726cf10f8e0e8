import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { FluxAsync } from '#api-client';
import { SERVICES, type ServiceName } from '#contracts';
import { DATABASE_NAME } from '#database';
import { freePort, type LocalNats, LocalPostgres, startNats, startPostgres } from '#testing';
import { manifests } from '../generate/manifests.js';
import { NATS_OPERATOR, natsAuthorization } from '../generate/nats-authorization.js';
import { DataDir } from '../launcher/data-dir.js';
import { call } from '../launcher/http.js';
import { readOptions } from '../launcher/options.js';
import type { RunContext } from '../launcher/run-context.js';
import { operatorEnv, sandboxEnv, serviceEnv } from '../launcher/service-env.js';
import { runStep } from '../launcher/step-process.js';
import { registerPlatformNumber } from '../launcher/story.js';
import { Edge } from './edge.js';
import { Lines } from './lines.js';
import { Member } from './member.js';
import { CLOCK_VARIABLE, NTH_PASS, type Patch, patched, WITNESS } from './patches.js';
import { Proxy } from './proxy.js';
import { summonWitness } from './witness.js';

/*
 * tools/rig: the platform as it runs in earnest, to be hurt. Real processes from dist/, as many replicas of each service as asked for, a PostgreSQL and a nats-server
 * of its own, the sandbox with its ledger, everything on free ports of the loopback in one temporary folder, and gone at the end whatever happened.
 * Here belong the parts that every fault test and benchmark on real processes needs: starting, killing, pausing and stopping by pid (member), a line that can be bad
 * (proxy), the side of Meta that repeats what was not acknowledged (edge), seeded chance (seeded), sellers and customers to play with (shops, storm), and questions to
 * ask afterwards (checks). What strikes, when, and what must hold then belongs to who uses them: tools/faults, tools/bench, tools/e2e.
 */

export interface RigOptions {
  /** Folder of the project whose dist/ is run; built by the caller. */
  readonly root: string;
  /** How many of each service; none of those that are not named. */
  readonly replicas: Partial<Record<ServiceName, number>>;
  /** Variables over the launcher's, by service. */
  readonly env?: Partial<Record<ServiceName | 'sandbox', Readonly<Record<string, string>>>>;
  /** Settings of PostgreSQL by name. */
  readonly postgres?: Readonly<Record<string, string | number>>;
  /** Changes to the services' files as they are read, besides the witness. */
  readonly patches?: readonly Patch[];
  /** Folder for the broker's store (a small disk); in the rig's own unless said. */
  readonly natsDir?: string;
  readonly logLevel?: string;
  /** As it would run in earnest, to be measured: services talk to the servers directly, nothing is patched and nothing watches. */
  readonly bare?: boolean;
  /** Arguments of node itself for a service (a profiler). */
  readonly nodeArgs?: (service: ServiceName) => readonly string[];
}

const GATEWAY: Readonly<Record<string, string>> = { GATEWAY_RATE_LIMIT: '1000000', GATEWAY_ADDRESS_RATE_LIMIT: '1000000' };

export class Rig {
  /** What every rig of this process, also one that is still starting, has to end. */
  private static readonly all = new Set<(() => Promise<unknown>)[]>();
  readonly members: Member[] = [];
  /** Lines to the servers, through which every service goes: each has one of its own. */
  readonly lines: { postgres: Lines; nats: Lines };
  readonly edge: Edge;
  readonly sandbox: Member;
  private readonly stops: (() => Promise<unknown>)[];
  private reading: { readonly nodeArgs: readonly string[]; readonly env: Readonly<Record<string, string>> };
  private patches: readonly Patch[];

  private constructor(
    readonly options: RigOptions,
    readonly dir: DataDir,
    readonly postgres: LocalPostgres,
    readonly nats: LocalNats,
    private readonly context: RunContext,
    /** Before the gateways: what third parties and frontends call. */
    private readonly door: Proxy,
    private readonly gatewayPorts: Map<number, number>,
    lines: { postgres: Lines; nats: Lines },
    stops: (() => Promise<unknown>)[],
  ) {
    this.lines = lines;
    this.stops = stops;
    this.patches = [WITNESS, NTH_PASS, ...(options.patches ?? [])];
    this.reading = options.bare ? { nodeArgs: [], env: {} } : patched(options.root, join(dir.root, 'patches.json'), this.patches);
    this.edge = new Edge(() => this.gateways, dir.secrets().whatsappAppSecret);
    this.sandbox = new Member({
      name: 'sandbox',
      script: join(options.root, 'dist/apps/sandbox/src/main.js'),
      env: { ...sandboxEnv(context), SANDBOX_STATUS_DELAY_MS: '20', SANDBOX_RETRY_MAX_MS: '1000', ...options.env?.sandbox },
      readyUrl: `${this.sandboxUrl}/health/ready`,
      logFile: join(dir.logs, 'sandbox.log'),
    });
    stops.push(() => this.sandbox.bury(3_000));
    stops.push(() => Promise.all(this.members.map((member) => member.bury(3_000))));
    stops.push(() => this.edge.close());
  }

  /** Starts everything and waits until it is ready. What fails leaves nothing running. */
  static async start(options: RigOptions): Promise<Rig> {
    const stops: (() => Promise<unknown>)[] = [];
    Rig.all.add(stops);
    const root = mkdtempSync(join(tmpdir(), 'fluxasync-rig-'));
    stops.push(() => Promise.resolve(rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })));
    try {
      const rig = await Rig.build(options, root, stops);
      await rig.startAll();
      return rig;
    } catch (error) {
      await stopAll(stops).finally(() => Rig.all.delete(stops));
      throw error;
    }
  }

  private static async build(options: RigOptions, root: string, stops: (() => Promise<unknown>)[]): Promise<Rig> {
    const main = join(options.root, 'dist/apps/gateway/src/main.js');
    if (!existsSync(main)) throw new Error(`${main} is not there: build first (npm run build).`);
    const dir = DataDir.open(join(root, 'data'));
    stops.push(() => Promise.resolve(dir.close()));
    const secrets = dir.secrets();
    const [postgres, nats] = await Promise.all([
      startPostgres({
        dir: join(root, 'pg'),
        password: secrets.postgresPassword,
        logFile: join(dir.logs, 'postgres.log'),
        settings: options.postgres,
      }),
      startNats({
        dir: options.natsDir ?? join(root, 'nats'),
        logFile: join(dir.logs, 'nats.log'),
        config: [
          natsAuthorization(manifests, (user) =>
            JSON.stringify(user === NATS_OPERATOR ? secrets.natsPassword : secrets.servicePasswords[user as ServiceName]),
          ),
          // A small disk would be too little for what the streams may grow to, and the broker would not begin; here it is to begin and then to be full.
          ...(options.natsDir
            ? [`jetstream { store_dir: ${JSON.stringify(join(options.natsDir, 'store'))}, max_file_store: 64GB }`]
            : []),
        ].join('\n'),
        credentials: { user: NATS_OPERATOR, password: secrets.natsPassword },
      }),
    ]);
    stops.push(async () => {
      postgres.resume();
      await postgres.stop('immediate', 3_000);
    });
    stops.push(async () => {
      nats.resume();
      await nats.stop(2_000);
    });
    await postgres.createDatabase(DATABASE_NAME);
    const lines = { postgres: await Lines.open(SERVICES, postgres.port), nats: await Lines.open(SERVICES, nats.port) };
    const gatewayPorts = new Map<number, number>();
    for (let n = 1; n <= (options.replicas.gateway ?? 0); n += 1) gatewayPorts.set(n, await freePort());
    const door = await Proxy.open([...gatewayPorts.values()]);
    for (const proxy of [door, lines.postgres, lines.nats]) stops.push(() => proxy.close());
    const context: RunContext = {
      root: options.root,
      options: { ...readOptions([], {}, root), logLevel: options.logLevel ?? 'warn' },
      dir,
      secrets,
      ports: { gateway: door.port, sandbox: await freePort() },
      healthPorts: {},
      adminUrl: () => postgres.urlOf(DATABASE_NAME),
      natsUrl: nats.url,
    };
    return new Rig(options, dir, postgres, nats, context, door, gatewayPorts, lines, stops);
  }

  get gatewayUrl(): string {
    return `http://127.0.0.1:${this.door.port}`;
  }

  /** Each replica's own door. */
  get gateways(): string[] {
    return [...this.gatewayPorts.values()].map((port) => `http://127.0.0.1:${port}`);
  }

  get sandboxUrl(): string {
    return `http://127.0.0.1:${this.context.ports.sandbox}`;
  }

  /** Address of the administrator, not through the line. */
  get adminUrl(): string {
    return this.postgres.urlOf(DATABASE_NAME);
  }

  /** Replicas of a service. */
  of(service: ServiceName): Member[] {
    return this.members.filter(({ name }) => name.replace(/-\d+$/, '') === service);
  }

  /** The API as a frontend has it, before all gateways; nobody is signed in yet. */
  client(): FluxAsync {
    return new FluxAsync({ baseUrl: this.gatewayUrl });
  }

  /** The sandbox's control door. */
  sandboxed<T>(method: string, path: string, body?: unknown): Promise<T> {
    return call<T>(method, `${this.sandboxUrl}/__sandbox/${path}`, body);
  }

  /** Rows as the superuser sees them. */
  async sql<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.adminUrl, connectionTimeoutMillis: 5_000 });
    // A server that is killed meanwhile is told by the query.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<T>(sql, values)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Gives a database another name; nobody may be connected to it. */
  async rename(from: string, to: string): Promise<void> {
    await this.postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
    await this.postgres.query(`alter database "${from}" rename to "${to}"`);
  }

  /** Processes that are started from now on, services and operator's commands alike, read their files with these changes too: newer code than what runs. */
  update(patches: readonly Patch[]): void {
    this.patches = [...this.patches, ...patches];
    this.reading = patched(this.options.root, join(this.dir.root, 'patches.json'), this.patches);
  }

  /** Moves the clock of one process, or of one that is started later under its name. @param byMs away from the real time */
  moveClock(member: Member, byMs: number): void {
    const file = this.clockOf(member.name);
    if (readFileSync(file, 'utf8') === String(byMs)) return;
    writeFileSync(file, String(byMs));
    member.signal('SIGUSR2');
  }

  /** Runs an operator's command to its end. @throws StepFailed with the end of its log */
  async operate(...args: string[]): Promise<void> {
    await runStep(
      {
        name: `cli-${args[0]}`,
        title: `fluxasync ${args.join(' ')}`,
        script: join(this.options.root, 'dist/tools/cli/main.js'),
        args,
        env: { ...operatorEnv(this.context), ...this.reading.env, NODE_OPTIONS: this.reading.nodeArgs.join(' ') },
      },
      { logs: this.dir.logs, ledger: this.dir.ledger },
      AbortSignal.timeout(120_000),
    );
  }

  /** One more replica of a service; it is started, not yet ready. */
  async add(service: ServiceName, once: Readonly<Record<string, string>> = {}): Promise<Member> {
    const number = this.of(service).length + 1;
    const healthPort = await freePort();
    const name = `${service}-${number}`;
    if (service === 'gateway' && !this.gatewayPorts.has(number)) {
      this.gatewayPorts.set(number, await freePort());
      this.door.aimAt([...this.gatewayPorts.values()]);
    }
    const member = new Member({
      name,
      script: join(this.options.root, `dist/apps/${service}/src/main.js`),
      env: {
        ...serviceEnv({ ...this.contextOf(service), healthPorts: { [service]: healthPort } }, service),
        ...(service === 'gateway' ? { ...GATEWAY, GATEWAY_PORT: String(this.gatewayPorts.get(number)) } : {}),
        ...this.options.env?.[service],
        ...this.reading.env,
        ...(this.options.bare ? {} : { [CLOCK_VARIABLE]: this.clockOf(name) }),
      },
      readyUrl: `http://127.0.0.1:${healthPort}/health/ready`,
      logFile: join(this.dir.logs, `${name}.log`),
      nodeArgs: [...this.reading.nodeArgs, ...(this.options.nodeArgs?.(service) ?? [])],
    });
    this.members.push(member);
    if (!this.options.bare) writeFileSync(this.clockOf(name), '0');
    await member.start(once);
    return member;
  }

  private clockOf(name: string): string {
    return join(this.dir.root, `clock-${name}`);
  }

  /** As it was set up, with the service's own lines to the servers. */
  private contextOf(service: ServiceName): RunContext {
    if (this.options.bare) return this.context;
    const through = (url: string, line: Proxy) => Object.assign(new URL(url), { port: String(line.port) }).href;
    const { postgres, nats } = this.lines;
    return {
      ...this.context,
      adminUrl: () => through(this.adminUrl, postgres.of(service)),
      natsUrl: through(this.nats.url, nats.of(service)),
    };
  }

  /** Waits until every process of the platform is ready. */
  async allReady(withinMs?: number): Promise<void> {
    await Promise.all(this.members.map((member) => member.ready(withinMs)));
  }

  /** Ends every rig of this process in the middle of whatever it does. */
  static async interrupt(): Promise<void> {
    await Promise.all([...Rig.all].map((stops) => stopAll(stops).catch(() => undefined)));
  }

  /** Ends everything, in the order of a stop, and removes every trace. */
  async stop(): Promise<void> {
    await stopAll(this.stops).finally(() => Rig.all.delete(this.stops));
  }

  private async startAll(): Promise<void> {
    await Promise.all([this.operate('migrate'), this.sandbox.start()]);
    await Promise.all([this.operate('infra'), this.sandbox.ready().then(() => registerPlatformNumber(this.sandboxUrl))]);
    if (!this.options.bare) await summonWitness(this);
    const wanted = SERVICES.flatMap((service) => Array<ServiceName>(this.options.replicas[service] ?? 0).fill(service));
    for (const service of wanted) await this.add(service);
    await this.allReady();
  }
}

/** Last in, first out; one that fails keeps none of the others. */
async function stopAll(stops: (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'the rig could not be ended cleanly');
}
