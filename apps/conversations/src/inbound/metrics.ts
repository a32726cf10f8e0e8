import { Counter } from 'prom-client';

/** Metrics of what WhatsApp tells us; described in docs/operations.md. */
export const inboundMetrics = {
  kept: new Counter({
    name: 'fluxasync_whatsapp_updates_kept_total',
    help: 'Updates that nothing could be done with yet, by reason; `numero_inconnu`: their number is linked by no shop',
    labelNames: ['motif'] as const,
  }),
};
