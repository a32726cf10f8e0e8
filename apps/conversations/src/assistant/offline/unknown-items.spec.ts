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
});
