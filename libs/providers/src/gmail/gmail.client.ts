import type { Agent } from 'undici';
import { GuardedCalls, type BreakerOptions, type Observe } from '../breaker.js';
import { fetchAgent } from '../http/tracked-fetch.js';
import { GmailMailbox } from './gmail-mailbox.js';
import type { MailPort, MailProvider, MailTokens } from './mail.port.js';
import { TokenEndpoint } from './token-endpoint.js';

export interface GmailClientOptions {
  clientId: string;
  clientSecret: string;
  /** Scheme, host and port only. Default `https://gmail.googleapis.com`. */
  rootUrl?: string;
  /** Default `https://oauth2.googleapis.com/token`. */
  tokenUrl?: string;
  /** Default `https://accounts.google.com/o/oauth2/v2/auth`. */
  authorizationUrl?: string;
  /** Each call in milliseconds. Default 10 000. */
  timeoutMs?: number;
  breaker?: BreakerOptions;
  observe?: Observe;
}

/** Read mail, archive it, and answer it. */
export const GMAIL_SCOPES = ['openid', 'email', 'https://www.googleapis.com/auth/gmail.modify'];

const LARGEST_ANSWER = 32 * 1024 * 1024;

/** Gmail for every seller: one instance, one mailbox object per seller and piece of work. */
export class GmailClient implements MailProvider {
  private readonly rootUrl: string;
  private readonly timeoutMs: number;
  private readonly agent: Agent;
  private readonly guard: GuardedCalls;
  private readonly tokenEndpoint: TokenEndpoint;

  constructor(private readonly options: GmailClientOptions) {
    const rootUrl = new URL(options.rootUrl ?? 'https://gmail.googleapis.com');
    // Google's library keeps the origin and drops any path: a prefix would silently call another address.
    if (rootUrl.pathname !== '/') throw new Error(`the Gmail root URL must have no path, got ${rootUrl.href}`);
    this.rootUrl = rootUrl.href;
    this.timeoutMs = options.timeoutMs ?? 10_000;
    this.agent = fetchAgent(this.timeoutMs, LARGEST_ANSWER);
    this.guard = new GuardedCalls('gmail', options.observe, options.breaker);
    const tokenUrl = options.tokenUrl ?? 'https://oauth2.googleapis.com/token';
    this.tokenEndpoint = new TokenEndpoint(tokenUrl, options, this.guard, this.timeoutMs);
  }

  mailbox(tokens: MailTokens, onTokens: (tokens: MailTokens) => void | Promise<void> = () => {}): MailPort {
    const { rootUrl, timeoutMs, agent, guard, tokenEndpoint } = this;
    return new GmailMailbox(tokens, onTokens, { rootUrl, timeoutMs, agent, guard, tokenEndpoint });
  }

  /** The consent page to send the seller to. Consent is always asked for: a second one without it brings no refresh token. */
  consentUrl(redirectUri: string, state: string): string {
    const url = new URL(this.options.authorizationUrl ?? 'https://accounts.google.com/o/oauth2/v2/auth');
    url.search = new URLSearchParams({
      client_id: this.options.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      access_type: 'offline',
      prompt: 'consent',
      scope: GMAIL_SCOPES.join(' '),
      state,
    }).toString();
    return url.href;
  }

  /** Exchanges the code the consent page came back with. @throws ProviderError */
  exchangeCode(code: string, redirectUri: string, codeVerifier?: string): Promise<MailTokens> {
    return this.tokenEndpoint.exchange(code, redirectUri, codeVerifier);
  }

  /** Waits for running calls, then closes the connections. */
  async close(): Promise<void> {
    await Promise.all([this.agent.close(), this.tokenEndpoint.close()]);
  }
}
