import { Injectable } from '@nestjs/common';
import {
  AdjustStock,
  CancelOrder,
  type Caller,
  GetOrder,
  GetOrderReportLines,
  GetProduct,
  GetSalesTotals,
  ListOrders,
  ListProduct,
  ListProducts,
  MoveOrder,
  PlaceOrder,
  type QuestionOf,
  UpdateProduct,
} from '#contracts';
import { OnRequest } from '#bus';
import { Catalogue } from './catalogue/catalogue.js';
import { ProductQueries } from './catalogue/product.queries.js';
import { ConfirmOrder } from './order/confirm-order.js';
import { MoveOrders } from './order/move-orders.js';
import { OrderQueries } from './order/order.queries.js';
import { ReportQueries } from './order/report.queries.js';

/** Request door: every method runs in a transaction of the caller's seller. */
@Injectable()
export class OrdersController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly products: ProductQueries,
    private readonly confirm: ConfirmOrder,
    private readonly moves: MoveOrders,
    private readonly orders: OrderQueries,
    private readonly reports: ReportQueries,
  ) {}

  @OnRequest(ListProduct)
  async listProduct(question: QuestionOf<ListProduct>, { sellerId }: Caller) {
    const product = await this.catalogue.list(sellerId!, question);
    return this.products.one(sellerId!, product.id);
  }

  @OnRequest(UpdateProduct)
  async updateProduct({ productId, ...change }: QuestionOf<UpdateProduct>, { sellerId }: Caller) {
    await this.catalogue.update(sellerId!, productId, change);
    return this.products.one(sellerId!, productId);
  }

  @OnRequest(AdjustStock)
  async adjustStock(question: QuestionOf<AdjustStock>, { sellerId }: Caller) {
    await this.catalogue.adjust(sellerId!, question);
    return this.products.one(sellerId!, question.productId);
  }

  @OnRequest(ListProducts)
  listProducts(question: QuestionOf<ListProducts>, { sellerId }: Caller) {
    return this.products.page(sellerId!, question);
  }

  @OnRequest(GetProduct)
  getProduct({ productId }: QuestionOf<GetProduct>, { sellerId }: Caller) {
    return this.products.one(sellerId!, productId);
  }

  @OnRequest(PlaceOrder)
  async placeOrder(question: QuestionOf<PlaceOrder>, { sellerId }: Caller) {
    const order = await this.confirm.byHand(sellerId!, question);
    return this.orders.one(sellerId!, order.id);
  }

  @OnRequest(MoveOrder)
  async moveOrder({ orderId, to }: QuestionOf<MoveOrder>, { sellerId }: Caller) {
    await this.moves.bySeller(sellerId!, orderId, to);
    return this.orders.one(sellerId!, orderId);
  }

  @OnRequest(CancelOrder)
  async cancelOrder({ orderId, reason }: QuestionOf<CancelOrder>, { sellerId }: Caller) {
    await this.moves.cancelBySeller(sellerId!, orderId, reason);
    return this.orders.one(sellerId!, orderId);
  }

  @OnRequest(ListOrders)
  listOrders(question: QuestionOf<ListOrders>, { sellerId }: Caller) {
    return this.orders.page(sellerId!, question);
  }

  @OnRequest(GetOrder)
  getOrder({ orderId }: QuestionOf<GetOrder>, { sellerId }: Caller) {
    return this.orders.withHistory(sellerId!, orderId);
  }

  @OnRequest(GetOrderReportLines)
  reportLines(question: QuestionOf<GetOrderReportLines>, { sellerId }: Caller) {
    return this.reports.lines(sellerId!, question);
  }

  @OnRequest(GetSalesTotals)
  totals(_question: QuestionOf<GetSalesTotals>, { sellerId }: Caller) {
    return this.reports.totals(sellerId!);
  }
}
