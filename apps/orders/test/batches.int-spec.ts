import { jest } from '@jest/globals';
import {
  type AgreedLine,
  DeliveryPlannedV1,
  type EventClass,
  type EventMeta,
  eventSpec,
  fact,
  GetOrder,
  ListProduct,
  OrderAgreedV1,
  OrderConfirmedV1,
  OrderRejectedV1,
  OrderStatusChangedV1,
  StockChangedV1,
  StockLowV1,
} from '#contracts';
import { newId } from '#database';
import { eventually } from '#testing';
import { ProductRepository } from '../src/catalogue/product.repository.js';
import { ErasedProspects } from '../src/prospect/erased-prospects.js';
import { MergedProspects } from '../src/prospect/merged-prospects.js';
import { type DeliveryWord, MoveOrders } from '../src/order/move-orders.js';
import { OrderRepository } from '../src/order/order.repository.js';
import { TakeAgreements } from '../src/order/take-agreements.js';
import { Sellers } from '../src/sellers.js';
import { aDelivery, anAgreement, handled, listNike, rowsOf, stockOf } from './fixtures.js';
import { onStage, type Stage } from './stage.js';

/** What the bus gives a handler at once, given to it as it is: nothing here depends on how the broker cuts its batches. */
describe('a batch of orders', () => {
  let { world, service, sellerId } = {} as Stage;
  const restart = onStage((stage) => ({ world, service, sellerId } = stage));

  const metaOf = (contract: EventClass, of: string, key: string, version = 1): EventMeta => ({
    id: newId(),
    subject: eventSpec(contract).subject,
    sellerId: of,
    key,
    version,
    actor: `seller:${newId()}`,
    correlationId: newId(),
    occurredAt: new Date(),
  });
  const agreedTo = (lines: AgreedLine[], of = sellerId, over: Partial<OrderAgreedV1> = {}) => {
    const event = anAgreement(lines, over);
    return { event, meta: metaOf(OrderAgreedV1, of, event.conversationId) };
  };
  const take = (batch: ReturnType<typeof agreedTo>[]) => service.db.asWorker(() => service.get(TakeAgreements).take(batch));
  const wordOf = (orderId: string, version: number, to: DeliveryWord['to'], over: Partial<DeliveryWord> = {}): DeliveryWord => ({
    orderId,
    sellerId,
    version,
    to,
    reason: 'Livraison',
    chain: { correlationId: newId(), actor: 'system' },
    ...over,
  });
  const hear = (words: DeliveryWord[]) => service.db.asWorker(() => service.get(MoveOrders).byDeliveries(words));
  /** So many orders of one shoe each. */
  const ordersOf = async (count: number, of = sellerId, stock = 100) => {
    const nike = await listNike(world, of, { stock });
    const batch = Array.from({ length: count }, () => agreedTo([{ productId: nike.id, quantity: 1 }], of));
    await take(batch);
    return { nike, ids: batch.map(({ event }) => event.agreementId) };
  };
  const order = (orderId: string, of = sellerId) => world.ask(GetOrder, { orderId }, of);
  const numbersOf = async (of: string) =>
    await rowsOf<{ id: string; n: number }>(
      service,
      'select id_commande as id, right(numero_commande, 6)::int as n from commandes where id_utilisateur = $1 order by 2',
      [of],
    );

  it('gives the last one to who agreed first; the next is refused with what there is instead, each by its own cause', async () => {
    const nike = await listNike(world, sellerId, { stock: 2, lowStockAt: 1 });
    const stan = await world.ask(ListProduct, { name: 'Stan Smith', unitPrice: 44_000, stock: 5 }, sellerId);
    const line = { productId: nike.id, quantity: 1 };
    const [first, last, late] = [agreedTo([line]), agreedTo([line]), agreedTo([line])];
    await take([first, last, late]);
    const { event, meta } = await world.heard(OrderRejectedV1, (e) => e.agreementId === late.event.agreementId);
    expect(event).toMatchObject({
      reason: 'out-of-stock',
      refused: [{ available: 0 }],
      alternatives: [{ productId: stan.id }],
    });
    expect(meta.correlationId).toBe(late.meta.correlationId);
    expect(await numbersOf(sellerId)).toEqual([
      { id: first.event.agreementId, n: 1 },
      { id: last.event.agreementId, n: 2 },
    ]);
    for (const one of [first, last]) {
      const confirmed = await world.heard(OrderConfirmedV1, (e) => e.agreementId === one.event.agreementId);
      expect(confirmed.meta).toMatchObject({ correlationId: one.meta.correlationId, actor: one.meta.actor });
    }
    const told = (await world.all(StockChangedV1)).filter((heard) => heard.event.productId === nike.id);
    expect(
      told.map((heard) => [heard.meta.version, heard.event.available, heard.event.orderId, heard.meta.correlationId]),
    ).toEqual([
      [2, 1, first.event.agreementId, first.meta.correlationId],
      [3, 0, last.event.agreementId, last.meta.correlationId],
    ]);
    const low = (await world.all(StockLowV1)).filter((heard) => heard.event.productId === nike.id);
    expect(low.map((heard) => [heard.event.available, heard.meta.correlationId])).toEqual([[1, first.meta.correlationId]]);
    const book = await rowsOf(
      service,
      "select id_commande as id, acteur from mouvements_stock where id_produit = $1 and nature = 'reservation' order by id_entree",
      [nike.id],
    );
    expect(book).toEqual([first, last].map((one) => ({ id: one.event.agreementId, acteur: one.meta.actor })));
    expect(await rowsOf(service, 'select version from produits where id_produit = $1', [nike.id])).toEqual([{ version: 3 }]);
  });

  it('numbers each seller by himself and sells nobody what is another’s', async () => {
    const other = newId();
    const [mine, his] = [await listNike(world, sellerId), await listNike(world, other)];
    const one = (productId: string) => [{ productId, quantity: 1 }];
    const batch = [
      agreedTo(one(his.id), other),
      agreedTo(one(mine.id)),
      agreedTo(one(his.id)),
      agreedTo(one(his.id), other),
      agreedTo(one(mine.id)),
    ];
    await take(batch);
    const ids = batch.map(({ event }) => event.agreementId);
    expect(await numbersOf(other)).toEqual([
      { id: ids[0], n: 1 },
      { id: ids[3], n: 2 },
    ]);
    expect(await numbersOf(sellerId)).toEqual([
      { id: ids[1], n: 1 },
      { id: ids[4], n: 2 },
    ]);
    const { event, meta } = await world.heard(OrderRejectedV1, (e) => e.agreementId === ids[2]);
    expect([event.reason, meta.sellerId]).toEqual(['unknown-product', sellerId]);
    expect(await stockOf(world, other, his.id)).toEqual({ stock: 10, reserved: 2 });
  });

  it('makes one order of an agreement heard twice, none of one that was cancelled first, and gives a merged customer his orders', async () => {
    const nike = await listNike(world, sellerId, { stock: 3 });
    const lines = [{ productId: nike.id, quantity: 1 }];
    const [merged, prospectId] = [newId(), newId()];
    await service.db.asWorker(() => service.get(MergedProspects).merge(sellerId, { prospectId, mergedId: merged } as never));
    const [twice, given, kept] = [agreedTo(lines), agreedTo(lines), agreedTo(lines, sellerId, { prospectId: merged })];
    await service.db.asWorker(() =>
      service.get(MoveOrders).cancelByCustomer(sellerId, {
        orderId: given.event.agreementId,
        prospectId: given.event.prospectId,
        conversationId: given.event.conversationId,
        reason: 'Changé d’avis',
      }),
    );
    await take([twice, given, { ...twice, meta: { ...twice.meta, id: newId() } }, kept]);
    await take([twice]);
    expect((await numbersOf(sellerId)).map(({ id }) => id)).toEqual([twice.event.agreementId, kept.event.agreementId]);
    expect((await order(kept.event.agreementId)).prospectId).toBe(prospectId);
    expect(await stockOf(world, sellerId, nike.id)).toEqual({ stock: 3, reserved: 2 });
    const answers = await rowsOf(service, 'select issue from accords where id_utilisateur = $1 order by issue', [sellerId]);
    expect(answers).toEqual([{ issue: 'annule' }, { issue: 'confirme' }, { issue: 'confirme' }]);
  });

  it('moves orders of several sellers on word by word, with their goods, their money and their history', async () => {
    const other = newId();
    const [mine, his] = [await ordersOf(3), await ordersOf(1, other)];
    const [delivered, failed, cancelled] = mine.ids as [string, string, string];
    const brought = { deliveryId: newId(), amount: 45_000 };
    const words = [
      wordOf(delivered, 1, 'preparing', { fee: 2_000 }),
      wordOf(his.ids[0]!, 1, 'delivered', { sellerId: other }),
      wordOf(failed, 2, 'delivery-failed'),
      wordOf(delivered, 3, 'delivered', { brought }),
      wordOf(cancelled, 2, 'cancelled'),
      // Late, and told again: neither moves anything.
      wordOf(delivered, 2, 'out-for-delivery'),
      wordOf(delivered, 3, 'delivered', { brought }),
      // Handed over although it was called off.
      wordOf(cancelled, 3, 'delivered'),
      wordOf(cancelled, 4, 'delivered'),
    ];
    await hear(words);
    expect(await order(delivered)).toMatchObject({ status: 'delivered', paid: 45_000 });
    const history = await rowsOf(
      service,
      'select statut_apres as s, motif from historique_commande where id_commande = any($1) order by id_etape',
      [[delivered, cancelled]],
    );
    expect(history.slice(2)).toEqual([
      { s: 'en_preparation', motif: 'Livraison' },
      { s: 'livree', motif: 'Livraison' },
      { s: 'annulee', motif: 'Livraison' },
      { s: 'annulee', motif: "Livraison après l'annulation : stock diminué" },
    ]);
    expect((await order(failed)).status).toBe('delivery-failed');
    expect((await order(his.ids[0]!, other)).status).toBe('delivered');
    expect(await stockOf(world, sellerId, mine.nike.id)).toEqual({ stock: 98, reserved: 1 });
    expect(await stockOf(world, other, his.nike.id)).toEqual({ stock: 99, reserved: 0 });
    await eventually(async () => {
      const moves = (await world.all(OrderStatusChangedV1)).filter(({ event }) => event.orderId === delivered);
      expect(moves.map(({ event, meta }) => [event.to, meta.correlationId])).toEqual([
        ['preparing', words[0]!.chain.correlationId],
        ['delivered', words[3]!.chain.correlationId],
      ]);
      // Each fact has a version of its own.
      expect(moves[1]!.meta.version).toBeGreaterThan(moves[0]!.meta.version);
    });
  });

  it('forgets each customer who asked for it when her order ends', async () => {
    const { ids } = await ordersOf(2);
    const [first] = ids as [string, string];
    const { prospectId } = await order(first);
    await service.db.asWorker(() => service.get(ErasedProspects).erase(sellerId, { prospectId } as never));
    await hear(ids.map((id) => wordOf(id, 1, 'delivered')));
    const names = await rowsOf<{ id: string; name: string }>(
      service,
      'select id_commande as id, nom_client as name from commandes where id_utilisateur = $1',
      [sellerId],
    );
    expect(names.map(({ id, name }) => [id === first, name]).sort()).toEqual([
      [false, 'Aminata Traoré'],
      [true, 'Client effacé'],
    ]);
  });

  it('takes as many statements for 50 as for one', async () => {
    const spies = [
      jest.spyOn(service.db, 'run'),
      jest.spyOn(service.db, 'rows'),
      jest.spyOn(service.get(ProductRepository), 'ofSellers'),
      jest.spyOn(service.get(OrderRepository), 'lockAll'),
    ];
    const costOf = async (work: () => Promise<unknown>) => {
      for (const spy of spies) spy.mockClear();
      await work();
      // Not those of the relay, which works beside it.
      return spies
        .flatMap((spy) => spy.mock.calls as unknown[][])
        .filter(([sql]) => typeof sql !== 'string' || !/outbox_sent|from outbox|relay_lease|dead_letter/.test(sql)).length;
    };
    const { nike } = await ordersOf(0);
    const costs: number[][] = [];
    for (const count of [1, 50]) {
      const batch = Array.from({ length: count }, () => agreedTo([{ productId: nike.id, quantity: 1 }]));
      const ids = batch.map(({ event }) => event.agreementId);
      costs.push([
        await costOf(() => take(batch)),
        await costOf(() => hear(ids.map((id) => wordOf(id, 1, 'preparing')))),
        await costOf(() => hear(ids.map((id) => wordOf(id, 2, 'delivered', { brought: { deliveryId: id, amount: 1_000 } })))),
      ]);
    }
    for (const spy of spies) spy.mockRestore();
    expect(costs[1]).toEqual(costs[0]);
    expect(await stockOf(world, sellerId, nike.id)).toEqual({ stock: 49, reserved: 0 });
  });

  describe('and the locks', () => {
    const waiting = async () => (await rowsOf(service, 'select from pg_locks where not granted')).length;
    /** Does some work in a transaction that stays open until it is let go. */
    const holding = async (work: () => Promise<unknown>) => {
      let letGo!: () => void;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      let done!: Promise<void>;
      await new Promise<void>((ready, failed) => {
        done = service.db.asWorker(async () => {
          await work();
          ready();
          await held;
        });
        done.catch(failed);
      });
      return async () => {
        letGo();
        await done;
      };
    };

    it('a courier is planned while agreements of the same shop are being taken', async () => {
      const { nike, ids } = await ordersOf(1);
      const letGo = await holding(() => service.get(TakeAgreements).take([agreedTo([{ productId: nike.id, quantity: 1 }])]));
      await hear([wordOf(ids[0]!, 1, 'preparing')]);
      await letGo();
      expect((await order(ids[0]!)).status).toBe('preparing');
      expect(await stockOf(world, sellerId, nike.id)).toEqual({ stock: 100, reserved: 2 });
    });

    it('two words of one order meet at its row: the second sees what the first did', async () => {
      const [orderId] = (await ordersOf(1)).ids as [string];
      const letGo = await holding(() => service.get(MoveOrders).byDeliveries([wordOf(orderId, 2, 'out-for-delivery')]));
      const second = hear([wordOf(orderId, 1, 'preparing'), wordOf(orderId, 3, 'delivery-failed')]);
      await eventually(async () => expect(await waiting()).toBe(1));
      await letGo();
      await second;
      const { status, history } = await order(orderId);
      expect(status).toBe('delivery-failed');
      expect(history.map(({ to }) => to)).toEqual(['confirmed', 'out-for-delivery', 'delivery-failed']);
      const moves = (await world.all(OrderStatusChangedV1)).filter(({ event }) => event.orderId === orderId);
      expect(new Set(moves.map(({ meta }) => meta.version)).size).toBe(moves.length);
    });

    it.each([
      ['agreements wait for each other', 'sale', 'sale'],
      ['agreements wait for who has the shop alone', 'alone', 'sale'],
      ['words wait for who has the shop alone', 'alone', 'word'],
      ['who has the shop alone waits for agreements', 'sale', 'alone'],
      ['who has the shop alone waits for words', 'word', 'alone'],
    ] as const)('%s', async (_, first, then) => {
      const { nike, ids } = await ordersOf(1, sellerId, 2);
      const work = {
        sale: () => service.get(TakeAgreements).take([agreedTo([{ productId: nike.id, quantity: 1 }])]),
        alone: () => service.get(Sellers).lock(sellerId),
        word: () => service.get(MoveOrders).byDeliveries([wordOf(ids[0]!, 1, 'preparing')]),
      };
      const letGo = await holding(work[first]);
      const second = service.db.asWorker(work[then]);
      await eventually(async () => expect(await waiting()).toBe(1));
      await letGo();
      await second;
      expect((await stockOf(world, sellerId, nike.id)).reserved).toBeLessThanOrEqual(2);
    });

    it('batches of the same sellers in any order never wait for each other in a circle', async () => {
      const sellers = Array.from({ length: 4 }, () => newId());
      const shops = await Promise.all(sellers.map(async (of) => ({ of, ...(await ordersOf(6, of, 1_000)) })));
      const shuffled = <T>(list: T[]) => list.toSorted(() => Math.random() - 0.5);
      const batches = Array.from({ length: 24 }, (_, i) => () => {
        const to = (['preparing', 'out-for-delivery', 'delivered'] as const)[i % 3]!;
        const all = shops.flatMap(({ of, ids }) => ids.map((id) => wordOf(id, 1 + (i % 3), to, { sellerId: of })));
        if (i % 2 === 0) return hear(shuffled(all).slice(0, 12));
        const lines = (id: string) => [{ productId: id, quantity: 1 }];
        return take(shuffled(shops.flatMap(({ of, nike }) => [agreedTo(lines(nike.id), of), agreedTo(lines(nike.id), of)])));
      });
      // Without the bus, which would try again: whoever is chosen as a deadlock's victim fails here.
      await Promise.all(batches.map((batch) => batch()));
      for (const { of } of shops)
        expect((await numbersOf(of)).map(({ n }) => n)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    }, 60_000);
  });

  it('with one that cannot be handled goes one by one by the bus, and the others are done', async () => {
    const { ids } = await ordersOf(2);
    const confirmed = await Promise.all(ids.map((id) => world.heard(OrderConfirmedV1, (e) => e.orderId === id)));
    const batches = jest.spyOn(MoveOrders.prototype, 'byDeliveries');
    const publish = (orderId: string) => {
      const planned = { ...aDelivery(confirmed[0]!.event), orderId, reason: 'Le plus proche' };
      return world.publish(fact(DeliveryPlannedV1, planned, { sellerId, key: planned.deliveryId, version: 1 }));
    };
    const [first, unknown, last] = await restart(
      async () => [await publish(ids[0]!), await publish(newId()), await publish(ids[1]!)] as const,
    );
    await eventually(async () => expect(await handled(service, last)).toBe(true));
    expect(await handled(service, first)).toBe(true);
    expect(await handled(service, unknown)).toBe(false);
    expect(batches.mock.calls.slice(0, 4).map(([words]) => words.length)).toEqual([3, 1, 1, 1]);
    batches.mockRestore();
    for (const id of ids) expect((await order(id)).status).toBe('preparing');
  });
});
