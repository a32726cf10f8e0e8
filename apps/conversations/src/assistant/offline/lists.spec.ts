import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const play = (...steps: string[]) => played(InMemoryShop.ofStreetwear(), steps);
const ALL = '1x Adidas Stan Smith 41 + 2x Nike Air Max 90 40 + 1x Sac à dos Puma';

describe('articles written as a list', () => {
  it.each([
    ['stan 41 | air max 40 2 | sac 1'],
    ['stan 41\nair max 40 2\nsac 1'],
    ['stan 41, air max 40 2, sac 1'],
    ['stan 41, air max 40 x2, sac'],
    ['je veux stan smith 41 1, air max 40 2, sac 1'],
    ['1 stan 41, 2 air max 40, 1 sac'],
  ])('« %s » have each their own number', async (said) => {
    expect(drafted(await play(said))).toBe(ALL);
  });

  it('have it in one message after the other, too', async () => {
    expect(drafted(await play('stan 41', 'air max 40 2', 'sac 1'))).toBe(ALL);
  });

  it('a number left hanging belongs to what follows', async () => {
    expect(drafted(await play('1 stan smith 41 et 2\nair max 40'))).toBe('1x Adidas Stan Smith 41 + 2x Nike Air Max 90 40');
  });

  it('who only looks at one after the other has taken none', async () => {
    expect(drafted(await play('stan smith 41 ?', 'air max 40 2'))).toBe('2x Nike Air Max 90 40');
    expect(drafted(await play('stan smith 41', 'air max 40'))).toBe('');
  });
});
