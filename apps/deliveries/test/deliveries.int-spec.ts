import {
  CountDelivered,
  CourierRegisteredV1,
  DeliveryAttemptFailedV1,
  DeliveryCancelledV1,
  DeliveryCompletedV1,
  DeliveryPickedUpV1,
  DeliveryPlannedV1,
  DeliveryUnassignedV1,
  DeliveryZonesUpdatedV1,
  GetDelivery,
  GetDeliveryStatuses,
  ListCouriers,
  ListDeliveries,
  ListZones,
  type OrderConfirmedV1,
  ReportDelivery,
  SetZoneFees,
  UpdateCourier,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { deliveriesService } from '../src/deliveries.service-definition.js';
import { abidjanAt, addMamadou, anOrder, cancel, confirm, courierSays, handled, planOf, rowsOf, signUp } from './fixtures.js';

describe('deliveries', () => {
  let world: World;
  let service: RunningService;
  let sellerId: string;

  beforeAll(async () => {
    world = await startWorld();
    service = await world.start(deliveriesService);
    // A second replica: every test below runs against two.
    await world.start(deliveriesService);
  }, 60_000);
  beforeEach(() => {
    sellerId = newId();
  });
  afterEach(async () => {
    expect(await rowsOf(service, 'select consumer, error from dead_letter')).toEqual([]);
  });
  afterAll(() => world?.stop());

  const planned = async (over: Partial<OrderConfirmedV1> = {}) => {
    await signUp(world, sellerId);
    const courier = await addMamadou(world, sellerId);
    const order = anOrder(over);
    await confirm(world, sellerId, order);
    return { courier, order, plan: await planOf(world, order) };
  };
  describe('assigning', () => {
    it('gives the order to the courier who covers its zone: tomorrow 14:00, from the shop, at the standard fee', async () => {
      const { courier, order, plan } = await planned();
      expect(plan).toMatchObject({
        courierId: courier.id,
        courierName: 'Mamadou Diabaté',
        courierPhone: '+2250711223344',
        plannedFor: abidjanAt(14),
        pickupAddress: 'Abobo, Magasin Kouadio Chaussures',
        destination: 'Cocody, Angré 7ème tranche, Villa 123',
        parcel: '1x Nike Air Max 90 (38)',
        fee: 2_000,
        amountToCollect: 47_000,
        reason: 'Mamadou Diabaté couvre Cocody, 0 livraison en cours',
      });
      expect(await world.ask(GetDelivery, { deliveryId: plan.deliveryId }, sellerId)).toMatchObject({
        orderNumber: order.orderNumber,
        status: 'planned',
        amountToCollect: 47_000,
        reason: plan.reason,
      });
    });

    it('is done by the platform, whoever the order is of', async () => {
      await signUp(world, sellerId);
      await addMamadou(world, sellerId);
      const [here, elsewhere] = [anOrder(), anOrder({ deliveryAddress: 'Yopougon Sicogi, rue 12' })];
      const actor = `prospect:${here.prospectId}` as const;
      await confirm(world, sellerId, here, actor);
      await confirm(world, sellerId, elsewhere, actor);
      const { event, meta } = await world.heard(DeliveryPlannedV1, (e) => e.orderId === here.orderId);
      expect(meta.actor).toBe('system');
      expect((await world.ask(GetDelivery, { deliveryId: event.deliveryId }, sellerId)).history).toMatchObject([
        { to: 'planned', actor: 'system' },
      ]);
      expect((await world.heard(DeliveryUnassignedV1, (e) => e.orderId === elsewhere.orderId)).meta.actor).toBe('system');
    });

    it('plans one delivery for an order that is heard of many times', async () => {
      await signUp(world, sellerId);
      await addMamadou(world, sellerId);
      const order = anOrder();
      const heard = await Promise.all(Array.from({ length: 10 }, () => confirm(world, sellerId, order)));
      await eventually(async () => {
        for (const id of heard) expect(await handled(service, id)).toBe(true);
      });
      // Once the next plan is out, whatever the ten had to say is out too.
      const last = anOrder();
      await confirm(world, sellerId, last);
      await planOf(world, last);
      expect((await world.all(DeliveryPlannedV1)).filter(({ event }) => event.orderId === order.orderId)).toHaveLength(1);
    });

    it('shares orders by load among those who cover the zone, and fills hour after hour', async () => {
      await signUp(world, sellerId);
      const mamadou = await addMamadou(world, sellerId);
      const awa = await addMamadou(world, sellerId, { fullName: 'Awa Koné', phone: '0701020304', zones: ['cocody', 'Abobo'] });
      await addMamadou(world, sellerId, { fullName: 'Issa', phone: '0701020305', zones: ['Yopougon'] });
      const orders = Array.from({ length: 8 }, () => anOrder());
      await Promise.all(orders.map((order) => confirm(world, sellerId, order)));
      const plans = await Promise.all(orders.map((order) => planOf(world, order)));
      for (const courier of [mamadou, awa]) {
        const slots = plans.filter(({ courierId }) => courierId === courier.id).map(({ plannedFor }) => plannedFor);
        expect(slots.sort()).toEqual([abidjanAt(14), abidjanAt(14), abidjanAt(14), abidjanAt(15)]);
      }
    });

    it('waits for the facts of a seller that have not arrived yet', async () => {
      await addMamadou(world, sellerId);
      const order = anOrder();
      await confirm(world, sellerId, order);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await signUp(world, sellerId, { timeZone: 'Asia/Tokyo', pickupAddress: undefined });
      const plan = await planOf(world, order);
      expect(plan.pickupAddress).toBe('Kouadio Chaussures');
      expect(new Date(plan.plannedFor).getUTCHours()).toBe(5);
    });

    it('is planned for a day on which the shop is open, and so is another attempt', async () => {
      const [in3Days, in10Days] = [abidjanAt(14, 3), abidjanAt(14, 10)];
      const weekday = ((new Date(in3Days).getUTCDay() + 6) % 7) + 1;
      await signUp(world, sellerId, { openingHours: 'tous les jours', hours: [{ weekday, opens: '08:00', closes: '12:00' }] });
      await addMamadou(world, sellerId);
      const order = anOrder();
      await confirm(world, sellerId, order);
      const plan = await planOf(world, order);
      expect(plan.plannedFor).toBe(in3Days);
      const failed = { deliveryId: plan.deliveryId, what: 'attempt-failed' as const, reason: 'Client absent' };
      expect(await world.ask(ReportDelivery, failed, sellerId)).toMatchObject({ plannedFor: in10Days });
    });

    it('leaves an order nobody covers waiting, and assigns it once a courier covers it', async () => {
      await signUp(world, sellerId);
      const mamadou = await addMamadou(world, sellerId);
      const order = anOrder({ deliveryAddress: 'Yopougon Sicogi, rue 12' });
      await confirm(world, sellerId, order);
      const { event, meta } = await world.heard(DeliveryUnassignedV1, (e) => e.orderId === order.orderId);
      expect(event.reason).toBe("Aucun livreur actif ne couvre l'adresse « Yopougon Sicogi, rue 12 »");
      await world.ask(UpdateCourier, { courierId: mamadou.id, zones: ['Cocody', 'Yopougon'] }, sellerId);
      const found = await world.heard(DeliveryPlannedV1, (e) => e.orderId === order.orderId);
      expect(found.event.reason).toBe('Mamadou Diabaté couvre Yopougon, 0 livraison en cours');
      expect(found.meta.correlationId).toBe(meta.correlationId);
      expect(await rowsOf(service, 'select from commandes_en_attente where id_commande = $1', [order.orderId])).toEqual([]);
    });

    it('passes over a waiting order that cannot be tried, and serves those behind it', async () => {
      await signUp(world, sellerId);
      const order = anOrder({ deliveryAddress: 'Yopougon Sicogi, rue 12' });
      await confirm(world, sellerId, order);
      await world.heard(DeliveryUnassignedV1, (e) => e.orderId === order.orderId);
      const [broken, shop] = [newId(), newId()];
      // First in line: its seller is not known here.
      await rowsOf(
        service,
        `insert into commandes_en_attente (id_commande, id_utilisateur, commande, contexte, motif, derniere_tentative)
         values ($1, $2, '{}', '{}', 'essai', now() - interval '1 day')`,
        [broken, shop],
      );
      await addMamadou(world, sellerId, { phone: '0102030499', zones: ['Yopougon'] });
      expect((await planOf(world, order)).courierPhone).toBe('+2250102030499');
      await rowsOf(service, 'delete from commandes_en_attente where id_commande = $1', [broken]);
    });

    it("takes the zone's own fee where it has one", async () => {
      await signUp(world, sellerId);
      await addMamadou(world, sellerId);
      await world.ask(SetZoneFees, { zones: [{ zone: 'COCODY', fee: 1_500 }] }, sellerId);
      const order = anOrder();
      await confirm(world, sellerId, order);
      expect(await planOf(world, order)).toMatchObject({ fee: 1_500, amountToCollect: 46_500 });
    });
  });

  describe('reporting', () => {
    it('by the courier, from pick-up to cash, with all of it collected unless he says otherwise', async () => {
      const { courier, order, plan } = await planned();
      const { deliveryId } = plan;
      await courierSays(world, 'picked-up', { deliveryId });
      const pickedUp = await world.heard(DeliveryPickedUpV1, (e) => e.deliveryId === deliveryId);
      expect(pickedUp.meta).toMatchObject({ actor: `courier:${courier.id}`, sellerId, version: 2 });
      await courierSays(world, 'picked-up', { deliveryId });
      await courierSays(world, 'completed', { deliveryId });
      const { event, meta } = await world.heard(DeliveryCompletedV1, (e) => e.deliveryId === deliveryId);
      expect(event).toMatchObject({ collected: 47_000, amountToCollect: order.total + plan.fee });
      expect(meta.version).toBe(3);
      expect(await world.ask(GetDeliveryStatuses, { orderIds: [order.orderId, newId()] }, sellerId)).toEqual({
        items: [{ orderId: order.orderId, deliveryStatus: 'livree' }],
      });
      expect(await world.ask(CountDelivered, {}, sellerId)).toEqual({ delivered: 1 });
      expect(
        await rowsOf(service, 'select montant_encaisse::int as cash from livraisons where id_livraison = $1', [deliveryId]),
      ).toEqual([{ cash: 47_000 }]);
    });

    it('of less cash than was due is taken, without a pick-up too, and every view shows what was counted', async () => {
      const { plan } = await planned();
      const { deliveryId } = plan;
      expect(await world.ask(GetDelivery, { deliveryId }, sellerId)).not.toHaveProperty('collected');
      const brought = { amountToCollect: 47_000, collected: 1 };
      expect(await world.ask(ReportDelivery, { deliveryId, what: 'completed', collected: 1 }, sellerId)).toMatchObject(brought);
      expect(await world.ask(GetDelivery, { deliveryId }, sellerId)).toMatchObject(brought);
      expect((await world.ask(ListDeliveries, {}, sellerId)).items).toMatchObject([brought]);
    });

    it('by the courier without naming a delivery means the first he has to do', async () => {
      const phone = '0502030405';
      await signUp(world, sellerId);
      await addMamadou(world, sellerId, { phone });
      const [first, second] = [anOrder(), anOrder()];
      await confirm(world, sellerId, first);
      const plan = await planOf(world, first);
      await confirm(world, sellerId, second);
      await planOf(world, second);
      await courierSays(world, 'completed', { fromPhone: '+2250502030405', collected: 40_000 });
      const { event } = await world.heard(DeliveryCompletedV1, (e) => e.courierPhone === '+2250502030405');
      expect(event).toMatchObject({ deliveryId: plan.deliveryId, collected: 40_000 });
    });

    it("by a stranger or of another's delivery changes nothing", async () => {
      const { plan } = await planned();
      const others = [
        await courierSays(world, 'completed', { fromPhone: '+2250100000000', deliveryId: plan.deliveryId }),
        await courierSays(world, 'completed', { deliveryId: newId() }),
        await courierSays(world, 'text', { text: 'Bonjour', deliveryId: plan.deliveryId }),
      ];
      await eventually(async () => {
        for (const id of others) expect(await handled(service, id)).toBe(true);
      });
      const delivery = await world.ask(GetDelivery, { deliveryId: plan.deliveryId }, sellerId);
      expect(delivery.status).toBe('planned');
    });

    it('a failed attempt plans it again for another day, and the third gives it up', async () => {
      const { order, plan } = await planned();
      const { deliveryId } = plan;
      const fails = (reason: string) => world.ask(ReportDelivery, { deliveryId, what: 'attempt-failed', reason }, sellerId);
      expect(await fails('Client absent')).toMatchObject({
        ...{ status: 'planned', attempts: 1, reason: 'Mamadou Diabaté garde le colis pour la tentative n° 2' },
        plannedFor: abidjanAt(14, 2),
      });
      expect(await fails('Adresse introuvable')).toMatchObject({ plannedFor: abidjanAt(14, 3) });
      expect(await fails('Client absent')).toMatchObject({ status: 'attempt-failed', attempts: 3 });
      const { event } = await world.heard(DeliveryAttemptFailedV1, (e) => e.deliveryId === deliveryId && e.attempt === 3);
      expect(event.final).toBe(true);
      const plans = (await world.all(DeliveryPlannedV1)).filter((e) => e.event.orderId === order.orderId);
      expect(plans.map(({ meta }) => meta.version)).toEqual([1, 3, 5]);
      const { history } = await world.ask(GetDelivery, { deliveryId }, sellerId);
      expect(history.map(({ to, actor }) => [to, actor])).toEqual([
        ['planned', 'system'],
        ['attempt-failed', `seller:${sellerId}`],
        ['planned', 'system'],
        ['attempt-failed', `seller:${sellerId}`],
        ['planned', 'system'],
        ['attempt-failed', `seller:${sellerId}`],
      ]);
      expect(
        await rowsOf(service, 'select numero, motif from tentatives_livraison where id_livraison = $1 order by 1', [deliveryId]),
      ).toEqual([
        { numero: 1, motif: 'Client absent' },
        { numero: 2, motif: 'Adresse introuvable' },
        { numero: 3, motif: 'Client absent' },
      ]);
      expect(await world.ask(GetDeliveryStatuses, { orderIds: [order.orderId] }, sellerId)).toEqual({
        items: [{ orderId: order.orderId, deliveryStatus: 'echec' }],
      });
    });

    it('a courier who presses « échec » twice has tried once', async () => {
      const { plan } = await planned();
      const presses = [
        await courierSays(world, 'attempt-failed', { deliveryId: plan.deliveryId }),
        await courierSays(world, 'attempt-failed', { deliveryId: plan.deliveryId }),
      ];
      await eventually(async () => {
        for (const id of presses) expect(await handled(service, id)).toBe(true);
      });
      const delivery = await world.ask(GetDelivery, { deliveryId: plan.deliveryId }, sellerId);
      expect(delivery).toMatchObject({ status: 'planned', attempts: 1 });
    });

    it('what cannot follow is refused to the seller', async () => {
      const { plan } = await planned();
      const { deliveryId } = plan;
      await world.ask(ReportDelivery, { deliveryId, what: 'completed', collected: 47_000 }, sellerId);
      await expect(world.ask(ReportDelivery, { deliveryId, what: 'picked-up' }, sellerId)).rejects.toMatchObject({
        code: 'DELIVERY_CANNOT_MOVE',
        facts: { from: 'completed', to: 'picked-up' },
      });
    });
  });

  describe('calling off', () => {
    it("releases the courier's slot when the order is cancelled", async () => {
      const { order, plan } = await planned();
      await cancel(world, sellerId, order);
      await world.heard(DeliveryCancelledV1, (e) => e.deliveryId === plan.deliveryId);
      const next = anOrder();
      await confirm(world, sellerId, next);
      expect(await planOf(world, next)).toMatchObject({ reason: 'Mamadou Diabaté couvre Cocody, 0 livraison en cours' });
    });

    it('wins over the order when it comes first, and takes one that waits off the list', async () => {
      await signUp(world, sellerId);
      const [early, waiting] = [anOrder(), anOrder()];
      await cancel(world, sellerId, early);
      await confirm(world, sellerId, waiting);
      await world.heard(DeliveryUnassignedV1, (e) => e.orderId === waiting.orderId);
      await cancel(world, sellerId, waiting);
      await eventually(async () =>
        expect(
          await rowsOf(service, 'select from annulations where id_commande in ($1, $2)', [early.orderId, waiting.orderId]),
        ).toHaveLength(2),
      );
      const late = await confirm(world, sellerId, early);
      await eventually(async () => expect(await handled(service, late)).toBe(true));
      await addMamadou(world, sellerId);
      const last = anOrder();
      await confirm(world, sellerId, last);
      await planOf(world, last);
      expect((await world.ask(ListDeliveries, {}, sellerId)).items.map(({ orderId }) => orderId)).toEqual([last.orderId]);
    });
  });

  describe('the seller', () => {
    it('keeps couriers, and tells the others where he delivers and for how much', async () => {
      const mamadou = await addMamadou(world, sellerId);
      const { event } = await world.heard(CourierRegisteredV1, (e) => e.courierId === mamadou.id);
      expect(event).toEqual({
        courierId: mamadou.id,
        fullName: 'Mamadou Diabaté',
        phone: '+2250711223344',
        zones: ['Cocody', 'Marcory', 'Plateau'],
      });
      await world.ask(SetZoneFees, { zones: [{ zone: 'plateau', fee: 1_000, delay: '24 à 48 h' }] }, sellerId);
      const soon = { zone: 'Bingerville', fee: 2_000 };
      expect(await world.ask(SetZoneFees, { zones: [soon] }, sellerId)).toMatchObject({ uncovered: [soon] });
      await addMamadou(world, sellerId, { fullName: 'Awa', phone: '0701020304', zones: ['Bingerville'] });
      await world.ask(UpdateCourier, { courierId: mamadou.id, zones: ['Cocody', 'Plateau'] }, sellerId);
      const zones = [
        { zone: 'Bingerville', fee: 2_000 },
        { zone: 'Cocody', fee: 2_000 },
        { zone: 'Plateau', fee: 1_000, delay: '24 à 48 h' },
      ];
      expect(await world.ask(ListZones, {}, sellerId)).toEqual({ zones });
      const newest = await world.heard(DeliveryZonesUpdatedV1, (_, meta) => meta.sellerId === sellerId && meta.version === 5);
      expect(newest.event).toEqual({ zones });
      await world.ask(UpdateCourier, { courierId: mamadou.id, active: false }, sellerId);
      expect((await world.ask(ListZones, {}, sellerId)).zones).toHaveLength(1);
      expect(await rowsOf(service, 'select zones_couverture from livreurs where id_livreur = $1', [mamadou.id])).toEqual([
        { zones_couverture: 'Cocody, Plateau' },
      ]);
    });

    it('cannot add the same number twice, a number that is none, or a courier without zones', async () => {
      await addMamadou(world, sellerId);
      await expect(addMamadou(world, sellerId, { fullName: 'Un autre' })).rejects.toMatchObject({ code: 'COURIER_PHONE_TAKEN' });
      await expect(addMamadou(world, sellerId, { phone: '12' })).rejects.toMatchObject({ kind: 'invalid' });
      await expect(addMamadou(world, sellerId, { phone: '0102030405', zones: [' , '] })).rejects.toMatchObject({
        kind: 'invalid',
      });
      expect((await world.ask(ListCouriers, {}, sellerId)).items).toHaveLength(1);
    });

    it("never sees or touches another seller's couriers and deliveries", async () => {
      const { courier, plan } = await planned();
      const other = newId();
      await expect(world.ask(GetDelivery, { deliveryId: plan.deliveryId }, other)).rejects.toMatchObject({
        code: 'DELIVERY_NOT_FOUND',
      });
      const report = { deliveryId: plan.deliveryId, what: 'completed' } as const;
      await expect(world.ask(ReportDelivery, report, other)).rejects.toMatchObject({ code: 'DELIVERY_NOT_FOUND' });
      const change = { courierId: courier.id, active: false };
      await expect(world.ask(UpdateCourier, change, other)).rejects.toMatchObject({ code: 'COURIER_NOT_FOUND' });
      // Row-level security holds where a query forgets its filter.
      expect(await service.db.asSeller(other, () => service.db.rows('select from livraisons'))).toEqual([]);
    });
  });
});
