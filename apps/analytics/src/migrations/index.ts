import type { MigrationClass } from '#database';
import { AnalyticsTables1764000000000 } from './1764000000000-analytics-tables.js';

export const analyticsMigrations: MigrationClass[] = [AnalyticsTables1764000000000];
