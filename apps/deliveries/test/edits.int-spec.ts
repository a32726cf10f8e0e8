import {
  CountDeliveries,
  DeliveryCompletedV1,
  DeliveryPlannedV1,
  DeliveryReassignedV1,
  DeliveryUnassignedV1,
  fact,
  GetDelivery,
  GetOrderDeliveries,
  type OrderConfirmedV1,
  ProspectErasedV1,
  ProspectMergedV1,
  ReassignDelivery,
  ReportDelivery,
  SetZoneFees,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { deliveriesService } from '../src/deliveries.service-definition.js';
import { KNOWN_STEPS } from '../src/migrations/delivery-history.js';
import { addMamadou, anOrder, cancel, confirm, courierSays, edit, handled, pay, planOf, rowsOf, signUp } from './fixtures.js';

describe('deliveries of orders that are edited', () => {
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

  const add = (fullName: string, zones: string[]) =>
    addMamadou(world, sellerId, { fullName, zones, phone: `+22505010${String((phones += 1)).padStart(5, '0')}` });
  const planned = async (over: Partial<OrderConfirmedV1> = {}) => {
    await signUp(world, sellerId);
    const mamadou = await add('Mamadou Diabaté', ['Cocody', 'Plateau']);
    await world.ask(
      SetZoneFees,
      {
        zones: [
          { zone: 'Plateau', fee: 1_000 },
          { zone: 'Yopougon', fee: 3_000 },
        ],
      },
      sellerId,
    );
    const order = anOrder(over);
    await confirm(world, sellerId, order);
    const plan = await planOf(world, order);
    return { mamadou, order, plan, deliveryId: plan.deliveryId };
  };
  const detail = (deliveryId: string) => world.ask(GetDelivery, { deliveryId }, sellerId);
  const dealtWith = (eventId: string) => eventually(async () => expect(await handled(service, eventId)).toBe(true));
  const plansOf = async ({ orderId }: OrderConfirmedV1) =>
    (await world.all(DeliveryPlannedV1)).filter(({ event }) => event.orderId === orderId);
  const yopougon = { deliveryAddress: 'Yopougon Sicogi, rue 12' };

  describe('whose order is paid for', () => {
    const collects = (order: OrderConfirmedV1, amount: number) =>
      planOf(world, order, ({ amountToCollect }) => amountToCollect === amount);

    it('collect what is left, never less than nothing, and tell the courier so', async () => {
      const { order, deliveryId } = await planned();
      await pay(world, sellerId, order, 10_000);
      await collects(order, 37_000);
      expect((await detail(deliveryId)).history.at(-1)!.reason).toContain('paiement enregistré');
      await pay(world, sellerId, order, 60_000, 3);
      await collects(order, 0);
      const reported = await world.ask(ReportDelivery, { deliveryId, what: 'completed' }, sellerId);
      expect(reported).toMatchObject({ amountToCollect: 0, collected: 0 });
    });

    it('take the newest word of it, whether a payment or an edit said it', async () => {
      const { order } = await planned();
      await dealtWith(await pay(world, sellerId, order, 10_000, 4));
      await dealtWith(await pay(world, sellerId, order, 20_000, 3));
      await edit(world, sellerId, order, { total: 90_000, paid: 5_000 }, 2);
      await collects(order, 82_000);
      await edit(world, sellerId, order, { total: 90_000, deliveryPhone: '+2250102030405', paid: 15_000 }, 5);
      await collects(order, 77_000);
    });

    it('know what was paid before they were there: as a draft, under way here, or while nobody could bring it', async () => {
      await signUp(world, sellerId);
      const [deposit, early, waiting] = [anOrder({ paid: 10_000 }), anOrder(), anOrder()];
      await dealtWith(await pay(world, sellerId, early, 20_000));
      for (const order of [deposit, early, waiting]) await confirm(world, sellerId, order);
      await world.heard(DeliveryUnassignedV1, ({ orderId }) => orderId === waiting.orderId);
      await dealtWith(await pay(world, sellerId, waiting, 30_000));
      await add('Mamadou Diabaté', ['Cocody']);
      await Promise.all([collects(deposit, 37_000), collects(early, 27_000), collects(waiting, 17_000)]);
    });

    it('by what the courier brought himself, stay as they ended', async () => {
      const { order, deliveryId } = await planned();
      await world.ask(ReportDelivery, { deliveryId, what: 'completed' }, sellerId);
      await dealtWith(await pay(world, sellerId, order, 47_000, 2, { method: 'cash', deliveryId }));
      expect(await detail(deliveryId)).toMatchObject({ amountToCollect: 47_000, collected: 47_000 });
    });
  });

  describe('take over what changed', () => {
    it('amount, parcel and telephone, and say so by a new plan for the same courier and time', async () => {
      const { mamadou, order, plan, deliveryId } = await planned();
      const lines = [{ ...order.lines[0]!, quantity: 2, lineTotal: 90_000 }];
      await edit(world, sellerId, order, { lines, total: 90_000, deliveryPhone: '+2250102030405' });
      const { event, meta } = await world.heard(
        DeliveryPlannedV1,
        (e) => e.orderId === order.orderId && e.amountToCollect === 92_000,
      );
      expect(event).toEqual({
        ...plan,
        parcel: '2x Nike Air Max 90 (38)',
        deliveryPhone: '+2250102030405',
        amountToCollect: 92_000,
      });
      expect(meta.version).toBe(2);
      expect(await detail(deliveryId)).toMatchObject({
        courierId: mamadou.id,
        amountToCollect: 92_000,
        history: [{ to: 'planned' }, { from: 'planned', to: 'planned', reason: 'Commande modifiée par le vendeur' }],
      });
    });

    it('the address, with the fee of its zone, and the courier stays when he covers it', async () => {
      const { mamadou, order, plan } = await planned();
      await edit(world, sellerId, order, { deliveryAddress: 'Plateau, avenue Chardy' });
      expect(await planOf(world, order, ({ destination }) => destination.startsWith('Plateau'))).toMatchObject({
        courierId: mamadou.id,
        plannedFor: plan.plannedFor,
        fee: 1_000,
        amountToCollect: 46_000,
      });
    });

    it('the address, for which the fee that was told counts no more', async () => {
      const { order, plan } = await planned({ deliveryFee: 500 });
      expect(plan).toMatchObject({ fee: 500, amountToCollect: 45_500 });
      const moved = { deliveryAddress: 'Plateau, avenue Chardy', deliveryFee: undefined };
      await edit(world, sellerId, order, moved);
      expect(await planOf(world, order, ({ destination }) => destination.startsWith('Plateau'))).toMatchObject({ fee: 1_000 });
    });

    it('nothing that anybody shows: no word of it', async () => {
      const { order } = await planned();
      await dealtWith(await edit(world, sellerId, order, { customerPhone: '+2250102030405' }));
      const last = anOrder();
      await confirm(world, sellerId, last);
      await planOf(world, last);
      expect(await plansOf(order)).toHaveLength(1);
    });

    it('the newest, whatever order the edits come in', async () => {
      const { order, deliveryId } = await planned();
      await edit(world, sellerId, order, { total: 60_000 }, 4);
      await planOf(world, order, ({ amountToCollect }) => amountToCollect === 62_000);
      await dealtWith(await edit(world, sellerId, order, { total: 50_000 }, 3));
      expect((await detail(deliveryId)).amountToCollect).toBe(62_000);
    });
  });

  describe('whose new address their courier does not cover', () => {
    it('go to one who does, at his own time, and the former is told', async () => {
      const { mamadou, order, deliveryId } = await planned();
      const issa = await add('Issa Bamba', ['Yopougon']);
      await edit(world, sellerId, order, yopougon);
      expect(await planOf(world, order, ({ courierId }) => courierId === issa.id)).toMatchObject({
        deliveryId,
        fee: 3_000,
        reason: 'Issa Bamba couvre Yopougon, 0 livraison en cours (nouvelle adresse)',
      });
      expect((await world.heard(DeliveryReassignedV1, (e) => e.deliveryId === deliveryId)).event).toMatchObject({
        fromCourierId: mamadou.id,
        reason: "L'adresse de la commande a changé : la livraison passe à un autre livreur",
      });
    });

    it('wait when nobody does, and go on as the same delivery once somebody does', async () => {
      const { mamadou, order, deliveryId } = await planned();
      await edit(world, sellerId, order, yopougon);
      const { event, meta } = await world.heard(DeliveryUnassignedV1, (e) => e.orderId === order.orderId);
      expect(event).toMatchObject({ destination: yopougon.deliveryAddress });
      expect(meta.version).toBe(2);
      expect((await world.heard(DeliveryReassignedV1, (e) => e.deliveryId === deliveryId)).event.fromCourierId).toBe(mamadou.id);
      expect((await world.ask(CountDeliveries, {}, sellerId)).unassigned).toBe(1);
      const issa = await add('Issa Bamba', ['Yopougon']);
      const { meta: again } = await world.heard(DeliveryPlannedV1, (e) => e.orderId === order.orderId && e.courierId === issa.id);
      expect(again).toMatchObject({ key: deliveryId, version: 3 });
      const { items } = await world.ask(GetOrderDeliveries, { orderId: order.orderId }, sellerId);
      expect(items).toMatchObject([
        {
          id: deliveryId,
          status: 'planned',
          fee: 3_000,
          history: [{}, { to: 'cancelled' }, { from: 'cancelled', to: 'planned' }],
        },
      ]);
      expect((await world.ask(CountDeliveries, {}, sellerId)).unassigned).toBe(0);
    });

    it('can be given to somebody by the seller while they wait', async () => {
      const { mamadou, order, deliveryId } = await planned();
      await edit(world, sellerId, order, yopougon);
      await world.heard(DeliveryUnassignedV1, (e) => e.orderId === order.orderId);
      const given = await world.ask(ReassignDelivery, { deliveryId, courierId: mamadou.id }, sellerId);
      expect(given).toMatchObject({ status: 'planned', courierId: mamadou.id });
      expect((await world.ask(CountDeliveries, {}, sellerId)).unassigned).toBe(0);
    });

    it('stay with the courier who has the parcel already', async () => {
      const { mamadou, order, deliveryId } = await planned();
      await add('Issa Bamba', ['Yopougon']);
      await world.ask(ReportDelivery, { deliveryId, what: 'picked-up' }, sellerId);
      await edit(world, sellerId, order, yopougon);
      expect(await planOf(world, order, ({ destination }) => destination === yopougon.deliveryAddress)).toMatchObject({
        courierId: mamadou.id,
        fee: 3_000,
      });
      expect((await detail(deliveryId)).status).toBe('picked-up');
    });
  });

  describe('at an odd time', () => {
    it('before the order is confirmed here: it is planned as edited', async () => {
      await signUp(world, sellerId);
      await add('Issa Bamba', ['Yopougon']);
      const order = anOrder();
      await edit(world, sellerId, order, { ...yopougon, total: 50_000 }, 3);
      await dealtWith(await edit(world, sellerId, order, { total: 60_000 }, 2));
      await confirm(world, sellerId, order);
      expect(await planOf(world, order)).toMatchObject({ destination: yopougon.deliveryAddress, amountToCollect: 52_000 });
      expect(await rowsOf(service, 'select from modifications_commande where id_commande = $1', [order.orderId])).toEqual([]);
    });

    it('after the order was cancelled: nothing comes of it, whichever was first', async () => {
      const { order, deliveryId } = await planned();
      await cancel(world, sellerId, order);
      await eventually(async () => expect((await detail(deliveryId)).status).toBe('cancelled'));
      await dealtWith(await edit(world, sellerId, order, yopougon, 3));
      expect(await detail(deliveryId)).toMatchObject({ destination: order.deliveryAddress, status: 'cancelled' });
      const early = anOrder();
      await dealtWith(await edit(world, sellerId, early, yopougon));
      await dealtWith(await cancel(world, sellerId, early));
      await dealtWith(await confirm(world, sellerId, early));
      expect(await world.ask(GetOrderDeliveries, { orderId: early.orderId }, sellerId)).toEqual({ items: [] });
      expect((await world.ask(CountDeliveries, {}, sellerId)).unassigned).toBe(0);
    });

    it('while the order waits for a courier: its new address may have one', async () => {
      const { mamadou } = await planned();
      const order = anOrder(yopougon);
      await confirm(world, sellerId, order);
      await world.heard(DeliveryUnassignedV1, (e) => e.orderId === order.orderId);
      await edit(world, sellerId, order, { deliveryAddress: 'Bouaké' });
      await world.heard(DeliveryUnassignedV1, (e) => e.orderId === order.orderId && e.destination === 'Bouaké');
      await edit(world, sellerId, order, { deliveryAddress: 'Plateau, avenue Chardy' }, 3);
      expect(await planOf(world, order)).toMatchObject({ courierId: mamadou.id, fee: 1_000 });
    });

    it('when it is delivered already: what was delivered stays, and the history shows it', async () => {
      const { order, deliveryId } = await planned();
      await world.ask(ReportDelivery, { deliveryId, what: 'completed' }, sellerId);
      await dealtWith(await edit(world, sellerId, order, { total: 90_000 }));
      const { amountToCollect, history } = await detail(deliveryId);
      expect(amountToCollect).toBe(47_000);
      expect(history.at(-1)!.reason).toBe('Commande modifiée trop tard : la livraison est terminée');
    });
  });

  describe('of a customer who asked to be forgotten', () => {
    const erase = ({ prospectId }: OrderConfirmedV1) =>
      world.publish(fact(ProspectErasedV1, { prospectId }, { sellerId, key: prospectId, version: 9 }));
    const customerOf = async (deliveryId: string) => {
      const [row] = await rowsOf(
        service,
        'select nom_destinataire as name, telephone_destinataire as phone, adresse_destination as address from livraisons where id_livraison = $1',
        [deliveryId],
      );
      return row;
    };
    const nobody = { name: 'Client effacé', phone: '+2250000000000', address: 'Adresse effacée' };

    it('lose name, telephone and address at once when they are over', async () => {
      const { order, deliveryId } = await planned();
      await world.ask(ReportDelivery, { deliveryId, what: 'completed' }, sellerId);
      await erase(order);
      await eventually(async () => expect(await customerOf(deliveryId)).toEqual(nobody));
      expect(await detail(deliveryId)).toMatchObject({ destination: 'Adresse effacée', amountToCollect: 47_000, version: 3 });
    });

    it('keep them until the parcel is there, and not a moment longer', async () => {
      const { mamadou, order, deliveryId } = await planned();
      await dealtWith(await erase(order));
      await world.ask(ReportDelivery, { deliveryId, what: 'attempt-failed' }, sellerId);
      expect(await customerOf(deliveryId)).toMatchObject({ name: 'Aminata Traoré', address: order.deliveryAddress });
      await courierSays(world, 'completed', { fromPhone: mamadou.phone, deliveryId });
      const { event } = await world.heard(DeliveryCompletedV1, (e) => e.deliveryId === deliveryId);
      expect(event).toMatchObject({ customerName: 'Client effacé', destination: 'Adresse effacée', collected: 47_000 });
      expect(await customerOf(deliveryId)).toEqual(nobody);
    });

    it('cannot be tried again once they are given up', async () => {
      const { mamadou, order, deliveryId } = await planned();
      await dealtWith(await erase(order));
      for (let i = 0; i < 3; i += 1) await world.ask(ReportDelivery, { deliveryId, what: 'attempt-failed' }, sellerId);
      expect(await customerOf(deliveryId)).toEqual(nobody);
      await expect(world.ask(ReassignDelivery, { deliveryId, courierId: mamadou.id }, sellerId)).rejects.toMatchObject({
        code: 'DELIVERY_OVER',
      });
    });

    it('lose them when the order that waits for a courier is cancelled', async () => {
      const { order, deliveryId } = await planned();
      await edit(world, sellerId, order, yopougon);
      await world.heard(DeliveryUnassignedV1, (e) => e.orderId === order.orderId);
      await dealtWith(await erase(order));
      expect(await customerOf(deliveryId)).toMatchObject({ name: 'Aminata Traoré' });
      await cancel(world, sellerId, order);
      await eventually(async () => expect(await customerOf(deliveryId)).toEqual(nobody));
    });

    it('lose them under whatever id the customer was merged into, also when their order comes after the merge', async () => {
      const { order, deliveryId } = await planned();
      await world.ask(ReportDelivery, { deliveryId, what: 'completed' }, sellerId);
      const person = anOrder();
      const merge = (from: string, into: string) =>
        world.publish(fact(ProspectMergedV1, { prospectId: into, mergedId: from }, { sellerId, key: into, version: 2 }));
      // The second merge is heard of first.
      const middle = newId();
      await dealtWith(await merge(middle, person.prospectId));
      await dealtWith(await merge(order.prospectId, middle));
      const late = anOrder({ prospectId: order.prospectId });
      await confirm(world, sellerId, late);
      expect(await planOf(world, late)).toMatchObject({ prospectId: person.prospectId });
      await erase(person);
      await eventually(async () => expect(await customerOf(deliveryId)).toEqual(nobody));
    });

    it('lose them when completion and erasure come at the same moment', async () => {
      const { mamadou, order, deliveryId } = await planned();
      const both = await Promise.all([courierSays(world, 'completed', { fromPhone: mamadou.phone, deliveryId }), erase(order)]);
      for (const id of both) await dealtWith(id);
      expect(await customerOf(deliveryId)).toEqual(nobody);
    });
  });

  it('an older delivery has the history that its row tells', async () => {
    const { order, deliveryId } = await planned();
    const { reason: chosenFor } = await detail(deliveryId);
    await world.ask(ReportDelivery, { deliveryId, what: 'attempt-failed', reason: 'Client absent' }, sellerId);
    // Its row kept the one reason of the day it was planned.
    await rowsOf(service, 'update livraisons set motif_affectation = $2 where id_livraison = $1', [deliveryId, chosenFor]);
    await rowsOf(service, `update historique_livraison set motif = $2 where id_livraison = $1 and statut_apres = 'planifiee'`, [
      deliveryId,
      chosenFor,
    ]);
    await world.ask(ReportDelivery, { deliveryId, what: 'picked-up' }, sellerId);
    await world.ask(ReportDelivery, { deliveryId, what: 'completed', collected: 40_000 }, sellerId);
    const called = anOrder();
    await confirm(world, sellerId, called);
    const { deliveryId: off } = await planOf(world, called);
    await cancel(world, sellerId, called);
    await eventually(async () => expect((await detail(off)).status).toBe('cancelled'));
    const told = async (id: string) =>
      (await detail(id)).history.map(({ from, to, reason, collected }) => ({ from, to, reason, collected }));
    const [before, beforeOff] = [await told(deliveryId), await told(off)];
    await rowsOf(service, 'delete from historique_livraison');
    await rowsOf(service, KNOWN_STEPS);
    expect(await told(deliveryId)).toEqual(before);
    expect(await told(off)).toEqual(beforeOff);
    expect(before).toHaveLength(5);
    expect((await detail(deliveryId)).orderId).toBe(order.orderId);
  });
});
