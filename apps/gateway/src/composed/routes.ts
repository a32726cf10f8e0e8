import { GetFigures, GetMailboxHealth, GetWhatsAppHealth, ListEmailAccounts, ListWhatsAppAccounts } from '#contracts';
import { composes, writes } from '../api/route.js';
import { AsksDashboard, Dashboard, dashboard, dashboardAsks } from './dashboard.js';
import { AsksFiguresFile, figuresFile } from './figures-file.js';
import {
  AsksEmailAccountHealth,
  AsksWhatsAppAccountHealth,
  EmailAccountWithHealth,
  emailAccountHealth,
  WhatsAppAccountWithHealth,
  whatsAppAccountHealth,
} from './linked-account-health.js';
import { AsksOrderTimeline, OrderTimeline, orderTimeline, timelineAsks } from './order-timeline.js';

const linked = { tag: 'Linked accounts' } as const;
const figures = { tag: 'Figures', scope: 'figures' } as const;

/** Operations that several services answer together. */
export const composedRoutes = [
  composes('GET /v1/dashboard', AsksDashboard, Dashboard, {
    ...figures,
    says: 'Everything at a glance: figures, inbox, orders, deliveries, notices.',
    asks: dashboardAsks,
    compose: dashboard,
  }),
  composes('GET /v1/orders/:orderId/timeline', AsksOrderTimeline, OrderTimeline, {
    tag: 'Orders',
    scope: 'orders',
    says: 'Every step of an order from the ad to the cash, with times and reasons.',
    asks: timelineAsks,
    compose: orderTimeline,
  }),
  writes('GET /v1/figures.csv', AsksFiguresFile, {
    ...figures,
    produces: 'text/csv',
    says: 'The daily figures as a file for spreadsheets.',
    asks: [GetFigures],
    write: figuresFile,
  }),
  composes('GET /v1/whatsapp-accounts/:accountId/health', AsksWhatsAppAccountHealth, WhatsAppAccountWithHealth, {
    ...linked,
    says: 'Whether a business number sends and receives.',
    asks: [ListWhatsAppAccounts, GetWhatsAppHealth],
    compose: whatsAppAccountHealth,
  }),
  composes('GET /v1/email-accounts/:accountId/health', AsksEmailAccountHealth, EmailAccountWithHealth, {
    ...linked,
    says: 'Whether a mailbox can be read.',
    asks: [ListEmailAccounts, GetMailboxHealth],
    compose: emailAccountHealth,
  }),
];
