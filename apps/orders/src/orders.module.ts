import { Module } from '@nestjs/common';
import { Alternatives } from './catalogue/alternatives.js';
import { Catalogue } from './catalogue/catalogue.js';
import { ProductQueries } from './catalogue/product.queries.js';
import { ProductRepository } from './catalogue/product.repository.js';
import { Stock } from './catalogue/stock.js';
import { StockLedger } from './catalogue/stock-ledger.js';
import { Agreements } from './order/agreements.js';
import { ConfirmOrder } from './order/confirm-order.js';
import { MoveOrders } from './order/move-orders.js';
import { OrderNumbers } from './order/order-numbers.js';
import { OrderQueries } from './order/order.queries.js';
import { OrderRepository } from './order/order.repository.js';
import { ReportQueries } from './order/report.queries.js';
import { OrdersController } from './orders.controller.js';
import { OrdersSubscriber } from './orders.subscriber.js';
import { Sellers } from './sellers.js';

@Module({
  providers: [
    OrdersController,
    OrdersSubscriber,
    Sellers,
    // catalogue
    Catalogue,
    ProductRepository,
    ProductQueries,
    Stock,
    StockLedger,
    Alternatives,
    // order
    ConfirmOrder,
    MoveOrders,
    Agreements,
    OrderNumbers,
    OrderRepository,
    OrderQueries,
    ReportQueries,
  ],
})
export class OrdersModule {}
