import { defineService } from '#service';
import { notificationsMigrations } from './migrations/index.js';
import { Notification } from './notice/notification.entity.js';
import { NotificationsEnv } from './notifications.env.js';
import { notificationsManifest } from './notifications.manifest.js';
import { NotificationsModule } from './notifications.module.js';

export const notificationsService = defineService({
  module: NotificationsModule,
  manifest: notificationsManifest,
  env: NotificationsEnv,
  entities: [Notification],
  migrations: notificationsMigrations,
});
