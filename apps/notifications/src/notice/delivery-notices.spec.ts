import type { DeliveryCompletedV1, DeliveryPickedUpV1 } from '#contracts';
import { templateOf } from '../template/templates.js';
import { write } from '../template/wording.js';
import { completed, pickedUp } from './delivery-notices.js';

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

describe('the customer reads', () => {
  const read = (notice: ReturnType<typeof completed>[number]) => write(templateOf(notice.kind).text, notice.values);

  it('when the courier sets out: who comes, what to pay and whom to call', () => {
    const delivery = { ...handedOverFor(0), deliveryPhone: '+2250598765432', courierPhone: '+2250711223344' };
    const [notice, ...others] = pickedUp(delivery as unknown as DeliveryPickedUpV1, seller);
    expect([notice!.to, others]).toEqual([{ role: 'customer', phone: '+2250598765432' }, []]);
    expect(read(notice!)).toMatch(
      /^Bonjour Aminata Traoré, Mamadou Diabaté a récupéré votre commande CMD-1 .* 37\.000 FCFA\. .*07 11 22 33 44/,
    );
  });

  it('thanks once she has it', () => {
    const [, thanks] = completed(handedOverFor(37_000), seller);
    expect(read(thanks!)).toBe('Merci Aminata Traoré ! Votre commande CMD-1 est livrée. À bientôt chez Kouadio Chaussures.');
  });
});
