import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SecretBox } from '#providers';
import { type ObjectStore, openStore } from '#storage';
import { ApiDoor } from './api/api-door.js';
import { ApiKeys } from './api/api-keys.js';
import { Authentication } from './api/authentication.js';
import { EndedSessions } from './api/ended-sessions.js';
import { IdempotencyKeys } from './api/idempotency-keys.js';
import { Once } from './api/once.js';
import { RateLeases } from './api/rate-leases.js';
import { RateLimits } from './api/rate-limits.js';
import { Visitors } from './api/visitors.js';
import { GatewayEnv } from './gateway.env.js';
import { GatewaySubscriber } from './gateway.subscriber.js';
import { Feed } from './live/feed.js';
import { FeedSignals } from './live/feed-signals.js';
import { FeedWriter } from './live/feed-writer.js';
import { Forget } from './live/forget.js';
import { Interest } from './live/interest.js';
import { ListEvents } from './live/list-events.js';
import { StreamDoor } from './live/stream-door.js';
import { Downloads } from './media/downloads.js';
import { MediaDoor } from './media/media-door.js';
import { MEDIA_STORE } from './media/media-store.js';
import { Uploads } from './media/uploads.js';
import { Deliveries } from './outgoing/deliveries.js';
import { Endpoints } from './outgoing/endpoints.js';
import { Outcomes } from './outgoing/outcomes.js';
import { Poster } from './outgoing/poster.js';
import { Sender } from './outgoing/sender.js';
import { WebhooksController } from './outgoing/webhooks.controller.js';
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
    Visitors,
    Authentication,
    EndedSessions,
    ApiKeys,
    RateLimits,
    RateLeases,
    Once,
    IdempotencyKeys,
    Interest,
    FeedWriter,
    Feed,
    FeedSignals,
    StreamDoor,
    ListEvents,
    Forget,
    MediaDoor,
    Downloads,
    Uploads,
    { provide: MEDIA_STORE, inject: [GatewayEnv], useFactory: (env: GatewayEnv) => openStore(env.mediaStore) },
    { provide: SecretBox, inject: [GatewayEnv], useFactory: (env: GatewayEnv) => env.secretBox },
    Endpoints,
    Deliveries,
    Sender,
    Poster,
    Outcomes,
    WebhooksController,
  ],
})
export class GatewayModule implements OnApplicationShutdown {
  constructor(@Inject(MEDIA_STORE) private readonly store: ObjectStore) {}

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
