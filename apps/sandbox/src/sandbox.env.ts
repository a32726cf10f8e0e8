/** What the sandbox needs to know to run. Durations are milliseconds. */
export interface SandboxEnv {
  readonly port: number;
  readonly host: string;
  /** Folder of the journal, the media and the signing key; undefined keeps everything in memory. */
  readonly stateDir: string | undefined;
  readonly whatsapp: { readonly appSecret: string; readonly verifyToken: string; readonly webhookUrl: string };
  readonly gmail: { readonly pushUrl: string; readonly pushAudience: string; readonly pushServiceAccount: string };
  /** Pause between a message being accepted, sent, delivered and read. */
  readonly statusDelayMs: number;
  /** First pause before a refused webhook or push is posted again; it doubles up to `retryMaxMs`. */
  readonly retryFirstMs: number;
  readonly retryMaxMs: number;
  /** Attempts after which a webhook or push is given up; Meta and Google give up after seven days. */
  readonly retryAttempts: number;
  /** How long the receiver of a webhook or push may take to answer. */
  readonly webhookTimeoutMs: number;
  readonly logLevel: string;
}

/** Every rule the environment breaks, in one error, so that one start is enough to correct them all. */
export class SandboxEnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the environment of the sandbox is wrong: ${problems.join('; ')}`);
    this.name = 'SandboxEnvError';
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/**
 * Reads the sandbox's variables.
 * @throws SandboxEnvError naming each variable that is missing or wrong
 */
export function readSandboxEnv(env: Record<string, string | undefined>): SandboxEnv {
  const problems: string[] = [];
  // An empty variable is an unset one: compose files pass `NAME=` for what nobody filled in.
  const given = (name: string) => env[name]?.trim() || undefined;
  const required = (name: string, meaning: string) => {
    const value = given(name);
    if (value === undefined) problems.push(`${name} is missing: ${meaning}`);
    return value ?? '';
  };
  const whole = (name: string, fallback: number, min: number, max: number) => {
    const value = given(name);
    if (value === undefined) return fallback;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    problems.push(`${name} must be a whole number from ${min} to ${max}, not "${value}"`);
    return fallback;
  };
  const url = (name: string, fallback: string) => {
    const value = given(name) ?? fallback;
    if (!/^https?:$/.test(URL.parse(value)?.protocol ?? '')) problems.push(`${name} must be an http(s) address, not "${value}"`);
    return value;
  };
  const oneOf = (name: string, fallback: string, allowed: readonly string[]) => {
    const value = given(name) ?? fallback;
    if (!allowed.includes(value)) problems.push(`${name} must be one of ${allowed.join(', ')}, not "${value}"`);
    return value;
  };

  const read: SandboxEnv = {
    port: whole('SANDBOX_PORT', 8090, 0, 65_535),
    host: given('SANDBOX_HOST') ?? '127.0.0.1',
    stateDir: given('SANDBOX_STATE_DIR'),
    whatsapp: {
      appSecret: required('WHATSAPP_APP_SECRET', 'the secret that signs WhatsApp webhooks, the same as the gateway’s'),
      verifyToken: required('WHATSAPP_VERIFY_TOKEN', 'the token of the webhook handshake, the same as the gateway’s'),
      webhookUrl: url('WHATSAPP_WEBHOOK_URL', 'http://127.0.0.1:8080/webhooks/whatsapp'),
    },
    gmail: {
      pushUrl: url('GMAIL_PUSH_URL', 'http://127.0.0.1:8080/webhooks/gmail'),
      pushAudience: required('GMAIL_PUSH_AUDIENCE', 'the audience of the push token, the same as the gateway’s'),
      pushServiceAccount: required('GMAIL_PUSH_SERVICE_ACCOUNT', 'the account that signs pushes, the same as the gateway’s'),
    },
    statusDelayMs: whole('SANDBOX_STATUS_DELAY_MS', 150, 0, 60_000),
    retryFirstMs: whole('SANDBOX_RETRY_FIRST_MS', 250, 1, 60_000),
    retryMaxMs: whole('SANDBOX_RETRY_MAX_MS', 10_000, 1, 600_000),
    retryAttempts: whole('SANDBOX_RETRY_ATTEMPTS', 500, 1, 100_000),
    webhookTimeoutMs: whole('SANDBOX_WEBHOOK_TIMEOUT_MS', 10_000, 50, 600_000),
    logLevel: oneOf('LOG_LEVEL', 'info', LOG_LEVELS),
  };
  if (problems.length > 0) throw new SandboxEnvError(problems);
  return read;
}
