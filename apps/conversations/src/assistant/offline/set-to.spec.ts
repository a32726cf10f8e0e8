import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const play = (...steps: string[]) => played(InMemoryShop.ofStreetwear(), steps);
const TWO = '2x Adidas Stan Smith 40 + 1x Nike Air Max 90 41';

describe('a number that what she has is brought to', () => {
  it.each([
    'finalement laisse à 2 la stan smith',
    'laisse la stan smith à 2',
    'laisse seulement 2 stan smith',
    'mets la stan smith à 2',
    'mets-en 2 stan smith au lieu de 3',
    'réduis à 2 la stan smith',
    'ramène la stan smith à deux',
    'diminue les stan smith à 2',
    'descends à 2 pour la stan smith',
    'pour les stan smith laisse à 2 seulement',
    "la stan smith c'est 2 finalement",
  ])('« %s » leaves two of three, and the rest as it is', async (said) => {
    expect(drafted(await play('3 stan smith 40 et 1 air max 41', said))).toBe(TWO);
  });

  it('goes up and down, for one article after the other', async () => {
    expect(drafted(await play('3 stan smith 40 et 2 air max 41', 'laisse les stan smith à 2 et les air max à 1'))).toBe(TWO);
    expect(drafted(await play('1 stan smith 40 et 2 air max 41', 'monte la stan smith à 2 et ramène la air max à une'))).toBe(
      TWO,
    );
  });

  it.each(['réduis à 2', 'ramène à deux', 'diminue à 2 svp', 'on passe à 2'])(
    '« %s » speaks of the only line, and is no address',
    async (said) => {
      const chat = await play('3 stan smith 40', said);
      expect(drafted(chat)).toBe('2x Adidas Stan Smith 40');
      expect(chat.draft.address).toBeUndefined();
    },
  );

  it('is asked for when it may be of several', async () => {
    const chat = await play('3 stan smith 40 et 3 air max 41', 'réduis à 2', 'la stan smith');
    expect(drafted(chat)).toBe('2x Adidas Stan Smith 40 + 3x Nike Air Max 90 41');
  });

  it('is no price that she bargains for', async () => {
    const chat = await play('1 puma 40', 'laisse la puma suede à 27000');
    expect(drafted(chat)).toBe('1x Puma Suede Classic 40');
    expect(chat.draft.lines[0]?.unitPrice).toBe(27_000);
  });
});
