import { PUBLIC_EVENT_NAMES, type PublicEventName } from '../public-events.js';
import { Asks, request } from '../message.js';
import { count, flag, foreign, id, instant, listOf, oneOf, someOf, text, version } from '../schema.js';
import { AsksPage, Edits, pageOf } from './paging.js';

/** Something that happened in the shop, as the live stream and outgoing webhooks tell it. */
export class ApiEventView {
  @id('The event; the same wherever and however often it is told') id!: string;
  @oneOf('What happened', PUBLIC_EVENT_NAMES) type!: PublicEventName;
  @instant('When') occurredAt!: string;
  @foreign('The facts; their shape depends on the type') data!: Record<string, unknown>;
}
export class ApiEventPage extends pageOf(() => ApiEventView, 'Events, newest first') {}

@request('api-events', {
  to: 'gateway',
  says: 'What happened in the shop in the last 7 days, newest first; written down while it has a webhook, and for 30 days after it last listened to the stream.',
  answers: ApiEventPage,
})
export class ListApiEvents extends AsksPage<ApiEventView> {
  @oneOf('Only of this type', PUBLIC_EVENT_NAMES, { optional: true }) type?: PublicEventName;
}

/** An address that is told what happens. */
export class WebhookEndpointView {
  @id('The endpoint') id!: string;
  @text('Where events are posted, https', { max: 500 }) url!: string;
  @text('What it is for', { max: 200, optional: true }) description?: string;
  @someOf('Which events', PUBLIC_EVENT_NAMES, { min: 1 }) events!: PublicEventName[];
  @flag('Events are sent') enabled!: boolean;
  @text('Why it was disabled, in French', { max: 300, optional: true }) disabledReason?: string;
  @instant('Nothing has got through since', { optional: true }) failingSince?: string;
  @instant('Made') createdAt!: string;
  @version() version!: number;
}

export class WebhookEndpoints {
  @listOf('Endpoints, newest first', () => WebhookEndpointView) items!: WebhookEndpointView[];
}

/** An endpoint with its secret, shown when it is made or renewed and not again. */
export class WebhookEndpointWithSecret extends WebhookEndpointView {
  @text('What requests are signed with, `whsec_…`; absent when an answer is given again', {
    max: 100,
    secret: true,
    optional: true,
  })
  secret?: string;
}

@request('create-webhook-endpoint', {
  to: 'gateway',
  says: 'Has events posted to an address: https, on a public network; at most 20.',
  answers: WebhookEndpointWithSecret,
})
export class CreateWebhookEndpoint extends Asks<WebhookEndpointWithSecret> {
  @text('Where to post events, https', { max: 500 }) url!: string;
  @text('What it is for', { max: 200, optional: true }) description?: string;
  @someOf('Which events', PUBLIC_EVENT_NAMES, { min: 1 }) events!: PublicEventName[];
}

@request('webhook-endpoints', { to: 'gateway', says: 'The addresses that are told what happens.', answers: WebhookEndpoints })
export class ListWebhookEndpoints extends Asks<WebhookEndpoints> {}

@request('webhook-endpoint', { to: 'gateway', says: 'One endpoint.', answers: WebhookEndpointView })
export class GetWebhookEndpoint extends Asks<WebhookEndpointView> {
  @id('The endpoint') endpointId!: string;
}

@request('update-webhook-endpoint', {
  to: 'gateway',
  says: 'Changes an endpoint, or enables it again; absent fields stay.',
  answers: WebhookEndpointView,
})
export class UpdateWebhookEndpoint extends Edits<WebhookEndpointView> {
  @id('The endpoint') endpointId!: string;
  @text('Where to post events, https', { max: 500, optional: true }) url?: string;
  @text('What it is for', { max: 200, optional: true }) description?: string;
  @someOf('Which events', PUBLIC_EVENT_NAMES, { min: 1, optional: true }) events?: PublicEventName[];
  @flag('Events are sent', { optional: true }) enabled?: boolean;
}

@request('delete-webhook-endpoint', { to: 'gateway', says: 'Sends nothing more to an address, and forgets its log.' })
export class DeleteWebhookEndpoint extends Asks<Record<string, never>> {
  @id('The endpoint') endpointId!: string;
}

@request('renew-webhook-secret', {
  to: 'gateway',
  says: 'Gives an endpoint a new secret; for 24 hours requests are signed with both.',
  answers: WebhookEndpointWithSecret,
})
export class RenewWebhookSecret extends Asks<WebhookEndpointWithSecret> {
  @id('The endpoint') endpointId!: string;
}

export const WEBHOOK_DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;

/** One event on its way to one endpoint. */
export class WebhookDeliveryView {
  @id('The delivery') id!: string;
  @id('The endpoint') endpointId!: string;
  @id('The event') eventId!: string;
  @oneOf('What happened; `webhook.test` for a trial', [...PUBLIC_EVENT_NAMES, 'webhook.test']) type!:
    PublicEventName | 'webhook.test';
  @oneOf('How far it got', WEBHOOK_DELIVERY_STATES) state!: (typeof WEBHOOK_DELIVERY_STATES)[number];
  @count('Times it was tried') attempts!: number;
  @instant('Next try', { optional: true }) nextAttemptAt?: string;
  @count('HTTP status of the last answer', { optional: true }) status?: number;
  @text('What went wrong at the last try', { max: 500, optional: true }) problem?: string;
  @count('Time the last try took, ms', { optional: true }) durationMs?: number;
  @instant('Made') createdAt!: string;
  @instant('Got through', { optional: true }) deliveredAt?: string;
}
export class WebhookDeliveryPage extends pageOf(() => WebhookDeliveryView, 'Deliveries, newest first') {}

@request('webhook-deliveries', {
  to: 'gateway',
  says: 'What was sent to an endpoint, newest first; kept for 30 days.',
  answers: WebhookDeliveryPage,
})
export class ListWebhookDeliveries extends AsksPage<WebhookDeliveryView> {
  @id('The endpoint') endpointId!: string;
  @oneOf('Only in this state', WEBHOOK_DELIVERY_STATES, { optional: true }) state?: (typeof WEBHOOK_DELIVERY_STATES)[number];
}

/** A delivery with what was sent and what came back. */
export class WebhookDeliveryDetailView extends WebhookDeliveryView {
  @text('Body as it was posted', { max: 300_000 }) body!: string;
  @text('First 1,000 characters of the last answer', { min: 0, max: 1_000, optional: true }) response?: string;
}

@request('webhook-delivery', {
  to: 'gateway',
  says: 'One delivery with its body and the last answer.',
  answers: WebhookDeliveryDetailView,
})
export class GetWebhookDelivery extends Asks<WebhookDeliveryDetailView> {
  @id('The endpoint') endpointId!: string;
  @id('The delivery') deliveryId!: string;
}

@request('replay-webhook-delivery', {
  to: 'gateway',
  says: 'Sends a delivery again, now, whatever became of it.',
  answers: WebhookDeliveryView,
})
export class ReplayWebhookDelivery extends Asks<WebhookDeliveryView> {
  @id('The endpoint') endpointId!: string;
  @id('The delivery') deliveryId!: string;
}

@request('test-webhook-endpoint', {
  to: 'gateway',
  says: 'Sends a trial event, `webhook.test`, to an endpoint.',
  answers: WebhookDeliveryView,
})
export class TestWebhookEndpoint extends Asks<WebhookDeliveryView> {
  @id('The endpoint') endpointId!: string;
}
