import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SERVICES, type ServiceName } from '#contracts';

/** One or more options or variables are wrong; each is named with its rule. */
export class WrongOptions extends Error {
  override readonly name = 'WrongOptions';
  constructor(readonly faults: readonly string[]) {
    super([...faults.map((fault) => `  ${fault}`), 'See npm start -- --help.'].join('\n'));
  }
}

/** What has a port that a person may choose. */
export const DOORS = ['gateway', 'sandbox', 'postgres', 'nats'] as const;
export type Door = (typeof DOORS)[number];

export const DEFAULT_PORTS: Readonly<Record<Door, number>> = { gateway: 8080, sandbox: 8090, postgres: 5432, nats: 4222 };

const SPELLING: Readonly<Record<Door, { flag: string; variable: string }>> = {
  gateway: { flag: 'gateway-port', variable: 'FLUXASYNC_GATEWAY_PORT' },
  sandbox: { flag: 'sandbox-port', variable: 'FLUXASYNC_SANDBOX_PORT' },
  postgres: { flag: 'pg-port', variable: 'FLUXASYNC_PG_PORT' },
  nats: { flag: 'nats-port', variable: 'FLUXASYNC_NATS_PORT' },
};
const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

export interface LauncherOptions {
  readonly help: boolean;
  readonly reset: boolean;
  readonly story: boolean;
  /** Absolute path of the folder for data, logs and secrets. */
  readonly dir: string;
  /** Ports given by hand, each with the name it was given under; the others have defaults that may give way. */
  readonly ports: Partial<Record<Door, { port: number; from: string }>>;
  /** One PostgreSQL for all services instead of the embedded one, its role an administrator's. */
  readonly databaseUrl?: string;
  /** PostgreSQL of single services. */
  readonly serviceDatabaseUrls: Partial<Record<ServiceName, string>>;
  readonly natsUrl?: string;
  readonly logLevel: string;
}

/** Goes before DATABASE_URL and NATS_URL in the env file when they are those of the embedded servers. */
export const EMBEDDED = 'FLUXASYNC_EMBEDDED_';

export const databaseVariable = (service: ServiceName) => `${service.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`;

/** Reads command line and environment. Throws WrongOptions with everything that is wrong, not only the first. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv, cwd: string): LauncherOptions {
  const faults: string[] = [];
  const flags = readFlags(argv, faults);
  const ports: LauncherOptions['ports'] = {};
  for (const door of DOORS) {
    const { flag, variable } = SPELLING[door];
    const [text, from] = flags[flag] !== undefined ? [String(flags[flag]), `--${flag}`] : [given(env, variable), variable];
    if (text === undefined) continue;
    const port = Number(text);
    if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) ports[door] = { port, from };
    else faults.push(`${from} is "${text}": a port is a whole number from 1 to 65535.`);
  }
  const serviceDatabaseUrls: LauncherOptions['serviceDatabaseUrls'] = {};
  for (const service of SERVICES) {
    const url = readUrl(env, databaseVariable(service), POSTGRES, faults);
    if (url !== undefined) serviceDatabaseUrls[service] = url;
  }
  const options: LauncherOptions = {
    help: flags['help'] === true,
    reset: flags['reset'] === true,
    story: flags['no-story'] !== true,
    dir: resolve(cwd, given(env, 'FLUXASYNC_DIR') ?? '.fluxasync'),
    ports,
    databaseUrl: readUrl(env, 'DATABASE_URL', POSTGRES, faults),
    serviceDatabaseUrls,
    natsUrl: readUrl(env, 'NATS_URL', NATS, faults),
    logLevel: given(env, 'LOG_LEVEL') ?? 'info',
  };
  if (!LOG_LEVELS.includes(options.logLevel)) faults.push(`LOG_LEVEL is "${options.logLevel}": one of ${LOG_LEVELS.join(', ')}.`);
  faults.push(...contradictions(options));
  if (faults.length > 0) throw new WrongOptions(faults);
  return options;
}

/** True when PostgreSQL is the embedded one for all services. */
export function usesEmbeddedPostgres(options: LauncherOptions): boolean {
  return options.databaseUrl === undefined && Object.keys(options.serviceDatabaseUrls).length === 0;
}

function readFlags(argv: readonly string[], faults: string[]): Record<string, string | boolean | undefined> {
  const named = Object.fromEntries(DOORS.map((door) => [SPELLING[door].flag, { type: 'string' as const }]));
  const options = {
    help: { type: 'boolean' as const, short: 'h' },
    reset: { type: 'boolean' as const },
    'no-story': { type: 'boolean' as const },
    ...named,
  };
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    faults.push((error as Error).message.replace(/\. To specify a positional.*$/, '.'));
    return {};
  }
}

/** An empty variable is one that is not set, as in a shell's `NATS_URL= npm start`. */
function given(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

const POSTGRES = { protocols: ['postgres:', 'postgresql:'], example: 'postgres://user:password@host:5432/database', path: true };
const NATS = { protocols: ['nats:', 'tls:'], example: 'nats://user:password@host:4222', path: false };

function readUrl(env: NodeJS.ProcessEnv, name: string, rule: typeof POSTGRES, faults: string[]): string | undefined {
  const text = given(env, name);
  // A shell that has sourced our own env file names the embedded server of an earlier run: that is none of the user's own.
  if (text === undefined || text === given(env, EMBEDDED + name)) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const right =
    url !== undefined && rule.protocols.includes(url.protocol) && url.hostname !== '' && (!rule.path || url.pathname.length > 1);
  // The value itself is not repeated: it may hold a password.
  if (!right) faults.push(`${name} is not an address like ${rule.example}.`);
  return right ? text : undefined;
}

function contradictions(options: LauncherOptions): string[] {
  const faults: string[] = [];
  const single = Object.keys(options.serviceDatabaseUrls);
  if (options.databaseUrl === undefined && single.length > 0) {
    const missing = SERVICES.filter((service) => !single.includes(service)).map(databaseVariable);
    if (missing.length > 0) faults.push(`Without DATABASE_URL every service needs its own: missing ${missing.join(', ')}.`);
  }
  const { postgres, nats } = options.ports;
  if (postgres !== undefined && !usesEmbeddedPostgres(options))
    faults.push(`${postgres.from} sets the port of the embedded PostgreSQL, which an address of your own replaces.`);
  if (nats !== undefined && options.natsUrl !== undefined)
    faults.push(`${nats.from} sets the port of the embedded nats-server, which NATS_URL replaces.`);
  if (options.reset && (!usesEmbeddedPostgres(options) || options.natsUrl !== undefined)) {
    faults.push(
      '--reset empties the embedded servers only; with DATABASE_URL or NATS_URL empty yours yourself and leave it out.',
    );
  }
  const chosen = Object.values(options.ports);
  for (const { port, from } of chosen) {
    const other = chosen.find((each) => each.port === port && each.from > from);
    if (other !== undefined) faults.push(`${from} and ${other.from} are both ${port}.`);
  }
  return faults;
}
