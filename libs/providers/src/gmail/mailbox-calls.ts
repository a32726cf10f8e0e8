import type { gmail_v1, MethodOptions } from '@googleapis/gmail';
import type { Agent } from 'undici';
import type { GuardedCalls } from '../breaker.js';
import { withDeadline } from '../http/deadline.js';
import { trackedFetch } from '../http/tracked-fetch.js';
import type { Trip } from '../http/transport-error.js';
import { ProviderError } from '../provider-error.js';
import { classifyGmail, unreadable } from './errors.js';
import type { MailTokens } from './mail.port.js';
import type { TokenEndpoint } from './token-endpoint.js';

/** What every mailbox of a client shares. */
export interface MailboxTools {
  rootUrl: string;
  timeoutMs: number;
  agent: Agent;
  guard: GuardedCalls;
  tokenEndpoint: TokenEndpoint;
}

/** `bodyExpected`: an answer without content is a fault. `repeatable`: asking twice does no harm. Both true unless told. */
interface CallTraits {
  bodyExpected?: boolean;
  repeatable?: boolean;
}

type Ask<T> = (api: gmail_v1.Gmail, options: MethodOptions) => Promise<{ data: T }>;

/** Renewed this long before it dies, so that it does not die on the way. */
const EARLY_MS = 60_000;

/** Calls to one mailbox through Google's client, each under one deadline, with a living access token. */
export class MailboxCalls {
  private api?: gmail_v1.Gmail;
  private renewal?: Promise<MailTokens>;

  constructor(
    private tokens: MailTokens,
    private readonly onTokens: (tokens: MailTokens) => void | Promise<void>,
    private readonly tools: MailboxTools,
  ) {}

  /** Callers at the same time share one request: Google counts them. */
  refresh(): Promise<MailTokens> {
    this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  private async renew(): Promise<MailTokens> {
    const tokens = await this.tools.tokenEndpoint.refresh(this.tokens.refreshToken);
    await this.onTokens(tokens);
    this.tokens = tokens;
    this.api = undefined;
    return tokens;
  }

  /** @throws ProviderError */
  async call<T>(kind: string, ask: Ask<T>, traits: CallTraits = {}): Promise<T> {
    if (!this.tokens.accessToken || (this.tokens.expiresAt && this.tokens.expiresAt.getTime() - Date.now() < EARLY_MS))
      await this.refresh();
    const used = this.tokens.accessToken;
    try {
      return await this.once(kind, ask, traits);
    } catch (error) {
      if (!(error instanceof ProviderError) || error.httpStatus !== 401) throw error;
      // Another call may have renewed it since.
      if (this.tokens.accessToken === used) await this.refresh();
      return this.once(kind, ask, traits);
    }
  }

  private once<T>(kind: string, ask: Ask<T>, { bodyExpected = true, repeatable = true }: CallTraits): Promise<T> {
    return this.tools.guard.run(kind, async () => {
      const api = (this.api ??= await this.open());
      const trip: Trip = { left: false, repeatable };
      try {
        const { data } = await withDeadline(this.tools.timeoutMs, (signal) =>
          // The library's own retries ignore Retry-After and stretch the deadline.
          ask(api, { retry: false, signal, fetchImplementation: trackedFetch(this.tools.agent, trip, signal) }),
        );
        // A body that is not JSON comes through as text.
        if (bodyExpected && (typeof data !== 'object' || data === null)) throw unreadable('not JSON', repeatable);
        return data;
      } catch (error) {
        throw classifyGmail(error, trip);
      }
    });
  }

  /** Loaded on first use: a service that reads no mail does not pay for Google's library. */
  private async open(): Promise<gmail_v1.Gmail> {
    const { auth, gmail } = await import('@googleapis/gmail');
    const bearer = new auth.OAuth2();
    bearer.setCredentials({ access_token: this.tokens.accessToken });
    return gmail({ version: 'v1', auth: bearer, rootUrl: this.tools.rootUrl });
  }
}
