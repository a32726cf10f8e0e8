import { defineService } from '#service';
import { AnalyticsEnv } from './analytics.env.js';
import { analyticsManifest } from './analytics.manifest.js';
import { AnalyticsModule } from './analytics.module.js';
import { analyticsMigrations } from './migrations/index.js';

export const analyticsService = defineService({
  module: AnalyticsModule,
  manifest: analyticsManifest,
  env: AnalyticsEnv,
  entities: [],
  migrations: analyticsMigrations,
});
