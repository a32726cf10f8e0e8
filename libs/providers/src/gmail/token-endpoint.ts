import type { GuardedCalls } from '../breaker.js';
import { HttpCaller, jsonOf, type HttpAnswer } from '../http/http-caller.js';
import { retryAfterMs } from '../http/retry-after.js';
import { ProviderError } from '../provider-error.js';
import type { MailTokens } from './mail.port.js';

export interface OAuthApp {
  clientId: string;
  clientSecret: string;
}

/**
 * Google's token endpoint. Called directly and not through the library's OAuth2 client: that one refreshes on rate limits too,
 * retries on its own for longer than our deadline, and does not refresh on a 401 while it believes its expiry date.
 */
export class TokenEndpoint {
  private readonly http: HttpCaller;
  private readonly url: URL;

  constructor(
    tokenUrl: string,
    private readonly app: OAuthApp,
    private readonly guard: GuardedCalls,
    timeoutMs: number,
  ) {
    this.url = new URL(tokenUrl);
    this.http = new HttpCaller({ provider: 'gmail', origin: this.url.origin, timeoutMs, connections: 4 });
  }

  /** @throws ProviderError `invalid_grant`, action `reconnect`: revoked, unused for six months, password changed… */
  refresh(refreshToken: string): Promise<MailTokens> {
    return this.ask('token-refresh', { grant_type: 'refresh_token', refresh_token: refreshToken }, refreshToken);
  }

  /** Exchanges the code of the consent page. @throws ProviderError `no_refresh_token` when Google gave none: ask for consent again */
  exchange(code: string, redirectUri: string, codeVerifier?: string): Promise<MailTokens> {
    const pkce: Record<string, string> = codeVerifier === undefined ? {} : { code_verifier: codeVerifier };
    return this.ask('token-exchange', { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...pkce });
  }

  close(): Promise<void> {
    return this.http.close();
  }

  private ask(kind: string, fields: Record<string, string>, heldRefreshToken?: string): Promise<MailTokens> {
    return this.guard.run(kind, async () => {
      const answer = await this.http.request({
        method: 'POST',
        path: this.url.pathname + this.url.search,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams({ ...fields, client_id: this.app.clientId, client_secret: this.app.clientSecret }).toString(),
        repeatable: kind === 'token-refresh',
      });
      if (answer.status !== 200) throw refused(answer);
      return readTokens(jsonOf(answer), heldRefreshToken);
    });
  }
}

function readTokens(json: unknown, heldRefreshToken: string | undefined): MailTokens {
  const body = json as { access_token?: unknown; expires_in?: unknown; scope?: unknown; refresh_token?: unknown } | undefined;
  if (typeof body?.access_token !== 'string' || typeof body.expires_in !== 'number')
    throw fault(
      'bad_answer',
      'retry',
      'the token answer cannot be read',
      'Gmail a répondu de façon illisible : nous réessayons.',
      true,
    );
  // A refresh usually brings no new refresh token: the old one goes on.
  const refreshToken = typeof body.refresh_token === 'string' ? body.refresh_token : heldRefreshToken;
  if (refreshToken === undefined)
    throw fault(
      'no_refresh_token',
      'reconnect',
      'no refresh token came with the consent',
      'Reconnectez votre boîte Gmail en acceptant à nouveau.',
    );
  const expiresAt = new Date(Date.now() + body.expires_in * 1000);
  const scopes = typeof body.scope === 'string' ? body.scope.split(' ') : undefined;
  return { refreshToken, accessToken: body.access_token, expiresAt, ...(scopes ? { scopes } : {}) };
}

function refused(answer: HttpAnswer): ProviderError {
  const error = (jsonOf(answer) as { error?: unknown } | undefined)?.error;
  const code = typeof error === 'string' ? error : `http_${answer.status}`;
  const text = `HTTP ${answer.status} ${code} from the token endpoint`;
  if (code === 'invalid_grant') return fault(code, 'reconnect', text, "L'accès à votre boîte Gmail a expiré : reconnectez-la.");
  if (answer.status === 429) {
    const wait = retryAfterMs(answer.headers['retry-after']) ?? 60_000;
    return fault(code, 'wait', text, 'Trop de demandes à Gmail : nous ralentissons.', false, wait);
  }
  if (answer.status >= 500) return fault(code, 'retry', text, 'Gmail est momentanément indisponible : nous réessayons.', true);
  return fault(code, 'reject', text, "Gmail refuse l'application FluxAsync : sa configuration est à vérifier.");
}

function fault(
  code: string,
  action: ProviderError['action'],
  text: string,
  explanationFr: string,
  outage = false,
  wait?: number,
) {
  const scope = action === 'reconnect' ? 'account' : action === 'wait' ? 'provider' : 'call';
  return new ProviderError({
    provider: 'gmail',
    code,
    action,
    scope,
    outage,
    retryAfterMs: wait,
    message: `gmail: ${text}`,
    explanationFr,
  });
}
