import { defineService } from '#service';
import { Product } from './catalogue/product.entity.js';
import { Variant } from './catalogue/variant.entity.js';
import { ordersMigrations } from './migrations/index.js';
import { Order } from './order/order.entity.js';
import { OrderLine } from './order/order-line.entity.js';
import { OrdersEnv } from './orders.env.js';
import { ordersManifest } from './orders.manifest.js';
import { OrdersModule } from './orders.module.js';

/** Catalogue, stock and orders. */
export const ordersService = defineService({
  module: OrdersModule,
  manifest: ordersManifest,
  env: OrdersEnv,
  entities: [Product, Variant, Order, OrderLine],
  migrations: ordersMigrations,
});
