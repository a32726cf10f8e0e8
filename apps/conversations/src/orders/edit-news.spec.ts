import type { DeliveryFacts, OrderEditRefusedV1 } from '#contracts';
import { newId } from '#database';
import { editedText, editRefusedText, isPassedOn } from './edit-news.js';
import { visitText } from './visit-news.js';

const nike = {
  productId: newId(),
  productName: 'Nike Air Max 90',
  size: '39',
  quantity: 2,
  unitPrice: 45_000,
  lineTotal: 90_000,
};
const order = {
  ...{ orderId: newId(), orderNumber: 'CMD-20261123-000001', prospectId: newId(), customerName: 'Aminata Traoré' },
  ...{ customerPhone: '+2250598765432', lines: [nike], total: 90_000, deliveryAddress: 'Marcory, Zone 4' },
  deliveryPhone: '+2250701020304',
};
const refusal: OrderEditRefusedV1 = {
  ...{ orderId: order.orderId, orderNumber: order.orderNumber, prospectId: order.prospectId, reason: 'quantité 2' },
  ...{ why: 'left', status: 'out-for-delivery', alternatives: [] },
};
const asked = { productId: nike.productId, size: '39', quantity: 2 };

describe('who asked for another order reads', () => {
  it('what it is now, what is paid and whom the courier calls', () => {
    expect(editedText({ ...order, previousTotal: 45_000, deliveryFee: 2_000, paid: 10_000 })).toMatch(
      /C'est modifié.*CMD-20261123-000001[^]*2 x Nike Air Max 90, en 39 : 90\.000 FCFA[^]*À payer à la livraison : 82\.000 FCFA[^]*Marcory, Zone 4[^]*\+2250701020304/,
    );
  });

  it.each<[Partial<OrderEditRefusedV1>, RegExp, boolean]>([
    [{}, /est déjà avec le livreur, je ne peux plus la modifier\. La boutique est prévenue/, true],
    [{ why: 'over', status: 'delivered' }, /vous a déjà été livrée.*prévenue/, true],
    [{ why: 'over', status: 'cancelled' }, /est annulée, je ne peux plus la modifier\.$/, false],
    [
      { why: 'out-of-stock', status: 'preparing', refused: [{ asked, productName: 'Nike Air Max 90', available: 1 }] },
      /reste comme avant[^]*Nike Air Max 90, en 39 : il n'en reste que 1$/,
      false,
    ],
    [
      { why: 'price-changed', refused: [{ asked, productName: 'Nike Air Max 90', available: 4, unitPrice: 50_000 }] },
      /Nike Air Max 90, en 39 : 50\.000 FCFA maintenant/,
      false,
    ],
  ])('why it stays as it is (%o), and whether the shop hears of it', (why, says, passedOn) => {
    const told = { ...refusal, ...why };
    expect([editRefusedText(told), isPassedOn(told)]).toEqual([expect.stringMatching(says), passedOn]);
  });

  it('when the courier comes and that he has set out, where he calls somebody else', () => {
    const delivery = {
      ...{ orderNumber: order.orderNumber, courierName: 'Mamadou Diabaté', deliveryPhone: '+2250701020304' },
      ...{ amountToCollect: 92_000, plannedFor: '2026-11-24T14:00:00.000Z' },
    } as DeliveryFacts;
    expect(visitText(delivery, 'planned', 'Africa/Abidjan')).toMatch(/mardi 24 novembre à 14:00 par Mamadou.*92\.000 FCFA/);
    expect(visitText(delivery, 'picked-up', 'Africa/Abidjan')).toMatch(
      /Mamadou Diabaté a récupéré.*\+2250701020304.*92\.000 FCFA/,
    );
  });
});
