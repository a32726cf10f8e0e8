import { isIP } from 'node:net';
import { SecretBox } from '#providers';
import { MediaEnv, type Rule, rules, variable } from '#service';

const origins: Rule<string[]> = {
  says: 'web origins separated by commas, e.g. https://app.example.ci',
  parse: (text) =>
    text.split(',').map((part) => {
      const origin = part.trim();
      if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new Error(`must be ${origins.says}`);
      return origin;
    }),
};

const networks: Rule<string[]> = {
  says: 'addresses or networks separated by commas, e.g. 10.0.0.0/8, 192.0.2.7',
  parse: (text) =>
    text.split(',').map((part) => {
      const network = part.trim();
      const [address = '', bits, ...rest] = network.split('/');
      const most = isIP(address) === 6 ? 128 : 32;
      const bitsFit = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
      if (!isIP(address) || !bitsFit || rest.length > 0) throw new Error(`must be ${networks.says}`);
      return network;
    }),
};

const secretBox: Rule<SecretBox> = { says: 'a list kid:base64key,… of 32-byte keys', parse: (text) => SecretBox.fromEnv(text) };

export class GatewayEnv extends MediaEnv {
  @variable('GATEWAY_PORT', rules.port(), 'port of the public API and of the webhooks', { default: '8080' })
  port!: number;

  @variable('GATEWAY_HOST', rules.text(), 'address they listen on', { default: '127.0.0.1' })
  host!: string;

  @variable('GATEWAY_CORS_ORIGINS', origins, 'origins whose pages may call the API', { optional: true })
  corsOrigins?: string[];

  @variable('GATEWAY_TRUSTED_PROXIES', networks, 'proxies whose X-Forwarded-For names the caller', { optional: true })
  trustedProxies?: string[];

  @variable('GATEWAY_RATE_LIMIT', rules.integer(1, 1_000_000), "a seller's requests in a minute, over all replicas", {
    default: '600',
  })
  rateLimit!: number;

  @variable(
    'GATEWAY_ADDRESS_RATE_LIMIT',
    rules.integer(1, 1_000_000),
    'requests in a minute from one network address without a sign-in (sign-in itself, wrong keys), by each replica',
    { default: '120' },
  )
  addressRateLimit!: number;

  @variable(
    'GATEWAY_DATABASE_PATIENCE_MS',
    rules.integer(50, 30_000),
    "what a request waits for the gateway's own tables at each step, in ms; after that limits are counted without them and an Idempotency-Key is refused",
    { default: '400' },
  )
  databasePatienceMs!: number;

  @variable('WHATSAPP_APP_SECRET', rules.text(), "the Meta app's secret; webhooks are signed with it", { secret: true })
  whatsAppSecret!: string;

  @variable('WHATSAPP_APP_SECRET_PREVIOUS', rules.text(), 'the secret before, while it is being changed', {
    optional: true,
    secret: true,
  })
  whatsAppPreviousSecret?: string;

  @variable('WHATSAPP_VERIFY_TOKEN', rules.text(), 'what Meta repeats when the webhook address is set', { secret: true })
  whatsAppVerifyToken!: string;

  @variable('GMAIL_PUSH_AUDIENCE', rules.text(), 'audience of the Pub/Sub push subscription')
  gmailPushAudience!: string;

  @variable('GMAIL_PUSH_SERVICE_ACCOUNT', rules.text(), 'service account the subscription signs its pushes as')
  gmailPushServiceAccount!: string;

  @variable('GOOGLE_CERTS_URL', rules.url('http', 'https'), "Google's public keys, as a JWK set", {
    default: 'https://www.googleapis.com/oauth2/v3/certs',
  })
  googleCertsUrl!: string;

  @variable('ACCOUNTS_JWT_ISSUER', rules.text(), 'issuer expected in access tokens', { default: 'fluxasync' })
  issuer!: string;

  @variable('ACCOUNTS_JWT_AUDIENCE', rules.text(), 'audience expected in access tokens', { default: 'fluxasync-api' })
  audience!: string;

  @variable('GATEWAY_WEBHOOK_LOG_DAYS', rules.integer(8, 3650), 'days the webhook log is kept; Meta repeats for 7', {
    default: '30',
  })
  webhookLogDays!: number;

  @variable(
    'FLUXASYNC_ENCRYPTION_KEYS',
    secretBox,
    'keys that the secrets of webhook endpoints are sealed with; the first one seals',
    {
      secret: true,
    },
  )
  secretBox!: SecretBox;

  @variable(
    'GATEWAY_WEBHOOKS_ALLOW_PRIVATE',
    rules.flag(),
    'events may be posted to http addresses and private networks: for development and tests, never where strangers sign up',
    { default: 'false' },
  )
  webhooksAllowPrivate!: boolean;

  @variable('GATEWAY_STREAM_HEARTBEAT_MS', rules.integer(100, 60_000), 'a live stream shows a sign of life this often, in ms', {
    default: '15000',
  })
  streamHeartbeatMs!: number;

  @variable('GATEWAY_STREAMS_PER_SELLER', rules.integer(1, 1_000), 'live streams of one seller that a replica keeps open', {
    default: '20',
  })
  streamsPerSeller!: number;
}
