import { Module } from '@nestjs/common';
import { Alternatives } from './catalogue/alternatives.js';
import { BulkProducts } from './catalogue/bulk-products.js';
import { Catalogue } from './catalogue/catalogue.js';
import { ImportCatalogue } from './catalogue/import/import-catalogue.js';
import { ProductQueries } from './catalogue/product.queries.js';
import { ProductRepository } from './catalogue/product.repository.js';
import { Stock } from './catalogue/stock.js';
import { StockLedger } from './catalogue/stock-ledger.js';
import { StockMovementQueries } from './catalogue/stock-movement.queries.js';
import { Variants } from './catalogue/variants.js';
import { CatalogueController } from './catalogue.controller.js';
import { Agreements } from './order/agreements.js';
import { ConfirmOrder } from './order/confirm-order.js';
import { TakeAgreements } from './order/take-agreements.js';
import { EditByCustomer } from './order/edit-by-customer.js';
import { EditOrder } from './order/edit-order.js';
import { ExchangeOrder } from './order/exchange-order.js';
import { GivenBack } from './order/given-back.js';
import { MoveOrders } from './order/move-orders.js';
import { OrderNumbers } from './order/order-numbers.js';
import { OrderQueries } from './order/order.queries.js';
import { OrderRepository } from './order/order.repository.js';
import { Refusals } from './order/refusals.js';
import { ReportQueries } from './order/report.queries.js';
import { OrdersController } from './orders.controller.js';
import { OrdersSubscriber } from './orders.subscriber.js';
import { PaymentsByHand } from './payment/by-hand.js';
import { Balances } from './payment/balances.js';
import { PaymentBook } from './payment/payment-book.js';
import { PaymentProvider } from './payment/payment-provider.js';
import { Payments } from './payment/payments.js';
import { RefundBook } from './payment/refund-book.js';
import { Refunds } from './payment/refunds.js';
import { ErasedProspects } from './prospect/erased-prospects.js';
import { MergedProspects } from './prospect/merged-prospects.js';
import { Sellers } from './sellers.js';

@Module({
  providers: [
    CatalogueController,
    OrdersController,
    OrdersSubscriber,
    Sellers,
    // catalogue
    Catalogue,
    Variants,
    ImportCatalogue,
    BulkProducts,
    ProductRepository,
    ProductQueries,
    Stock,
    StockLedger,
    StockMovementQueries,
    Alternatives,
    // order
    ConfirmOrder,
    TakeAgreements,
    EditOrder,
    EditByCustomer,
    ExchangeOrder,
    GivenBack,
    Refusals,
    MoveOrders,
    Agreements,
    OrderNumbers,
    OrderRepository,
    OrderQueries,
    ReportQueries,
    // payment
    Payments,
    PaymentBook,
    Balances,
    Refunds,
    RefundBook,
    { provide: PaymentProvider, useClass: PaymentsByHand },
    // prospect
    MergedProspects,
    ErasedProspects,
  ],
})
export class OrdersModule {}
