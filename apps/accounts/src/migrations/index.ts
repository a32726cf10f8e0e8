import { AccountsTables1764000000000 } from './accounts-tables.js';

export const accountsMigrations = [AccountsTables1764000000000];
