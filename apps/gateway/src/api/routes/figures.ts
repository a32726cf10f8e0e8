import { GetApiUsage, GetFigures, ListEmails, ListJournal, ListNotifications } from '#contracts';
import { asks } from '../route.js';

export const figureRoutes = [
  asks('GET /v1/emails', ListEmails, { tag: 'Mails' }),
  asks('GET /v1/notifications', ListNotifications, { tag: 'Notifications' }),
  asks('GET /v1/figures', GetFigures, { tag: 'Figures' }),
  asks('GET /v1/journal', ListJournal, { tag: 'Figures' }),
  asks('GET /v1/api-usage', GetApiUsage, { tag: 'Figures' }),
];
