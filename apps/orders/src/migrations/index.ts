import type { MigrationClass } from '#database';
import { ArticleReferences1766000000050 } from './article-references.js';
import { CatalogueAndBoard1766000000010 } from './catalogue-and-board.js';
import { ConfirmationDates1766000000061 } from './confirmation-dates.js';
import { DraftsAndPayments1766000000060 } from './drafts-and-payments.js';
import { Refunds1766000000062 } from './refunds.js';
import { OrdersTables1764000000000 } from './orders-tables.js';

/** In the order they run. */
export const ordersMigrations: MigrationClass[] = [
  OrdersTables1764000000000,
  CatalogueAndBoard1766000000010,
  ArticleReferences1766000000050,
  DraftsAndPayments1766000000060,
  ConfirmationDates1766000000061,
  Refunds1766000000062,
];
