import {
  type Actor,
  CourierRepliedV1,
  DeliveryPlannedV1,
  fact,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderEditedV1,
  type OrderFacts,
  OrderPaymentsChangedV1,
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
export const signUp = (world: World, sellerId: string, over: Partial<SellerFacts> = {}, version = 1) =>
  world.publish(fact(SellerRegisteredV1, { ...kouadio, ...over }, { sellerId, key: sellerId, version }));

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
export const confirm = (world: World, sellerId: string, order: OrderConfirmedV1, actor: Actor = 'system') =>
  world.publish(fact(OrderConfirmedV1, order, { sellerId, key: order.orderId, version: 1, actor }));
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

/** The seller changed the order: what `over` names is new. */
export const edit = (world: World, sellerId: string, order: OrderConfirmedV1, over: Partial<OrderFacts>, version = 2) => {
  const { confirmedAt: _, ...facts } = order;
  return world.publish(
    fact(OrderEditedV1, { ...facts, previousTotal: order.total, ...over }, { sellerId, key: order.orderId, version }),
  );
};

/** Something was paid of the order: so much by now, in all. */
export const pay = (
  world: World,
  sellerId: string,
  { orderId, orderNumber, prospectId }: OrderConfirmedV1,
  paid: number,
  version = 2,
  over: Partial<OrderPaymentsChangedV1> = {},
) => {
  const payment = { paymentId: newId(), method: 'wave' as const, amount: paid, voided: false, ...over };
  const changed = { orderId, orderNumber, prospectId, paid, ...payment };
  return world.publish(fact(OrderPaymentsChangedV1, changed, { sellerId, key: orderId, version }));
};

/** A courier wrote to the platform's number. */
export const courierSays = (world: World, action: CourierRepliedV1['action'], over: Partial<CourierRepliedV1> = {}) => {
  const wamid = `wamid.${newId()}`;
  const reply = { fromPhone: '+2250711223344', action, wamid, ...over };
  return world.publish(fact(CourierRepliedV1, reply, { sellerId: null, key: wamid, version: 1, actor: 'whatsapp' }));
};

/** The newest plan of an order that fits. */
export const planOf = async (
  world: World,
  { orderId }: OrderConfirmedV1,
  match: (plan: DeliveryPlannedV1) => boolean = () => true,
) => (await world.heard(DeliveryPlannedV1, (plan) => plan.orderId === orderId && match(plan))).event;

/** This hour in Abidjan, so many days ahead. */
export const abidjanAt = (hour: number, daysAhead = 1) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + daysAhead, hour)).toISOString();
};
