import { type Rule, rules, ServiceEnv, variable } from '#service';

const origins: Rule<string[]> = {
  says: 'web origins separated by commas, e.g. https://app.example.ci',
  parse: (text) =>
    text.split(',').map((part) => {
      const origin = part.trim();
      if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new Error(`must be ${origins.says}`);
      return origin;
    }),
};

export class GatewayEnv extends ServiceEnv {
  @variable('GATEWAY_PORT', rules.port(), 'port of the public API and of the webhooks', { default: '8080' })
  port!: number;

  @variable('GATEWAY_HOST', rules.text(), 'address they listen on', { default: '127.0.0.1' })
  host!: string;

  @variable('GATEWAY_CORS_ORIGINS', origins, 'origins whose pages may call the API', { optional: true })
  corsOrigins?: string[];

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
}
