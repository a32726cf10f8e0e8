import type { MigrationClass } from '#database';
import { AnalyticsTables1764000000000 } from './1764000000000-analytics-tables.js';
import { ErasedPeople1766000000001 } from './1766000000001-erased-people.js';
import { CostsByOrder1766000000050 } from './1766000000050-costs-by-order.js';

export const analyticsMigrations: MigrationClass[] = [
  AnalyticsTables1764000000000,
  ErasedPeople1766000000001,
  CostsByOrder1766000000050,
];
