import { describe, expect, it } from '@jest/globals';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const says = async (...steps: string[]) => played(InMemoryShop.ofStreetwear(), steps);

describe('a model that the shop does not have, of a maker that it has', () => {
  it.each([
    ['nike dunk ?', 'nike dunk', ['Nike Air Max 90', 'Nike Air Force 1']],
    ['nike dunk y a pas ?', 'nike dunk', ['Nike Air Max 90', 'Nike Air Force 1']],
    ['nike tn dispo ?', 'nike tn', ['Nike Air Max 90']],
    ['nike air jordan y a ?', 'air jordan', []],
    ['vous avez la adidas samba en 42 ?', 'adidas samba', ['Adidas Stan Smith']],
    ['puma palermo c combien', 'puma palermo', ['Puma Suede Classic', 'Sac à dos Puma']],
  ])('« %s » gets a clear no and what there is of it, and nothing is taken', async (said, model, there) => {
    const chat = await says(said);
    expect(chat.last.text).toContain(`nous n'avons pas « ${model} »`);
    for (const name of there) expect(chat.last.text).toContain(`• ${name} : `);
    expect(drafted(chat)).toBe('');
    expect(chat.draft.interest).toBeUndefined();
  });

  it('is said beside the article that there is, which is taken', async () => {
    const chat = await says('je veux une nike dunk 42 et une stan smith 41');
    expect(chat.last.text).toContain('« nike dunk »');
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 41');
  });

  it('keeps the address that came with it', async () => {
    const chat = await says('je veux nike dunk 42 livrée à Cocody Angré 8e tranche');
    expect(chat.last.text).toContain("nous n'avons pas « nike dunk »");
    expect(chat.last.text).toContain('• Nike Air Max 90');
    expect(chat.draft.address).toBe('Cocody Angré 8e tranche');
  });

  it('leaves its size to what she takes instead', async () => {
    const chat = await says('vous avez la adidas samba en 42 ?', 'je prends la stan smith alors');
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 42');
  });

  it.each(['je veux la puma tendance', 'la nike c combien svp', 'la puma noire', 'nike homme 41', 'puma suede 41'])(
    '« %s » names no other model',
    async (said) => {
      expect((await says(said)).last.text).not.toContain("n'avons pas");
    },
  );
});
