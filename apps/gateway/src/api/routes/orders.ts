import {
  CancelOrder,
  ConfirmDraftOrder,
  EditOrder,
  ExchangeOrder,
  GetOrder,
  GetProspect,
  ListOrders,
  MoveOrder,
  OrderView,
  PlaceOrder,
  RecordPayment,
  RecordRefund,
  requestSpec,
  VoidPayment,
  VoidRefund,
} from '#contracts';
import { asks, composes } from '../route.js';

const orders = { tag: 'Orders', scope: 'orders' } as const;

export const orderRoutes = [
  composes('POST /v1/orders', PlaceOrder, OrderView, {
    ...orders,
    status: 201,
    says: requestSpec(PlaceOrder).says,
    asks: [GetProspect, PlaceOrder],
    // Only who keeps the prospects knows whether this one is the seller's.
    compose: async (question, ask) => {
      await ask(GetProspect, { prospectId: question.prospectId });
      return ask(PlaceOrder, question);
    },
  }),
  asks('GET /v1/orders', ListOrders, orders),
  asks('GET /v1/orders/:orderId', GetOrder, orders),
  asks('PATCH /v1/orders/:orderId', EditOrder, orders),
  asks('POST /v1/orders/:orderId/confirm', ConfirmDraftOrder, orders),
  asks('POST /v1/orders/:orderId/status', MoveOrder, orders),
  asks('POST /v1/orders/:orderId/cancel', CancelOrder, orders),
  asks('POST /v1/orders/:orderId/exchange', ExchangeOrder, { ...orders, status: 201 }),
  asks('POST /v1/orders/:orderId/payments', RecordPayment, { ...orders, status: 201 }),
  asks('POST /v1/orders/:orderId/payments/:paymentId/void', VoidPayment, orders),
  asks('POST /v1/orders/:orderId/refunds', RecordRefund, { ...orders, status: 201 }),
  asks('POST /v1/orders/:orderId/refunds/:refundId/void', VoidRefund, orders),
];
