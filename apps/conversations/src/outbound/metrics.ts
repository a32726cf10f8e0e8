import { Counter } from 'prom-client';

/** Metrics of what is sent to customers; described in docs/operations.md. */
export const sendMetrics = {
  sends: new Counter({ name: 'fluxasync_whatsapp_messages_sent_total', help: 'Messages that WhatsApp took' }),
  resends: new Counter({
    name: 'fluxasync_whatsapp_messages_resent_total',
    help: 'Messages sent once more after an unknown fate: at most so many came twice to a customer',
  }),
  duplicates: new Counter({
    name: 'fluxasync_whatsapp_messages_duplicated_total',
    help: 'Messages that WhatsApp told of under two ids: so many came twice to a customer',
  }),
  limited: new Counter({
    name: 'fluxasync_whatsapp_limits_met_total',
    help: "Sends that met a limit of WhatsApp's and were held back",
    labelNames: ['code'] as const,
  }),
  suspensions: new Counter({
    name: 'fluxasync_whatsapp_accounts_suspended_total',
    help: 'Numbers that WhatsApp began to refuse',
    labelNames: ['code'] as const,
  }),
  restrictions: new Counter({
    name: 'fluxasync_whatsapp_accounts_restricted_total',
    help: 'Numbers that WhatsApp let only answer from then on',
    labelNames: ['code'] as const,
  }),
};
