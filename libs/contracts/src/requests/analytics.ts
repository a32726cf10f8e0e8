import { FiguresUpdatedV1 } from '../events/analytics.js';
import { Asks, request } from '../message.js';
import { count, day, id, instant, listOf, ratio, text } from '../schema.js';
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
}

@request('api-usage', {
  to: 'analytics',
  says: 'Calls to third parties and their cost over a range of days.',
  answers: ApiUsageReport,
})
export class GetApiUsage extends Asks<ApiUsageReport> {
  @day('First day', { optional: true }) from?: string;
  @day('Last day', { optional: true }) to?: string;
}
