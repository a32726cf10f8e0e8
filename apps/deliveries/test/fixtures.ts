import {
  fact,
  OrderCancelledV1,
  OrderConfirmedV1,
  type QuestionOf,
  RegisterCourier,
  type SellerFacts,
  SellerRegisteredV1,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import type { World } from '#testing';

export const kouadio: SellerFacts = {
  lastName: 'Kouadio',
  firstName: 'Jean',
  email: 'kouadio@gmail.com',
  phone: '+2250712345678',
  country: "Côte d'Ivoire",
  sector: 'Chaussures',
  shopName: 'Kouadio Chaussures',
  pickupAddress: 'Abobo, Magasin Kouadio Chaussures',
  timeZone: 'Africa/Abidjan',
};

/** A seller signs up. */
export const signUp = (world: World, sellerId: string, over: Partial<SellerFacts> = {}) =>
  world.publish(fact(SellerRegisteredV1, { ...kouadio, ...over }, { sellerId, key: sellerId, version: 1 }));

let orders = 0;

/** Aminata's confirmed order. */
export const anOrder = (over: Partial<OrderConfirmedV1> = {}): OrderConfirmedV1 => ({
  orderId: newId(),
  orderNumber: `CMD-20261122-${String((orders += 1)).padStart(6, '0')}`,
  conversationId: newId(),
  prospectId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines: [{ productId: newId(), productName: 'Nike Air Max 90', size: '38', quantity: 1, unitPrice: 45_000, lineTotal: 45_000 }],
  total: 45_000,
  deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
  deliveryPhone: '+2250598765432',
  confirmedAt: new Date().toISOString(),
  ...over,
});

/** The facts that orders would publish. */
export const confirm = (world: World, sellerId: string, order: OrderConfirmedV1) =>
  world.publish(fact(OrderConfirmedV1, order, { sellerId, key: order.orderId, version: 1 }));
export const cancel = (world: World, sellerId: string, { confirmedAt: _, ...order }: OrderConfirmedV1) =>
  world.publish(
    fact(
      OrderCancelledV1,
      { ...order, reason: 'Changé d’avis', cancelledBy: 'customer' },
      { sellerId, key: order.orderId, version: 2 },
    ),
  );

export const addMamadou = (world: World, sellerId: string, over: Partial<QuestionOf<RegisterCourier>> = {}) =>
  world.ask(
    RegisterCourier,
    { fullName: 'Mamadou Diabaté', phone: '+225 07 11 22 33 44', zones: ['Cocody', 'Marcory', 'Plateau'], ...over },
    sellerId,
  );

/** Rows of the service's own tables, all sellers. */
export const rowsOf = <T = Record<string, unknown>>(service: RunningService, sql: string, parameters: unknown[] = []) =>
  service.db.asWorker(() => service.db.rows<T>(sql, parameters));

/** Whether the service has dealt with an event. */
export const handled = async (service: RunningService, eventId: string) =>
  (await rowsOf(service, 'select from inbox where event_id = $1', [eventId])).length > 0;
