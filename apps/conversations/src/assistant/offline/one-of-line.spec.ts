import { marketShop } from '../testing/market.js';
import { drafted, played } from '../testing/played.js';

describe('some of a line, otherwise', () => {
  it.each([
    [['chemise bazin M 2', 'changez une en L svp'], '1x Chemise homme bazin M + 1x Chemise homme bazin L'],
    [['3 woodin jaune', 'changez 1 en bleu'], '2x Pagne Woodin 6 yards jaune + 1x Pagne Woodin 6 yards bleu'],
    [['chemise bazin M 3', 'changez deux chemises en XL'], '1x Chemise homme bazin M + 2x Chemise homme bazin XL'],
    [['3 woodin jaune', 'remplacez une seule par bleu'], '2x Pagne Woodin 6 yards jaune + 1x Pagne Woodin 6 yards bleu'],
    [['chemise bazin M 2', 'changez les en L'], '2x Chemise homme bazin L'],
    [['chemise bazin M 1', 'changez une en L'], '1x Chemise homme bazin L'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps))).toBe(ordered);
  });
});

describe('a size said of one of two', () => {
  it.each([
    [
      ['hollandais demi-pièce bleu 1 et pièce complète vert 1'],
      '1x Pagne Wax Hollandais demi-pièce bleu + 1x Pagne Wax Hollandais 6 yards vert',
    ],
    [['3 foutou et pareil pour bissap 1 litre'], '3x Foutou sauce graine + 1x Jus de bissap 1 litre'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps))).toBe(ordered);
  });
});
