import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Client } from 'pg';
import { FluxAsync } from '#api-client';
import type { ServiceName } from '#contracts';
import type { RunningService } from '#service';
import { freePort, startWorld, type World } from '#testing';
import { readSandboxEnv } from '../../apps/sandbox/src/sandbox.env.js';
import { type RunningSandbox, startSandbox } from '../../apps/sandbox/src/start-sandbox.js';
import { services } from '../generate/services.js';
import { PLATFORM_NUMBER, digits } from '../launcher/cast.js';
import { call } from '../launcher/http.js';

const WEBHOOKS = {
  WHATSAPP_APP_SECRET: 'secret-de-l-essai',
  WHATSAPP_VERIFY_TOKEN: 'verifie-moi',
  GMAIL_PUSH_SERVICE_ACCOUNT: 'gmail-push@example.iam.gserviceaccount.com',
};

/**
 * Every service of the platform inside the test's process, with the sandbox for third parties: for tests that go in by the API and look at what is behind. The
 * platform as processes is {@link RunningPlatform}.
 */
export class WholePlatform {
  readonly running = new Map<ServiceName, RunningService>();
  /** What was posted to {@link WholePlatform.receiverUrl}: outgoing webhooks end there. */
  readonly received: { path: string; headers: Record<string, unknown>; body: string }[] = [];

  private constructor(
    readonly world: World,
    readonly sandbox: RunningSandbox,
    private readonly receiver: Server,
    private readonly env: Record<ServiceName, NodeJS.ProcessEnv>,
    private readonly everywhere: NodeJS.ProcessEnv,
  ) {}

  /** Give it 120 s in `beforeAll`. @param gateway variables of the gateway besides the usual ones @param everywhere likewise, of every service */
  static async start(gateway: NodeJS.ProcessEnv = {}, everywhere: NodeJS.ProcessEnv = {}): Promise<WholePlatform> {
    const [world, port] = await Promise.all([startWorld(), freePort()]);
    const audience = `http://127.0.0.1:${port}/webhooks/gmail`;
    const sandbox = await startSandbox(
      readSandboxEnv({
        ...WEBHOOKS,
        SANDBOX_PORT: '0',
        SANDBOX_STATUS_DELAY_MS: '10',
        WHATSAPP_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/whatsapp`,
        GMAIL_PUSH_URL: audience,
        GMAIL_PUSH_AUDIENCE: audience,
      }),
      pino({ level: 'silent' }),
    );
    const sealing = { FLUXASYNC_ENCRYPTION_KEYS: `essai:${randomBytes(32).toString('base64')}` };
    const whatsApp = { WHATSAPP_API_URL: sandbox.url, PLATFORM_PHONE_NUMBER_ID: PLATFORM_NUMBER.phoneNumberId };
    const jwt = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'essai-1' };
    const receiver = createServer();
    const env = {
      gateway: {
        ...sealing,
        ...WEBHOOKS,
        GATEWAY_PORT: String(port),
        GMAIL_PUSH_AUDIENCE: audience,
        GOOGLE_CERTS_URL: `${sandbox.url}/oauth2/v3/certs`,
        GATEWAY_WEBHOOKS_ALLOW_PRIVATE: 'true',
        GATEWAY_DATABASE_PATIENCE_MS: '10000',
        GATEWAY_RATE_LIMIT: '1000000',
        GATEWAY_ADDRESS_RATE_LIMIT: '1000000',
        ...gateway,
      },
      accounts: { ...sealing, ACCOUNTS_JWT_PRIVATE_KEY: JSON.stringify(jwt) },
      conversations: { ...sealing, ...whatsApp, TURN_DEBOUNCE_MS: '50' },
      orders: {},
      deliveries: {},
      'email-intelligence': {
        ...sealing,
        GMAIL_API_URL: sandbox.url,
        GOOGLE_OAUTH_URL: sandbox.url,
        GOOGLE_CLIENT_ID: 'sandbox.apps.googleusercontent.com',
        GOOGLE_CLIENT_SECRET: 'sandbox',
        GMAIL_PUBSUB_TOPIC: 'projects/fluxasync-sandbox/topics/gmail',
      },
      notifications: {
        ...sealing,
        ...whatsApp,
        PLATFORM_BUSINESS_ACCOUNT_ID: PLATFORM_NUMBER.businessAccountId,
        PLATFORM_WHATSAPP_TOKEN: PLATFORM_NUMBER.accessToken,
      },
      analytics: {},
    };
    const platform = new WholePlatform(world, sandbox, receiver, env, everywhere);
    await platform.receive();
    await call('POST', `${sandbox.url}/__sandbox/accounts`, { ...PLATFORM_NUMBER, phone: digits(PLATFORM_NUMBER.phone) });
    // The gateway last: it asks accounts at once.
    for (const { manifest } of [...services].reverse()) await platform.startService(manifest.service);
    return platform;
  }

  /** Starts a service, or starts it again after it was stopped. */
  async startService(name: ServiceName): Promise<RunningService> {
    const definition = services.find(({ manifest }) => manifest.service === name)!;
    const service = await this.world.start(definition, { ...this.everywhere, ...this.env[name] });
    this.running.set(name, service);
    return service;
  }

  async stopService(name: ServiceName): Promise<void> {
    await this.running.get(name)?.stop();
    this.running.delete(name);
  }

  get url(): string {
    return `http://127.0.0.1:${this.env.gateway.GATEWAY_PORT}`;
  }

  /** An address that takes every webhook. */
  get receiverUrl(): string {
    return `http://127.0.0.1:${(this.receiver.address() as AddressInfo).port}/crochet`;
  }

  /** The API as a frontend has it; nobody is signed in yet. */
  client(): FluxAsync {
    return new FluxAsync({ baseUrl: this.url });
  }

  /** The sandbox's control door: `sandboxed('POST', 'inbound', { … })`. */
  sandboxed<T>(method: string, path: string, body?: unknown): Promise<T> {
    return call<T>(method, `${this.sandbox.url}/__sandbox/${path}`, body);
  }

  /** Rows as the superuser sees them, whatever row-level security says. */
  async sql<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.world.adminUrl });
    await client.connect();
    try {
      return (await client.query<T>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.sandbox.close();
    await this.world.stop();
    this.receiver.closeAllConnections();
    this.receiver.close();
  }

  private async receive(): Promise<void> {
    this.receiver.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.end('ok');
      });
    });
    this.receiver.listen(0, '127.0.0.1');
    await once(this.receiver, 'listening');
  }
}
