import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

function shop(): InMemoryShop {
  const market = InMemoryShop.withoutSizes();
  market.fees = { Cocody: 2_000, Yopougon: 2_500 };
  market.offers = [
    ...['noir', 'rouge'].map((color) => ({
      ...{ productId: 'casquette', variantId: color, productName: 'Casquette New Era' },
      ...{ color, unitPrice: 12_000, available: color === 'noir' ? 9 : 1 },
    })),
    ...['40', '41', '42'].map((size) => ({
      ...{ productId: 'stan', variantId: size, productName: 'Adidas Stan Smith' },
      ...{ size, unitPrice: 35_000, floorPrice: 30_000, available: 6 },
    })),
    ...['37', '38'].map((size) => ({
      ...{ productId: 'sandale', variantId: `s${size}`, productName: 'Sandales Birkenstock' },
      ...{ size, unitPrice: 18_000, floorPrice: 15_000, available: 6 },
    })),
  ];
  return market;
}

describe('all she has of an article', () => {
  it.each([
    [['une casquette noire et une rouge', 'en fait mettez les 2 noirs'], '2x Casquette New Era noir'],
    [['une casquette noire et une rouge', 'les deux en noir svp'], '2x Casquette New Era noir'],
    [['stan smith 1 en 40 et 2 en 42', 'non mettez les 3 en 41 finalement'], '3x Adidas Stan Smith 41'],
  ])('%j is changed to one colour or size', async (steps, lines) => {
    expect(drafted(await played(shop(), steps))).toBe(lines);
  });

  it('stays as it is where there are not so many', async () => {
    const chat = await played(shop(), ['une casquette noire et une rouge', 'mettez les 2 en rouge']);
    expect(drafted(chat)).toBe('1x Casquette New Era noir + 1x Casquette New Era rouge');
    expect(chat.last.text).toMatch(/reste que 1|plus que 1/);
  });

  it('is not changed by a question', async () => {
    const chat = await played(shop(), ['une casquette noire et une rouge', 'les deux noires font combien ?']);
    expect(drafted(chat)).toBe('1x Casquette New Era noir + 1x Casquette New Era rouge');
  });
});

describe('a landmark in a message of its own', () => {
  it('ends the address of the same burst', async () => {
    const chat = await played(shop(), ['stan smith 41', 'yopougon sideci | vers le terrain de foot | 0707112233']);
    expect(chat.draft.address).toMatch(/sideci, vers le terrain de foot$/);
  });

  it('ends the address of the recap', async () => {
    const chat = await played(shop(), ['stan smith 41 je prends', 'yopougon kouté', 'près du palais de justice']);
    expect(chat.draft.address).toBe('yopougon kouté, près du palais de justice');
  });
});

describe('a price she leaves the thousands of', () => {
  it.each(['14 alors', 'fais moi 14'])('« %s » for what costs 18000 is no number of pairs', async (said) => {
    const chat = await played(shop(), ['les sandales 38 c combien', said]);
    expect(chat.last.text).toContain('16.500');
    expect(chat.draft.interest?.quantity ?? 1).toBe(1);
  });

  it('« sinon je vais à Adjamé » is no place to deliver to', async () => {
    const chat = await played(shop(), ['les sandales 38 c combien', '15 mil c mon dernier mot sinon je vais à adjamé']);
    expect(chat.draft.commune).toBeUndefined();
    expect(chat.last.text).toContain('15.000');
  });
});
