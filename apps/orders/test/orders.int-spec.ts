import {
  AdjustStock,
  CancelOrder,
  ConfirmDraftOrder,
  DeliveryAttemptFailedV1,
  DeliveryCompletedV1,
  DeliveryPickedUpV1,
  fact,
  GetOrder,
  GetOrderReportLines,
  GetProduct,
  GetSalesTotals,
  ListOrders,
  ListProduct,
  ListProducts,
  MoveOrder,
  OrderCancellationAskedV1,
  OrderCancellationRefusedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderRejectedV1,
  PlaceOrder,
  SellerUpdatedV1,
  StockChangedV1,
  StockLowV1,
  UpdateProduct,
} from '#contracts';
import { newId } from '#database';
import { eventually } from '#testing';
import { aDelivery, agree, anAgreement, handled, listNike, rowsOf } from './fixtures.js';
import { onStage, type Stage } from './stage.js';

describe('orders', () => {
  let { world, service, sellerId } = {} as Stage;
  // Every test below runs against two replicas.
  onStage((stage) => ({ world, service, sellerId } = stage), { replicas: 2 });

  const confirmedOrder = async (agreementId: string) =>
    (await world.heard(OrderConfirmedV1, (e) => e.agreementId === agreementId)).event;
  const buyNike = async (quantity = 1, stock = 10) => {
    const nike = await listNike(world, sellerId, { stock });
    const agreed = anAgreement([{ productId: nike.id, quantity }]);
    await agree(world, sellerId, agreed);
    return { nike, agreed, order: await confirmedOrder(agreed.agreementId) };
  };
  /** What somebody orders by telephone. */
  const byHand = (productId: string) => ({
    prospectId: newId(),
    customerName: 'Awa Koné',
    customerPhone: '0708091011',
    lines: [{ productId, quantity: 1 }],
    deliveryAddress: 'Plateau',
  });
  const stockOf = async (productId: string) => {
    const { stock, reserved } = await world.ask(GetProduct, { productId }, sellerId);
    return { stock, reserved };
  };

  describe('confirming what was agreed', () => {
    it("prices it from the catalogue, reserves its stock and gives it the day's first number", async () => {
      const { nike, agreed, order } = await buyNike();
      expect(order).toMatchObject({
        orderId: agreed.agreementId,
        total: 45_000,
        lines: [{ productName: 'Nike Air Max 90', quantity: 1, unitPrice: 45_000, lineTotal: 45_000 }],
        conversationId: agreed.conversationId,
      });
      expect(order.orderNumber).toMatch(/^CMD-\d{8}-000001$/);
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 1 });
      const { event } = await world.heard(StockChangedV1, (e) => e.productId === nike.id);
      expect(event).toMatchObject({ available: 9, cause: 'reserved', orderId: order.orderId });
      expect(await world.ask(GetOrder, { orderId: order.orderId }, sellerId)).toMatchObject({
        number: order.orderNumber,
        status: 'confirmed',
        history: [{ from: 'none', to: 'confirmed' }],
      });
    });

    it('makes one order of the same agreement, however often and by whichever replica it is heard', async () => {
      const nike = await listNike(world, sellerId);
      const agreed = anAgreement([{ productId: nike.id, quantity: 1 }]);
      const heard = await Promise.all(Array.from({ length: 20 }, () => agree(world, sellerId, agreed)));
      await eventually(async () => {
        for (const id of heard) expect(await handled(service, id)).toBe(true);
      });
      // Once the next order is out, whatever the twenty had to say is out too.
      const last = anAgreement([{ productId: nike.id, quantity: 1 }]);
      await agree(world, sellerId, last);
      await confirmedOrder(last.agreementId);
      expect((await world.ask(ListOrders, {}, sellerId)).items).toHaveLength(2);
      expect((await world.all(OrderConfirmedV1)).filter(({ meta }) => meta.sellerId === sellerId)).toHaveLength(2);
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 2 });
    });

    it('sells 10 units to exactly 10 of 200 who order at once by chat, cart and telephone; the others are offered what there is', async () => {
      const nike = await listNike(world, sellerId, { stock: 10 });
      const stan = await world.ask(ListProduct, { name: 'Adidas Stan Smith', unitPrice: 44_000, stock: 500 }, sellerId);
      const chat = Array.from({ length: 80 }, () => anAgreement([{ productId: nike.id, quantity: 1 }]));
      const cart = Array.from({ length: 60 }, () => anAgreement([{ productId: nike.id, quantity: 1, agreedPrice: 45_000 }]));
      const draft = { ...byHand(nike.id), draft: true };
      const drafts = await Promise.all(Array.from({ length: 20 }, () => world.ask(PlaceOrder, draft, sellerId)));
      const asked = [
        ...Array.from({ length: 40 }, () => world.ask(PlaceOrder, byHand(nike.id), sellerId)),
        ...drafts.map(({ id: orderId }) => world.ask(ConfirmDraftOrder, { orderId }, sellerId)),
      ];
      const answers = Promise.allSettled(asked);
      await Promise.all([...chat, ...cart].map((agreed) => agree(world, sellerId, agreed)));
      const refusals = (await answers).filter((answer) => answer.status === 'rejected').map(({ reason }) => reason as object);
      const mine = <T extends { meta: { sellerId: string | null } }>(all: T[]) =>
        all.filter(({ meta }) => meta.sellerId === sellerId);
      await eventually(
        async () => {
          expect(mine(await world.all(OrderConfirmedV1))).toHaveLength(10);
          expect(mine(await world.all(OrderRejectedV1)).length + refusals.length).toBe(190);
        },
        { withinMs: 60_000 },
      );
      const instead = { alternatives: [expect.objectContaining({ productId: stan.id, available: 500 })] };
      for (const { event } of mine(await world.all(OrderRejectedV1)))
        expect(event).toMatchObject({ reason: 'out-of-stock', refused: [{ available: 0 }], ...instead });
      for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'OUT_OF_STOCK', kind: 'conflict', facts: instead });
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 10 });
      const numbers = await rowsOf<{ n: number }>(
        service,
        `select right(numero_commande, 6)::int as n from commandes where id_utilisateur = $1 order by 1`,
        [sellerId],
      );
      // Numbered without a gap: nobody who was refused took one.
      expect(numbers.map(({ n }) => n)).toEqual(numbers.map((_, i) => i + 1));
      const standing = await rowsOf(
        service,
        "select from commandes where id_utilisateur = $1 and statut_commande = 'confirmee'",
        [sellerId],
      );
      expect(standing).toHaveLength(10);
    }, 90_000);

    it('refuses all of it when one line is short, reserves nothing and offers what is there', async () => {
      const nike = await listNike(world, sellerId, {
        stock: undefined,
        variants: [
          { size: '38', stock: 1 },
          { size: '39', stock: 4 },
          { size: '40', stock: 0 },
        ],
      });
      const [v38, v39] = nike.variants;
      const stan = await world.ask(ListProduct, { name: 'Adidas Stan Smith', unitPrice: 35_000, stock: 15 }, sellerId);
      await world.ask(ListProduct, { name: 'Sac de luxe', unitPrice: 400_000, stock: 15 }, sellerId);
      const agreed = anAgreement([
        { productId: stan.id, quantity: 1 },
        { productId: nike.id, variantId: v38!.id, quantity: 2 },
      ]);
      await agree(world, sellerId, agreed);
      const { event } = await world.heard(OrderRejectedV1, (e) => e.agreementId === agreed.agreementId);
      expect(event).toMatchObject({
        reason: 'out-of-stock',
        refused: [{ asked: { variantId: v38!.id, quantity: 2 }, productName: 'Nike Air Max 90', available: 1 }],
      });
      expect(event.alternatives.map(({ variantId, productId }) => variantId ?? productId)).toEqual([v39!.id, stan.id]);
      expect(await stockOf(nike.id)).toEqual({ stock: 5, reserved: 0 });
      expect(await stockOf(stan.id)).toEqual({ stock: 15, reserved: 0 });
      expect(await rowsOf(service, 'select from commandes where id_utilisateur = $1', [sellerId])).toEqual([]);
    });

    it('refuses a product that nobody sells', async () => {
      const agreed = anAgreement([{ productId: newId(), quantity: 1 }]);
      await agree(world, sellerId, agreed);
      const { event } = await world.heard(OrderRejectedV1, (e) => e.agreementId === agreed.agreementId);
      expect(event.reason).toBe('unknown-product');
    });

    it("counts by the day of the seller's time zone", async () => {
      const zone = 'Pacific/Kiritimati';
      const facts = {
        lastName: 'Kouadio',
        firstName: 'Jean',
        email: 'kouadio@gmail.com',
        phone: '+2250712345678',
        country: "Côte d'Ivoire",
        sector: 'Chaussures',
        shopName: 'Kouadio Chaussures',
        timeZone: zone,
      };
      await world.publish(fact(SellerUpdatedV1, facts, { sellerId, key: sellerId, version: 2 }));
      await world.publish(
        fact(SellerUpdatedV1, { ...facts, timeZone: 'Africa/Abidjan' }, { sellerId, key: sellerId, version: 1 }),
      );
      await eventually(async () =>
        expect(await rowsOf(service, 'select fuseau_horaire from vendeurs_copie where id_utilisateur = $1', [sellerId])).toEqual([
          { fuseau_horaire: zone },
        ]),
      );
      const before = dayIn(zone);
      const { order } = await buyNike();
      expect([before, dayIn(zone)]).toContain(order.orderNumber.slice(4, 12));
    });
  });

  describe('cancelling', () => {
    it('gives the stock back and says so', async () => {
      const { nike, order } = await buyNike(3);
      const cancelled = await world.ask(CancelOrder, { orderId: order.orderId, reason: 'Client injoignable' }, sellerId);
      expect(cancelled.status).toBe('cancelled');
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 0 });
      const { event } = await world.heard(OrderCancelledV1, (e) => e.orderId === order.orderId);
      expect(event).toMatchObject({ cancelledBy: 'seller', reason: 'Client injoignable', total: 135_000 });
      await expect(world.ask(CancelOrder, { orderId: order.orderId, reason: 'encore' }, sellerId)).rejects.toMatchObject({
        code: 'ORDER_CANNOT_MOVE',
        facts: { from: 'cancelled', to: 'cancelled' },
      });
    });

    const asksToCancel = (orderId: string, agreed: { conversationId: string; prospectId: string }) =>
      world.publish(
        fact(
          OrderCancellationAskedV1,
          { orderId, conversationId: agreed.conversationId, prospectId: agreed.prospectId, reason: 'Changé d’avis' },
          { sellerId, key: orderId, version: 1 },
        ),
      );

    it('wins over the order when it comes first', async () => {
      const nike = await listNike(world, sellerId);
      const agreed = anAgreement([{ productId: nike.id, quantity: 1 }]);
      await asksToCancel(agreed.agreementId, agreed);
      await eventually(async () =>
        expect(
          await rowsOf(service, 'select from annulations_anticipees where id_commande = $1', [agreed.agreementId]),
        ).toHaveLength(1),
      );
      await agree(world, sellerId, agreed);
      await eventually(async () =>
        expect(await rowsOf(service, 'select issue from accords where id_accord = $1', [agreed.agreementId])).toEqual([
          { issue: 'annule' },
        ]),
      );
      expect((await world.ask(ListOrders, {}, sellerId)).items).toEqual([]);
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 0 });
    });

    it('wins in every race with its order', async () => {
      const nike = await listNike(world, sellerId, { stock: 100 });
      const agreements = Array.from({ length: 60 }, () => anAgreement([{ productId: nike.id, quantity: 1 }]));
      const events = await Promise.all(
        agreements.flatMap((agreed) => [agree(world, sellerId, agreed), asksToCancel(agreed.agreementId, agreed)]),
      );
      await eventually(async () => {
        for (const id of events) expect(await handled(service, id)).toBe(true);
      });
      const standing = await rowsOf(service, "select from commandes where id_utilisateur = $1 and statut_commande <> 'annulee'", [
        sellerId,
      ]);
      expect(standing).toEqual([]);
      expect(await stockOf(nike.id)).toEqual({ stock: 100, reserved: 0 });
    });

    it('is for the customer who ordered, and is refused once the parcel has left', async () => {
      const { agreed, order } = await buyNike();
      await asksToCancel(order.orderId, { ...agreed, prospectId: newId() });
      await world.publish(
        fact(
          DeliveryPickedUpV1,
          { ...aDelivery(order), pickedUpAt: new Date().toISOString() },
          { sellerId, key: newId(), version: 2 },
        ),
      );
      await eventually(async () =>
        expect((await world.ask(GetOrder, { orderId: order.orderId }, sellerId)).status).toBe('out-for-delivery'),
      );
      await asksToCancel(order.orderId, agreed);
      const { event } = await world.heard(OrderCancellationRefusedV1, (e) => e.orderId === order.orderId);
      expect(event.status).toBe('out-for-delivery');
      expect((await world.all(OrderCancelledV1)).some((e) => e.event.orderId === order.orderId)).toBe(false);
    });

    it('by the customer releases the order', async () => {
      const { nike, agreed, order } = await buyNike();
      await asksToCancel(order.orderId, agreed);
      const { event } = await world.heard(OrderCancelledV1, (e) => e.orderId === order.orderId);
      expect(event.cancelledBy).toBe('customer');
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 0 });
    });
  });

  describe('following the delivery', () => {
    it('uses up the stock when delivered, even when that is heard before the pick-up', async () => {
      const { nike, order } = await buyNike(2);
      const delivery = aDelivery(order);
      const about = { sellerId, key: delivery.deliveryId };
      await world.publish(
        fact(
          DeliveryCompletedV1,
          { ...delivery, completedAt: new Date().toISOString(), collected: delivery.amountToCollect },
          { ...about, version: 3 },
        ),
      );
      await eventually(async () => expect(await stockOf(nike.id)).toEqual({ stock: 8, reserved: 0 }));
      const late = await world.publish(
        fact(DeliveryPickedUpV1, { ...delivery, pickedUpAt: new Date().toISOString() }, { ...about, version: 2 }),
      );
      await eventually(async () => expect(await handled(service, late)).toBe(true));
      const found = await world.ask(GetOrder, { orderId: order.orderId }, sellerId);
      expect(found.status).toBe('delivered');
      expect(found.history).toMatchObject([{ to: 'confirmed' }, { to: 'delivered', reason: 'Colis remis par Mamadou Diabaté' }]);
    });

    const delivered = (order: OrderConfirmedV1, version: number, delivery = aDelivery(order)) =>
      world.publish(
        fact(
          DeliveryCompletedV1,
          { ...delivery, completedAt: new Date().toISOString(), collected: delivery.amountToCollect },
          { sellerId, key: delivery.deliveryId, version },
        ),
      );

    it('delivered after it was cancelled: it stays cancelled, the goods are gone once, and its history says so', async () => {
      const { nike, order } = await buyNike(2);
      await world.ask(CancelOrder, { orderId: order.orderId, reason: 'Client injoignable' }, sellerId);
      const words = [await delivered(order, 3), await delivered(order, 4)];
      for (const id of words) await eventually(async () => expect(await handled(service, id)).toBe(true));
      expect(await stockOf(nike.id)).toEqual({ stock: 8, reserved: 0 });
      const found = await world.ask(GetOrder, { orderId: order.orderId }, sellerId);
      expect(found.status).toBe('cancelled');
      expect(found.history.slice(2)).toMatchObject([
        {
          from: 'cancelled',
          to: 'cancelled',
          reason: "Colis remis par Mamadou Diabaté après l'annulation : stock diminué",
        },
      ]);
      await world.heard(StockChangedV1, (e) => e.productId === nike.id && e.cause === 'consumed' && e.available === 8);
    });

    it('delivered after it was cancelled and sold to others: the seller is told to count', async () => {
      const { nike, order } = await buyNike(2, 2);
      await world.ask(CancelOrder, { orderId: order.orderId, reason: 'Client injoignable' }, sellerId);
      const again = anAgreement([{ productId: nike.id, quantity: 1 }]);
      await agree(world, sellerId, again);
      await confirmedOrder(again.agreementId);
      const word = await delivered(order, 3);
      await eventually(async () => expect(await handled(service, word)).toBe(true));
      expect(await stockOf(nike.id)).toEqual({ stock: 2, reserved: 1 });
      const { history } = await world.ask(GetOrder, { orderId: order.orderId }, sellerId);
      expect(history.at(-1)!.reason).toMatch(/à recompter$/);
    });

    it('delivered, then returned: a repeated word of the delivery takes nothing more', async () => {
      const { nike, order } = await buyNike(2);
      const { orderId } = order;
      await delivered(order, 3);
      await eventually(async () => expect((await world.ask(GetOrder, { orderId }, sellerId)).status).toBe('delivered'));
      await world.ask(MoveOrder, { orderId, to: 'returned' }, sellerId);
      const word = await delivered(order, 4);
      await eventually(async () => expect(await handled(service, word)).toBe(true));
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 0 });
      expect((await world.ask(GetOrder, { orderId }, sellerId)).history).toHaveLength(3);
    });

    it('keeps the stock reserved after a failed attempt, and frees it when the parcel is back', async () => {
      const { nike, order } = await buyNike();
      const delivery = aDelivery(order);
      await world.publish(
        fact(
          DeliveryAttemptFailedV1,
          { ...delivery, attempt: 1, failure: 'Client absent' },
          { sellerId, key: delivery.deliveryId, version: 3 },
        ),
      );
      await eventually(async () =>
        expect((await world.ask(GetOrder, { orderId: order.orderId }, sellerId)).status).toBe('delivery-failed'),
      );
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 1 });
      await world.ask(MoveOrder, { orderId: order.orderId, to: 'returned' }, sellerId);
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 0 });
    });
  });

  describe('the seller', () => {
    it('takes an order by hand and moves it on', async () => {
      const nike = await listNike(world, sellerId);
      const order = await world.ask(
        PlaceOrder,
        {
          prospectId: newId(),
          customerName: 'Awa Koné',
          customerPhone: '07 08 09 10 11',
          lines: [{ productId: nike.id, quantity: 2 }],
          deliveryAddress: 'Plateau, rue du Commerce',
        },
        sellerId,
      );
      expect(order).toMatchObject({ total: 90_000, customerPhone: '+2250708091011', deliveryPhone: '+2250708091011' });
      await world.ask(MoveOrder, { orderId: order.id, to: 'preparing' }, sellerId);
      await world.ask(MoveOrder, { orderId: order.id, to: 'preparing' }, sellerId);
      await world.ask(MoveOrder, { orderId: order.id, to: 'ready' }, sellerId);
      const { history } = await world.ask(GetOrder, { orderId: order.id }, sellerId);
      expect(history.map(({ to, actor }) => [to, actor])).toEqual([
        ['confirmed', `seller:${sellerId}`],
        ['preparing', `seller:${sellerId}`],
        ['ready', `seller:${sellerId}`],
      ]);
    });

    it('is told by hand too what is short, and nothing stays reserved', async () => {
      const nike = await listNike(world, sellerId, { stock: 1 });
      const asked = {
        prospectId: newId(),
        customerName: 'Awa Koné',
        customerPhone: '0708091011',
        lines: [{ productId: nike.id, quantity: 2 }],
        deliveryAddress: 'Plateau',
      };
      await expect(world.ask(PlaceOrder, asked, sellerId)).rejects.toMatchObject({ code: 'OUT_OF_STOCK', kind: 'conflict' });
      await expect(world.ask(PlaceOrder, { ...asked, customerPhone: '12' }, sellerId)).rejects.toMatchObject({ kind: 'invalid' });
      expect(await stockOf(nike.id)).toEqual({ stock: 1, reserved: 0 });
    });

    it("never sees or touches another seller's orders and products", async () => {
      const { nike, order } = await buyNike();
      const other = newId();
      const { orderId } = order;
      await expect(world.ask(GetOrder, { orderId }, other)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      await expect(world.ask(CancelOrder, { orderId, reason: 'x' }, other)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      await expect(world.ask(MoveOrder, { orderId, to: 'ready' }, other)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      await expect(world.ask(GetProduct, { productId: nike.id }, other)).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' });
      const steal = { productId: nike.id, change: 5, reason: 'x' };
      await expect(world.ask(AdjustStock, steal, other)).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' });
      // Row-level security holds where a query forgets its filter.
      expect(await service.db.asSeller(other, () => service.db.rows('select from commandes'))).toEqual([]);
    });

    it('counts stock in and out by variant, never below what is reserved', async () => {
      const nike = await listNike(world, sellerId, { stock: undefined, lowStockAt: 2, variants: [{ size: '38', stock: 3 }] });
      const [variant] = nike.variants;
      const product = { productId: nike.id, variantId: variant!.id };
      await expect(world.ask(AdjustStock, { productId: nike.id, change: 1, reason: 'Arrivage' }, sellerId)).rejects.toMatchObject(
        { kind: 'invalid' },
      );
      const after = await world.ask(AdjustStock, { ...product, change: 2, reason: 'Arrivage' }, sellerId);
      expect(after).toMatchObject({ stock: 5, variants: [{ stock: 5 }] });
      const agreed = anAgreement([{ productId: nike.id, variantId: variant!.id, quantity: 3 }]);
      await agree(world, sellerId, agreed);
      await confirmedOrder(agreed.agreementId);
      const { event } = await world.heard(StockLowV1, (e) => e.productId === nike.id);
      expect(event).toMatchObject({ available: 2, threshold: 2 });
      await expect(world.ask(AdjustStock, { ...product, change: -3, reason: 'Vol' }, sellerId)).rejects.toMatchObject({
        code: 'STOCK_NOT_ENOUGH',
        facts: { left: 2 },
      });
      await world.ask(AdjustStock, { ...product, change: -1, reason: 'Vol' }, sellerId);
      const lows = (await world.all(StockLowV1)).filter((e) => e.event.productId === nike.id);
      expect(lows).toHaveLength(1);
    });

    it('adds sizes with their stock, takes one off sale and gives one its own price', async () => {
      const nike = await listNike(world, sellerId, { stock: undefined, variants: [{ size: '38', stock: 3 }] });
      const productId = nike.id;
      const [v38] = nike.variants;
      const wider = await world.ask(
        UpdateProduct,
        {
          productId,
          newVariants: [
            { size: '39', stock: 2 },
            { size: '40', stock: 0 },
          ],
        },
        sellerId,
      );
      expect(wider).toMatchObject({ stock: 5, variants: [{ size: '38' }, { size: '39', stock: 2 }, { size: '40', stock: 0 }] });
      const change = {
        variants: [
          { variantId: v38!.id, active: false },
          { variantId: wider.variants[1]!.id, unitPrice: 50_000 },
        ],
      };
      const changed = await world.ask(UpdateProduct, { productId, ...change }, sellerId);
      expect(changed.variants).toMatchObject([{ active: false, unitPrice: 45_000 }, { unitPrice: 50_000 }, {}]);
      const agreed = anAgreement([{ productId, variantId: v38!.id, quantity: 1 }]);
      await agree(world, sellerId, agreed);
      const { event } = await world.heard(OrderRejectedV1, (e) => e.agreementId === agreed.agreementId);
      expect(event.alternatives).toMatchObject([{ size: '39', unitPrice: 50_000, available: 2 }]);
      const again = { productId, newVariants: [{ size: '39', stock: 1 }] };
      await expect(world.ask(UpdateProduct, again, sellerId)).rejects.toMatchObject({ kind: 'invalid' });
      const plain = await listNike(world, sellerId);
      const sizes = { productId: plain.id, newVariants: [{ size: '39', stock: 1 }] };
      await expect(world.ask(UpdateProduct, sizes, sellerId)).rejects.toMatchObject({ code: 'PRODUCT_HAS_OWN_STOCK' });
    });

    it('finds his products without accents, and keeps what he did not change', async () => {
      const creme = await world.ask(
        ListProduct,
        { name: 'Crème de karité', unitPrice: 3_000, stock: 5, aliases: ['Beurre'] },
        sellerId,
      );
      await listNike(world, sellerId);
      const found = await world.ask(ListProducts, { search: 'CREME' }, sellerId);
      expect(found.items.map(({ id }) => id)).toEqual([creme.id]);
      const changed = await world.ask(UpdateProduct, { productId: creme.id, unitPrice: 3_500 }, sellerId);
      expect(changed).toEqual({ ...creme, unitPrice: 3_500, version: creme.version + 1 });
      const first = await world.ask(ListProducts, { limit: 1 }, sellerId);
      const second = await world.ask(ListProducts, { limit: 1, cursor: first.nextCursor! }, sellerId);
      expect(second.items.map(({ id }) => id)).toEqual([creme.id]);
      expect(second.nextCursor).toBeUndefined();
    });

    it('reads the same lines and totals as the SQL of the reports', async () => {
      const { order } = await buyNike(2);
      expect((await world.ask(GetOrderReportLines, {}, sellerId)).items).toEqual([
        {
          orderId: order.orderId,
          prospectId: order.prospectId,
          orderNumber: order.orderNumber,
          productName: 'Nike Air Max 90',
          quantity: 2,
          orderStatus: 'confirmee',
        },
      ]);
      expect(await world.ask(GetSalesTotals, {}, sellerId)).toEqual({ orders: 1, total: 90_000 });
      expect(await world.ask(GetSalesTotals, {}, newId())).toEqual({ orders: 0, total: 0 });
    });
  });
});

const dayIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date()).replaceAll('-', '');
