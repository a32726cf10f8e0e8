import { GetNoticePreferences, ListNotifications, MarkNotificationsRead, UpdateNoticePreferences } from '#contracts';
import { asks } from '../route.js';

const notifications = { tag: 'Notifications', scope: 'notifications' } as const;

export const notificationRoutes = [
  asks('GET /v1/notifications', ListNotifications, notifications),
  asks('POST /v1/notifications/read', MarkNotificationsRead, notifications),
  asks('GET /v1/notification-preferences', GetNoticePreferences, notifications),
  asks('PATCH /v1/notification-preferences', UpdateNoticePreferences, notifications),
];
