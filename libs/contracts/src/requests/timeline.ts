import { count, instant, listOf, text } from '../schema.js';

/** One thing that happened on the way from the ad to the cash. */
export class TimelineStep {
  @instant('When') at!: string;
  @text('What, for programs: `ad-tapped`, `order-confirmed`, `delivery-completed` …', { max: 60 }) what!: string;
  @text('What, in French', { max: 500 }) says!: string;
  @text('Who', { max: 100, optional: true }) actor?: string;
  @text('Why, in French', { max: 500, optional: true }) reason?: string;
  @count('FCFA that the step is about: the total, the fee, the cash counted', { max: 1_000_000_000_000, optional: true })
  amount?: number;
}

/** What one service knows of an order's way. */
export class TimelineSteps {
  @listOf('Steps, oldest first', () => TimelineStep, { max: 500 }) items!: TimelineStep[];
}
