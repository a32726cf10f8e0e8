import { join } from 'node:path';
import { schemaNameOf, SERVICES, type ServiceName } from '#contracts';
import { PLATFORM_NUMBER } from './cast.js';
import { databaseVariable } from './options.js';
import { gatewayUrl, sandboxUrl, serviceDatabaseUrl, serviceNatsUrl, type RunContext } from './run-context.js';

type Variables = Readonly<Record<string, string>>;

const SERVICE_STOP_MS = 2_500;
const GATEWAY_STOP_MS = 2_000;

/** The environment of one service on this machine: each third party is the sandbox, each secret goes only to who needs it. */
export function serviceEnv(run: RunContext, service: ServiceName): Variables {
  const common = {
    ...inherited(),
    DATABASE_URL: serviceDatabaseUrl(run, service),
    NATS_URL: serviceNatsUrl(run, service),
    HEALTH_PORT: String(run.healthPorts[service] ?? 0),
    LOG_LEVEL: run.options.logLevel,
    // Shorter than the launcher's patience, so that a service ends its work itself.
    SHUTDOWN_MS: String(service === 'gateway' ? GATEWAY_STOP_MS : SERVICE_STOP_MS),
  };
  return { ...common, ...ownEnv(run, service) };
}

function ownEnv(run: RunContext, service: ServiceName): Variables {
  const sealing = { FLUXASYNC_ENCRYPTION_KEYS: `local:${run.secrets.encryptionKey}` };
  // Who keeps files elsewhere says so in his shell.
  const media: Variables = process.env['MEDIA_STORE'] ? {} : { MEDIA_STORE: `folder:${run.dir.media}` };
  const whatsapp = { WHATSAPP_API_URL: sandboxUrl(run), PLATFORM_PHONE_NUMBER_ID: PLATFORM_NUMBER.phoneNumberId };
  switch (service) {
    case 'gateway':
      return {
        ...sealing,
        ...media,
        // Whoever tries the platform out has his programs on this machine, unless he says otherwise.
        GATEWAY_WEBHOOKS_ALLOW_PRIVATE: process.env['GATEWAY_WEBHOOKS_ALLOW_PRIVATE'] ?? 'true',
        GATEWAY_PORT: String(run.ports.gateway),
        GOOGLE_CERTS_URL: `${sandboxUrl(run)}/oauth2/v3/certs`,
        ...webhookEnv(run),
      };
    case 'accounts':
      return { ...sealing, ACCOUNTS_JWT_PRIVATE_KEY: run.secrets.jwtKey };
    case 'conversations':
      return { ...sealing, ...whatsapp, ...media };
    case 'email-intelligence':
      return {
        ...sealing,
        GMAIL_API_URL: sandboxUrl(run),
        GOOGLE_OAUTH_URL: sandboxUrl(run),
        GOOGLE_CLIENT_ID: 'sandbox.apps.googleusercontent.com',
        GOOGLE_CLIENT_SECRET: 'sandbox',
        GMAIL_PUBSUB_TOPIC: 'projects/fluxasync-sandbox/topics/gmail',
      };
    case 'notifications':
      return {
        ...sealing,
        ...whatsapp,
        PLATFORM_BUSINESS_ACCOUNT_ID: PLATFORM_NUMBER.businessAccountId,
        PLATFORM_WHATSAPP_TOKEN: PLATFORM_NUMBER.accessToken,
      };
    default:
      return {};
  }
}

export function sandboxEnv(run: RunContext): Variables {
  return {
    ...inherited(),
    SANDBOX_PORT: String(run.ports.sandbox),
    SANDBOX_STATE_DIR: join(run.dir.root, 'sandbox'),
    LOG_LEVEL: run.options.logLevel,
    WHATSAPP_WEBHOOK_URL: `${gatewayUrl(run)}/webhooks/whatsapp`,
    GMAIL_PUSH_URL: `${gatewayUrl(run)}/webhooks/gmail`,
    ...webhookEnv(run),
  };
}

/** For the commands that make schemas, roles and streams. */
export function operatorEnv(run: RunContext): Variables {
  const roles = SERVICES.map((service) => [rolePassword(schemaNameOf(service)), run.secrets.servicePasswords[service]]);
  return {
    ...inherited(),
    ...databaseEnv(run),
    NATS_URL: run.natsUrl,
    ...(Object.fromEntries(roles) as Variables),
    [rolePassword('rapports')]: run.secrets.reportsPassword,
  };
}

/** One DATABASE_URL where one serves all, and one for each service that has its own. */
export function databaseEnv(run: RunContext): Variables {
  const { databaseUrl, serviceDatabaseUrls } = run.options;
  const single = Object.entries(serviceDatabaseUrls).map(([service, url]) => [databaseVariable(service as ServiceName), url]);
  const common = databaseUrl ?? (single.length === 0 ? run.adminUrl('accounts') : undefined);
  return { ...(common === undefined ? {} : { DATABASE_URL: common }), ...(Object.fromEntries(single) as Variables) };
}

const rolePassword = (schema: string) => `FLUXASYNC_ROLE_PASSWORD_${schema.toUpperCase()}`;

/** By what the gateway knows that a webhook is the sandbox's. */
const webhookEnv = (run: RunContext) => ({
  WHATSAPP_APP_SECRET: run.secrets.whatsappAppSecret,
  WHATSAPP_VERIFY_TOKEN: run.secrets.whatsappVerifyToken,
  GMAIL_PUSH_AUDIENCE: `${gatewayUrl(run)}/webhooks/gmail`,
  GMAIL_PUSH_SERVICE_ACCOUNT: 'gmail-push@fluxasync-sandbox.iam.gserviceaccount.com',
});

/** What npm adds, and addresses with an administrator's password: no service is to see them. */
const KEPT_BACK = /^npm_|^PG|(^|_)DATABASE_URL$|(^|_)NATS_URL$/;

/** What the shell of the user gave us: proxies, OTEL_*, GEMINI_API_KEY. */
function inherited(): Variables {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !KEPT_BACK.test(entry[0]),
  );
  return Object.fromEntries(entries);
}
