import {
  DeliveryPickedUpV1,
  fact,
  GetOrder,
  OrderConfirmedV1,
  OrderEditAskedV1,
  OrderEditedV1,
  OrderEditRefusedV1,
} from '#contracts';
import { newId } from '#database';
import { eventually } from '#testing';
import { aDelivery, agree, anAgreement, handled, listNike } from './fixtures.js';
import { onStage, type Stage } from './stage.js';

describe('an order that its customer wants changed', () => {
  let { world, service, sellerId } = {} as Stage;
  onStage((stage) => ({ world, service, sellerId } = stage));

  const buy = async () => {
    const nike = await listNike(world, sellerId, {
      stock: undefined,
      floorPrice: 40_000,
      variants: [
        { size: '38', stock: 3 },
        { size: '39', stock: 1 },
      ],
    });
    const [in38, in39] = nike.variants.map(({ id }) => id);
    const agreed = anAgreement([{ productId: nike.id, variantId: in38!, quantity: 1, agreedPrice: 41_000 }]);
    await agree(world, sellerId, agreed);
    const { event: order } = await world.heard(OrderConfirmedV1, (e) => e.agreementId === agreed.agreementId);
    return { nike, in38: in38!, in39: in39!, order };
  };
  const ask = (order: OrderConfirmedV1, change: Partial<OrderEditAskedV1>, eventId = newId()) => {
    const { conversationId, prospectId, orderId } = order;
    const asked = { conversationId: conversationId!, prospectId, orderId, reason: 'La cliente a changé d’avis', ...change };
    const actor = `prospect:${prospectId}` as const;
    return world.publish(fact(OrderEditAskedV1, asked, { sellerId, key: orderId, version: 2, actor }), eventId);
  };
  const edited = (orderId: string) => world.heard(OrderEditedV1, (e) => e.orderId === orderId);
  const refused = (orderId: string) => world.heard(OrderEditRefusedV1, (e) => e.orderId === orderId);

  it('goes elsewhere and calls somebody else, once however often it is heard', async () => {
    const { order } = await buy();
    const change = { deliveryAddress: 'Marcory, Zone 4', deliveryPhone: '+2250701020304' };
    const eventId = newId();
    for (const id of [eventId, eventId]) await ask(order, change, id);
    const { event } = await edited(order.orderId);
    expect(event).toMatchObject({ ...change, total: 41_000, previousTotal: 41_000, byCustomer: true });
    await eventually(async () => expect(await handled(service, eventId)).toBe(true));
    expect((await world.all(OrderEditedV1)).filter((e) => e.event.orderId === order.orderId)).toHaveLength(1);
  });

  it('keeps the price she agreed to for what stays, and its goods follow', async () => {
    const { nike, in38, in39, order } = await buy();
    await ask(order, {
      lines: [
        { productId: nike.id, variantId: in38, quantity: 2 },
        { productId: nike.id, variantId: in39, quantity: 1 },
      ],
    });
    const { event } = await edited(order.orderId);
    expect(event.lines.map(({ size, quantity, unitPrice }) => [size, quantity, unitPrice])).toEqual([
      ['38', 2, 41_000],
      ['39', 1, 45_000],
    ]);
    expect(event).toMatchObject({ total: 127_000, previousTotal: 41_000 });
  });

  it('stays as it is when there are not so many, with what there is instead', async () => {
    const { nike, in39, order } = await buy();
    await ask(order, { lines: [{ productId: nike.id, variantId: in39, quantity: 2 }] });
    const { event } = await refused(order.orderId);
    expect(event).toMatchObject({ why: 'out-of-stock', status: 'confirmed', refused: [{ available: 1 }] });
    expect(event.alternatives.length).toBeGreaterThan(0);
    expect((await world.ask(GetOrder, { orderId: order.orderId }, sellerId)).total).toBe(41_000);
  });

  it('stays as it is once the courier has it', async () => {
    const { order } = await buy();
    const delivery = { ...aDelivery(order), pickedUpAt: new Date().toISOString() };
    await world.publish(fact(DeliveryPickedUpV1, delivery, { sellerId, key: delivery.deliveryId, version: 2 }));
    await eventually(async () =>
      expect((await world.ask(GetOrder, { orderId: order.orderId }, sellerId)).status).toBe('out-for-delivery'),
    );
    await ask(order, { deliveryAddress: 'Marcory, Zone 4' });
    expect((await refused(order.orderId)).event).toMatchObject({ why: 'left', status: 'out-for-delivery', alternatives: [] });
  });

  it('is nobody else’s to change', async () => {
    const { order } = await buy();
    const eventId = newId();
    await ask({ ...order, prospectId: newId() }, { deliveryAddress: 'Chez un autre' }, eventId);
    await eventually(async () => expect(await handled(service, eventId)).toBe(true));
    expect((await world.ask(GetOrder, { orderId: order.orderId }, sellerId)).deliveryAddress).toBe(order.deliveryAddress);
  });
});
