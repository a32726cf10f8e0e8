import {
  CountDelivered,
  CountProspects,
  GetDeliveryStatuses,
  GetHistory,
  GetOrderReportLines,
  GetProspects,
  GetSalesTotals,
  GetSeller,
} from '#contracts';
import { composes } from '../api/route.js';
import { AsksConversationReport, ConversationReport, conversationReport } from './conversation-report.js';
import { AsksDashboardReport, DashboardReport, dashboardReport } from './dashboard-report.js';
import { AsksOrdersReport, OrdersReport, ordersReport } from './orders-report.js';

const tag = 'Reports';

export const reportRoutes = [
  composes('GET /v1/reports/orders', AsksOrdersReport, OrdersReport, {
    tag,
    scope: 'orders',
    says: 'Order lines with client, product and what became of them.',
    asks: [GetOrderReportLines, GetProspects, GetDeliveryStatuses, GetSeller],
    compose: ordersReport,
  }),
  composes('GET /v1/reports/conversations/:prospectId', AsksConversationReport, ConversationReport, {
    tag,
    scope: 'conversations',
    says: 'Everything said with one prospect, oldest first.',
    asks: [GetHistory],
    compose: conversationReport,
  }),
  composes('GET /v1/reports/dashboard', AsksDashboardReport, DashboardReport, {
    tag,
    scope: 'figures',
    says: 'Prospects, orders, turnover and completed deliveries of the seller.',
    asks: [GetSeller, CountProspects, GetSalesTotals, CountDelivered],
    compose: dashboardReport,
  }),
];
