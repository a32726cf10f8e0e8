import type { MigrationClass } from '#database';
import { ConversationsTables1764000000000 } from './conversations-tables.js';
import { InboxTables1766000000010 } from './inbox-tables.js';

/** In the order they run. */
export const conversationsMigrations: MigrationClass[] = [ConversationsTables1764000000000, InboxTables1766000000010];
