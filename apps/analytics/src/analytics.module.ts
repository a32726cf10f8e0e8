import { Module } from '@nestjs/common';
import { AnalyticsController } from './analytics.controller.js';
import { AnalyticsSubscriber } from './analytics.subscriber.js';
import { ApiUsageQueries } from './api-usage/api-usage.queries.js';
import { ApiUsageLedger } from './api-usage/api-usage-ledger.js';
import { FiguresLedger } from './figures/figures-ledger.js';
import { OrderBook } from './figures/order-book.js';
import { FiguresQueries } from './figures/figures.queries.js';
import { PublishFigures } from './figures/publish-figures.js';
import { RecentFiguresQuery } from './figures/recent-figures.query.js';
import { RecomputeFigures } from './figures/recompute-figures.js';
import { Journal } from './journal/journal.js';
import { JournalQueries } from './journal/journal.queries.js';
import { TakeEvents } from './journal/take-events.js';
import { ErasedPeople } from './people/erased-people.js';
import { SellerDays } from './sellers/seller-days.js';

@Module({
  providers: [
    AnalyticsSubscriber,
    AnalyticsController,
    TakeEvents,
    Journal,
    JournalQueries,
    ErasedPeople,
    SellerDays,
    OrderBook,
    FiguresLedger,
    RecomputeFigures,
    PublishFigures,
    FiguresQueries,
    RecentFiguresQuery,
    ApiUsageLedger,
    ApiUsageQueries,
  ],
})
export class AnalyticsModule {}
