import { CHANNELS, RECIPIENT_ROLES } from '../events/notifications.js';
import { request } from '../message.js';
import { id, instant, oneOf, text } from '../schema.js';
import { AsksPage, pageOf } from './paging.js';

export const NOTIFICATION_STATES = ['pending', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown'] as const;

/** A notice as the seller sees it. */
export class NotificationView {
  @id('The notification') id!: string;
  @text('Kind', { max: 60 }) kind!: string;
  @text('Title', { max: 200 }) title!: string;
  @text('Content', { max: 2000 }) content!: string;
  @oneOf('To whom', RECIPIENT_ROLES) recipient!: (typeof RECIPIENT_ROLES)[number];
  @oneOf('Channel', CHANNELS) channel!: (typeof CHANNELS)[number];
  @id('What it is about', { optional: true }) referenceId?: string;
  @text('Type of what it is about', { max: 40, optional: true }) referenceType?: string;
  @oneOf('How far it got', NOTIFICATION_STATES) state!: (typeof NOTIFICATION_STATES)[number];
  @text('What went wrong, in French', { max: 500, optional: true }) problem?: string;
  @instant('Created') createdAt!: string;
}
export class NotificationPage extends pageOf(() => NotificationView, 'Notices, newest first') {}

@request('notifications', { to: 'notifications', says: 'Notices, newest first.', answers: NotificationPage })
export class ListNotifications extends AsksPage<NotificationView> {}
