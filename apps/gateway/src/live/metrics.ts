import { Counter, Gauge } from 'prom-client';

/** Live streams that this replica keeps open. */
export const openStreams = new Gauge({ name: 'fluxasync_streams_open', help: 'Live streams that are open' });

/** Events that were written down for sellers who listen. */
export const feedEvents = new Counter({
  name: 'fluxasync_feed_events_total',
  help: 'Events written down for live streams and webhooks',
});
