import type { DeliveryDetailView, DeliveryStep, OrderDetailView } from '#contracts';
import { deliverySteps, orderSteps, paymentSteps, refundSteps } from './timeline-steps.js';

const at = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`;

type Move = Partial<DeliveryStep> & Pick<DeliveryStep, 'from' | 'to'>;

/** Mamadou's delivery, whose steps follow each other minute by minute. */
const aDelivery = (moves: Move[], over: Partial<DeliveryDetailView> = {}): DeliveryDetailView => {
  const history = moves.map((move, minute) => ({
    ...{ courierName: 'Mamadou Diabaté', actor: 'system', at: at(minute) },
    ...move,
  }));
  const failed = history.filter(({ to }) => to === 'attempt-failed');
  return {
    ...{ id: 'd', orderId: 'o', orderNumber: 'CMD-1', courierId: 'c', courierName: 'Mamadou Diabaté', plannedFor: at(30) },
    ...{ pickupAddress: 'Abobo', destination: 'Cocody', fee: 2_000, amountToCollect: 37_000, status: 'planned' as const },
    ...{ reason: 'Mamadou couvre Cocody', attempts: failed.length, createdAt: at(0), version: 1, history },
    failedAttempts: failed.map((step, i) => ({
      ...{ number: i + 1, failure: 'Client absent', actor: 'courier:c', at: step.at },
    })),
    ...over,
  };
};
const anOrder = (history: OrderDetailView['history']) => ({ number: 'CMD-1', total: 35_000, history }) as OrderDetailView;
const orderFailedAt = (minute: number) =>
  anOrder([{ from: 'out-for-delivery', to: 'delivery-failed', actor: 'courier:c', at: at(minute) }]);
const says = (steps: { says: string }[]) => steps.map((step) => step.says);

const PLANNED: Move = { from: 'none', to: 'planned' };
const FAILED: Move = { from: 'planned', to: 'attempt-failed' };
const AGAIN: Move = { from: 'attempt-failed', to: 'planned', reason: 'Mamadou Diabaté garde le colis pour la tentative n° 2' };

describe('the timeline tells', () => {
  it('of a try that failed that another is planned, and only of the last that the parcel comes back', () => {
    const delivery = aDelivery([PLANNED, FAILED, AGAIN, FAILED], { status: 'attempt-failed' });
    expect(says(deliverySteps(delivery))).toEqual([
      'Livraison confiée à Mamadou Diabaté',
      'Nouvelle tentative prévue, par Mamadou Diabaté',
      'Tentative n° 1 manquée, nouvelle tentative prévue',
      'Tentative n° 2 manquée, colis de retour',
    ]);
    expect(says(orderSteps(orderFailedAt(2), [delivery]))).toEqual(['Tentative manquée, nouvelle tentative prévue (CMD-1)']);
    expect(says(orderSteps(orderFailedAt(4), [delivery]))).toEqual(['Livraison impossible, colis de retour (CMD-1)']);
  });

  it('of money that the shop recorded and struck out; what the courier brought, his delivery tells', () => {
    const payment = { id: 'p', method: 'wave' as const, amount: 10_000, actor: 'seller:s', at: at(1) };
    const payments = [
      { ...payment, reference: 'MP2411', voidedAt: at(2), voidReason: 'Mauvaise commande' },
      { ...payment, method: 'cash' as const, deliveryId: 'd' },
    ];
    expect(paymentSteps({ ...anOrder([]), payments })).toEqual([
      {
        at: at(1),
        what: 'payment-recorded',
        says: 'Paiement par Wave enregistré (transaction MP2411)',
        actor: 'seller:s',
        amount: 10_000,
      },
      {
        ...{ at: at(2), what: 'payment-voided', says: 'Paiement par Wave annulé (transaction MP2411)', actor: 'seller:s' },
        ...{ amount: 10_000, reason: 'Mauvaise commande' },
      },
    ]);
  });

  it('of money that the shop sent back, with what it noted, and of a refund that was none', () => {
    const refund = { id: 'r', method: 'cash' as const, amount: 4_000, note: 'Remis à sa sœur', actor: 'member:m', at: at(1) };
    const refunds = [refund, { ...refund, method: 'wave' as const, note: undefined, reference: 'W1', voidedAt: at(2) }];
    expect(refundSteps({ ...anOrder([]), refunds }).map(({ what, says, reason }) => [what, says, reason])).toEqual([
      ['refund-recorded', 'Remboursement en espèces enregistré', 'Remis à sa sœur'],
      ['refund-recorded', 'Remboursement par Wave enregistré (transaction W1)', undefined],
      ['refund-voided', 'Remboursement par Wave annulé (transaction W1)', undefined],
    ]);
  });

  it('of an order whose delivery is not known no more than that it did not succeed', () => {
    expect(says(orderSteps(orderFailedAt(2), []))).toEqual(['Livraison non aboutie (CMD-1)']);
  });

  it('apart what changes the courier and what only changes the delivery', () => {
    const delivery = aDelivery([
      PLANNED,
      { from: 'planned', to: 'planned', reason: 'Commande modifiée par le vendeur' },
      { from: 'planned', to: 'planned', courierName: 'Awa Koné', reason: 'Confiée à Awa Koné par le vendeur' },
    ]);
    expect(deliverySteps(delivery)).toMatchObject([
      { what: 'delivery-planned', reason: 'Mamadou couvre Cocody' },
      { what: 'delivery-updated', says: 'Livraison mise à jour', reason: 'Commande modifiée par le vendeur' },
      { what: 'delivery-reassigned', says: 'Livraison confiée à Awa Koné' },
    ]);
  });

  it.each([
    [1, '1 FCFA encaissés sur 37.000 FCFA dus, il manque 36.999 FCFA'],
    [40_000, '40.000 FCFA encaissés sur 37.000 FCFA dus, 3.000 FCFA de trop'],
    [37_000, undefined],
  ])('of %s FCFA counted what is missing or too much', (collected, reason) => {
    const steps = deliverySteps(aDelivery([PLANNED, { from: 'planned', to: 'completed', collected }]));
    const cash = steps.find(({ what }) => what === 'cash-collected');
    expect([cash?.amount, cash?.reason]).toEqual([collected, reason]);
  });
});
