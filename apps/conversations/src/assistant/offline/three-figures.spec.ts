import { marketShop } from '../testing/market.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

const floored = (): InMemoryShop => {
  const shop = marketShop();
  for (const offer of shop.offers) if (offer.productName === 'iPhone 12') offer.floorPrice = offer.unitPrice - 10_000;
  return shop;
};

describe('a price of three figures', () => {
  it.each(['180', '182 alors', 'ok 180'])('« %s » for a telephone at 190.000 is thousands', async (said) => {
    const { last } = await played(floored(), ['iphone 12 64 blanc prix', said]);
    expect(last.text).toMatch(/18\d\.\d{3} FCFA/);
  });

  it('128 is the size that it comes in', async () => {
    const { last } = await played(floored(), ['iphone 12 blanc prix', '128']);
    expect(last.text).toContain('iPhone 12, 128 Go, blanc à 220.000 FCFA');
  });
});
