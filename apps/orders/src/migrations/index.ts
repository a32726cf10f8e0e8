import type { MigrationClass } from '#database';
import { OrdersTables1764000000000 } from './orders-tables.js';

/** In the order they run. */
export const ordersMigrations: MigrationClass[] = [OrdersTables1764000000000];
