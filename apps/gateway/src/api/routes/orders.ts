import { CancelOrder, GetOrder, ListOrders, MoveOrder, PlaceOrder } from '#contracts';
import { asks } from '../route.js';

const tag = 'Orders';

export const orderRoutes = [
  asks('POST /v1/orders', PlaceOrder, { tag, status: 201 }),
  asks('GET /v1/orders', ListOrders, { tag }),
  asks('GET /v1/orders/:orderId', GetOrder, { tag }),
  asks('POST /v1/orders/:orderId/status', MoveOrder, { tag }),
  asks('POST /v1/orders/:orderId/cancel', CancelOrder, { tag }),
];
