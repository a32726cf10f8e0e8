import { Module } from '@nestjs/common';
import { CourierQueries } from './courier/courier.queries.js';
import { CourierRepository } from './courier/courier.repository.js';
import { Couriers } from './courier/couriers.js';
import { ZoneFees } from './courier/zone-fees.js';
import { CouriersController } from './couriers.controller.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesSubscriber } from './deliveries.subscriber.js';
import { AssignCourier } from './delivery/assign-courier.js';
import { AssignWaiting } from './delivery/assign-waiting.js';
import { CallOff } from './delivery/call-off.js';
import { CourierSlots } from './delivery/courier-slots.js';
import { Customers } from './delivery/customers.js';
import { DeliveryCounters } from './delivery/delivery-counters.js';
import { DeliveryQueries } from './delivery/delivery.queries.js';
import { DeliveryReports } from './delivery/delivery-reports.js';
import { DeliveryRepository } from './delivery/delivery.repository.js';
import { FindCourier } from './delivery/find-courier.js';
import { FollowEdit } from './delivery/follow-edit.js';
import { FollowPayments } from './delivery/follow-payments.js';
import { PendingOrders } from './delivery/pending-orders.js';
import { HandOver } from './delivery/hand-over.js';
import { Sellers } from './sellers.js';

@Module({
  providers: [
    CouriersController,
    DeliveriesController,
    DeliveriesSubscriber,
    Sellers,
    // courier
    Couriers,
    CourierRepository,
    CourierQueries,
    ZoneFees,
    // delivery
    AssignCourier,
    AssignWaiting,
    CallOff,
    CourierSlots,
    Customers,
    DeliveryCounters,
    DeliveryReports,
    DeliveryRepository,
    DeliveryQueries,
    FindCourier,
    FollowEdit,
    FollowPayments,
    PendingOrders,
    HandOver,
  ],
})
export class DeliveriesModule {}
