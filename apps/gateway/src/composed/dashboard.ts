import {
  Asks,
  count,
  CountDeliveries,
  CountInbox,
  CountOrders,
  CountUnreadNotices,
  DeliveryCounts,
  GetRecentFigures,
  GetSeller,
  InboxCounts,
  nested,
  OrderCounts,
  RecentFigures,
  SellerView,
} from '#contracts';
import type { Ask } from '../api/route.js';

/** What a shop sees when it opens the application. */
export class Dashboard {
  @nested('The shop', () => SellerView) seller!: SellerView;
  @nested('Figures of the last days', () => RecentFigures) figures!: RecentFigures;
  @nested('What waits in the inbox', () => InboxCounts) inbox!: InboxCounts;
  @nested('How far the orders are', () => OrderCounts) orders!: OrderCounts;
  @nested('How far the deliveries are', () => DeliveryCounts) deliveries!: DeliveryCounts;
  @count('Notices to the seller that he has not read') unreadNotices!: number;
}

/** Nothing has to be said: it is about the caller. */
export class AsksDashboard extends Asks<Dashboard> {}

export const dashboardAsks = [GetSeller, GetRecentFigures, CountInbox, CountOrders, CountDeliveries, CountUnreadNotices];

/** Everything at a glance, each number from its owner. */
export async function dashboard(_question: AsksDashboard, ask: Ask): Promise<Dashboard> {
  const [seller, figures, inbox, orders, deliveries, { unread }] = await Promise.all([
    ask(GetSeller, {}),
    ask(GetRecentFigures, {}),
    ask(CountInbox, {}),
    ask(CountOrders, {}),
    ask(CountDeliveries, {}),
    ask(CountUnreadNotices, {}),
  ]);
  return { seller, figures, inbox, orders, deliveries, unreadNotices: unread };
}
