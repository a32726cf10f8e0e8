import { defineService } from '#service';
import { Courier } from './courier/courier.entity.js';
import { DeliveriesEnv } from './deliveries.env.js';
import { deliveriesManifest } from './deliveries.manifest.js';
import { DeliveriesModule } from './deliveries.module.js';
import { Delivery } from './delivery/delivery.entity.js';
import { deliveriesMigrations } from './migrations/index.js';

/** Couriers, zones and deliveries. */
export const deliveriesService = defineService({
  module: DeliveriesModule,
  manifest: deliveriesManifest,
  env: DeliveriesEnv,
  entities: [Courier, Delivery],
  migrations: deliveriesMigrations,
});
