import { event } from '../message.js';
import { id, oneOf, text } from '../schema.js';
import { ApiUsage } from './shared.js';

export const RECIPIENT_ROLES = ['seller', 'customer', 'courier'] as const;
/** `app`: the seller's list of notices and nothing else. */
export const CHANNELS = ['whatsapp', 'email', 'app'] as const;

/** A notice as other services need it; no text, no number. */
export class NoticeFacts {
  @id('The notification') notificationId!: string;
  @text('Kind, e.g. `nouvelle_commande`', { max: 60 }) kind!: string;
  @oneOf('To whom', RECIPIENT_ROLES) recipient!: (typeof RECIPIENT_ROLES)[number];
  @oneOf('Channel', CHANNELS) channel!: (typeof CHANNELS)[number];
  @id('What it is about', { optional: true }) referenceId?: string;
  @text('Type of what it is about: `commande`, `livraison`, `email` …', { max: 40, optional: true }) referenceType?: string;
}

@event('notification.sent', { by: 'notifications', says: 'A channel took a notice.' })
export class NotificationSentV1 extends NoticeFacts {}

@event('notification.failed', { by: 'notifications', says: 'Every channel refused a notice.' })
export class NotificationFailedV1 extends NoticeFacts {
  @text('Error code', { max: 60 }) code!: string;
  @text('What it means, in French', { max: 500 }) explanation!: string;
}

@event('notifications.api-used', { by: 'notifications', says: 'Third parties were called for notices.' })
export class NotificationsApiUsedV1 extends ApiUsage {}
