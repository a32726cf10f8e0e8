import { marketShop } from '../testing/market.js';
import { played } from '../testing/played.js';

const TAKES = '1 chargeur';

describe('a kiosk that carries the name of a means of payment', () => {
  it.each([
    ['Yopougon Siporex à côté du kiosque MTN', 'kiosque MTN'],
    ['Marcory, kiosk mtn', 'kiosk mtn'],
    ['Yopougon Maroc vers le kiosque orange money', 'kiosque orange money'],
    ['Treichville avenue 8 derrière la boutique wave', 'boutique wave'],
    ['Yopougon Siporex, en face de MTN', 'en face de MTN'],
    ['Marcory zone 4, chez la gérante de cabine mtn', 'gérante de cabine mtn'],
    ['Marcory zone 4, cabine moov money', 'cabine moov money'],
  ])('« %s » says where it goes, and nothing of payment', async (said, landmark) => {
    const chat = await played(marketShop(), [TAKES, said]);
    expect(`${chat.draft.address ?? ''} ${(chat.draft.forCourier ?? []).join(' ')}`).toContain(landmark);
    expect(chat.last.text).not.toMatch(/payez à la livraison|moyen de paiement|Pour le paiement/);
    expect(chat.last.decisions.filter(({ kind }) => kind === 'pass-on')).toEqual([]);
  });

  it('beside a wish to pay by one, only the wish is heard', async () => {
    const chat = await played(marketShop(), [TAKES, 'Marcory, kiosque MTN. je paie par wave']);
    expect(chat.draft.address).toContain('kiosque MTN');
    expect(chat.last.decisions).toContainEqual({ kind: 'pass-on', wish: expect.stringContaining('je paie par wave') });
  });

  it('the name alone is a means of payment', async () => {
    const chat = await played(marketShop(), [TAKES, 'je peux payer par mtn ?']);
    expect(chat.last.text).toMatch(/livraison/);
  });
});
