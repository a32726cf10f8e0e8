import { rules, ServiceEnv, variable } from '#service';

export class EmailIntelligenceEnv extends ServiceEnv {
  @variable('FLUXASYNC_ENCRYPTION_KEYS', rules.text(), 'keys that sealed tokens are opened with, `id:base64,id:base64`', {
    secret: true,
  })
  encryptionKeys!: string;

  @variable('GMAIL_API_URL', rules.url('https', 'http'), 'the Gmail API, or the sandbox', {
    default: 'https://gmail.googleapis.com',
  })
  gmailApiUrl!: string;

  @variable('GOOGLE_OAUTH_URL', rules.url('https', 'http'), "Google's OAuth server, whose /token renews access", {
    default: 'https://oauth2.googleapis.com',
  })
  googleOauthUrl!: string;

  @variable('GOOGLE_CLIENT_ID', rules.text(), 'the OAuth application that sellers gave their consent to')
  googleClientId!: string;

  @variable('GOOGLE_CLIENT_SECRET', rules.text(), 'its secret', { secret: true })
  googleClientSecret!: string;

  @variable(
    'GMAIL_PUBSUB_TOPIC',
    rules.text('projects/<project>/topics/<topic>', /^projects\/[^/]+\/topics\/[^/]+$/),
    'the Pub/Sub topic that Gmail announces changes on',
  )
  gmailPubsubTopic!: string;

  @variable('GMAIL_TIMEOUT_MS', rules.integer(100, 60_000), 'how long Gmail may take to answer, in ms', { default: '10000' })
  gmailTimeoutMs!: number;

  @variable('MAIL_POLL_MS', rules.integer(100, 86_400_000), 'how often a mailbox is read without a push, in ms', {
    default: '300000',
  })
  mailPollMs!: number;

  @variable(
    'MAIL_RECONCILE_MS',
    rules.integer(100, 3_600_000),
    'how long Gmail is left to show an answer that it did not confirm, before it is looked for, in ms',
    { default: '15000' },
  )
  mailReconcileMs!: number;

  @variable('GEMINI_API_KEY', rules.text(), 'key of the Gemini API; without it the offline rules analyse', {
    optional: true,
    secret: true,
  })
  geminiApiKey?: string;

  @variable('GEMINI_API_URL', rules.url('https', 'http'), 'the Gemini API, or the sandbox', {
    default: 'https://generativelanguage.googleapis.com',
  })
  geminiApiUrl!: string;

  @variable('GEMINI_MODEL', rules.text(), 'model that analyses mails', { default: 'gemini-3.5-flash-lite' })
  geminiModel!: string;

  @variable('FCFA_PER_USD', rules.number(1, 10_000), 'exchange rate that AI calls are costed with', { default: '600' })
  fcfaPerUsd!: number;
}
