import {
  ORDER_STATUSES,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderDraftedV1,
  type OrderStatus,
  OrderStatusChangedV1,
} from '#contracts';
import { newId } from '#database';
import { factsOf } from './order-facts.js';
import { type OrderMove, STORED_STATUS, statusOf, TRANSITIONS } from './order-status.js';
import { Order } from './order.entity.js';

const newOrder = (begin: typeof Order.confirm = Order.confirm) =>
  begin({
    id: newId(),
    number: 'CMD-20261122-000001',
    sellerId: newId(),
    prospectId: newId(),
    customerName: 'Aminata Traoré',
    customerPhone: '+2250598765432',
    deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
    deliveryPhone: '+2250598765432',
    lines: [
      { productId: newId(), productName: 'Nike Air Max 90', size: '38', quantity: 2, unitPrice: 45_000, lineTotal: 90_000 },
      { productId: newId(), productName: 'Puma Suede Classic', quantity: 1, unitPrice: 30_000, lineTotal: 30_000 },
    ],
  });

/** An order that got to `status` some time ago. */
const anOrder = (status: OrderStatus) => {
  const order = newOrder();
  order.takeFacts();
  order.takeSteps();
  order.status = status;
  return order;
};

const move = (order: Order, to: OrderStatus) => {
  if (to === 'cancelled') return order.cancel('Client injoignable', 'seller');
  return to === 'confirmed' ? order.confirmDraft(order.lines.map((line) => line.facts())) : order.moveTo(to as OrderMove);
};
const TOLD: Partial<Record<OrderStatus, object>> = { cancelled: OrderCancelledV1, confirmed: OrderConfirmedV1 };

describe('an order', () => {
  it('begins confirmed, with the sum of its lines and the fact that says so', () => {
    const order = newOrder();
    expect(order.total).toBe(120_000);
    expect(order.takeSteps()).toEqual([{ from: null, to: 'confirmed' }]);
    const [confirmed] = order.takeFacts();
    expect(confirmed).toMatchObject({ contract: OrderConfirmedV1, key: order.id, version: 1, payload: { total: 120_000 } });
  });

  it('that is only written down says so, again when it is changed, and counts from its confirmation', () => {
    const draft = newOrder(Order.draft);
    draft.edit({ deliveryAddress: 'Plateau' });
    expect(draft.takeSteps()).toMatchObject([
      { from: null, to: 'draft' },
      { from: 'draft', to: 'draft' },
    ]);
    expect(draft.takeFacts()).toMatchObject([{ contract: OrderDraftedV1 }, { contract: OrderDraftedV1 }]);
    const [line] = draft.lines.map((one) => one.facts());
    draft.confirmDraft([{ ...line!, unitPrice: 40_000, lineTotal: 80_000 }]);
    expect(draft.takeFacts()).toMatchObject([{ contract: OrderConfirmedV1, payload: { total: 80_000 } }]);
  });

  it('charges the fee that was told, until it goes somewhere else', () => {
    const order = newOrder();
    order.toldFee = 1_500;
    expect(factsOf(order)).toMatchObject({ deliveryFee: 1_500 });
    order.edit({ deliveryAddress: 'Plateau' });
    expect(factsOf(order)).not.toHaveProperty('deliveryFee');
  });

  it('leaves to collect what is not paid, never less than nothing, and nothing once it is called off', () => {
    const order = newOrder();
    const left = [order.amountToCollect];
    order.followDelivery('preparing', 1, 'Mamadou couvre Cocody', 2_000);
    left.push(order.amountToCollect);
    const payment = { id: newId(), method: 'wave' as const, amount: 100_000 };
    order.received(payment);
    left.push(order.amountToCollect);
    order.received({ ...payment, id: newId() });
    left.push(order.amountToCollect);
    order.notReceived(payment);
    order.cancel('Client injoignable', 'seller');
    left.push(order.amountToCollect);
    expect(left).toEqual([120_000, 122_000, 22_000, 0, 0]);
  });

  const moves = ORDER_STATUSES.flatMap((from) => ORDER_STATUSES.map((to) => [from, to] as const));
  it.each(moves.filter(([from, to]) => TRANSITIONS[from].includes(to)))('goes from %s to %s', (from, to) => {
    const order = anOrder(from);
    move(order, to);
    expect(order.status).toBe(to);
    expect(order.takeSteps()).toMatchObject([{ from, to }]);
    expect(order.takeFacts()).toMatchObject([{ contract: TOLD[to] ?? OrderStatusChangedV1 }]);
  });

  it.each(moves.filter(([from, to]) => !TRANSITIONS[from].includes(to)))('cannot go from %s to %s, and says so', (from, to) => {
    const order = anOrder(from);
    expect(() => move(order, to)).toThrow(
      expect.objectContaining({ code: 'ORDER_CANNOT_MOVE', kind: 'conflict', facts: { orderId: order.id, from, to } }),
    );
    expect(order.status).toBe(from);
    expect(order.takeSteps()).toEqual([]);
  });

  it('that has left, is delivered or is over cannot be cancelled', () => {
    const cancellable = ORDER_STATUSES.filter((status) => anOrder(status).canMoveTo('cancelled'));
    expect(cancellable).toEqual(['draft', 'confirmed', 'preparing', 'ready', 'delivery-failed']);
  });

  it('follows its delivery in leaps: delivered before it was ever picked up', () => {
    const order = anOrder('preparing');
    order.followDelivery('delivered', 3, 'Colis remis');
    order.followDelivery('out-for-delivery', 2, 'Colis récupéré');
    expect(order.status).toBe('delivered');
    expect(order.takeSteps()).toHaveLength(1);
  });

  it('hears a repeated word of its delivery once, and lets one pass that comes too late', () => {
    const order = anOrder('ready');
    order.followDelivery('preparing', 1, 'Mamadou couvre Cocody');
    order.followDelivery('delivery-failed', 4, 'Client absent');
    order.followDelivery('delivery-failed', 4, 'Client absent');
    expect(order.status).toBe('delivery-failed');
    expect(order.takeFacts()).toHaveLength(1);
  });

  it.each([
    ['confirmed', 'cancelled', 'released'],
    ['draft', 'cancelled', undefined],
    ['draft', 'confirmed', undefined],
    ['out-for-delivery', 'delivered', 'consumed'],
    ['out-for-delivery', 'returned', 'released'],
    ['delivery-failed', 'returned', 'released'],
    ['delivered', 'returned', 'returned'],
    ['ready', 'out-for-delivery', undefined],
    ['out-for-delivery', 'delivery-failed', undefined],
  ] as const)('from %s to %s, its goods are %s', (before, to, goods) => {
    const order = anOrder(before);
    move(order, to);
    expect(order.stockMoveSince(before)).toBe(goods);
  });

  it('is stored with a French word of its own for each status', () => {
    expect(ORDER_STATUSES.map((status) => statusOf(STORED_STATUS[status]))).toEqual([...ORDER_STATUSES]);
    expect(new Set(Object.values(STORED_STATUS)).size).toBe(ORDER_STATUSES.length);
  });
});
