import type { MigrationClass } from '#database';
import { DeliveriesTables1764000000000 } from './deliveries-tables.js';
import { DeliveryHistory1766000000010 } from './delivery-history.js';

/** In the order they run. */
export const deliveriesMigrations: MigrationClass[] = [DeliveriesTables1764000000000, DeliveryHistory1766000000010];
