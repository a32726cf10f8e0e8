import { CancelOrder, EditOrder, GetOrder, ListOrders, MoveOrder, PlaceOrder } from '#contracts';
import { asks } from '../route.js';

const orders = { tag: 'Orders', scope: 'orders' } as const;

export const orderRoutes = [
  asks('POST /v1/orders', PlaceOrder, { ...orders, status: 201 }),
  asks('GET /v1/orders', ListOrders, orders),
  asks('GET /v1/orders/:orderId', GetOrder, orders),
  asks('PATCH /v1/orders/:orderId', EditOrder, orders),
  asks('POST /v1/orders/:orderId/status', MoveOrder, orders),
  asks('POST /v1/orders/:orderId/cancel', CancelOrder, orders),
];
