import type { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

type Kind = 'shoes' | 'every trade';

function play(kind: Kind, steps: string[]): Promise<Chat> {
  const shop = kind === 'shoes' ? InMemoryShop.withSizes() : InMemoryShop.ofEveryTrade();
  const [adidas] = shop.offers.filter((offer) => offer.productId === 'adidas');
  if (adidas) shop.offers.push({ ...adidas, variantId: 'adidas-42', size: '42', available: 3 });
  return played(shop, steps);
}

const HOME = 'Cocody Angré villa 12';
const DRESSES = '1 robe longue rouge M et 1 robe longue bleue M';
const SHOES = '1 nike 38 et 1 nike 39, 2 stan smith 40';

describe('she changes her mind about what she has', () => {
  it.each<[string, Kind, string[], string]>([
    ['what is left is enough', 'shoes', ['je veux 5 stan smith en 42', 'donc 3'], '3x Adidas Stan Smith 42'],
    [
      'what is left, and one in another size',
      'shoes',
      ['je veux 5 stan smith en 42', 'ok 3 en 42 et 1 en 41'],
      '3x Adidas Stan Smith 42 + 1x Adidas Stan Smith 41',
    ],
    [
      'what is left of an article she has',
      'shoes',
      ['1 nike 38', '1 stan smith en 42', HOME, 'je veux 5 stan smith en 42', 'donc 3'],
      '1x Nike Air Max 90 38 + 3x Adidas Stan Smith 42',
    ],
    [
      'what is left of an article she has, and one in another size',
      'shoes',
      ['1 stan smith en 42', HOME, 'je veux 5 stan smith en 42', 'ok 3 en 42 et 1 en 41'],
      '3x Adidas Stan Smith 42 + 1x Adidas Stan Smith 41',
    ],
    [
      'what is left in another size, instead',
      'shoes',
      ['2 stan smith 41', HOME, 'en fait 5 en 42', 'donc 3'],
      '3x Adidas Stan Smith 42',
    ],
    [
      'a line split over two sizes',
      'shoes',
      ['2 stan smith 40', HOME, '1 en 40 et 1 en 41'],
      '1x Adidas Stan Smith 40 + 1x Adidas Stan Smith 41',
    ],
    ['« non 1 seule »', 'shoes', ['2 stan smith 40', HOME, 'non 1 seule'], '1x Adidas Stan Smith 40'],
    ['« non une seule »', 'shoes', ['2 stan smith 40', HOME, 'non une seule'], '1x Adidas Stan Smith 40'],
    [
      'the only line there are two of',
      'shoes',
      ['1 nike 38, 2 stan smith 40', HOME, 'non une seule'],
      '1x Nike Air Max 90 38 + 1x Adidas Stan Smith 40',
    ],
    [
      'another size of the one she has',
      'shoes',
      [SHOES, HOME, 'plutot une seule stan smith', 'non la stan smith en 41'],
      '1x Nike Air Max 90 38 + 1x Nike Air Max 90 39 + 1x Adidas Stan Smith 41',
    ],
    ['a line by its size', 'shoes', ['1 nike 38 et 1 nike 39', HOME, '2 en 38'], '2x Nike Air Max 90 38 + 1x Nike Air Max 90 39'],
    [
      'a line by its colour',
      'every trade',
      [DRESSES, HOME, 'en fait la rouge en L'],
      '1x Robe longue wax L rouge + 1x Robe longue wax M bleu',
    ],
    ['a colour not wanted', 'every trade', [DRESSES, HOME, 'non pas la bleue finalement'], '1x Robe longue wax M rouge'],
    ['an article of a colour not wanted', 'every trade', [DRESSES, HOME, 'enlève la robe bleue'], '1x Robe longue wax M rouge'],
  ])('%s', async (_title, kind, steps, expected) => {
    expect(drafted(await play(kind, steps))).toBe(expected);
  });

  it('what is left of an article she has is offered before it is taken', async () => {
    const chat = await play('shoes', ['1 stan smith en 42', HOME, 'mettez 5']);
    expect(chat.last.text).toMatch(/que 3/);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 42');
  });

  it('a change is shown in a new recap', async () => {
    const chat = await play('shoes', ['2 stan smith 40', HOME, 'non 1 seule']);
    expect(chat.last.text).toContain('• 1 x Adidas Stan Smith, en 40');
    expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
  });

  it('words that only carry her sentence are no part of the address', async () => {
    const chat = await play('shoes', ['2 stan smith 40', 'bon Marcory alors, zone 4 chez ma soeur']);
    expect(chat.draft.address).toBe('Marcory, zone 4 chez ma soeur');
  });
});
