import {
  CancelOrder,
  ConfirmDraftOrder,
  DeliveryCompletedV1,
  DeliveryPlannedV1,
  EditOrder,
  ExchangeOrder,
  fact,
  GetOrder,
  ListOrders,
  ListStockMovements,
  MoveOrder,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderDraftedV1,
  OrderEditedV1,
  OrderPaymentsChangedV1,
  OrderRefundsChangedV1,
  OrderRejectedV1,
  type OrderView,
  PlaceOrder,
  ProspectErasedV1,
  type QuestionOf,
  RecordPayment,
  RecordRefund,
  RemoveVariant,
  UpdateProduct,
  VoidPayment,
  VoidRefund,
} from '#contracts';
import { newId } from '#database';
import { eventually } from '#testing';
import { aDelivery, agree, anAgreement, handled, listNike, stockOf } from './fixtures.js';
import { onStage, type Stage } from './stage.js';

describe('what an order costs and what is paid of it', () => {
  let { world, service, sellerId } = {} as Stage;
  onStage((stage) => ({ world, service, sellerId } = stage), { replicas: 2 });

  const left = (productId: string) => stockOf(world, sellerId, productId);
  const order = (orderId: string) => world.ask(GetOrder, { orderId }, sellerId);
  const done = (id: string) => eventually(async () => expect(await handled(service, id)).toBe(true));
  const place = (lines: QuestionOf<PlaceOrder>['lines'], over: Partial<QuestionOf<PlaceOrder>> = {}) =>
    world.ask(
      PlaceOrder,
      {
        prospectId: newId(),
        customerName: 'Aminata Traoré',
        customerPhone: '0598765432',
        deliveryAddress: 'Cocody, Angré',
        lines,
        ...over,
      },
      sellerId,
    );
  const confirmedOf = async ({ id }: OrderView) => (await world.heard(OrderConfirmedV1, (e) => e.orderId === id)).event;
  const delivered = async (view: OrderView, collected?: number, deliveryId = newId(), version = 3) => {
    const delivery = { ...aDelivery(await confirmedOf(view)), deliveryId };
    const completed = { ...delivery, completedAt: new Date().toISOString(), collected: collected ?? delivery.amountToCollect };
    await done(await world.publish(fact(DeliveryCompletedV1, completed, { sellerId, key: deliveryId, version })));
  };
  const pay = (orderId: string, amount: number, over: Partial<QuestionOf<RecordPayment>> = {}) =>
    world.ask(RecordPayment, { orderId, method: 'wave', amount, ...over }, sellerId);
  const strikeOut = (orderId: string, paymentId: string) =>
    world.ask(VoidPayment, { orderId, paymentId, reason: 'Mauvaise commande' }, sellerId);

  const refund = (orderId: string, amount: number, over: Partial<QuestionOf<RecordRefund>> = {}) =>
    world.ask(RecordRefund, { orderId, method: 'wave', amount, ...over }, sellerId);
  const strikeOutRefund = (orderId: string, refundId: string) =>
    world.ask(VoidRefund, { orderId, refundId, reason: 'Pas parti' }, sellerId);

  describe('bargaining', () => {
    it('is granted by the assistant down to the floor price; below, the order is refused with what it costs', async () => {
      const nike = await listNike(world, sellerId, { floorPrice: 40_000 });
      const at = (agreedPrice: number) => anAgreement([{ productId: nike.id, quantity: 1, agreedPrice }]);
      const [granted, dearer, refused] = [at(41_000), at(50_000), at(39_000)];
      for (const agreed of [granted, dearer, refused]) await agree(world, sellerId, agreed);
      const confirmed = async ({ agreementId }: { agreementId: string }) =>
        (await world.heard(OrderConfirmedV1, (e) => e.agreementId === agreementId)).event.total;
      expect([await confirmed(granted), await confirmed(dearer)]).toEqual([41_000, 45_000]);
      const { event } = await world.heard(OrderRejectedV1, (e) => e.agreementId === refused.agreementId);
      expect(event).toMatchObject({
        reason: 'price-changed',
        refused: [{ asked: { agreedPrice: 39_000 }, unitPrice: 45_000, available: 8 }],
        alternatives: [],
      });
      expect(await left(nike.id)).toEqual({ stock: 10, reserved: 2 });
    });

    it('is for the shop itself to do as it likes, also when it changes the order', async () => {
      const nike = await listNike(world, sellerId);
      const cheap = await place([{ productId: nike.id, quantity: 2, agreedPrice: 30_000 }]);
      expect(cheap).toMatchObject({ total: 60_000, paid: 0, amountToCollect: 60_000 });
      const edit = { orderId: cheap.id, lines: [{ productId: nike.id, quantity: 2, agreedPrice: 25_000 }] };
      expect(await world.ask(EditOrder, edit, sellerId)).toMatchObject({ total: 50_000 });
    });

    it('has a floor that is never above the price, of a product or of a size', async () => {
      const wrong = { kind: 'invalid', facts: { fields: [expect.objectContaining({ field: 'floorPrice' })] } };
      await expect(listNike(world, sellerId, { floorPrice: 46_000 })).rejects.toMatchObject(wrong);
      const photos = [newId(), newId()];
      const nike = await listNike(world, sellerId, {
        stock: undefined,
        floorPrice: 40_000,
        photos,
        variants: [{ size: '38', stock: 1, floorPrice: 42_000 }],
      });
      expect(nike).toMatchObject({ floorPrice: 40_000, photos, variants: [{ floorPrice: 42_000 }] });
      const variantId = nike.variants[0]!.id;
      const update = (change: object) => world.ask(UpdateProduct, { productId: nike.id, ...change }, sellerId);
      await expect(update({ unitPrice: 39_000 })).rejects.toMatchObject(wrong);
      await expect(update({ variants: [{ variantId, floorPrice: 45_001 }] })).rejects.toMatchObject({
        facts: { fields: [{ field: 'variants.floorPrice' }] },
      });
      const back = await update({ variants: [{ variantId, floorPrice: 0 }], photos: photos.toReversed() });
      expect(back).toMatchObject({ photos: photos.toReversed(), variants: [{ floorPrice: 40_000 }] });
      const fixed = await update({ floorPrice: 0, photos: [] });
      expect(fixed).toMatchObject({ photos: [] });
      expect([fixed.floorPrice, fixed.variants[0]!.floorPrice]).toEqual([undefined, undefined]);
    });
  });

  describe('the delivery fee', () => {
    it('is what she was told, then what the planned delivery costs, and unknown again for another address', async () => {
      const nike = await listNike(world, sellerId);
      const agreed = anAgreement([{ productId: nike.id, quantity: 1 }], { deliveryFee: 1_500 });
      await agree(world, sellerId, agreed);
      const { event } = await world.heard(OrderConfirmedV1, (e) => e.agreementId === agreed.agreementId);
      const { orderId } = event;
      expect(event.deliveryFee).toBe(1_500);
      expect(await order(orderId)).toMatchObject({ deliveryFee: 1_500, amountToCollect: 46_500, paid: 0 });
      const planned = { ...aDelivery(event), fee: 1_000, reason: 'Mamadou couvre Cocody' };
      await done(await world.publish(fact(DeliveryPlannedV1, planned, { sellerId, key: planned.deliveryId, version: 1 })));
      expect(await order(orderId)).toMatchObject({ deliveryFee: 1_000, amountToCollect: 46_000 });
      const moved = await world.ask(EditOrder, { orderId, deliveryAddress: 'Plateau' }, sellerId);
      expect(moved).toMatchObject({ amountToCollect: 45_000 });
      expect(moved.deliveryFee).toBeUndefined();
      expect((await world.heard(OrderEditedV1, (e) => e.orderId === orderId)).event.deliveryFee).toBeUndefined();
    });
  });

  describe('a draft', () => {
    it('is priced and numbered, holds nothing, and is priced anew and reserved when it is confirmed', async () => {
      const nike = await listNike(world, sellerId);
      const puma = await listNike(world, sellerId, { name: 'Puma Suede Classic', unitPrice: 30_000, stock: 8 });
      const lines = [
        { productId: nike.id, quantity: 1 },
        { productId: puma.id, quantity: 1, agreedPrice: 20_000 },
      ];
      const draft = await place(lines, { draft: true });
      expect(draft).toMatchObject({ status: 'draft', total: 65_000 });
      expect(draft.number).toMatch(/-000001$/);
      expect(await left(nike.id)).toEqual({ stock: 10, reserved: 0 });
      const wider = lines.map((line) => ({ ...line, quantity: 2 }));
      expect(await world.ask(EditOrder, { orderId: draft.id, lines: wider }, sellerId)).toMatchObject({ total: 130_000 });
      await world.heard(OrderDraftedV1, (e, { version }) => e.orderId === draft.id && e.total === 130_000 && version === 2);
      await world.ask(UpdateProduct, { productId: nike.id, unitPrice: 50_000 }, sellerId);
      await world.ask(UpdateProduct, { productId: puma.id, unitPrice: 35_000 }, sellerId);
      await pay(draft.id, 10_000);
      const confirmed = await world.ask(ConfirmDraftOrder, { orderId: draft.id }, sellerId);
      // What the shop gave by hand stays; the rest costs what it costs now.
      expect(confirmed).toMatchObject({ status: 'confirmed', number: draft.number, total: 140_000, paid: 10_000 });
      expect(await confirmedOf(confirmed)).toMatchObject({ total: 140_000, paid: 10_000 });
      expect([await left(nike.id), await left(puma.id)]).toMatchObject([{ reserved: 2 }, { reserved: 2 }]);
      await expect(world.ask(ConfirmDraftOrder, { orderId: draft.id }, sellerId)).rejects.toMatchObject({
        code: 'ORDER_CANNOT_MOVE',
      });
      const { history } = await order(draft.id);
      expect(history.map(({ from, to }) => `${from} ${to}`)).toEqual(['none draft', 'draft draft', 'draft confirmed']);
      expect((await world.all(OrderEditedV1)).some(({ event }) => event.orderId === draft.id)).toBe(false);
    });

    it('stays one when something is short by then, with what could be sold instead', async () => {
      const nike = await listNike(world, sellerId, { stock: 2 });
      await listNike(world, sellerId, { name: 'Adidas Stan Smith', unitPrice: 44_000, stock: 3 });
      const draft = await place([{ productId: nike.id, quantity: 3 }], { draft: true });
      await expect(world.ask(ConfirmDraftOrder, { orderId: draft.id }, sellerId)).rejects.toMatchObject({
        code: 'OUT_OF_STOCK',
        facts: { refused: [{ available: 2 }], alternatives: [{ productName: 'Adidas Stan Smith' }] },
      });
      expect(await order(draft.id)).toMatchObject({ status: 'draft', version: 1 });
      expect(await left(nike.id)).toEqual({ stock: 2, reserved: 0 });
    });

    it('is called off, by the shop or because its customer asked to be forgotten, without a unit moving', async () => {
      const nike = await listNike(world, sellerId);
      const [one, other] = [
        await place([{ productId: nike.id, quantity: 1 }], { draft: true }),
        await place([{ productId: nike.id, quantity: 1 }], { draft: true }),
      ];
      await world.ask(CancelOrder, { orderId: one.id, reason: 'Plus besoin' }, sellerId);
      const { prospectId } = other;
      await done(await world.publish(fact(ProspectErasedV1, { prospectId }, { sellerId, key: prospectId, version: 1 })));
      for (const { id } of [one, other]) {
        const { event } = await world.heard(OrderCancelledV1, (e) => e.orderId === id);
        expect(event.wasDraft).toBe(true);
      }
      expect(await order(other.id)).toMatchObject({ status: 'cancelled', customerName: 'Client effacé' });
      const { items } = await world.ask(ListStockMovements, { productId: nike.id }, sellerId);
      expect(items.map(({ cause }) => cause)).toEqual(['initial']);
    });
  });

  describe('payments', () => {
    it('are recorded by the shop and lessen what is left to collect, never below nothing', async () => {
      const nike = await listNike(world, sellerId);
      const { id } = await place([{ productId: nike.id, quantity: 1 }]);
      expect(await pay(id, 10_000, { reference: 'MP2411.A12' })).toMatchObject({
        paid: 10_000,
        amountToCollect: 35_000,
        payments: [{ method: 'wave', amount: 10_000, reference: 'MP2411.A12', actor: `seller:${sellerId}` }],
      });
      const more = await pay(id, 40_000, { method: 'orange-money' });
      expect(more).toMatchObject({ paid: 50_000, amountToCollect: 0, toRefund: 5_000 });
      const heard = (paid: number) => world.heard(OrderPaymentsChangedV1, (e) => e.orderId === id && e.paid === paid);
      expect((await heard(10_000)).event).toMatchObject({ voided: false, amountToCollect: 35_000, method: 'wave' });
      const struck = await strikeOut(id, more.payments[1]!.id);
      expect(struck).toMatchObject({
        paid: 10_000,
        amountToCollect: 35_000,
        payments: [{}, { voidReason: 'Mauvaise commande' }],
      });
      expect(struck.toRefund).toBeUndefined();
      expect((await strikeOut(id, more.payments[1]!.id)).version).toBe(struck.version);
      await expect(strikeOut(id, newId())).rejects.toMatchObject({ code: 'PAYMENT_NOT_FOUND', kind: 'not-found' });
      expect((await world.ask(CancelOrder, { orderId: id, reason: 'x' }, sellerId)).toRefund).toBe(10_000);
    });

    it('of one transaction are one, for one order of the shop, however its number is written; struck out, it is free again', async () => {
      const nike = await listNike(world, sellerId);
      const [one, other] = [
        await place([{ productId: nike.id, quantity: 1 }]),
        await place([{ productId: nike.id, quantity: 1 }]),
      ];
      const all = ['MP2411.A12', 'mp2411 a12', 'MP-2411-A12', 'MP2411.A12'];
      const outcomes = await Promise.allSettled(all.map((reference, i) => pay(i % 2 ? other.id : one.id, 5_000, { reference })));
      const refusals = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason as object);
      expect(refusals).toEqual(Array(3).fill(expect.objectContaining({ code: 'PAYMENT_ALREADY_RECORDED', kind: 'conflict' })));
      await expect(pay(one.id, 1_000_000_000_000)).rejects.toMatchObject({ code: 'PAYMENT_TOO_LARGE' });
      const holder = (await order(one.id)).paid > 0 ? one : other;
      await strikeOut(holder.id, (await order(holder.id)).payments[0]!.id);
      expect(await pay(holder.id, 5_000, { reference: 'MP2411.A12' })).toMatchObject({ paid: 5_000 });
      const stranger = newId();
      await expect(world.ask(RecordPayment, { orderId: one.id, method: 'cash', amount: 1 }, stranger)).rejects.toMatchObject({
        code: 'ORDER_NOT_FOUND',
      });
    });

    it('that the courier brought are recorded once for a delivery, also of an order that was called off', async () => {
      const nike = await listNike(world, sellerId);
      const [kept, off] = [
        await place([{ productId: nike.id, quantity: 1 }]),
        await place([{ productId: nike.id, quantity: 1 }]),
      ];
      await pay(kept.id, 7_000);
      const deliveryId = newId();
      await delivered(kept, 40_000, deliveryId);
      await delivered(kept, 40_000, deliveryId, 4);
      expect(await order(kept.id)).toMatchObject({
        status: 'delivered',
        paid: 47_000,
        amountToCollect: 0,
        payments: [{ method: 'wave' }, { method: 'cash', amount: 40_000 }],
      });
      await world.heard(OrderPaymentsChangedV1, (e) => e.orderId === kept.id && e.deliveryId === deliveryId);
      await world.ask(CancelOrder, { orderId: off.id, reason: 'x' }, sellerId);
      await delivered(off, 47_000);
      expect(await order(off.id)).toMatchObject({ status: 'cancelled', paid: 47_000, toRefund: 47_000 });
    });
  });

  describe('a refund', () => {
    const overpaid = async () => {
      const nike = await listNike(world, sellerId);
      const { id } = await place([{ productId: nike.id, quantity: 2 }]);
      await pay(id, 50_000);
      await world.ask(EditOrder, { orderId: id, lines: [{ productId: nike.id, quantity: 1 }] }, sellerId);
      return { id, nike };
    };

    it('is recorded with who sent it, lessens what is left to send back, and what she pays later counts anew', async () => {
      const { id, nike } = await overpaid();
      const part = await refund(id, 2_000, { reference: 'W-2411', note: 'Sur le numéro de sa sœur' });
      expect(part).toMatchObject({ paid: 48_000, refunded: 2_000, toRefund: 3_000, amountToCollect: 0 });
      expect(part.refunds).toMatchObject([
        { method: 'wave', amount: 2_000, reference: 'W-2411', note: 'Sur le numéro de sa sœur', actor: `seller:${sellerId}` },
      ]);
      const heard = await world.heard(OrderRefundsChangedV1, (e) => e.orderId === id && !e.voided);
      expect(heard.event).toMatchObject({ amount: 2_000, method: 'wave', paid: 48_000, toRefund: 3_000 });
      const whole = await refund(id, 3_000, { method: 'cash' });
      expect(whole).toMatchObject({ paid: 45_000, refunded: 5_000, amountToCollect: 0 });
      expect(whole.toRefund).toBeUndefined();
      const bigger = { orderId: id, lines: [{ productId: nike.id, quantity: 2 }] };
      expect(await world.ask(EditOrder, bigger, sellerId)).toMatchObject({ paid: 45_000, amountToCollect: 45_000 });
      expect((await world.heard(OrderEditedV1, (e) => e.orderId === id && e.total === 90_000)).event.paid).toBe(45_000);
    });

    it('of all of it follows a cancellation, also when it is asked for many times at once', async () => {
      const { id } = await overpaid();
      await world.ask(CancelOrder, { orderId: id, reason: 'x' }, sellerId);
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => refund(id, 50_000)));
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason as object);
      expect(refused).toEqual(Array(2).fill(expect.objectContaining({ code: 'NOTHING_TO_REFUND', kind: 'conflict' })));
      const view = await order(id);
      expect(view).toMatchObject({ paid: 0, refunded: 50_000, amountToCollect: 0, refunds: [{ amount: 50_000 }] });
      await expect(strikeOut(id, view.payments[0]!.id)).rejects.toMatchObject({
        code: 'PAYMENT_REFUNDED',
        facts: { amount: 50_000, left: 0 },
      });
      await refundNoteIsForgotten(id, view.prospectId);
    });

    /** Struck out, sent again with a note, and the customer asks to be forgotten. */
    const refundNoteIsForgotten = async (id: string, prospectId: string) => {
      await strikeOutRefund(id, (await order(id)).refunds[0]!.id);
      await refund(id, 50_000, { note: 'Chez sa mère' });
      await done(await world.publish(fact(ProspectErasedV1, { prospectId }, { sellerId, key: prospectId, version: 1 })));
      expect((await order(id)).refunds[1]!.note).toBeUndefined();
    };

    it('is never more than what is to refund, and one transaction is one', async () => {
      const { id } = await overpaid();
      await expect(refund(id, 5_001)).rejects.toMatchObject({
        code: 'REFUND_EXCEEDS_DUE',
        kind: 'conflict',
        facts: { amount: 5_001, toRefund: 5_000, fields: [{ field: 'amount', problem: 'is more than the 5000 FCFA to refund' }] },
      });
      await expect(refund(id, 0)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
      await refund(id, 1_000, { reference: 'W-1' });
      await expect(refund(id, 1_000, { reference: 'w 1' })).rejects.toMatchObject({
        code: 'REFUND_ALREADY_RECORDED',
        facts: { reference: 'w 1' },
      });
      await expect(world.ask(RecordRefund, { orderId: id, method: 'cash', amount: 1 }, newId())).rejects.toMatchObject({
        code: 'ORDER_NOT_FOUND',
      });
    });

    it('that was a mistake is struck out once, stays readable, and is to be sent back again', async () => {
      const { id } = await overpaid();
      const { id: refundId } = (await refund(id, 5_000, { reference: 'W-9' })).refunds[0]!;
      const struck = await strikeOutRefund(id, refundId);
      expect(struck).toMatchObject({ paid: 50_000, toRefund: 5_000, refunds: [{ voidReason: 'Pas parti' }] });
      expect(struck.refunded).toBeUndefined();
      expect((await strikeOutRefund(id, refundId)).version).toBe(struck.version);
      await expect(strikeOutRefund(id, newId())).rejects.toMatchObject({ code: 'REFUND_NOT_FOUND', kind: 'not-found' });
      expect((await world.heard(OrderRefundsChangedV1, (e) => e.orderId === id && e.voided)).event.toRefund).toBe(5_000);
      expect(await refund(id, 5_000, { reference: 'W-9' })).toMatchObject({ refunded: 5_000 });
    });
  });

  describe('an exchange', () => {
    const shoes = async () => {
      const nike = await listNike(world, sellerId, {
        stock: undefined,
        variants: [
          { size: '38', stock: 5 },
          { size: '39', stock: 1, unitPrice: 50_000 },
        ],
      });
      const [v38, v39] = nike.variants.map(({ id }) => ({ productId: nike.id, variantId: id }));
      return { nike, v38: v38!, v39: v39! };
    };
    const exchange = (orderId: string, returned: object, lines: object) =>
      world.ask(
        ExchangeOrder,
        { orderId, returned: [{ quantity: 1, ...returned }], lines: [{ quantity: 1, ...lines }], reason: 'Trop petit' } as never,
        sellerId,
      );
    const sizes = async (productId: string) => {
      const { items } = await world.ask(ListStockMovements, { productId }, sellerId);
      return items.map(({ cause, change, reason }) => ({ cause, change, reason }));
    };

    it('counts what she gives back as paid, and it is in stock again when the new order is delivered', async () => {
      const { nike, v38, v39 } = await shoes();
      const first = await place([{ ...v38, quantity: 2 }]);
      await expect(exchange(first.id, v38, v39)).rejects.toMatchObject({ code: 'ORDER_NOT_DELIVERED', kind: 'conflict' });
      await delivered(first);
      const second = await exchange(first.id, v38, v39);
      expect(second).toMatchObject({
        exchangeOf: first.id,
        status: 'confirmed',
        total: 50_000,
        paid: 45_000,
        amountToCollect: 5_000,
        customerName: 'Aminata Traoré',
      });
      expect(await confirmedOf(second)).toMatchObject({ exchangeOf: first.id, paid: 45_000 });
      expect(await left(nike.id)).toEqual({ stock: 4, reserved: 1 });
      const [credit] = (await order(second.id)).payments;
      expect(credit).toMatchObject({ method: 'exchange', amount: 45_000 });
      await expect(strikeOut(second.id, credit!.id)).rejects.toMatchObject({ code: 'PAYMENT_IS_EXCHANGE' });
      await expect(world.ask(MoveOrder, { orderId: first.id, to: 'returned' }, sellerId)).rejects.toMatchObject({
        code: 'EXCHANGE_UNDERWAY',
      });
      await delivered(second, 7_000);
      expect(await left(nike.id)).toEqual({ stock: 4, reserved: 0 });
      expect((await sizes(nike.id)).slice(0, 2)).toEqual(
        expect.arrayContaining([
          { cause: 'returned', change: 1, reason: `Rendu par l'échange ${second.number}` },
          { cause: 'consumed', change: -1, reason: undefined },
        ]),
      );
      // The rest of the first comes back: one pair, and what was given for the other is hers no more.
      const back = await world.ask(MoveOrder, { orderId: first.id, to: 'returned' }, sellerId);
      expect(await left(nike.id)).toEqual({ stock: 5, reserved: 0 });
      expect(back).toMatchObject({ paid: 92_000, toRefund: 47_000, amountToCollect: 0 });
    });

    it('or a return of what has no place in the catalogue any more is left to be counted, and the history says so', async () => {
      const { nike, v38 } = await shoes();
      const plain = await listNike(world, sellerId, { name: 'Puma', stock: 1 });
      const sold = await place([
        { ...v38, quantity: 1 },
        { productId: plain.id, quantity: 1 },
      ]);
      await delivered(sold);
      await world.ask(RemoveVariant, v38, sellerId);
      await world.ask(UpdateProduct, { productId: plain.id, newVariants: [{ size: '40', stock: 0 }] }, sellerId);
      await world.ask(MoveOrder, { orderId: sold.id, to: 'returned' }, sellerId);
      expect([await left(nike.id), await left(plain.id)]).toEqual([
        { stock: 1, reserved: 0 },
        { stock: 0, reserved: 0 },
      ]);
      expect((await order(sold.id)).history.at(-1)!.reason).toBe('Revenu sans place au catalogue, stock à recompter : 2');
    });

    it('never takes back more than she has of it', async () => {
      const { v38, v39 } = await shoes();
      const first = await place([{ ...v38, quantity: 2 }]);
      await delivered(first);
      await exchange(first.id, v38, v38);
      await expect(exchange(first.id, { ...v38, quantity: 2 }, v39)).rejects.toMatchObject({
        code: 'RETURN_EXCEEDS_ORDER',
        facts: { asked: 2, left: 1 },
      });
      await expect(exchange(first.id, v39, v38)).rejects.toMatchObject({ code: 'RETURN_EXCEEDS_ORDER', facts: { left: 0 } });
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => exchange(first.id, v38, v39)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    });

    it('that is called off gives nothing back, counts for nothing, and can be made again', async () => {
      const { nike, v38, v39 } = await shoes();
      const first = await place([{ ...v38, quantity: 1 }]);
      await delivered(first);
      const second = await exchange(first.id, v38, v39);
      const off = await world.ask(CancelOrder, { orderId: second.id, reason: 'Elle la garde' }, sellerId);
      expect(off).toMatchObject({ status: 'cancelled', paid: 0 });
      expect(off.toRefund).toBeUndefined();
      expect(await left(nike.id)).toEqual({ stock: 5, reserved: 0 });
      expect((await order(second.id)).payments).toMatchObject([{ method: 'exchange', voidReason: expect.any(String) as string }]);
      expect(await exchange(first.id, v38, v39)).toMatchObject({ paid: 45_000 });
    });

    it('lets the shop send back the money that came, not what is still with the customer', async () => {
      const { v38, v39 } = await shoes();
      const first = await place([{ ...v38, quantity: 1 }]);
      await delivered(first);
      const second = await exchange(first.id, v38, v39);
      await pay(second.id, 5_000);
      const lines = [{ ...v39, quantity: 1, agreedPrice: 42_000 }];
      expect(await world.ask(EditOrder, { orderId: second.id, lines }, sellerId)).toMatchObject({
        paid: 50_000,
        toRefund: 8_000,
      });
      await expect(refund(second.id, 6_000)).rejects.toMatchObject({
        code: 'EXCHANGE_UNDERWAY',
        facts: { awaited: 45_000, fields: [{ field: 'amount', problem: expect.stringContaining('5000 FCFA') as string }] },
      });
      const sent = await refund(second.id, 5_000);
      expect(sent).toMatchObject({ paid: 45_000, refunded: 5_000, toRefund: 3_000, amountToCollect: 0 });
      await expect(strikeOut(second.id, sent.payments[1]!.id)).rejects.toMatchObject({ code: 'PAYMENT_REFUNDED' });
      // She brings nothing back after all: of her money nothing is left with the shop.
      const off = await world.ask(CancelOrder, { orderId: second.id, reason: 'Elle la garde' }, sellerId);
      expect(off).toMatchObject({ paid: 0, refunded: 5_000, amountToCollect: 0 });
      expect(off.toRefund).toBeUndefined();
    });

    it('is refused like any order when what she wants is not there', async () => {
      const { v38, v39 } = await shoes();
      const first = await place([{ ...v38, quantity: 2 }]);
      await delivered(first);
      await expect(exchange(first.id, { ...v38, quantity: 2 }, { ...v39, quantity: 2 })).rejects.toMatchObject({
        code: 'OUT_OF_STOCK',
        facts: { alternatives: [{ size: '38' }] },
      });
      expect((await world.ask(ListOrders, {}, sellerId)).items).toHaveLength(1);
    });
  });
});
