import type { ServiceDefinition, ServiceEnv } from '#service';
import { accountsService } from '../../apps/accounts/src/accounts.service-definition.js';
import { analyticsService } from '../../apps/analytics/src/analytics.service-definition.js';
import { conversationsService } from '../../apps/conversations/src/conversations.service-definition.js';
import { deliveriesService } from '../../apps/deliveries/src/deliveries.service-definition.js';
import { emailIntelligenceService } from '../../apps/email-intelligence/src/email-intelligence.service-definition.js';
import { gatewayService } from '../../apps/gateway/src/gateway.service-definition.js';
import { notificationsService } from '../../apps/notifications/src/notifications.service-definition.js';
import { ordersService } from '../../apps/orders/src/orders.service-definition.js';

/** Every service of the platform, in the order of the chain. */
export const services = [
  gatewayService,
  accountsService,
  conversationsService,
  ordersService,
  deliveriesService,
  emailIntelligenceService,
  notificationsService,
  analyticsService,
] as unknown as ServiceDefinition<ServiceEnv>[];
