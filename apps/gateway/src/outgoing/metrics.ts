import { Counter, Histogram } from 'prom-client';

/** Tries to post to an endpoint. */
export const posts = new Counter({
  name: 'fluxasync_webhook_posts_total',
  help: "Tries to post to sellers' endpoints, by outcome: delivered, refused (an answer that is no success), failed (no answer)",
  labelNames: ['outcome'] as const,
});

/** How long they took. */
export const postSeconds = new Histogram({
  name: 'fluxasync_webhook_post_seconds',
  help: "Time that tries to post to sellers' endpoints took",
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
});
