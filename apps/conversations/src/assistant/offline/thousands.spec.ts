import { describe, expect, it } from '@jest/globals';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const says = (...steps: string[]) => played(InMemoryShop.ofStreetwear(), steps);

describe('thousands left out of a price', () => {
  it.each([
    'je mets 38 dessus',
    'je mets 38 la dessus',
    'je pose 38 sur la table',
    'je donne 38',
    'je te propose 38 pour ça',
    'je peux donner 38',
    'mon offre c est 38',
    'je paie 38',
  ])('are money where she pays, whatever sizes there are: %s', async (words) => {
    const chat = await says('je veux la Air Force 1 blanche en 41', words);
    expect(chat.last.text).toContain('38.000 FCFA');
    expect(chat.draft.granted).toEqual([expect.objectContaining({ unitPrice: 38_000 })]);
    expect(drafted(chat)).toBe('1x Nike Air Force 1 41 blanc');
  });

  it.each(['je mets 38', 'mettez 38', 'donne 38', 'donnez moi 38', 'je chausse 38', 'je fais 38'])(
    'are none where she names her size: %s',
    async (words) => {
      const chat = await says('la Air Max', words);
      expect(chat.draft.interest?.size ?? chat.draft.lines[0]?.size).toBe('38');
      expect(chat.last.text).not.toContain('38.000');
    },
  );
});
