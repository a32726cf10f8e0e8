import type { Manifest } from '#contracts';
import { accountsManifest } from '../../apps/accounts/src/accounts.manifest.js';
import { analyticsManifest } from '../../apps/analytics/src/analytics.manifest.js';
import { conversationsManifest } from '../../apps/conversations/src/conversations.manifest.js';
import { deliveriesManifest } from '../../apps/deliveries/src/deliveries.manifest.js';
import { emailIntelligenceManifest } from '../../apps/email-intelligence/src/email-intelligence.manifest.js';
import { gatewayManifest } from '../../apps/gateway/src/gateway.manifest.js';
import { notificationsManifest } from '../../apps/notifications/src/notifications.manifest.js';
import { ordersManifest } from '../../apps/orders/src/orders.manifest.js';

/** Every service's place in the system, in the order of the chain. */
export const manifests: Manifest[] = [
  gatewayManifest,
  accountsManifest,
  conversationsManifest,
  ordersManifest,
  deliveriesManifest,
  emailIntelligenceManifest,
  notificationsManifest,
  analyticsManifest,
];
