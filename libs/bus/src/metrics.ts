import { Counter, Gauge, Histogram } from 'prom-client';

/** Metrics of the bus, in the process's default registry; served by each service at /metrics, described in docs/operations.md. */
export const busMetrics = {
  eventsIn: new Counter({
    name: 'fluxasync_events_in_total',
    help: 'Events handled, by outcome',
    labelNames: ['subject', 'outcome'] as const,
  }),
  eventsOut: new Counter({
    name: 'fluxasync_events_out_total',
    help: 'Events acknowledged by the broker',
    labelNames: ['subject'] as const,
  }),
  batchSize: new Histogram({
    name: 'fluxasync_batch_size',
    help: 'Events per consumer transaction',
    labelNames: ['consumer'] as const,
    buckets: [1, 2, 5, 10, 20, 50, 100, 200],
  }),
  handlerSeconds: new Histogram({
    name: 'fluxasync_handler_seconds',
    help: 'Time from batch fetched to committed',
    labelNames: ['consumer'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  }),
  consumerLag: new Gauge({
    name: 'fluxasync_consumer_lag',
    help: 'Events waiting for a consumer',
    labelNames: ['consumer'] as const,
  }),
  consumerOldest: new Gauge({
    name: 'fluxasync_consumer_oldest_pending_seconds',
    help: 'Age of the oldest event that waits',
    labelNames: ['consumer'] as const,
  }),
  outboxDepth: new Gauge({ name: 'fluxasync_outbox_depth', help: 'Events written and not yet acknowledged by the broker' }),
  outboxOldest: new Gauge({ name: 'fluxasync_outbox_oldest_seconds', help: 'Age of the oldest of them' }),
  deadLetters: new Gauge({ name: 'fluxasync_dead_letters', help: 'Dead letters not replayed' }),
  republished: new Counter({
    name: 'fluxasync_events_republished_total',
    help: 'Events sent again because the broker had lost them',
  }),
  requests: new Histogram({
    name: 'fluxasync_request_seconds',
    help: 'Requests answered, by outcome',
    labelNames: ['subject', 'outcome'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  }),
  workerRuns: new Counter({
    name: 'fluxasync_worker_items_total',
    help: 'Items done by background workers',
    labelNames: ['worker', 'outcome'] as const,
  }),
};
