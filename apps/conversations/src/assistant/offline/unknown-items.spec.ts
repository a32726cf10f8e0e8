import { describe, expect, it } from '@jest/globals';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const says = (words: string) => played(InMemoryShop.ofStreetwear(), [words]);

describe('what stands in her list and is not sold here', () => {
  it.each([
    'je veux un parapluie et une Stan Smith 39',
    'une Stan Smith 39 et 2 parapluies',
    'un parapluie avec une Stan Smith 39',
  ])('is said beside what is taken: %s', async (words) => {
    const chat = await says(words);
    expect(chat.last.text).toMatch(/je n'ai pas trouvé « parapluies? » en boutique/);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 39');
  });

  it.each(['je veux une facture et une Stan Smith 39', 'je veux un bon prix et une Stan Smith 39'])(
    'is no paper and no price: %s',
    async (words) => {
      expect((await says(words)).last.text).not.toContain("je n'ai pas trouvé");
    },
  );

  it.each([
    ['2 parapluies et 3 Stan Smith 40', ['parapluies'], '3x Adidas Stan Smith 40'],
    ['je veux 2 parapluies et 3 Stan Smith 40', ['parapluies'], '3x Adidas Stan Smith 40'],
    ['donnez-moi 4 valises plus 2 chaussettes', ['valises'], '2x Chaussettes Nike (lot de 3)'],
    ['2 grands parapluies noirs + 3 Stan Smith 40', ['parapluies'], '3x Adidas Stan Smith 40'],
    ['je veux 2 parapluies et des Stan Smith en 40', ['parapluies'], '1x Adidas Stan Smith 40'],
    ['je prends 1 montre et 3 sacs', ['montre'], '3x Sac à dos Puma'],
    ['je veux 5 ceintures | et 2 Puma 40', ['ceintures'], '2x Puma Suede Classic 40'],
    ['3 Stan Smith 40, 2 parapluies et 1 sac', ['parapluies'], '3x Adidas Stan Smith 40 + 1x Sac à dos Puma'],
    ['6 mugs 2 chaussettes 4 sacs', ['mugs'], '2x Chaussettes Nike (lot de 3) + 4x Sac à dos Puma'],
  ])('has its own number, and the next article its own: %s', async (words, unknown, lines) => {
    const chat = await says(words);
    for (const noun of unknown) expect(chat.last.text).toContain(`je n'ai pas trouvé « ${noun} » en boutique`);
    expect(drafted(chat)).toBe(lines);
  });

  it('is no goods where it is said for whom they are', async () => {
    const chat = await says('mes 2 enfants veulent 3 Stan Smith 40');
    expect(chat.last.text).not.toContain("je n'ai pas trouvé");
    expect(drafted(chat)).toBe('3x Adidas Stan Smith 40');
  });
});

describe('a maker of whom nothing is sold', () => {
  it.each(['jordan y a pas ?', "vous n'avez pas de jordan ?", 'y a pas de jordan chez vous ?', 'pas de jordan ?'])(
    'is answered no, with what there is: %s',
    async (words) => {
      const { last } = await says(words);
      expect(last.text).toContain('« jordan »');
      expect(last.text).toMatch(/n'ai pas trouvé|n'avons pas/);
      expect(last.text).not.toMatch(/Oui/);
    },
  );
});
