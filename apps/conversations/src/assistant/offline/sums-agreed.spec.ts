import { describe, expect, it } from '@jest/globals';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const says = async (...steps: string[]) => played(InMemoryShop.ofStreetwear(), steps);

describe('a sum for so many that they do not share evenly', () => {
  it('is agreed as it will be charged, in round prices', async () => {
    const chat = await says('3 sandales marron 37', 'je donne 50000 les trois');
    expect(chat.last.text).toContain("16.700 FCFA l'unité, soit 50.100 FCFA les 3.");
    await chat.says('Cocody Angré 8e tranche');
    expect(chat.last.text).toContain('Total des articles : 50.100 FCFA');
  });

  it('is agreed as she named it where they do', async () => {
    const chat = await says('3 sandales marron 37', 'je donne 48000 les trois');
    expect(chat.last.text).toContain("16.000 FCFA l'unité, soit 48.000 FCFA les 3.");
  });

  it('keeps the number she named it for', async () => {
    const chat = await says('la sandale arizona marron 37', '47000 les trois', 'ok je prends');
    expect(drafted(chat)).toBe('3x Sandales Birkenstock Arizona 37 marron');
  });

  it('over several articles it is round too', async () => {
    const chat = await says('2 sandales marron 37 et 2 sandales noir 38', 'le tout à 65001');
    expect(chat.last.text).toContain('Total des articles : 65.100 FCFA');
  });
});

describe('thousands left out of a price she puts on the table', () => {
  it.each([
    ['la puma c’est combien', 'je mets 28', 'Puma Suede Classic à 28.000 FCFA'],
    ['la sandale en 37 marron', 'je propose 16', 'Sandales Birkenstock Arizona à 16.000 FCFA'],
    ['la stan smith en 42', 'je donne 20', 'Adidas Stan Smith est à 35.000 FCFA'],
    ['la puma', "mon dernier c'est 28", 'à 28.000 FCFA'],
    ['la puma', 'je suis à 27', 'à 27.000 FCFA'],
    ['la puma', 'moi je peux donner 27', 'à 27.000 FCFA'],
  ])('« %s », « %s » is an offer and no size', async (first, said, answer) => {
    const { text } = (await says(first, said)).last;
    expect(text).toContain(answer);
    expect(text).not.toContain("n'ai pas");
  });

  it.each([
    ['la stan smith', 'je mets 43', 'en 43'],
    ['la stan smith', 'je mets du 37', 'en 37'],
  ])('« %s », « %s » near its sizes is one', async (first, said, answer) => {
    expect((await says(first, said)).last.text).toContain(answer);
  });
});
