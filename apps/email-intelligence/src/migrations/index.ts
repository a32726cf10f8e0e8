import type { MigrationClass } from '#database';
import { EmailsTables1764000000000 } from './1764000000000-emails-tables.js';
import { EmailActs1766000000010 } from './1766000000010-email-acts.js';

export const emailsMigrations: MigrationClass[] = [EmailsTables1764000000000, EmailActs1766000000010];
