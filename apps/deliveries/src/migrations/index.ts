import type { MigrationClass } from '#database';
import { DeliveriesTables1764000000000 } from './deliveries-tables.js';
import { DeliveryHistory1766000000010 } from './delivery-history.js';
import { MergedProspects1766000000011 } from './merged-prospects.js';
import { OpeningDays1766000000063 } from './opening-days.js';
import { PaidOrders1766000000060 } from './paid-orders.js';

/** In the order they run. */
export const deliveriesMigrations: MigrationClass[] = [
  DeliveriesTables1764000000000,
  DeliveryHistory1766000000010,
  MergedProspects1766000000011,
  PaidOrders1766000000060,
  OpeningDays1766000000063,
];
