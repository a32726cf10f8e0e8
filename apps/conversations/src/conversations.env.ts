import { MediaEnv, rules, variable } from '#service';

/** What the service of conversations reads from its environment. */
export class ConversationsEnv extends MediaEnv {
  @variable('FLUXASYNC_ENCRYPTION_KEYS', rules.text(), 'keys that sealed tokens are opened with, `id:base64,id:base64`', {
    secret: true,
  })
  encryptionKeys!: string;

  @variable('WHATSAPP_API_URL', rules.url('http', 'https'), "Meta's Graph API, or the sandbox", {
    default: 'https://graph.facebook.com',
  })
  whatsappUrl!: string;

  @variable('WHATSAPP_API_VERSION', rules.text('like v26.0', /^v\d+\.\d+$/), 'version of the Graph API', { default: 'v26.0' })
  whatsappVersion!: string;

  @variable('WHATSAPP_TIMEOUT_MS', rules.integer(100, 60_000), 'how long a send may take, in ms', { default: '10000' })
  whatsappTimeoutMs!: number;

  @variable('WHATSAPP_SENDS_AT_ONCE', rules.integer(1, 500), 'how many sends may wait for WhatsApp at once in one process', {
    default: '64',
  })
  whatsappSendsAtOnce!: number;

  @variable('PLATFORM_PHONE_NUMBER_ID', rules.text(), "the platform's own number, that couriers answer to", { optional: true })
  platformPhoneNumberId?: string;

  @variable('TURN_DEBOUNCE_MS', rules.integer(0, 60_000), 'silence after which a burst of messages is answered, in ms', {
    default: '1500',
  })
  turnDebounceMs!: number;

  @variable('TURN_TIMEOUT_MS', rules.integer(1_000, 300_000), 'how long the assistant may think about one answer, in ms', {
    default: '45000',
  })
  turnTimeoutMs!: number;

  /** The offline assistant thinks for milliseconds: a short lease makes a crash in the middle of a thought cost the customer seconds. */
  get thinkingMs(): number {
    return this.geminiApiKey ? this.turnTimeoutMs : Math.min(this.turnTimeoutMs, 5_000);
  }

  @variable('UNKNOWN_WAIT_MS', rules.integer(100, 600_000), 'how long a send without an answer waits for a status, in ms', {
    default: '45000',
  })
  unknownWaitMs!: number;

  @variable('CONVERSATION_IDLE_DAYS', rules.integer(1, 365), 'silence after which the next message opens a new conversation', {
    default: '30',
  })
  conversationIdleDays!: number;

  @variable('GEMINI_API_KEY', rules.text(), 'key of the Gemini API; without it the offline assistant answers', {
    optional: true,
    secret: true,
  })
  geminiApiKey?: string;

  @variable('GEMINI_API_URL', rules.url('http', 'https'), 'the Gemini API, or the sandbox', {
    default: 'https://generativelanguage.googleapis.com',
  })
  geminiUrl!: string;

  @variable('GEMINI_MODEL', rules.text(), 'model that answers customers', { default: 'gemini-3.5-flash-lite' })
  geminiModel!: string;

  @variable('FCFA_PER_USD', rules.number(1, 10_000), 'exchange rate that AI calls are costed with', { default: '600' })
  fcfaPerUsd!: number;
}
