import { join } from 'node:path';
import { schemaNameOf, SERVICES, type ServiceName } from '#contracts';
import { REPORTS_ROLE, requestRole } from '../../libs/database/src/names.js';
import type { DataDir, Secrets } from './data-dir.js';
import { databaseVariable, EMBEDDED, usesEmbeddedPostgres, type LauncherOptions } from './options.js';
import type { Progress } from './progress.js';
import type { ServiceSpec } from './service-process.js';
import type { StepSpec } from './step-process.js';
import { playStory } from './story.js';

/** What runs where in this run: everything a service's environment can be made of. */
export interface RunContext {
  /** Folder of the project. */
  readonly root: string;
  readonly options: LauncherOptions;
  readonly dir: DataDir;
  readonly secrets: Secrets;
  readonly ports: { readonly gateway: number; readonly sandbox: number };
  /** One for each process that has no door of its own to be asked at. */
  readonly healthPorts: Readonly<Record<string, number>>;
  readonly adminUrl: (service: ServiceName) => string;
  readonly natsUrl: string;
}

/** What the launcher starts: the platform itself, or a small one in the launcher's own tests. */
export interface Platform {
  /** Names of the processes that get a health port. */
  readonly withHealthPort: readonly string[];
  /** Run one after the other, to their end, before the services start. */
  readonly steps: (run: RunContext) => readonly StepSpec[];
  /** Started together, then waited for. */
  readonly services: (run: RunContext) => readonly ServiceSpec[];
  /** Contents of `.fluxasync/env`. */
  readonly environment: (run: RunContext) => Readonly<Record<string, string>>;
  /** Lines for the person in front of the terminal, once all is ready. */
  readonly welcome: (run: RunContext) => readonly string[];
  readonly playStory: (run: RunContext, progress: Progress, aborted: AbortSignal) => Promise<void>;
}

const SELLER_EMAIL = 'kouadio@gmail.com';
const GMAIL_PUSH_SERVICE_ACCOUNT = 'gmail-push@fluxasync-sandbox.iam.gserviceaccount.com';

export const gatewayUrl = (run: RunContext) => `http://127.0.0.1:${run.ports.gateway}`;
export const sandboxUrl = (run: RunContext) => `http://127.0.0.1:${run.ports.sandbox}`;

/** Address by which a service reaches its own schema, as its login role. */
export function serviceDatabaseUrl(run: RunContext, service: ServiceName): string {
  const url = new URL(run.adminUrl(service));
  url.username = requestRole(service);
  url.password = encodeURIComponent(run.secrets.servicePasswords[service]);
  return url.href;
}

export const platform: Platform = {
  withHealthPort: SERVICES,
  steps: (run) => [
    { name: 'migrate', title: 'Schemas, roles and migrations', script: cli(run), args: ['migrate'], env: operatorEnv(run) },
    { name: 'infra', title: 'Streams and consumers', script: cli(run), args: ['infra'], env: operatorEnv(run) },
  ],
  services: (run) => [sandbox(run), ...SERVICES.map((service) => serviceSpec(run, service))],
  environment: (run) => ({
    GATEWAY_URL: gatewayUrl(run),
    SANDBOX_URL: sandboxUrl(run),
    ...databaseEnv(run),
    NATS_URL: run.natsUrl,
    ...postgresClientEnv(run),
    WHATSAPP_APP_SECRET: run.secrets.whatsappAppSecret,
    WHATSAPP_VERIFY_TOKEN: run.secrets.whatsappVerifyToken,
    SELLER_EMAIL,
    SELLER_PASSWORD: run.secrets.sellerPassword,
    ...(usesEmbeddedPostgres(run.options) ? { [`${EMBEDDED}DATABASE_URL`]: run.adminUrl('accounts') } : {}),
    ...(run.options.natsUrl === undefined ? { [`${EMBEDDED}NATS_URL`]: run.natsUrl } : {}),
  }),
  welcome: (run) => [
    `  API        ${gatewayUrl(run)}`,
    `  Sandbox    ${sandboxUrl(run)}   the phones of Aminata, Kouadio and Mamadou`,
    `  Kouadio    ${SELLER_EMAIL} / ${run.secrets.sellerPassword}`,
    `  Shell      . ${run.dir.envFile}   addresses and passwords, for curl, psql and pg_dump`,
    `  Logs       ${run.dir.logs}`,
  ],
  playStory: (run, progress, aborted) =>
    playStory(
      {
        gatewayUrl: gatewayUrl(run),
        sandboxUrl: sandboxUrl(run),
        adminUrl: run.adminUrl,
        sellerEmail: SELLER_EMAIL,
        sellerPassword: run.secrets.sellerPassword,
        aborted,
      },
      progress,
    ),
};

const cli = (run: RunContext) => join(run.root, 'dist/tools/cli/main.js');
const mainOf = (run: RunContext, name: string) => join(run.root, `dist/apps/${name}/src/main.js`);

