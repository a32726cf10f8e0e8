import type { FastifyInstance } from 'fastify';
import { Counter, Histogram } from 'prom-client';

const seconds = new Histogram({
  name: 'fluxasync_http_seconds',
  help: 'HTTP requests, by route and status',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
});

const items = new Counter({
  name: 'fluxasync_webhook_items_total',
  help: 'Items that third parties announced: new, or known already',
  labelNames: ['origin', 'outcome'] as const,
});

/** Measures every request; the route's pattern, not its address, is the label. */
export function measureRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    // A stream lasts as long as its client likes.
    if (route === '/v1/stream') return done();
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
    done();
  });
}

/** Counts the items of one commit. */
export function countItems(origins: string[], freshOrigins: string[]): void {
  for (const origin of new Set(origins)) {
    const fresh = freshOrigins.filter((o) => o === origin).length;
    items.inc({ origin, outcome: 'new' }, fresh);
    items.inc({ origin, outcome: 'duplicate' }, origins.filter((o) => o === origin).length - fresh);
  }
}
