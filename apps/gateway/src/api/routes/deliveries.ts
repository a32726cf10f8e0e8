import {
  GetCourier,
  GetDelivery,
  ListCouriers,
  ListDeliveries,
  ListZones,
  ReassignDelivery,
  RegisterCourier,
  RemoveCourier,
  ReportDelivery,
  SetZoneFees,
  UpdateCourier,
} from '#contracts';
import { asks } from '../route.js';

const couriers = { tag: 'Couriers', scope: 'deliveries' } as const;
const deliveries = { tag: 'Deliveries', scope: 'deliveries' } as const;

export const deliveryRoutes = [
  asks('POST /v1/couriers', RegisterCourier, { ...couriers, status: 201 }),
  asks('GET /v1/couriers', ListCouriers, couriers),
  asks('GET /v1/couriers/:courierId', GetCourier, couriers),
  asks('PATCH /v1/couriers/:courierId', UpdateCourier, couriers),
  asks('DELETE /v1/couriers/:courierId', RemoveCourier, { ...couriers, status: 204 }),
  asks('GET /v1/delivery-zones', ListZones, deliveries),
  asks('PUT /v1/delivery-zones', SetZoneFees, deliveries),
  asks('GET /v1/deliveries', ListDeliveries, deliveries),
  asks('GET /v1/deliveries/:deliveryId', GetDelivery, deliveries),
  asks('POST /v1/deliveries/:deliveryId/report', ReportDelivery, deliveries),
  asks('POST /v1/deliveries/:deliveryId/reassign', ReassignDelivery, deliveries),
];
