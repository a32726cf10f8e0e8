import { drafted, played } from '../testing/played.js';
import { marketShop } from '../testing/market.js';

const BOTH = '2x Verre trempé iPhone 12 + 1x Verre trempé Galaxy A15';

describe('an article named once, and then only its models', () => {
  it.each([
    [['verre iphone 12 2 et A15 1'], BOTH],
    [['je veux 2 verres iphone 12 et 1 A15'], BOTH],
    [['verre trempé pour iphone 12 deux et pour A15 un'], BOTH],
    [['verre iphone 12 x2, A15 x1'], BOTH],
    [['verre iphone 12 2pcs A15 1pc'], BOTH],
    [['incassable 2 pour iphone 12, 1 pour A15'], BOTH],
    [['3 incassables: 2 iphone 12 et 1 A15'], BOTH],
    [['vous avez verre iphone 12 ?', 'mets 2 iphone 12 et 1 A15'], BOTH],
    [['verre iphone 12 et A15'], '1x Verre trempé iPhone 12 + 1x Verre trempé Galaxy A15'],
    [['verre A15 vous avez ?', 'et iphone 12 ?', 'oui 2'], '2x Verre trempé iPhone 12'],
    [['vous avez iphone 12 ?', 'verre pour iphone 12 combien', 'mets 3'], '3x Verre trempé iPhone 12'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps))).toBe(ordered);
  });

  it.each([
    [['verre iphone 12 et un A15 128 noir'], '1x Verre trempé iPhone 12 + 1x Samsung Galaxy A15 128 Go noir'],
    [['un verre iphone 12 et un A15', '256'], '1x Verre trempé iPhone 12 + 1x Samsung Galaxy A15 256 Go noir'],
    [['1 verre A15 et 1 iphone 12 64 blanc'], '1x Verre trempé Galaxy A15 + 1x iPhone 12 64 Go blanc'],
  ])('%j names an article of its own', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps))).toBe(ordered);
  });
});

describe('a number behind each size or colour', () => {
  it.each([
    [['chemise bazin L 2 et XL 1'], '2x Chemise homme bazin L + 1x Chemise homme bazin XL'],
    [['mèches noir 5 blond 2'], '5x Mèches X-Pression (paquet) noir + 2x Mèches X-Pression (paquet) blond'],
    [['lait 250 x2 et 125 x1'], '2x Lait de corps Karité 250 ml + 1x Lait de corps Karité 125 ml'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps))).toBe(ordered);
  });
});
