import {
  DELIVERY_STATUSES,
  DeliveryAttemptFailedV1,
  DeliveryCompletedV1,
  DeliveryPickedUpV1,
  DeliveryPlannedV1,
  DeliveryReassignedV1,
  type DeliveryStatus,
} from '#contracts';
import { newId } from '#database';
import { Courier } from '../courier/courier.entity.js';
import { STORED_STATUS, statusOf, TRANSITIONS } from './delivery-status.js';
import { Delivery } from './delivery.entity.js';

const sellerId = newId();
const mamadou = Courier.register(sellerId, {
  fullName: 'Mamadou Diabaté',
  phone: '07 11 22 33 44',
  zones: ['Cocody', 'Marcory', 'Plateau'],
});

const newDelivery = () =>
  Delivery.plan(
    sellerId,
    {
      version: 1,
      order: {
        orderId: newId(),
        orderNumber: 'CMD-20261122-000001',
        prospectId: newId(),
        customerName: 'Aminata Traoré',
        customerPhone: '+2250598765432',
        lines: [
          {
            productId: newId(),
            productName: 'Nike Air Max 90',
            size: '38',
            color: 'Noir',
            quantity: 1,
            unitPrice: 45_000,
            lineTotal: 45_000,
          },
          { productId: newId(), productName: 'Lacets', quantity: 2, unitPrice: 500, lineTotal: 1_000 },
        ],
        total: 46_000,
        deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
        deliveryPhone: '+2250598765432',
      },
    },
    {
      courier: mamadou,
      reason: 'Mamadou Diabaté couvre Cocody, 0 livraison en cours',
      plannedFor: new Date('2026-11-23T14:00:00Z'),
      pickupAddress: 'Abobo, Magasin Kouadio Chaussures',
      fee: 2_000,
    },
  );

const aDelivery = (status: DeliveryStatus) => {
  const delivery = newDelivery();
  delivery.takeFacts();
  delivery.status = status;
  return delivery;
};

const move = (delivery: Delivery, to: DeliveryStatus) =>
  ({
    planned: () => delivery.planAgain(new Date('2026-11-24T14:00:00Z')),
    'picked-up': () => delivery.pickUp(),
    completed: () => delivery.complete(),
    'attempt-failed': () => delivery.attemptFailed('Client absent', 3),
    cancelled: () => delivery.cancel('Commande annulée'),
  })[to]();

describe('a delivery', () => {
  it('is planned with what the courier needs: parcel, addresses, and what to collect', () => {
    const [planned] = newDelivery().takeFacts();
    expect(planned).toMatchObject({
      contract: DeliveryPlannedV1,
      payload: {
        courierPhone: '+2250711223344',
        parcel: '1x Nike Air Max 90 (38, Noir), 2x Lacets',
        amountToCollect: 48_000,
        plannedFor: '2026-11-23T14:00:00.000Z',
      },
    });
  });

  const moves = DELIVERY_STATUSES.flatMap((from) => DELIVERY_STATUSES.map((to) => [from, to] as const));
  it.each(moves.filter(([from, to]) => TRANSITIONS[from].includes(to)))('goes from %s to %s', (from, to) => {
    const delivery = aDelivery(from);
    move(delivery, to);
    expect(delivery.status).toBe(to);
    expect(delivery.takeFacts()).toHaveLength(1);
  });

  it.each(moves.filter(([from, to]) => !TRANSITIONS[from].includes(to)))('cannot go from %s to %s, and says so', (from, to) => {
    const delivery = aDelivery(from);
    expect(() => move(delivery, to)).toThrow(
      expect.objectContaining({ code: 'DELIVERY_CANNOT_MOVE', facts: { deliveryId: delivery.id, from, to } }),
    );
    expect(delivery.takeFacts()).toEqual([]);
  });

  it('counts the cash at the door: what was said, else all of it', () => {
    const [exact, less] = [aDelivery('picked-up'), aDelivery('picked-up')];
    exact.complete();
    less.complete(40_000);
    expect([exact.collected, less.collected]).toEqual([48_000, 40_000]);
    expect(less.takeFacts()).toMatchObject([{ contract: DeliveryCompletedV1, payload: { collected: 40_000 } }]);
  });

  it('says which attempt failed, and that the third was the last', () => {
    const delivery = aDelivery('planned');
    for (const attempt of [1, 2]) {
      delivery.attemptFailed('Client absent', 3);
      expect(delivery.takeFacts()).toMatchObject([{ contract: DeliveryAttemptFailedV1, payload: { attempt } }]);
      delivery.planAgain(new Date());
      delivery.pickUp();
      expect(delivery.takeFacts()).toMatchObject([{ contract: DeliveryPlannedV1 }, { contract: DeliveryPickedUpV1 }]);
    }
    delivery.attemptFailed('Client absent', 3);
    expect(delivery.takeFacts()).toMatchObject([{ payload: { attempt: 3, final: true } }]);
  });

  describe('that changes hands', () => {
    const awa = Courier.register(sellerId, { fullName: 'Awa Koné', phone: '07 01 02 03 04', zones: ['Abobo'] });
    const plan = { courier: awa, plannedFor: new Date('2026-11-24T15:00:00Z'), reason: 'Confiée à Awa Koné par le vendeur' };

    it.each(['planned', 'picked-up', 'attempt-failed'] as const)(
      'while %s is planned anew, and both couriers are told',
      (status) => {
        const delivery = aDelivery(status);
        delivery.handOver(plan, 'Moto en panne');
        expect(delivery).toMatchObject({ status: 'planned', courier: awa, pickedUpAt: null, lastAttemptAt: null });
        expect(delivery.takeFacts()).toMatchObject([
          { contract: DeliveryReassignedV1, payload: { fromCourierPhone: '+2250711223344', reason: 'Moto en panne' } },
          { contract: DeliveryPlannedV1, payload: { courierPhone: '+2250701020304' } },
        ]);
      },
    );

    it('while it waits for a courier tells the former nothing: he was told when he lost it', () => {
      const delivery = aDelivery('planned');
      delivery.leaveWaiting('Aucun livreur', 'Nouvelle adresse');
      expect(delivery.takeFacts()).toMatchObject([{ contract: DeliveryReassignedV1 }]);
      delivery.handOver(plan, 'Moto en panne');
      expect(delivery.takeFacts()).toMatchObject([{ contract: DeliveryPlannedV1 }]);
    });

    it('stays picked up when only the time is new', () => {
      const delivery = aDelivery('picked-up');
      delivery.handOver({ ...plan, courier: mamadou }, '');
      expect(delivery.status).toBe('picked-up');
      expect(delivery.takeFacts()).toMatchObject([{ contract: DeliveryPlannedV1 }]);
    });
  });

  it('is stored with a French word of its own for each status', () => {
    expect(DELIVERY_STATUSES.map((status) => statusOf(STORED_STATUS[status]))).toEqual([...DELIVERY_STATUSES]);
    expect(new Set(Object.values(STORED_STATUS)).size).toBe(DELIVERY_STATUSES.length);
  });
});
