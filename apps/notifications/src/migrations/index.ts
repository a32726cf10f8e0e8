import type { MigrationClass } from '#database';
import { NotificationsTables1764000000000 } from './1764000000000-notifications-tables.js';

export const notificationsMigrations: MigrationClass[] = [NotificationsTables1764000000000];
