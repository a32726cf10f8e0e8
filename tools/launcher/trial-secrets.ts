/** Host of the sandbox in the container deployment: an address there is a trial's. */
const SANDBOX_HOST = 'sandbox';

/** Addresses of third parties, which point to the sandbox until somebody sets them. */
export const PROVIDER_ADDRESSES = ['WHATSAPP_API_URL', 'GMAIL_API_URL', 'GOOGLE_OAUTH_URL', 'GOOGLE_CERTS_URL'] as const;

/** Every secret that docker-compose.yml has a value for, so that a trial works at once. They stand in a public file: they protect nothing. */
export const TRIAL_SECRETS: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'trial-postgres',
  DATABASE_PASSWORD_GATEWAY: 'trial-gateway',
  DATABASE_PASSWORD_ACCOUNTS: 'trial-accounts',
  DATABASE_PASSWORD_CONVERSATIONS: 'trial-conversations',
  DATABASE_PASSWORD_ORDERS: 'trial-orders',
  DATABASE_PASSWORD_DELIVERIES: 'trial-deliveries',
  DATABASE_PASSWORD_EMAILS: 'trial-emails',
  DATABASE_PASSWORD_NOTIFICATIONS: 'trial-notifications',
  DATABASE_PASSWORD_ANALYTICS: 'trial-analytics',
  DATABASE_PASSWORD_RAPPORTS: 'trial-rapports',
  NATS_PASSWORD_OPERATOR: 'trial-operator',
  NATS_PASSWORD_GATEWAY: 'trial-gateway',
  NATS_PASSWORD_ACCOUNTS: 'trial-accounts',
  NATS_PASSWORD_CONVERSATIONS: 'trial-conversations',
  NATS_PASSWORD_ORDERS: 'trial-orders',
  NATS_PASSWORD_DELIVERIES: 'trial-deliveries',
  NATS_PASSWORD_EMAIL_INTELLIGENCE: 'trial-emails',
  NATS_PASSWORD_NOTIFICATIONS: 'trial-notifications',
  NATS_PASSWORD_ANALYTICS: 'trial-analytics',
  ACCOUNTS_JWT_PRIVATE_KEY:
    'LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1DNENBUUF3QlFZREsyVndCQ0lFSU5sdm54bjAxaWpIQmFyZGM1WExQQjF1aXZ1eVpqNkJiVkI2d2RWZXUrZy8KLS0tLS1FTkQgUFJJVkFURSBLRVktLS0tLQo=',
  FLUXASYNC_ENCRYPTION_KEYS: 'trial:dHJpYWwta2V5LW5vdC1mb3ItcmVhbC1zZWxsZXJzISE=',
  WHATSAPP_APP_SECRET: 'trial-app-secret',
  WHATSAPP_VERIFY_TOKEN: 'trial-verify-token',
  PLATFORM_WHATSAPP_TOKEN: 'EAAB-sandbox-platform',
  GOOGLE_CLIENT_SECRET: 'trial-client-secret',
};

/** Passwords that become part of an address. */
const IN_AN_ADDRESS = /^(POSTGRES|DATABASE|NATS)_PASSWORD/;
const UNRESERVED = /^[A-Za-z0-9_.~-]+$/;

/** For a trial, whose programs are on the same machine. */
const ALLOW_PRIVATE = 'GATEWAY_WEBHOOKS_ALLOW_PRIVATE';

type Variables = Readonly<Record<string, string | undefined>>;

/** Whether an address of a third party is the sandbox's. */
export const isSandbox = (address: string | undefined): boolean =>
  address !== undefined && URL.canParse(address) && new URL(address).hostname === SANDBOX_HOST;

/**
 * Looks at the settings of a container deployment before anything of it starts.
 * @returns what keeps it from starting, a line for each variable, never with its value: with real third parties a secret that still has its trial value or an
 * address that still is the sandbox's, and webhooks that sellers may point into this network; always a password that cannot stand in an address
 */
export function deploymentProblems(variables: Variables): string[] {
  const unfit = Object.keys(TRIAL_SECRETS)
    .filter((name) => IN_AN_ADDRESS.test(name) && !UNRESERVED.test(variables[name] ?? ''))
    .map((name) => `${name} must be letters, digits, "-", "_", "." and "~" only, since it stands in an address`);
  if (PROVIDER_ADDRESSES.every((name) => isSandbox(variables[name]))) return unfit;
  return [
    ...PROVIDER_ADDRESSES.filter((name) => isSandbox(variables[name])).map((name) => `${name} still points to the sandbox`),
    ...Object.entries(TRIAL_SECRETS)
      .filter(([name, trial]) => [trial, ''].includes(variables[name]?.trim() ?? ''))
      .map(([name]) => `${name} still has its trial value`),
    ...(variables[ALLOW_PRIVATE]?.trim() === 'true'
      ? [`${ALLOW_PRIVATE} would let sellers have events posted into this network`]
      : []),
    ...unfit,
  ];
}
