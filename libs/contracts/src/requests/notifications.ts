import { CHANNELS, RECIPIENT_ROLES } from '../events/notifications.js';
import { Asks, request } from '../message.js';
import { count, flag, id, idList, instant, listOf, oneOf, text, version } from '../schema.js';
import { AsksPage, Edits, pageOf } from './paging.js';

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
  @flag('The seller has read it in the app; absent for notices to others', { optional: true }) read?: boolean;
  @instant('Created') createdAt!: string;
}
export class NotificationPage extends pageOf(() => NotificationView, 'Notices, newest first') {}

@request('notifications', { to: 'notifications', says: 'Notices, newest first.', answers: NotificationPage })
export class ListNotifications extends AsksPage<NotificationView> {
  @oneOf('Only to these', RECIPIENT_ROLES, { optional: true }) recipient?: (typeof RECIPIENT_ROLES)[number];
  @flag('Only what the seller has read (true), or not (false); concerns notices to him', { optional: true }) read?: boolean;
  @id('Only about this order, delivery, conversation or mail', { optional: true }) referenceId?: string;
}

export class MarkedNotifications {
  @count('Notices that were unread until now') marked!: number;
}

@request('mark-notifications-read', {
  to: 'notifications',
  says: 'The seller has read these notices, or all when none is named.',
  answers: MarkedNotifications,
})
export class MarkNotificationsRead extends Asks<MarkedNotifications> {
  @idList('Which; all when absent, none when the list is empty', { max: 200, optional: true }) ids?: string[];
}

/** How the seller wants to be told of one kind of thing. */
export class NoticePreference {
  @text('Kind, e.g. `nouvelle_commande`', { max: 60 }) kind!: string;
  @flag('By WhatsApp; when not, only in the list of notices') whatsapp!: boolean;
}

/** A preference with its name. */
export class NoticePreferenceView extends NoticePreference {
  @text('What it is about, in French', { max: 200 }) title!: string;
  @flag('It cannot be turned off') fixed!: boolean;
}

export class NoticePreferences {
  @listOf('One for each kind of notice to the seller', () => NoticePreferenceView) items!: NoticePreferenceView[];
  @version() version!: number;
}

@request('notice-preferences', { to: 'notifications', says: 'How the seller wants to be told.', answers: NoticePreferences })
export class GetNoticePreferences extends Asks<NoticePreferences> {}

@request('update-notice-preferences', {
  to: 'notifications',
  says: 'Changes how the seller wants to be told; kinds that are not named stay.',
  answers: NoticePreferences,
})
export class UpdateNoticePreferences extends Edits<NoticePreferences> {
  @listOf('Which kinds change', () => NoticePreference, { min: 1, max: 50 }) preferences!: NoticePreference[];
}

export class UnreadNotices {
  @count('Notices to the seller that he has not read') unread!: number;
}

@request('count-unread-notices', {
  to: 'notifications',
  says: 'How many notices the seller has not read.',
  answers: UnreadNotices,
})
export class CountUnreadNotices extends Asks<UnreadNotices> {}

export class NoticesAbout {
  @listOf('Notices, oldest first', () => NotificationView, { max: 200 }) items!: NotificationView[];
}

@request('notices-about', {
  to: 'notifications',
  says: 'Who was told what about these orders and deliveries, oldest first.',
  answers: NoticesAbout,
})
export class GetNoticesAbout extends Asks<NoticesAbout> {
  @idList('Orders and deliveries', { max: 50 }) referenceIds!: string[];
}
