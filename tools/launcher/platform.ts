import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '#contracts';
import { REPORTS_ROLE } from '../../libs/database/src/names.js';
import { KOUADIO } from './cast.js';
import { EMBEDDED, usesEmbeddedPostgres } from './options.js';
import type { Progress } from './progress.js';
import { gatewayUrl, sandboxUrl, type RunContext } from './run-context.js';
import { databaseEnv, operatorEnv, sandboxEnv, serviceEnv } from './service-env.js';
import type { ServiceSpec } from './service-process.js';
import type { StepSpec } from './step-process.js';
import { playStory, registerPlatformNumber } from './story.js';

/** What the launcher starts: the platform itself, or a small one in the launcher's own tests. */
export interface Platform {
  /** Names of the processes that get a health port. */
  readonly withHealthPort: readonly string[];
  /** Run one after the other, to their end, before the services start. */
  readonly steps: (run: RunContext) => readonly StepSpec[];
  /** Started together (but for those that name another to wait for), then waited for. */
  readonly services: (run: RunContext) => readonly ServiceSpec[];
  /** Contents of `.fluxasync/env`. */
  readonly environment: (run: RunContext) => Readonly<Record<string, string>>;
  /** Lines for the person in front of the terminal. */
  readonly welcome: (run: RunContext) => readonly string[];
  readonly playStory: (run: RunContext, progress: Progress, aborted: AbortSignal) => Promise<void>;
}

export const platform: Platform = {
  withHealthPort: SERVICES,
  steps: (run) => [
    { name: 'migrate', title: 'Schemas, roles and migrations', script: cli(run), args: ['migrate'], env: operatorEnv(run) },
    { name: 'infra', title: 'Streams and consumers', script: cli(run), args: ['infra'], env: operatorEnv(run) },
  ],
  services: (run) => [sandboxSpec(run), ...SERVICES.map((service) => serviceSpec(run, service))],
  environment: (run) => ({
    GATEWAY_URL: gatewayUrl(run),
    SANDBOX_URL: sandboxUrl(run),
    ...databaseEnv(run),
    NATS_URL: run.natsUrl,
    ...postgresClientEnv(run),
    WHATSAPP_APP_SECRET: run.secrets.whatsappAppSecret,
    WHATSAPP_VERIFY_TOKEN: run.secrets.whatsappVerifyToken,
    SELLER_EMAIL: KOUADIO.email,
    SELLER_PASSWORD: run.secrets.sellerPassword,
    ...(usesEmbeddedPostgres(run.options) ? { [`${EMBEDDED}DATABASE_URL`]: run.adminUrl('accounts') } : {}),
    ...(run.options.natsUrl === undefined ? { [`${EMBEDDED}NATS_URL`]: run.natsUrl } : {}),
  }),
  welcome: (run) => [
    `  API        ${gatewayUrl(run)}   its documentation: /docs`,
    `  Sandbox    ${sandboxUrl(run)}   the phones of Aminata, Kouadio and Mamadou`,
    `  Kouadio    ${kouadio(run)}`,
    `  Shell      . ${run.dir.envFile}   addresses and passwords, for curl, psql and pg_dump`,
    `  Logs       ${run.dir.logs}`,
  ],
  playStory: (run, progress, aborted) =>
    playStory(
      {
        gatewayUrl: gatewayUrl(run),
        sandboxUrl: sandboxUrl(run),
        adminUrl: run.adminUrl,
        sellerPassword: run.secrets.sellerPassword,
        aborted,
      },
      progress,
    ),
};

/** He signs up in the story: before it there is nobody to sign in as. */
const kouadio = (run: RunContext) =>
  existsSync(run.dir.storyFile)
    ? `${KOUADIO.email} / ${run.secrets.sellerPassword}`
    : 'signs up in the story, which was not played to its end here';

const cli = (run: RunContext) => join(run.root, 'dist/tools/cli/main.js');
const mainOf = (run: RunContext, name: string) => join(run.root, `dist/apps/${name}/src/main.js`);

const serviceSpec = (run: RunContext, service: ServiceName): ServiceSpec => ({
  name: service,
  kind: service === 'gateway' ? 'gateway' : 'service',
  script: mainOf(run, service),
  env: serviceEnv(run, service),
  readyUrl: `http://127.0.0.1:${run.healthPorts[service]}/health/ready`,
  // It asks for its templates at once, and the sandbox must know the platform's number by then.
  ...(service === 'notifications' ? { after: 'sandbox' } : {}),
});

const sandboxSpec = (run: RunContext): ServiceSpec => ({
  name: 'sandbox',
  kind: 'sandbox',
  script: mainOf(run, 'sandbox'),
  env: sandboxEnv(run),
  readyUrl: `${sandboxUrl(run)}/health/ready`,
  onReady: () => registerPlatformNumber(sandboxUrl(run)),
});

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
