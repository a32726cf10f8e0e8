import { Module } from '@nestjs/common';
import { WhatsAppClient } from '#providers';
import { observeProviderCall } from '#service';
import { Announce } from './notice/announce.js';
import { NotificationQueries } from './notice/notification.queries.js';
import { NotificationRepository } from './notice/notification.repository.js';
import { ToldPlans } from './notice/told-plans.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsEnv } from './notifications.env.js';
import { NotificationsSubscriber } from './notifications.subscriber.js';
import { NoticePreferences } from './preference/notice-preferences.js';
import { EraseProspect } from './prospect/erase-prospect.js';
import { ProspectCopies } from './prospect/prospect-copies.js';
import { SellerCopies } from './seller/seller-copies.js';
import { NoticeCalls } from './sending/notice-calls.js';
import { NoticePace } from './sending/notice-pace.js';
import { NoticeQueue } from './sending/notice-queue.js';
import { PlatformNumber } from './sending/platform-number.js';
import { RecordAccepted } from './sending/record-accepted.js';
import { SendNotices } from './sending/send-notices.js';
import { NoticeCosts } from './statuses/notice-costs.js';
import { TakeStatuses } from './statuses/take-statuses.js';
import { EarlyStatuses } from './statuses/early-statuses.js';
import { EnsureTemplates } from './template/ensure-templates.js';

@Module({
  providers: [
    NotificationsSubscriber,
    NotificationsController,
    SellerCopies,
    ProspectCopies,
    EraseProspect,
    NoticePreferences,
    Announce,
    ToldPlans,
    NotificationRepository,
    NotificationQueries,
    NoticeQueue,
    NoticePace,
    NoticeCalls,
    RecordAccepted,
    SendNotices,
    PlatformNumber,
    TakeStatuses,
    EarlyStatuses,
    NoticeCosts,
    EnsureTemplates,
    {
      provide: WhatsAppClient,
      inject: [NotificationsEnv],
      useFactory: (env: NotificationsEnv) =>
        new WhatsAppClient({
          baseUrl: env.whatsAppApiUrl,
          version: env.whatsAppApiVersion,
          timeoutMs: env.whatsAppTimeoutMs,
          observe: observeProviderCall,
        }),
    },
  ],
})
export class NotificationsModule {}
