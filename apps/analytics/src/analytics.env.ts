import { rules, ServiceEnv, variable } from '#service';

export class AnalyticsEnv extends ServiceEnv {
  @variable('FIGURES_COALESCE_MS', rules.integer(0, 60_000), "least time between two figures.updated of a seller's day, in ms", {
    default: '500',
  })
  figuresCoalesceMs!: number;
}
