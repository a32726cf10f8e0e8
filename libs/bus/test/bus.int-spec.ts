import { fact, ListOrders, OrderAgreedV1, OrderRejectedV1 } from '#contracts';
import { newId } from '#database';
import { eventually, startWorld, type World } from '#testing';
import { probeService } from './probe.js';

const agreement = (over: Partial<OrderAgreedV1> = {}): OrderAgreedV1 => ({
  agreementId: newId(),
  conversationId: newId(),
  prospectId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines: [{ productId: newId(), quantity: 1 }],
  deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
  deliveryPhone: '+2250598765432',
  ...over,
});

describe('the bus', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  }, 60_000);
  afterAll(() => world?.stop());

  it('carries an event to its effect and on to the next event, once, however often it is delivered', async () => {
    const service = await world.start(probeService);
    const seller = newId();
    const agreed = agreement();
    const id = await world.publish(fact(OrderAgreedV1, agreed, { sellerId: seller, key: agreed.conversationId, version: 1 }));
    const { meta } = await world.heard(OrderRejectedV1, (e) => e.agreementId === agreed.agreementId);
    expect(meta.sellerId).toBe(seller);
    await new Promise((r) => setTimeout(r, 200));
    await world.publish(fact(OrderAgreedV1, agreed, { sellerId: seller, key: agreed.conversationId, version: 1 }), id);
    const second = agreement();
    await world.publish(fact(OrderAgreedV1, second, { sellerId: seller, key: second.conversationId, version: 1 }));
    await world.heard(OrderRejectedV1, (e) => e.agreementId === second.agreementId);
    const rows = await service.db.asWorker(() => service.db.rows('select * from effects'));
    expect(rows).toHaveLength(2);
    expect(await world.all(OrderRejectedV1)).toHaveLength(2);
  });

  it('answers a seller with his own rows only', async () => {
    const [mine, other] = [newId(), newId()];
    const agreed = agreement();
    await world.publish(fact(OrderAgreedV1, agreed, { sellerId: mine, key: agreed.conversationId, version: 1 }));
    await eventually(async () => expect((await world.ask(ListOrders, {}, mine)).items).toHaveLength(1));
    expect((await world.ask(ListOrders, {}, other)).items).toHaveLength(0);
  });
});
