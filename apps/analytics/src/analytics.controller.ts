import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import {
  type ApiUsageReport,
  type Caller,
  type FiguresRange,
  GetApiUsage,
  GetFigures,
  GetRecentFigures,
  type JournalLine,
  ListJournal,
  type Page,
  type QuestionOf,
  type RecentFigures,
} from '#contracts';
import { ApiUsageQueries } from './api-usage/api-usage.queries.js';
import { FiguresQueries } from './figures/figures.queries.js';
import { RecentFiguresQuery } from './figures/recent-figures.query.js';
import { JournalQueries } from './journal/journal.queries.js';

/** Request door: figures, audit trail and API use of the caller's shop. */
@Injectable()
export class AnalyticsController {
  constructor(
    private readonly figures: FiguresQueries,
    private readonly recent: RecentFiguresQuery,
    private readonly journal: JournalQueries,
    private readonly apiUsage: ApiUsageQueries,
  ) {}

  @OnRequest(GetFigures)
  async getFigures(question: QuestionOf<GetFigures>, caller: Caller): Promise<FiguresRange> {
    return this.figures.range(caller.sellerId!, question);
  }

  @OnRequest(GetRecentFigures)
  async getRecentFigures(_question: QuestionOf<GetRecentFigures>, caller: Caller): Promise<RecentFigures> {
    return this.recent.of(caller.sellerId!);
  }

  @OnRequest(ListJournal)
  async listJournal(question: QuestionOf<ListJournal>, caller: Caller): Promise<Page<JournalLine>> {
    return this.journal.page(caller.sellerId!, question);
  }

  @OnRequest(GetApiUsage)
  async getApiUsage(question: QuestionOf<GetApiUsage>, caller: Caller): Promise<ApiUsageReport> {
    return this.apiUsage.report(caller.sellerId!, question);
  }
}
