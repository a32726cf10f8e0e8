import type { ServiceName } from '#contracts';
import { type MigrationClass, migrationsOf } from '#database';
import { accountsMigrations } from '../../apps/accounts/src/migrations/index.js';
import { analyticsMigrations } from '../../apps/analytics/src/migrations/index.js';
import { conversationsMigrations } from '../../apps/conversations/src/migrations/index.js';
import { deliveriesMigrations } from '../../apps/deliveries/src/migrations/index.js';
import { emailsMigrations } from '../../apps/email-intelligence/src/migrations/index.js';
import { gatewayMigrations } from '../../apps/gateway/src/migrations/index.js';
import { notificationsMigrations } from '../../apps/notifications/src/migrations/index.js';
import { ordersMigrations } from '../../apps/orders/src/migrations/index.js';
import { manifests } from '../generate/manifests.js';
import type { PlatformParts } from './platform-parts.js';

const migrations: Record<ServiceName, MigrationClass[]> = {
  gateway: gatewayMigrations,
  accounts: accountsMigrations,
  conversations: conversationsMigrations,
  orders: ordersMigrations,
  deliveries: deliveriesMigrations,
  'email-intelligence': emailsMigrations,
  notifications: notificationsMigrations,
  analytics: analyticsMigrations,
};

/** Every service as the commands need it: its manifest and its migrations, without the code that runs it, which would take seconds to load. */
export const platform: PlatformParts = {
  services: manifests.map((manifest) => ({ manifest, migrations: migrationsOf(manifest.service, migrations[manifest.service]) })),
};
