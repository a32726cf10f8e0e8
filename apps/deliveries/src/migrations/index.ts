import type { MigrationClass } from '#database';
import { DeliveriesTables1764000000000 } from './deliveries-tables.js';

/** In the order they run. */
export const deliveriesMigrations: MigrationClass[] = [DeliveriesTables1764000000000];
