import { Module } from '@nestjs/common';
import { ApiDoor } from './api/api-door.js';
import { Authentication } from './api/authentication.js';
import { IdempotencyKeys } from './api/idempotency-keys.js';
import { GatewaySubscriber } from './gateway.subscriber.js';
import { NumberRouteFill } from './routing/number-route-fill.js';
import { NumberRoutes } from './routing/number-routes.js';
import { ForgetOldRows } from './webhooks/forget-old-rows.js';
import { GmailDoor } from './webhooks/gmail-door.js';
import { WebhookLog } from './webhooks/webhook-log.js';
import { WhatsAppDoor } from './webhooks/whatsapp-door.js';

@Module({
  providers: [
    GatewaySubscriber,
    NumberRoutes,
    NumberRouteFill,
    WebhookLog,
    WhatsAppDoor,
    GmailDoor,
    ForgetOldRows,
    ApiDoor,
    Authentication,
    IdempotencyKeys,
  ],
})
export class GatewayModule {}
