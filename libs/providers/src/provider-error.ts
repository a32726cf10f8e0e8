/** The third parties FluxAsync calls. */
export type ProviderName = 'whatsapp' | 'gmail' | 'gemini';

/**
 * What the caller does next, decided once here for every worker:
 * - `retry`: nothing happened over there; call again after the caller's own growing delay.
 * - `wait`: a limit was met; call again after `retryAfterMs` and hold back `scope` until then.
 * - `stop-recipient`: never again to this person (not on WhatsApp, blocked, opted out).
 * - `stop-account`: the seller's account or its configuration is refused; stop its calls and tell a human.
 * - `restrict`: the account may only answer those who wrote to it; what it begins itself waits until the restriction is over.
 * - `reconnect`: the authorisation is dead; only the seller can give a new one.
 * - `reject`: this very call is wrong and will be wrong again.
 * - `unknown`: the call left and no answer came; it may have been accepted. Reconcile before calling again.
 */
export type ProviderAction =
  'retry' | 'wait' | 'stop-recipient' | 'stop-account' | 'restrict' | 'reconnect' | 'reject' | 'unknown';

/** Who a `wait` or a stop concerns: this call, the recipient, the seller's account, or everybody. */
export type ProviderScope = 'call' | 'recipient' | 'account' | 'provider';

export interface ProviderErrorFacts {
  provider: ProviderName;
  /** The provider's own code when it gave one (`131047`, `invalid_grant`), else ours (`timeout`, `http_502`, `circuit_open`). */
  code: string;
  action: ProviderAction;
  /** English, for logs: no token, no phone number, no message text. */
  message: string;
  /** French, for the seller. */
  explanationFr: string;
  scope?: ProviderScope;
  /** Milliseconds before the next call can succeed. */
  retryAfterMs?: number;
  httpStatus?: number;
  /** True when the provider itself is failing: only these errors open the circuit. */
  outage?: boolean;
  /** True when nobody was called, because the provider is known to refuse. */
  held?: boolean;
  cause?: unknown;
}

/** The one error that leaves a client of this library; `action` says what to do, `code` says why. */
export class ProviderError extends Error {
  readonly provider: ProviderName;
  readonly code: string;
  readonly action: ProviderAction;
  readonly explanationFr: string;
  readonly scope: ProviderScope;
  readonly retryAfterMs?: number;
  readonly httpStatus?: number;
  readonly outage: boolean;
  readonly held: boolean;

  constructor(facts: ProviderErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.provider = facts.provider;
    this.code = facts.code;
    this.action = facts.action;
    this.explanationFr = facts.explanationFr;
    this.scope = facts.scope ?? 'call';
    this.retryAfterMs = facts.retryAfterMs;
    this.httpStatus = facts.httpStatus;
    this.outage = facts.outage ?? false;
    this.held = facts.held ?? false;
  }
}

const NAME_FR: Record<ProviderName, string> = { whatsapp: 'WhatsApp', gmail: 'Gmail', gemini: "L'assistant Gemini" };

/** The provider's name as a French sentence begins with it. */
export const nameFr = (provider: ProviderName): string => NAME_FR[provider];