/** What npm adds, and addresses with an administrator's password: no service is to see them. */
const KEPT_BACK = /^npm_|^PG|(^|_)DATABASE_URL$|(^|_)NATS_URL$/;

/** What the shell of the user gave us: proxies, OTEL_*, GEMINI_API_KEY. */
function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !KEPT_BACK.test(entry[0]),
  );
  return Object.fromEntries(entries);
}

function serviceSpec(run: RunContext, service: ServiceName): ServiceSpec {
  const port = run.healthPorts[service] ?? 0;
  return {
    name: service,
    kind: service === 'gateway' ? 'gateway' : 'service',
    script: mainOf(run, service),
    env: {
      ...inherited(),
      DATABASE_URL: serviceDatabaseUrl(run, service),
      NATS_URL: run.natsUrl,
      HEALTH_PORT: String(port),
      LOG_LEVEL: run.options.logLevel,
      SHUTDOWN_MS: service === 'gateway' ? '2000' : '2500',
      FLUXASYNC_ENCRYPTION_KEYS: `local:${run.secrets.encryptionKey}`,
      FLUXASYNC_JWT_KEY: run.secrets.jwtKey,
      WHATSAPP_APP_SECRET: run.secrets.whatsappAppSecret,
      WHATSAPP_VERIFY_TOKEN: run.secrets.whatsappVerifyToken,
      WHATSAPP_API_URL: sandboxUrl(run),
      GMAIL_API_URL: sandboxUrl(run),
      GEMINI_API_URL: sandboxUrl(run),
      ...pushEnv(run),
      ...(service === 'gateway' ? { GATEWAY_PORT: String(run.ports.gateway) } : {}),
    },
    readyUrl: `http://127.0.0.1:${port}/health/ready`,
  };
}

function sandbox(run: RunContext): ServiceSpec {
  return {
    name: 'sandbox',
    kind: 'sandbox',
    script: mainOf(run, 'sandbox'),
    env: {
      ...inherited(),
      SANDBOX_PORT: String(run.ports.sandbox),
      SANDBOX_STATE_DIR: join(run.dir.root, 'sandbox'),
      LOG_LEVEL: run.options.logLevel,
      WHATSAPP_APP_SECRET: run.secrets.whatsappAppSecret,
      WHATSAPP_VERIFY_TOKEN: run.secrets.whatsappVerifyToken,
      WHATSAPP_WEBHOOK_URL: `${gatewayUrl(run)}/webhooks/whatsapp`,
      GMAIL_PUSH_URL: `${gatewayUrl(run)}/webhooks/gmail`,
      ...pushEnv(run),
    },
    readyUrl: `${sandboxUrl(run)}/health/ready`,
  };
}

const pushEnv = (run: RunContext) => ({
  GMAIL_PUSH_AUDIENCE: `${gatewayUrl(run)}/webhooks/gmail`,
  GMAIL_PUSH_SERVICE_ACCOUNT,
});

/** For the commands that make schemas, roles and streams. */
function operatorEnv(run: RunContext): Record<string, string> {
  const passwords = SERVICES.map((service) => [
    `${schemaNameOf(service).toUpperCase()}_PASSWORD`,
    run.secrets.servicePasswords[service],
  ]);
  return {
    ...inherited(),
    ...databaseEnv(run),
    NATS_URL: run.natsUrl,
    REPORTS_PASSWORD: run.secrets.reportsPassword,
    ...(Object.fromEntries(passwords) as Record<string, string>),
  };
}

/** One DATABASE_URL where one serves all, and one for each service that has its own. */
function databaseEnv(run: RunContext): Record<string, string> {
  const { databaseUrl, serviceDatabaseUrls } = run.options;
  const single = Object.entries(serviceDatabaseUrls).map(([service, url]) => [databaseVariable(service as ServiceName), url]);
  const common = databaseUrl ?? (single.length === 0 ? run.adminUrl('accounts') : undefined);
  return { ...(common === undefined ? {} : { DATABASE_URL: common }), ...(Object.fromEntries(single) as Record<string, string>) };
}

/** So that psql and pg_dump need nothing but the database's name. Also writes their password file. */
function postgresClientEnv(run: RunContext): Record<string, string> {
  const { hostname, port, username, password, pathname } = new URL(run.adminUrl('accounts'));
  const local = hostname === '127.0.0.1' || hostname === 'localhost';
  const login = { hosts: local ? ['localhost', '127.0.0.1'] : [hostname], port: Number(port === '' ? 5432 : port) };
  run.dir.writePgpass([
    { ...login, user: decodeURIComponent(username), password: decodeURIComponent(password) },
    { ...login, user: REPORTS_ROLE, password: run.secrets.reportsPassword },
  ]);
  return {
    PGHOST: local ? 'localhost' : hostname,
    PGPORT: String(login.port),
    PGUSER: decodeURIComponent(username),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGPASSFILE: run.dir.pgpassFile,
  };
}
