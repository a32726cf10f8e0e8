import { marketShop } from '../testing/market.js';
import { drafted, played } from '../testing/played.js';

describe('what was only supposed', () => {
  it.each([
    'non restons sur les 8',
    'non je reste sur les 8',
    'bon laissez comme ça',
    'gardons les 8',
    "non on garde ce que j'ai pris",
  ])('is left by « %s », also when something is added then', async (said) => {
    const chat = await played(marketShop(), [
      'mèches 5 noir 3 blond',
      'si je prends 10 y a réduction ?',
      said,
      'ajoute un foulard',
    ]);
    expect(drafted(chat)).toBe('5x Mèches X-Pression (paquet) noir + 3x Mèches X-Pression (paquet) blond + 1x Foulard satin');
  });

  it('is taken where she says so', async () => {
    const chat = await played(marketShop(), ['woodin jaune', 'si je prends 3 ça fait combien ?', 'ok je prends']);
    expect(drafted(chat)).toBe('3x Pagne Woodin 6 yards jaune');
  });
});

describe('an article that is too dear', () => {
  it.each(["hum c trop cher, laissez l'iphone 12", "c'est cher, je reste sur l'iphone 12"])(
    '« %s » comes out again for the one it took the place of',
    async (said) => {
      const chat = await played(marketShop(), [
        ...["l'iphone 12 64 noir", 'je prends', 'non attendez je prends plutôt le A15 256'],
        said,
      ]);
      expect(drafted(chat)).toBe('1x iPhone 12 64 Go noir');
    },
  );
});
