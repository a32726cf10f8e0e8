import type { DeliveryCompletedV1 } from '#contracts';
import { templateOf } from '../template/templates.js';
import { write } from '../template/wording.js';
import { completed } from './delivery-notices.js';

const seller = {
  sellerId: 's',
  firstName: 'Jean',
  phone: '+2250712345678',
  shopName: 'Kouadio Chaussures',
  timeZone: 'Africa/Abidjan',
};
const handedOverFor = (collected: number) =>
  ({
    ...{ deliveryId: 'd', orderNumber: 'CMD-1', courierName: 'Mamadou Diabaté', customerName: 'Aminata Traoré' },
    ...{ amountToCollect: 37_000, collected },
  }) as DeliveryCompletedV1;

describe('the seller reads of a completed delivery', () => {
  it.each([
    [37_000, 'et encaissé 37.000 FCFA.'],
    [1, 'et encaissé 1 FCFA sur 37.000 FCFA dus, il manque 36.999 FCFA.'],
    [40_000, 'et encaissé 40.000 FCFA sur 37.000 FCFA dus, en trop : 3.000 FCFA.'],
  ])('that brought %s FCFA what is missing or too much', (collected, end) => {
    const [notice] = completed(handedOverFor(collected), seller);
    expect(write(templateOf(notice!.kind).text, notice!.values)).toBe(`Mamadou Diabaté a livré CMD-1 à Aminata Traoré ${end}`);
  });
});
