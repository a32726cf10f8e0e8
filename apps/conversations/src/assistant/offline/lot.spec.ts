import { draftTotal } from '../draft.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

/** A Puma at 30.000 (floor 26.000) and an Air Force at 40.000 (floor 36.000). */
const both = (...steps: string[]) =>
  played(InMemoryShop.ofStreetwear(), ['je veux la puma suede en 40 et la air force 1 noir 41', ...steps]);

describe('who names a price for all together', () => {
  it.each([
    ['tout à 66000', 66_000],
    ['les deux à 66000', 66_000],
    ['66000 pour le tout', 66_000],
    ['vous me laissez les 2 à 64500 ?', 64_500],
    ['je prends le tout à 63333', 63_333],
  ])('« %s » gets it where the floors allow it, and it is what the lines come to', async (words, sum) => {
    const chat = await both(words, 'Cocody Angré villa 3');
    expect(draftTotal(chat.draft)).toBe(sum);
    expect(chat.last.text).toContain(`Total des articles : ${sum.toLocaleString('de-DE')} FCFA`);
    const [puma, force] = ['puma', 'force'].map((id) => chat.draft.lines.find(({ productId }) => productId === id)!.unitPrice);
    expect(puma).toBeGreaterThanOrEqual(26_000);
    expect(force).toBeGreaterThanOrEqual(36_000);
  });

  it('is met half way below the floors, then at their sum, and never lower', async () => {
    const chat = await both('tout à 50000');
    expect(chat.last.text).toMatch(/Total des articles : 66\.000 FCFA/);
    expect(chat.last.text).not.toMatch(/50\.000|d'accord/);
    await chat.says('les deux à 55000');
    expect(chat.last.text).toMatch(/Total des articles : 62\.000 FCFA/);
    await chat.says('tout à 60000');
    expect(chat.last.text).toMatch(/62\.000 FCFA/);
    expect(draftTotal(chat.draft)).toBe(62_000);
  });

  it('may name it with the articles', async () => {
    const chat = await played(InMemoryShop.ofStreetwear(), [
      'je veux la puma suede en 40 et la air force 1 noir 41, les deux à 65000',
    ]);
    expect(draftTotal(chat.draft)).toBe(65_000);
  });

  it('hears that prices are fixed where no article has a floor', async () => {
    const chat = await played(InMemoryShop.ofStreetwear(), ['je veux un sac et une stan smith 40', 'tout à 40000']);
    expect(chat.last.text).toMatch(/Total des articles : 50\.000 FCFA/);
    expect(chat.draft.granted ?? []).toEqual([]);
  });

  it('after the recap sees it anew, to be confirmed', async () => {
    const chat = await both('Cocody Angré villa 3', 'tout à 66000');
    expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
    expect(chat.last.text).toMatch(/À payer à la réception : 68\.000 FCFA/);
  });
});
