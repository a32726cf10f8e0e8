import type { MigrationClass } from '#database';
import { NotificationsTables1764000000000 } from './1764000000000-notifications-tables.js';
import { NoticesReadAndWanted1766000000001 } from './1766000000001-notices-read-and-wanted.js';
import { NoticePrices1766000000050 } from './1766000000050-notice-prices.js';
import { NoticePace1766000000090 } from './1766000000090-notice-pace.js';
import { NoticesInLine1766000000091 } from './1766000000091-notices-in-line.js';
import { NoticesRewrittenInPlace1766000000092 } from './1766000000092-notices-rewritten-in-place.js';

export const notificationsMigrations: MigrationClass[] = [
  NotificationsTables1764000000000,
  NoticesReadAndWanted1766000000001,
  NoticePrices1766000000050,
  NoticePace1766000000090,
  NoticesInLine1766000000091,
  NoticesRewrittenInPlace1766000000092,
];
