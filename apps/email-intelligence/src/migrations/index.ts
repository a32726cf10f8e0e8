import type { MigrationClass } from '#database';
import { EmailsTables1764000000000 } from './1764000000000-emails-tables.js';

export const emailsMigrations: MigrationClass[] = [EmailsTables1764000000000];
