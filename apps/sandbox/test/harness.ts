import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createLog } from '../src/log.js';
import { readSandboxEnv } from '../src/sandbox.env.js';
import { startSandbox } from '../src/start-sandbox.js';

export const APP_SECRET = 'fluxasync-app-secret';
export const AUDIENCE = 'http://gateway.test/webhooks/gmail';
export const PUSH_ACCOUNT = 'pubsub@fluxasync.iam.gserviceaccount.com';
export const SHOP = {
  phoneNumberId: '109988776655443',
  businessAccountId: 'WABA_123456',
  phone: '+225 07 00 11 22 33',
  accessToken: 'shop-token',
  name: 'Kouadio Chaussures',
};
export const AMINATA = { phone: '+225 05 98 76 54 32', name: 'Aminata Traoré 🌸' };
export const AMINATA_ID = '2250598765432';

/** A callback as it came in, bytes untouched. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
}

/** The platform's webhooks: keeps what comes and answers what the test says. */
export async function startReceiver() {
  const received: Received[] = [];
  let answer: (request: Received) => number = () => 200;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://receiver');
      const one = { path: url.pathname, headers: request.headers, raw: Buffer.concat(chunks) };
      if (request.method === 'GET') {
        const fits = url.searchParams.get('hub.verify_token') === 'verify-me';
        response.writeHead(fits ? 200 : 403).end(fits ? url.searchParams.get('hub.challenge') : '');
        return;
      }
      received.push(one);
      response.writeHead(answer(one)).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answerWith: (how: (request: Received) => number) => (answer = how),
    close: () => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** The one change of a webhook. */
export function changeOf(received: Received): { field: string; value: Value } {
  const body = JSON.parse(received.raw.toString()) as { entry: { changes: { field: string; value: Value }[] }[] };
  const change = body.entry[0]?.changes[0];
  if (!change) throw new Error('a webhook without a change');
  return change;
}

export interface Value {
  metadata: { phone_number_id: string };
  contacts?: { profile: { name: string }; wa_id: string; user_id: string }[];
  messages?: (Record<string, unknown> & { id: string; type: string })[];
  statuses?: (Record<string, unknown> & { id: string; status: string; errors?: { code: number }[] })[];
}

/** Starts a sandbox that calls the receiver back, with short pauses. */
export async function startTestSandbox(receiver: Receiver, stateDir?: string) {
  const env = readSandboxEnv({
    SANDBOX_PORT: '0',
    SANDBOX_STATE_DIR: stateDir,
    WHATSAPP_APP_SECRET: APP_SECRET,
    WHATSAPP_VERIFY_TOKEN: 'verify-me',
    WHATSAPP_WEBHOOK_URL: `${receiver.url}/whatsapp`,
    GMAIL_PUSH_URL: `${receiver.url}/gmail`,
    GMAIL_PUSH_AUDIENCE: AUDIENCE,
    GMAIL_PUSH_SERVICE_ACCOUNT: PUSH_ACCOUNT,
    SANDBOX_STATUS_DELAY_MS: '5',
    SANDBOX_RETRY_FIRST_MS: '20',
    SANDBOX_RETRY_MAX_MS: '50',
    LOG_LEVEL: 'silent',
  });
  const running = await startSandbox(env, createLog('silent'));
  const call = async (method: string, path: string, body?: unknown, token?: string) => {
    const reply = await fetch(`${running.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await reply.text();
    const json = /json/.test(reply.headers.get('content-type') ?? '') ? (JSON.parse(text) as unknown) : undefined;
    return { status: reply.status, headers: reply.headers, text, json: json as never };
  };
  return {
    ...running,
    call,
    control: (path: string, body: unknown) => call('POST', `/__sandbox/${path}`, body),
    send: (body: object, token = SHOP.accessToken) =>
      call(
        'POST',
        `/v26.0/${SHOP.phoneNumberId}/messages`,
        { messaging_product: 'whatsapp', to: `+${AMINATA_ID}`, ...body },
        token,
      ),
  };
}

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/** Shop and customer, and a first message of hers that opens the window. */
export async function openChat(sandbox: TestSandbox): Promise<void> {
  await sandbox.control('accounts', SHOP);
  await sandbox.control('phones', AMINATA);
  await sandbox.control('inbound', { from: AMINATA_ID, toPhoneNumberId: SHOP.phoneNumberId, text: 'Bonjour' });
}

/** Waits until the check returns something other than undefined and false. */
export async function eventually<T>(check: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (const giveUp = Date.now() + 10_000; ;) {
    const found = await check();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > giveUp) throw new Error('did not happen within 10 s');
    await pause(10);
  }
}
