import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './generated.js';
import { ApiProblem, isProblem } from './problem.js';

/** What signing in gives. */
export type Session = components['schemas']['SessionView'];
type SignUp = components['schemas']['SignUp'];
type Fetch = (request: Request) => Promise<Response>;

export interface FluxAsyncOptions {
  /** Where the gateway is, e.g. `https://api.example.ci`. */
  baseUrl: string;
  /** Key of a program; then there is no session. */
  apiKey?: string;
  /** A session from before, as {@link FluxAsyncOptions.onSession} gave it. */
  session?: Session;
  /** Called with every new session, to be kept for the next start, and with undefined when it is over. */
  onSession?: (session: Session | undefined) => void;
  fetch?: Fetch;
}

/** Every operation of the API by method and path, typed: `api.GET('/v1/orders', { params: { query: { status: 'confirmed' } } })`. */
export type Api = Client<paths>;

/**
 * The API of one shop for a frontend or program. It carries the token, renews it when it ends (once for all requests that wait), and gives every POST and PATCH an
 * Idempotency-Key unless the caller set one.
 *
 * ```ts
 * const flux = new FluxAsync({ baseUrl: 'https://api.example.ci' });
 * await flux.signIn('kouadio@gmail.com', password);
 * const { items } = await answer(flux.api.GET('/v1/conversations', { params: { query: { unread: true } } }));
 * ```
 */
export class FluxAsync {
  readonly api: Api;
  readonly baseUrl: string;
  private session?: Session;
  private renewing?: Promise<Session>;
  /** Grows with each sign-in and sign-out: what one person began is not finished as another. */
  private visit = 0;
  private readonly send: Fetch;

  constructor(private readonly options: FluxAsyncOptions) {
    this.baseUrl = options.baseUrl.replace(/\/+$/, '');
    this.session = options.session;
    this.send = options.fetch ?? ((request) => fetch(request));
    this.api = createClient<paths>({ baseUrl: this.baseUrl, fetch: (request) => this.request(request) });
  }

  /** @throws ApiProblem CREDENTIALS_REFUSED, SIGN_IN_THROTTLED */
  async signIn(email: string, password: string): Promise<Session> {
    return this.enter(await this.post('/v1/sessions', { email, password }));
  }

  /** Registers a shop and signs its founder in. @throws ApiProblem EMAIL_TAKEN, VALIDATION_FAILED */
  async signUp(shop: SignUp): Promise<Session> {
    return this.enter(await this.post('/v1/sellers', shop));
  }

  /** Ends the session here and at the gateway. */
  async signOut(): Promise<void> {
    const refreshToken = this.session?.refreshToken;
    this.forget();
    if (refreshToken)
      await this.send(
        new Request(`${this.baseUrl}/v1/sessions`, {
          method: 'DELETE',
          headers: JSON_BODY,
          body: JSON.stringify({ refreshToken }),
        }),
      );
  }

  /** What requests carry as bearer token. @throws ApiProblem (401) when nobody is signed in */
  token(): string {
    const token = this.options.apiKey ?? this.session?.accessToken;
    if (token === undefined) throw new ApiProblem(401);
    return token;
  }

  /** Trades the refresh token for the next pair, once for all who ask meanwhile. @throws ApiProblem SESSION_ENDED */
  async renew(): Promise<Session> {
    if (this.renewing) return this.renewing;
    const renewing = this.tradeRefreshToken().finally(() => {
      if (this.renewing === renewing) this.renewing = undefined;
    });
    this.renewing = renewing;
    return renewing;
  }

  /** Sends a request as whoever is signed in. */
  async request(request: Request): Promise<Response> {
    if ((request.method === 'POST' || request.method === 'PATCH') && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', crypto.randomUUID());
    const again = request.clone();
    const { visit } = this;
    const token = this.options.apiKey ?? this.session?.accessToken;
    const response = await this.send(bearing(request, token));
    if (response.status !== 401 || !(await isTokenOver(response)) || this.visit !== visit || !this.session) return response;
    // Another request may have renewed the session while this one was on its way.
    const { accessToken } = this.session.accessToken === token ? await this.renew() : this.session;
    return this.send(bearing(again, accessToken));
  }

  private async tradeRefreshToken(): Promise<Session> {
    const { session, visit } = this;
    if (!session) throw new ApiProblem(401);
    try {
      const next = await this.post('/v1/sessions/refresh', { refreshToken: session.refreshToken });
      // Who signed out meanwhile stays so.
      if (this.visit !== visit) throw new ApiProblem(401);
      return this.keep(next);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401 && this.visit === visit) this.forget();
      throw error;
    }
  }

  private async post(path: '/v1/sessions' | '/v1/sellers' | '/v1/sessions/refresh', body: object): Promise<Session> {
    const response = await this.send(
      new Request(`${this.baseUrl}${path}`, { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) }),
    );
    const said: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new ApiProblem(response.status, isProblem(said) ? said : undefined);
    return said as Session;
  }

  private enter(session: Session): Session {
    this.visit += 1;
    this.renewing = undefined;
    return this.keep(session);
  }

  private keep(session: Session): Session {
    this.session = session;
    this.options.onSession?.(session);
    return session;
  }

  private forget(): void {
    this.visit += 1;
    this.renewing = undefined;
    this.session = undefined;
    this.options.onSession?.(undefined);
  }
}

/** A 401 may also mean a wrong password, which another token would not mend. */
async function isTokenOver(response: Response): Promise<boolean> {
  const said: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return isProblem(said) && said.code.startsWith('TOKEN_');
}

const JSON_BODY = { 'content-type': 'application/json' };

function bearing(request: Request, token: string | undefined): Request {
  if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
  return request;
}
