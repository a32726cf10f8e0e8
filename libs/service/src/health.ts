import { createServer, type Server } from 'node:http';
import { register } from 'prom-client';

export interface HealthChecks {
  /** Throws when the service cannot work: database or broker does not answer. */
  ready: () => Promise<void>;
  /** Brings metrics up to date before a scrape. */
  measure: () => Promise<void>;
  /** Facts to show beside the state, e.g. safe mode. */
  facts: () => object;
}

const CHECK_MS = 2_000;

/**
 * Serves `/health/live` (the process runs), `/health/ready` (a round trip to its database and broker just worked) and `/metrics` (Prometheus), apart from any
 * public port.
 */
export async function startHealthServer(host: string, port: number, checks: HealthChecks): Promise<Server & { port: number }> {
  const server = createServer((request, response) => {
    const send = (status: number, body: string, type = 'application/json') =>
      response.writeHead(status, { 'content-type': type }).end(body);
    const path = request.url?.split('?')[0];
    if (path === '/health/live') return void send(200, '{"status":"live"}');
    if (path === '/health/ready') {
      within(CHECK_MS, checks.ready()).then(
        () => send(200, JSON.stringify({ status: 'ready', ...checks.facts() })),
        (error: unknown) =>
          send(503, JSON.stringify({ status: 'not ready', reason: (error as Error).message, ...checks.facts() })),
      );
      return;
    }
    if (path === '/metrics') {
      // A broker or database that is away must not hide the counters that say so.
      within(CHECK_MS, checks.measure())
        .catch(() => undefined)
        .then(() => register.metrics())
        .then(
          (text) => send(200, text, register.contentType),
          (error: unknown) => send(500, String(error), 'text/plain'),
        );
      return;
    }
    send(404, '{"status":"unknown path"}');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  return Object.assign(server, { port: typeof address === 'object' && address ? address.port : port });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
