import { Injectable } from '@nestjs/common';
import {
  CancelOrder,
  type Caller,
  ConfirmDraftOrder,
  CountOrders,
  EditOrder as EditOrderQuestion,
  ExchangeOrder as ExchangeOrderQuestion,
  GetOrder,
  GetOrderReportLines,
  GetSalesTotals,
  ListOrders,
  MoveOrder,
  PlaceOrder,
  type QuestionOf,
  RecordPayment,
  RecordRefund,
  VoidPayment,
  VoidRefund,
} from '#contracts';
import { OnRequest } from '#bus';
import { ConfirmOrder } from './order/confirm-order.js';
import { EditOrder } from './order/edit-order.js';
import { ExchangeOrder } from './order/exchange-order.js';
import { MoveOrders } from './order/move-orders.js';
import { OrderQueries } from './order/order.queries.js';
import { ReportQueries } from './order/report.queries.js';
import { Payments } from './payment/payments.js';
import { Refunds } from './payment/refunds.js';

/** Request door of orders and the reports over them: every method runs in a transaction of the caller's seller. */
@Injectable()
export class OrdersController {
  constructor(
    private readonly confirm: ConfirmOrder,
    private readonly edits: EditOrder,
    private readonly exchanges: ExchangeOrder,
    private readonly moves: MoveOrders,
    private readonly payments: Payments,
    private readonly refunds: Refunds,
    private readonly orders: OrderQueries,
    private readonly reports: ReportQueries,
  ) {}

  @OnRequest(PlaceOrder)
  async placeOrder(question: QuestionOf<PlaceOrder>, { sellerId }: Caller) {
    const order = await this.confirm.byHand(sellerId!, question);
    return this.orders.one(sellerId!, order.id);
  }

  @OnRequest(ConfirmDraftOrder)
  async confirmDraft({ orderId }: QuestionOf<ConfirmDraftOrder>, { sellerId }: Caller) {
    await this.confirm.ofDraft(sellerId!, orderId);
    return this.orders.one(sellerId!, orderId);
  }

  @OnRequest(ExchangeOrderQuestion)
  async exchangeOrder(question: QuestionOf<ExchangeOrderQuestion>, { sellerId }: Caller) {
    const order = await this.exchanges.exchange(sellerId!, question);
    return this.orders.one(sellerId!, order.id);
  }

  @OnRequest(RecordPayment)
  async recordPayment(question: QuestionOf<RecordPayment>, { sellerId }: Caller) {
    await this.payments.record(sellerId!, question);
    return this.orders.withHistory(sellerId!, question.orderId);
  }

  @OnRequest(VoidPayment)
  async voidPayment(question: QuestionOf<VoidPayment>, { sellerId }: Caller) {
    await this.payments.strikeOut(sellerId!, question);
    return this.orders.withHistory(sellerId!, question.orderId);
  }

  @OnRequest(RecordRefund)
  async recordRefund(question: QuestionOf<RecordRefund>, { sellerId }: Caller) {
    await this.refunds.record(sellerId!, question);
    return this.orders.withHistory(sellerId!, question.orderId);
  }

  @OnRequest(VoidRefund)
  async voidRefund(question: QuestionOf<VoidRefund>, { sellerId }: Caller) {
    await this.refunds.strikeOut(sellerId!, question);
    return this.orders.withHistory(sellerId!, question.orderId);
  }

  @OnRequest(EditOrderQuestion)
  async editOrder(question: QuestionOf<EditOrderQuestion>, { sellerId }: Caller) {
    await this.edits.edit(sellerId!, question);
    return this.orders.one(sellerId!, question.orderId);
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

  @OnRequest(CountOrders)
  countOrders(_question: QuestionOf<CountOrders>, { sellerId }: Caller) {
    return this.orders.counts(sellerId!);
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
