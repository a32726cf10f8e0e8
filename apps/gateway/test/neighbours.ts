import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, type JWTPayload, SignJWT } from 'jose';
import { type AnswerOf, type Asks, type Caller, GetSigningKeys, type QuestionOf, type RequestClass } from '#contracts';
import { type Attempt, Responder, silentLogger } from '#bus';
import { signBody } from '#providers';
import type { RunningService } from '#service';
import type { World } from '#testing';
import { gatewayService } from '../src/gateway.service-definition.js';

export const APP_SECRET = 'fluxasync-app-secret';
export const PUSH_ACCOUNT = 'gmail-push@example.iam.gserviceaccount.com';
export const PUSH_AUDIENCE = 'https://api.example.ci/webhooks/gmail';

/** What a call carries: the founder's token of `seller`, a body, headers; to the gateway that was started last unless another is named. */
export interface Call {
  seller?: string;
  body?: unknown;
  headers?: Record<string, string>;
  gateway?: RunningService;
}

/** The other services as the gateway meets them, played by the test; Google's keys; and an HTTP client. */
export class Neighbours {
  readonly seller = generateKeyPairSync('ed25519');
  readonly google = generateKeyPairSync('rsa', { modulusLength: 2048 });
  gateway!: RunningService;
  private certs!: Server;
  private readonly responders: Responder[] = [];

  private constructor(readonly world: World) {}

  static async start(world: World): Promise<Neighbours> {
    const neighbours = new Neighbours(world);
    neighbours.certs = createServer((_request, response) => {
      void exportJWK(neighbours.google.publicKey).then((jwk) =>
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ keys: [{ ...jwk, kid: 'g1', alg: 'RS256' }] })),
      );
    });
    await new Promise<void>((resolve) => neighbours.certs.listen(0, '127.0.0.1', resolve));
    const jwk = await exportJWK(neighbours.seller.publicKey);
    await neighbours.answer(GetSigningKeys, () => ({ keys: [{ kid: 's1', kty: 'OKP', crv: 'Ed25519', x: jwk.x! }] }));
    return neighbours;
  }

  async startGateway(env: NodeJS.ProcessEnv = {}): Promise<RunningService> {
    this.gateway = await this.world.start(gatewayService, {
      GATEWAY_PORT: '0',
      // A busy machine is no database that stands still.
      GATEWAY_DATABASE_PATIENCE_MS: '10000',
      WHATSAPP_APP_SECRET: APP_SECRET,
      WHATSAPP_VERIFY_TOKEN: 'verifie-moi',
      GMAIL_PUSH_AUDIENCE: PUSH_AUDIENCE,
      GMAIL_PUSH_SERVICE_ACCOUNT: PUSH_ACCOUNT,
      GOOGLE_CERTS_URL: `http://127.0.0.1:${(this.certs.address() as AddressInfo).port}/certs`,
      GATEWAY_CORS_ORIGINS: 'https://app.example.ci',
      FLUXASYNC_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      ...env,
    });
    return this.gateway;
  }

  /** Plays the owner of a request until the test ends or the returned responder is stopped. */
  async answer<Q extends Asks<unknown>>(
    contract: RequestClass<Q>,
    answer: (question: QuestionOf<Q>, caller: Caller, once?: Attempt) => AnswerOf<Q> | Promise<AnswerOf<Q>>,
  ): Promise<Responder> {
    const responder = new Responder(
      this.world.connection,
      contract as RequestClass,
      async (question, caller, once) => answer(question as QuestionOf<Q>, caller, once),
      silentLogger,
    );
    this.responders.push(responder);
    // The broker must know of it before the gateway asks over its own connection.
    await this.world.connection.flush();
    return responder;
  }

  /** An access token as accounts signs it; `claims` as they are for its founder unless told otherwise. */
  token(
    sellerId: string,
    { kid = 's1', expires = '10m', audience = 'fluxasync-api', key = this.seller.privateKey, claims = {} as JWTPayload } = {},
  ) {
    return new SignJWT({ role: 'owner', ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' })
      .setSubject(sellerId)
      .setIssuer('fluxasync')
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(key);
  }

  /** A Pub/Sub identity token. */
  pushToken({ email = PUSH_ACCOUNT, audience = PUSH_AUDIENCE } = {}) {
    return new SignJWT({ email, email_verified: true })
      .setProtectedHeader({ alg: 'RS256', kid: 'g1' })
      .setIssuer('https://accounts.google.com')
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(this.google.privateKey);
  }

  async call(
    method: string,
    path: string,
    { seller, body, headers = {}, gateway = this.gateway }: Call = {},
  ): Promise<{ status: number; headers: Headers; text: string; json: Record<string, unknown> }> {
    const raw = Buffer.isBuffer(body) || typeof body === 'string';
    const response = await fetch(`http://127.0.0.1:${gateway.httpPort}${path}`, {
      method,
      headers: {
        ...(seller ? { authorization: `Bearer ${await this.token(seller)}` } : {}),
        ...(body !== undefined ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : raw ? (body as string) : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson ? JSON.parse(text) : {}) as Record<string, unknown>,
    };
  }

  /** Posts a WhatsApp webhook, signed over the bytes that leave. */
  async whatsApp(
    body: unknown,
    { secret = APP_SECRET, headers = {} }: { secret?: string; headers?: Record<string, string> } = {},
  ) {
    const raw = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    return this.call('POST', '/webhooks/whatsapp', {
      body: raw,
      headers: { 'x-hub-signature-256': signBody(raw, secret), ...headers },
    });
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.certs.close(resolve));
    for (const responder of this.responders) await responder.stop();
  }
}
