import {
  GetDelivery,
  ListCouriers,
  ListDeliveries,
  ListZones,
  RegisterCourier,
  ReportDelivery,
  SetZoneFees,
  UpdateCourier,
} from '#contracts';
import { asks } from '../route.js';

const tag = 'Deliveries';

export const deliveryRoutes = [
  asks('POST /v1/couriers', RegisterCourier, { tag, status: 201 }),
  asks('GET /v1/couriers', ListCouriers, { tag }),
  asks('PATCH /v1/couriers/:courierId', UpdateCourier, { tag }),
  asks('GET /v1/delivery-zones', ListZones, { tag }),
  asks('PUT /v1/delivery-zones', SetZoneFees, { tag }),
  asks('GET /v1/deliveries', ListDeliveries, { tag }),
  asks('GET /v1/deliveries/:deliveryId', GetDelivery, { tag }),
  asks('POST /v1/deliveries/:deliveryId/report', ReportDelivery, { tag }),
];
