import type { Route } from './route.js';
import { catalogueRoutes } from './routes/catalogue.js';
import { conversationRoutes } from './routes/conversations.js';
import { deliveryRoutes } from './routes/deliveries.js';
import { figureRoutes } from './routes/figures.js';
import { linkedAccountRoutes } from './routes/linked-accounts.js';
import { orderRoutes } from './routes/orders.js';
import { sellerRoutes } from './routes/sellers.js';
import { reportRoutes } from '../reports/routes.js';

/** Every operation of the API. */
export const apiRoutes: Route[] = [
  ...sellerRoutes,
  ...linkedAccountRoutes,
  ...catalogueRoutes,
  ...conversationRoutes,
  ...orderRoutes,
  ...deliveryRoutes,
  ...figureRoutes,
  ...reportRoutes,
];
