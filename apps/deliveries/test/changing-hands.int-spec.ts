import {
  CountDeliveries,
  CourierRemovedV1,
  DeliveryCompletedV1,
  DeliveryPlannedV1,
  DeliveryReassignedV1,
  GetCourier,
  GetDelivery,
  GetOrderDeliveries,
  ListCouriers,
  ListDeliveries,
  ListZones,
  type OrderConfirmedV1,
  ReassignDelivery,
  RemoveCourier,
  ReportDelivery,
  UpdateCourier,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { deliveriesService } from '../src/deliveries.service-definition.js';
import { abidjanAt, addMamadou, anOrder, cancel, confirm, courierSays, handled, planOf, rowsOf, signUp } from './fixtures.js';

describe('deliveries that change hands', () => {
  let world: World;
  let service: RunningService;
  let sellerId: string;
  let phones = 0;

  beforeAll(async () => {
    world = await startWorld();
    service = await world.start(deliveriesService);
    await world.start(deliveriesService);
  }, 60_000);
  beforeEach(() => {
    sellerId = newId();
  });
  afterEach(async () => {
    expect(await rowsOf(service, 'select consumer, error from dead_letter')).toEqual([]);
  });
  afterAll(() => world?.stop());

  /** A number per courier: each test's couriers are his own. */
  const aPhone = () => `+22505000${String((phones += 1)).padStart(5, '0')}`;
  const add = (fullName: string, zones: string[]) => addMamadou(world, sellerId, { fullName, zones, phone: aPhone() });
  const planned = async (over: Partial<OrderConfirmedV1> = {}) => {
    await signUp(world, sellerId);
    const mamadou = await add('Mamadou Diabaté', ['Cocody', 'Plateau']);
    const order = anOrder(over);
    await confirm(world, sellerId, order);
    const plan = await planOf(world, order);
    const awa = await add('Awa Koné', ['Cocody', 'Abobo']);
    const issa = await add('Issa Bamba', ['Yopougon']);
    return { mamadou, awa, issa, order, plan, deliveryId: plan.deliveryId };
  };
  const reassign = (
    deliveryId: string,
    courierId: string,
    over: { plannedFor?: string; reason?: string; ifVersion?: number } = {},
  ) => world.ask(ReassignDelivery, { deliveryId, courierId, ...over }, sellerId);
  const detail = (deliveryId: string) => world.ask(GetDelivery, { deliveryId }, sellerId);
  const plansOf = async (deliveryId: string): Promise<DeliveryPlannedV1[]> =>
    (await world.all(DeliveryPlannedV1)).filter(({ event }) => event.deliveryId === deliveryId).map(({ event }) => event);

  describe('by the seller', () => {
    it('goes to another courier: he is told by a new plan, the former by a word of his own, and the history keeps why', async () => {
      const { mamadou, awa, order, deliveryId, plan } = await planned();
      expect(await reassign(deliveryId, awa.id, { reason: 'Moto en panne' })).toMatchObject({
        courierId: awa.id,
        courierName: 'Awa Koné',
        plannedFor: plan.plannedFor,
        status: 'planned',
        version: 2,
        reason: 'Confiée à Awa Koné par le vendeur : Moto en panne',
      });
      expect(await planOf(world, order, ({ courierId }) => courierId === awa.id)).toMatchObject({
        courierPhone: awa.phone,
        deliveryId,
      });
      const { event } = await world.heard(DeliveryReassignedV1, (e) => e.deliveryId === deliveryId);
      expect(event).toEqual({
        deliveryId,
        orderId: order.orderId,
        orderNumber: order.orderNumber,
        fromCourierId: mamadou.id,
        fromCourierName: 'Mamadou Diabaté',
        fromCourierPhone: mamadou.phone,
        reason: 'La livraison passe à un autre livreur : Moto en panne',
      });
      const { history } = await detail(deliveryId);
      expect(history).toMatchObject([
        { from: 'none', to: 'planned', courierName: 'Mamadou Diabaté', actor: 'system' },
        { from: 'planned', to: 'planned', courierName: 'Awa Koné', actor: `seller:${sellerId}` },
      ]);
    });

    it('goes to a courier outside his zones, since the seller decides, and the reason says so', async () => {
      const { issa, deliveryId } = await planned();
      expect((await reassign(deliveryId, issa.id)).reason).toBe('Confiée à Issa Bamba par le vendeur, hors de ses zones');
    });

    it('stays with its courier at another time, and nobody else is told', async () => {
      const { mamadou, deliveryId } = await planned();
      const moved = await reassign(deliveryId, mamadou.id, { plannedFor: abidjanAt(16, 2) });
      expect(moved).toMatchObject({
        courierId: mamadou.id,
        plannedFor: abidjanAt(16, 2),
        reason: 'Horaire changé par le vendeur',
      });
      await eventually(async () => expect(await plansOf(deliveryId)).toHaveLength(2));
      expect((await world.all(DeliveryReassignedV1)).filter(({ event }) => event.deliveryId === deliveryId)).toEqual([]);
    });

    it('is planned again when the parcel had been picked up by another', async () => {
      const { awa, deliveryId } = await planned();
      await world.ask(ReportDelivery, { deliveryId, what: 'picked-up' }, sellerId);
      expect(await reassign(deliveryId, awa.id)).toMatchObject({ status: 'planned', courierId: awa.id });
    });

    it('is tried once more after its last attempt, at a time to come', async () => {
      const { awa, deliveryId } = await planned();
      for (const reason of ['Client absent', 'Adresse introuvable', 'Client absent'])
        await world.ask(ReportDelivery, { deliveryId, what: 'attempt-failed', reason }, sellerId);
      await reassign(deliveryId, awa.id, { plannedFor: abidjanAt(15, 3) });
      expect(await detail(deliveryId)).toMatchObject({
        status: 'planned',
        attempts: 3,
        failedAttempts: [{ number: 1, failure: 'Client absent' }, { number: 2 }, { number: 3, actor: `seller:${sellerId}` }],
      });
    });

    it('is refused for who is not there, takes none, has it already, at a time that is past, and once it is over', async () => {
      const { mamadou, awa, issa, deliveryId } = await planned();
      await world.ask(UpdateCourier, { courierId: issa.id, active: false }, sellerId);
      await expect(reassign(newId(), awa.id)).rejects.toMatchObject({ code: 'DELIVERY_NOT_FOUND' });
      await expect(reassign(deliveryId, newId())).rejects.toMatchObject({ code: 'COURIER_NOT_FOUND' });
      await expect(reassign(deliveryId, issa.id)).rejects.toMatchObject({ code: 'COURIER_INACTIVE' });
      await expect(reassign(deliveryId, mamadou.id)).rejects.toMatchObject({ code: 'DELIVERY_ALREADY_HIS' });
      await expect(reassign(deliveryId, awa.id, { plannedFor: abidjanAt(9, -1) })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        facts: { fields: [{ field: 'plannedFor' }] },
      });
      await world.ask(ReportDelivery, { deliveryId, what: 'completed' }, sellerId);
      await expect(reassign(deliveryId, awa.id)).rejects.toMatchObject({ code: 'DELIVERY_OVER', facts: { status: 'completed' } });
      expect((await detail(deliveryId)).history).toHaveLength(2);
    });

    it("never touches another seller's delivery, nor gives one to another's courier", async () => {
      const { awa, deliveryId } = await planned();
      const own = sellerId;
      sellerId = newId();
      const stranger = await add('Un étranger', ['Cocody']);
      await expect(reassign(deliveryId, stranger.id)).rejects.toMatchObject({ code: 'DELIVERY_NOT_FOUND' });
      await expect(world.ask(RemoveCourier, { courierId: awa.id }, sellerId)).rejects.toMatchObject({
        code: 'COURIER_NOT_FOUND',
      });
      expect(await world.ask(ListDeliveries, { courierId: awa.id }, sellerId)).toEqual({ items: [] });
      sellerId = own;
      await expect(reassign(deliveryId, stranger.id)).rejects.toMatchObject({ code: 'COURIER_NOT_FOUND' });
    });
  });

  describe('at the same moment', () => {
    it('two edits of the same version: one is made, the other is told that it came second', async () => {
      const { awa, issa, deliveryId } = await planned();
      const both = await Promise.allSettled([
        reassign(deliveryId, awa.id, { ifVersion: 1 }),
        reassign(deliveryId, issa.id, { ifVersion: 1 }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'VERSION_MISMATCH' } });
      expect((await detail(deliveryId)).history).toHaveLength(2);
    });

    it('two that ask the same give it once', async () => {
      const { awa, deliveryId } = await planned();
      const both = await Promise.allSettled([reassign(deliveryId, awa.id), reassign(deliveryId, awa.id)]);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'DELIVERY_ALREADY_HIS' } });
      expect(await detail(deliveryId)).toMatchObject({ courierId: awa.id, version: 2 });
    });

    it('completed and reassigned: whichever is first, the parcel is delivered once and both are in the history', async () => {
      const { mamadou, awa, deliveryId } = await planned();
      const [said, given] = await Promise.all([
        courierSays(world, 'completed', { fromPhone: mamadou.phone, deliveryId }),
        reassign(deliveryId, awa.id).catch((error: unknown) => error),
      ]);
      await eventually(async () => expect(await handled(service, said)).toBe(true));
      const { status, history } = await detail(deliveryId);
      if (status === 'completed') expect(given).toMatchObject({ code: 'DELIVERY_OVER' });
      else
        expect(history.at(-1)).toMatchObject({
          from: 'planned',
          to: 'planned',
          reason: 'Mamadou Diabaté, à qui la livraison a été retirée, dit avoir remis le colis',
          actor: `courier:${mamadou.id}`,
        });
    });

    it('an order and the removal of the only courier: he leaves without it, or stays with it', async () => {
      await signUp(world, sellerId);
      const courier = await add('Mamadou Diabaté', ['Cocody']);
      const order = anOrder();
      const [confirmed, removed] = await Promise.all([
        confirm(world, sellerId, order),
        world.ask(RemoveCourier, { courierId: courier.id }, sellerId).catch((error: unknown) => error),
      ]);
      await eventually(async () => expect(await handled(service, confirmed)).toBe(true));
      const { items } = await world.ask(GetOrderDeliveries, { orderId: order.orderId }, sellerId);
      if (items.length === 0) expect(removed).toEqual({});
      else expect(removed).toMatchObject({ code: 'COURIER_HAS_DELIVERIES', facts: { count: 1 } });
    });
  });

  describe('a parcel handed over after its delivery was called off', () => {
    it('counts as delivered: orders hears of it and the history shows it', async () => {
      const { mamadou, order, deliveryId } = await planned();
      await cancel(world, sellerId, order);
      await eventually(async () => expect((await detail(deliveryId)).status).toBe('cancelled'));
      await courierSays(world, 'completed', { fromPhone: mamadou.phone, deliveryId, collected: 47_000 });
      const { event, meta } = await world.heard(DeliveryCompletedV1, (e) => e.deliveryId === deliveryId);
      expect(event).toMatchObject({ orderId: order.orderId, collected: 47_000 });
      expect(meta.version).toBe(3);
      expect((await detail(deliveryId)).history.slice(1)).toMatchObject([
        { from: 'planned', to: 'cancelled', reason: 'Changé d’avis' },
        { from: 'cancelled', to: 'completed', collected: 47_000, actor: `courier:${mamadou.id}` },
      ]);
      const repeated = await courierSays(world, 'completed', { fromPhone: mamadou.phone, deliveryId });
      await eventually(async () => expect(await handled(service, repeated)).toBe(true));
      expect((await detail(deliveryId)).history).toHaveLength(3);
    });
  });

  describe('couriers', () => {
    it('are edited on the version that was read, or not at all', async () => {
      const courier = await add('Mamadou Diabaté', ['Cocody']);
      expect(courier.version).toBe(1);
      const change = { courierId: courier.id, fullName: 'Mamadou D.', ifVersion: 1 };
      expect(await world.ask(UpdateCourier, change, sellerId)).toMatchObject({ version: 2 });
      await expect(world.ask(UpdateCourier, change, sellerId)).rejects.toMatchObject({
        code: 'VERSION_MISMATCH',
        facts: { asked: 1, actual: 2 },
      });
      expect(await world.ask(GetCourier, { courierId: courier.id }, sellerId)).toMatchObject({
        fullName: 'Mamadou D.',
        version: 2,
      });
    });

    it('cannot leave with parcels; afterwards they are on no list, and old deliveries still name them', async () => {
      const { mamadou, deliveryId } = await planned();
      const leave = () => world.ask(RemoveCourier, { courierId: mamadou.id }, sellerId);
      await expect(leave()).rejects.toMatchObject({ code: 'COURIER_HAS_DELIVERIES', facts: { count: 1 } });
      await world.ask(ReportDelivery, { deliveryId, what: 'completed' }, sellerId);
      expect(await leave()).toEqual({});
      expect((await world.heard(CourierRemovedV1, (e) => e.courierId === mamadou.id)).meta.actor).toBe(`seller:${sellerId}`);
      for (const gone of [
        leave(),
        world.ask(GetCourier, { courierId: mamadou.id }, sellerId),
        world.ask(UpdateCourier, { courierId: mamadou.id, active: true }, sellerId),
        world.ask(UpdateCourier, { courierId: mamadou.id, active: true, ifVersion: 1 }, sellerId),
      ])
        await expect(gone).rejects.toMatchObject({ code: 'COURIER_NOT_FOUND' });
      const { items } = await world.ask(ListCouriers, {}, sellerId);
      expect(items.map(({ fullName }) => fullName)).toEqual(['Issa Bamba', 'Awa Koné']);
      expect((await world.ask(ListZones, {}, sellerId)).zones.map(({ zone }) => zone)).toEqual(['Abobo', 'Cocody', 'Yopougon']);
      expect(await detail(deliveryId)).toMatchObject({ courierId: mamadou.id, courierName: 'Mamadou Diabaté' });
      // His number is free for whoever has it next.
      await addMamadou(world, sellerId, { phone: mamadou.phone });
    });
  });

  describe('lists', () => {
    it("show a courier's, an order's and a day's deliveries, the day being the seller's", async () => {
      const { awa, order, deliveryId } = await planned();
      const far = anOrder({ deliveryAddress: 'Yopougon Sicogi' });
      await confirm(world, sellerId, far);
      const farPlan = await planOf(world, far);
      await reassign(deliveryId, awa.id);
      // 00:30 in Abidjan, the day before in UTC-minus zones, the same day here.
      await reassign(farPlan.deliveryId, farPlan.courierId, { plannedFor: abidjanAt(0, 5).replace('00:00.000', '30:00.000') });
      const day = abidjanAt(0, 5).slice(0, 10);
      const before = abidjanAt(0, 4).slice(0, 10);
      const idsOf = async (question: object) => (await world.ask(ListDeliveries, question, sellerId)).items.map(({ id }) => id);
      expect(await idsOf({ courierId: awa.id })).toEqual([deliveryId]);
      expect(await idsOf({ orderId: far.orderId })).toEqual([farPlan.deliveryId]);
      expect(await idsOf({ from: day, to: day })).toEqual([farPlan.deliveryId]);
      expect(await idsOf({ to: before })).toEqual([deliveryId]);
      expect(await idsOf({ from: day, courierId: awa.id })).toEqual([]);
      expect(await idsOf({ status: 'planned' })).toEqual([farPlan.deliveryId, deliveryId]);
      await signUp(world, sellerId, { timeZone: 'America/New_York' }, 2);
      await eventually(async () => expect(await idsOf({ from: before, to: before })).toEqual([farPlan.deliveryId]));
      const { items } = await world.ask(GetOrderDeliveries, { orderId: order.orderId }, sellerId);
      expect(items).toMatchObject([
        { id: deliveryId, history: [{ to: 'planned' }, { courierName: 'Awa Koné' }], failedAttempts: [] },
      ]);
    });

    it('are counted by status, with the orders that no courier could be found for', async () => {
      const { deliveryId } = await planned();
      await world.ask(ReportDelivery, { deliveryId, what: 'picked-up' }, sellerId);
      await confirm(world, sellerId, anOrder({ deliveryAddress: 'Bouaké centre' }));
      await eventually(async () =>
        expect(await world.ask(CountDeliveries, {}, sellerId)).toEqual({
          byStatus: [{ status: 'picked-up', count: 1 }],
          unassigned: 1,
        }),
      );
      expect(await world.ask(CountDeliveries, {}, newId())).toEqual({ byStatus: [], unassigned: 0 });
    });
  });
});
