import {
  CreateWebhookEndpoint,
  DeleteWebhookEndpoint,
  DomainError,
  GetMe,
  GetWebhookDelivery,
  GetWebhookEndpoint,
  ListApiEvents,
  ListWebhookDeliveries,
  ListWebhookEndpoints,
  RenewWebhookSecret,
  ReplayWebhookDelivery,
  TestWebhookEndpoint,
  UpdateWebhookEndpoint,
} from '#contracts';
import { asks, type Route } from '../route.js';

const webhooks = { tag: 'Webhooks', scope: 'webhooks' } as const;
// An address that is told everything would outlast the agent who set it.
const owners = { ...webhooks, owner: true } as const;

/** Asks first whether the caller is an owner still: his token says what he was up to ten minutes ago. A program comes in by its key alone. */
const ofOwnersStill = (route: Route): Route => ({
  ...route,
  asks: [GetMe, ...route.asks],
  run: async (question, ask) => {
    const { member } = await ask(GetMe, {});
    if (member && member.role !== 'owner') throw new DomainError('ROLE_FORBIDS', 'forbidden', { needs: 'owner' });
    return route.run(question, ask);
  },
});

export const webhookRoutes = [
  asks('GET /v1/events', ListApiEvents, { tag: 'Events', scope: 'events' }),
  ofOwnersStill(asks('POST /v1/webhook-endpoints', CreateWebhookEndpoint, { ...owners, status: 201 })),
  asks('GET /v1/webhook-endpoints', ListWebhookEndpoints, webhooks),
  asks('GET /v1/webhook-endpoints/:endpointId', GetWebhookEndpoint, webhooks),
  ofOwnersStill(asks('PATCH /v1/webhook-endpoints/:endpointId', UpdateWebhookEndpoint, owners)),
  ofOwnersStill(asks('DELETE /v1/webhook-endpoints/:endpointId', DeleteWebhookEndpoint, { ...owners, status: 204 })),
  ofOwnersStill(asks('POST /v1/webhook-endpoints/:endpointId/secret', RenewWebhookSecret, owners)),
  asks('POST /v1/webhook-endpoints/:endpointId/test', TestWebhookEndpoint, { ...webhooks, status: 202 }),
  asks('GET /v1/webhook-endpoints/:endpointId/deliveries', ListWebhookDeliveries, webhooks),
  asks('GET /v1/webhook-endpoints/:endpointId/deliveries/:deliveryId', GetWebhookDelivery, webhooks),
  asks('POST /v1/webhook-endpoints/:endpointId/deliveries/:deliveryId/replay', ReplayWebhookDelivery, {
    ...webhooks,
    status: 202,
  }),
];
