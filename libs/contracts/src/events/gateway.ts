import { event } from '../message.js';
import { count, email, foreign, id, instant, oneOf, text } from '../schema.js';

export const UPDATE_KINDS = ['message', 'status', 'echo', 'preference', 'error', 'other'] as const;

@event('whatsapp.update-received', {
  by: 'gateway',
  says: 'One item of a verified WhatsApp webhook (a message, status, echo, preference or error) is safe in the webhook log.',
})
export class WhatsAppUpdateReceivedV1 {
  @text('Business number the update is for, as WhatsApp identifies it; empty when it concerns the whole account', { min: 0 })
  phoneNumberId!: string;
  @text('WhatsApp Business account; empty when WhatsApp did not say', { min: 0 }) businessAccountId!: string;
  @oneOf('What the item is', UPDATE_KINDS) kind!: (typeof UPDATE_KINDS)[number];
  @text('Webhook field it came in', { max: 100 }) field!: string;
  @foreign('The item as WhatsApp sent it; NUL and lone surrogates, which PostgreSQL cannot keep, are removed or replaced')
  item!: Record<string, unknown>;
  @foreign('The contact entry that belongs to the item, when WhatsApp sent one', { optional: true }) contact?: Record<
    string,
    unknown
  >;
  @instant('When the gateway stored it') receivedAt!: string;
}

@event('gmail.push-received', { by: 'gateway', says: 'Google announced a change in a mailbox, with a verified push.' })
export class GmailPushReceivedV1 {
  @email('The mailbox') emailAddress!: string;
  @text('Point in the mailbox history that the push names (a 64-bit number as text)', { max: 20, pattern: '^[0-9]+$' })
  historyId!: string;
  @text('Pub/Sub message id', { max: 100 }) pushId!: string;
  @count('How often Pub/Sub tried', { optional: true }) attempt?: number;
}

@event('webhook-endpoint.disabled', {
  by: 'gateway',
  says: 'Nothing got through to an address for 3 days: events are no longer sent there.',
})
export class WebhookEndpointDisabledV1 {
  @id('The endpoint') endpointId!: string;
  @text('The address', { max: 500 }) url!: string;
  @text('What went wrong, in French', { max: 300 }) reason!: string;
  @instant('Since when') failingSince!: string;
}
