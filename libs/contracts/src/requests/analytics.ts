import { FiguresUpdatedV1 } from '../events/analytics.js';
import { Asks, request } from '../message.js';
import { count, day, fcfa, id, instant, listOf, nested, ratio, text } from '../schema.js';
import { AsksPage, pageOf } from './paging.js';

/** The figures of one day. */
export class FiguresView extends FiguresUpdatedV1 {}

export class FiguresRange {
  @listOf('Days with figures, oldest first', () => FiguresView, { max: 400 }) days!: FiguresView[];
}

@request('figures', {
  to: 'analytics',
  says: 'Daily figures over a range of at most 366 days (default: the last 30).',
  answers: FiguresRange,
})
export class GetFigures extends Asks<FiguresRange> {
  @day('First day', { optional: true }) from?: string;
  @day('Last day', { optional: true }) to?: string;
}

/** Figures over several days. */
export class FiguresSum {
  @count('Messages received', { max: 1_000_000_000 }) messagesReceived!: number;
  @count('Orders created', { max: 1_000_000_000 }) ordersCreated!: number;
  @fcfa('Turnover: totals of the orders created, less those cancelled') revenue!: number;
  @count('Mails processed', { max: 1_000_000_000 }) emailsProcessed!: number;
}

/** What a dashboard shows at a glance; days are the seller's. */
export class RecentFigures {
  @nested('Today', () => FiguresSum) today!: FiguresSum;
  @nested('Yesterday', () => FiguresSum) yesterday!: FiguresSum;
  @nested('The last 7 days, today included', () => FiguresSum) last7Days!: FiguresSum;
  @nested('The 7 days before', () => FiguresSum) previous7Days!: FiguresSum;
  @nested('The last 30 days, today included', () => FiguresSum) last30Days!: FiguresSum;
}

@request('recent-figures', {
  to: 'analytics',
  says: 'Figures of today, yesterday, the last 7 and 30 days.',
  answers: RecentFigures,
})
export class GetRecentFigures extends Asks<RecentFigures> {}

/** One line of the audit trail. */
export class JournalLine {
  @id('The event') eventId!: string;
  @text('Event name', { max: 100 }) event!: string;
  @text('Who', { max: 100 }) actor!: string;
  @text('What it is about', { max: 100 }) reference!: string;
  @text('Chain it belongs to', { max: 100 }) correlationId!: string;
  @instant('When') occurredAt!: string;
}
export class JournalPage extends pageOf(() => JournalLine, 'Lines, newest first') {}

@request('journal', { to: 'analytics', says: 'The audit trail, newest first; or all of one chain.', answers: JournalPage })
export class ListJournal extends AsksPage<JournalLine> {
  @text('Only this chain', { max: 100, optional: true }) correlationId?: string;
  @text('Only about this thing', { max: 100, optional: true }) reference?: string;
}

/** What third parties cost. */
export class ApiUsageView {
  @text('Third party', { max: 40 }) provider!: string;
  @text('Operation', { max: 100 }) operation!: string;
  @count('Calls', { max: 1_000_000_000 }) calls!: number;
  @count('Failed calls', { max: 1_000_000_000 }) errors!: number;
  @count('Tokens in and out', { max: 1_000_000_000_000 }) tokens!: number;
  @ratio('Cost in FCFA', { max: 1_000_000_000_000 }) costFcfa!: number;
}

export class ApiUsageReport {
  @listOf('By third party and operation', () => ApiUsageView) items!: ApiUsageView[];
  @count('Tokens in and out, all together', { max: 1_000_000_000_000 }) tokens!: number;
  @ratio('Cost in FCFA, all together', { max: 1_000_000_000_000 }) costFcfa!: number;
}

@request('api-usage', {
  to: 'analytics',
  says: 'Calls to third parties and their cost: over a range of days (default: the last 30), or what one conversation or one order cost, from its first day on. An order costs what was spent in its conversation since the order before it until it was confirmed, and every message about it since.',
  answers: ApiUsageReport,
})
export class GetApiUsage extends Asks<ApiUsageReport> {
  @id('Only what this conversation cost', { optional: true }) conversationId?: string;
  @id('Only what this order cost', { optional: true }) orderId?: string;
  @day('First day', { optional: true }) from?: string;
  @day('Last day', { optional: true }) to?: string;
}
