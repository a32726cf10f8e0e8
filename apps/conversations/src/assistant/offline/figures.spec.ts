import { Offer } from '../assistant.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { marketShop } from '../testing/market.js';
import { drafted, played } from '../testing/played.js';

const goods = (productName: string, unitPrice: number, more: Partial<Offer> = {}): Offer => ({
  productId: productName,
  ...(more.size || more.color ? { variantId: [productName, more.size, more.color].join('/') } : {}),
  productName,
  unitPrice,
  available: 8,
  ...more,
});

/** A shop that keeps another article for each figure. */
const figured = (): InMemoryShop =>
  new InMemoryShop([
    ...['noir', 'blanc'].flatMap((color) => [
      goods('iPhone 12 64 Go', 190_000, { color }),
      goods('iPhone 12 128 Go', 220_000, { color }),
      goods('iPhone 11', 150_000, { size: '64 Go', color }),
      goods('iPhone 11', 170_000, { size: '128 Go', color }),
    ]),
    goods('Huile de ricin 100 ml', 3_000),
    goods('Huile de ricin 250 ml', 6_000),
    goods('Perruque lace 14 pouces', 45_000),
    goods('Perruque lace 18 pouces', 60_000),
    goods('Riz parfumé 5 kg', 4_500),
    goods('Riz parfumé 25 kg', 21_000),
  ]);

describe('the figure in the name of an article', () => {
  it.each([
    [['iphone 12 128 Go en blanc ?'], 'iPhone 12 128 Go, blanc à 220.000'],
    [['iphone 11 128 blanc c’est combien'], 'iPhone 11, 128 Go, blanc à 170.000'],
    [['perruque 18 pouces combien'], 'Perruque lace 18 pouces à 60.000'],
    [['perruque 18 pouces combien', 'et la 14 ?'], 'Perruque lace 14 pouces à 45.000'],
    [['huile de ricin 250 ml', 'et en 100 ml ?'], 'Huile de ricin 100 ml à 3.000'],
  ])('%j is answered with « %s »', async (steps, said) => {
    expect((await played(figured(), steps)).last.text).toContain(said);
  });

  it.each([
    [['riz combien', 'mets 2 de 5 kg'], '2x Riz parfumé 5 kg'],
    [['riz 25 kg combien', 'mets 2 de 5 kg'], '2x Riz parfumé 5 kg'],
    [['je veux l’iphone 12 blanc 64'], '1x iPhone 12 64 Go blanc'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(figured(), steps))).toBe(ordered);
  });

  it('which no article of that name has leaves the others to choose from', async () => {
    const { last } = await played(figured(), ['iphone 12 256 Go ?']);
    expect(last.text).toMatch(/iPhone 12 64 Go[^]*iPhone 12 128 Go/);
    expect(last.text).not.toContain('iPhone 11');
  });
});

describe('a figure before any article', () => {
  it('shows what comes in it, in the colour she says', async () => {
    const { last } = await played(figured(), ['le 128 Go en blanc svp']);
    expect(last.text).toMatch(/iPhone 12 128 Go[^]*iPhone 11 : 170.000/);
    expect(last.text).not.toContain('64 Go');
  });

  it('offers the only one at its price', async () => {
    const { last } = await played(marketShop(), ['vous avez 256 Go en noir ?']);
    expect(last.text).toContain('Samsung Galaxy A15, 256 Go, noir à 110.000 FCFA');
  });

  it('is not answered with another one where it is not there in her colour', async () => {
    const shop = marketShop();
    for (const offer of shop.offers) if (offer.size === '128 Go' && offer.color === 'blanc') offer.available = 0;
    const { last } = await played(shop, ['le 128 Go en blanc svp']);
    expect(last.text).toMatch(/blanc/);
    expect(last.text).not.toContain('190.000');
  });
});
