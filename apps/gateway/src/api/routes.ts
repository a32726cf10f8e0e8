import { composedRoutes } from '../composed/routes.js';
import { reportRoutes } from '../reports/routes.js';
import type { Route } from './route.js';
import { apiKeyRoutes } from './routes/api-keys.js';
import { catalogueRoutes } from './routes/catalogue.js';
import { conversationRoutes } from './routes/conversations.js';
import { deliveryRoutes } from './routes/deliveries.js';
import { figureRoutes } from './routes/figures.js';
import { linkedAccountRoutes } from './routes/linked-accounts.js';
import { mailRoutes } from './routes/mails.js';
import { notificationRoutes } from './routes/notifications.js';
import { orderRoutes } from './routes/orders.js';
import { prospectRoutes } from './routes/prospects.js';
import { sessionRoutes } from './routes/sessions.js';
import { shopRoutes } from './routes/shop.js';
import { teamRoutes } from './routes/team.js';
import { webhookRoutes } from './routes/webhooks.js';

/** Every operation of the API. */
export const apiRoutes: Route[] = [
  ...sessionRoutes,
  ...shopRoutes,
  ...teamRoutes,
  ...apiKeyRoutes,
  ...linkedAccountRoutes,
  ...catalogueRoutes,
  ...prospectRoutes,
  ...conversationRoutes,
  ...orderRoutes,
  ...deliveryRoutes,
  ...mailRoutes,
  ...notificationRoutes,
  ...figureRoutes,
  ...composedRoutes,
  ...reportRoutes,
  ...webhookRoutes,
];
