import {
  CreateWebhookEndpoint,
  DeleteWebhookEndpoint,
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
import { asks } from '../route.js';

const webhooks = { tag: 'Webhooks', scope: 'webhooks' } as const;
// An address that is told everything would outlast the agent who set it.
const owners = { ...webhooks, owner: true } as const;

export const webhookRoutes = [
  asks('GET /v1/events', ListApiEvents, { tag: 'Events', scope: 'events' }),
  asks('POST /v1/webhook-endpoints', CreateWebhookEndpoint, { ...owners, status: 201 }),
  asks('GET /v1/webhook-endpoints', ListWebhookEndpoints, webhooks),
  asks('GET /v1/webhook-endpoints/:endpointId', GetWebhookEndpoint, webhooks),
  asks('PATCH /v1/webhook-endpoints/:endpointId', UpdateWebhookEndpoint, owners),
  asks('DELETE /v1/webhook-endpoints/:endpointId', DeleteWebhookEndpoint, { ...owners, status: 204 }),
  asks('POST /v1/webhook-endpoints/:endpointId/secret', RenewWebhookSecret, owners),
  asks('POST /v1/webhook-endpoints/:endpointId/test', TestWebhookEndpoint, { ...webhooks, status: 202 }),
  asks('GET /v1/webhook-endpoints/:endpointId/deliveries', ListWebhookDeliveries, webhooks),
  asks('GET /v1/webhook-endpoints/:endpointId/deliveries/:deliveryId', GetWebhookDelivery, webhooks),
  asks('POST /v1/webhook-endpoints/:endpointId/deliveries/:deliveryId/replay', ReplayWebhookDelivery, {
    ...webhooks,
    status: 202,
  }),
];
