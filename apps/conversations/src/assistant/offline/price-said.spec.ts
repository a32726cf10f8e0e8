import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

class Delivered extends InMemoryShop {
  override fees: Record<string, number> = { Cocody: 2000 };
}
const play = (...steps: string[]) => played(new Delivered(InMemoryShop.ofStreetwear().offers), steps);
/** The reply without the welcome of a first message. */
const answered = async (...steps: string[]) => {
  const paragraphs = (await play(...steps)).last.text.split('\n\n');
  return paragraphs.find((one) => !one.startsWith('Bonjour')) ?? '';
};

describe('a price she asks to have confirmed', () => {
  it.each([
    'Vous confirmez que la Stan Smith coûte 20 000 ?',
    'La stan smith vous la faites à 20000 c’est ça ?',
    'la stan smith revient à 20000 non ?',
    'si j’ai bien compris la stan smith est à 25000',
    'confirmez moi svp, prix stan smith = 20000 ?',
    'la stan smith à 20000 ?',
    'stan smith 20000 c’est bon ?',
  ])('« %s » is contradicted at once', async (said) => {
    expect(await answered(said)).toMatch(/^Non[,.] .*35\.000 FCFA/);
    expect((await play(said)).draft.lines).toEqual([]);
  });

  it.each(['c’est bien 20.000 n’est-ce pas ?', 'donc 20 000 c’est ça ?', 'ça coûte 20000 ou bien ?', '20000 hein ?'])(
    '« %s » of what is talked about is contradicted',
    async (said) => {
      expect(await answered('stan smith 40', said)).toMatch(/^Non[,.] .*35\.000 FCFA/);
    },
  );

  it.each(['c’est bien 35.000 n’est-ce pas ?', 'donc 35 000 c’est ça ?', '35000 hein ?'])(
    '« %s » is a yes when it is so',
    async (said) => {
      expect(await answered('stan smith 40', said)).toMatch(/^Oui, .*35\.000 FCFA/);
    },
  );

  it('is no offer of hers, even where the seller would go down to it', async () => {
    const chat = await play('la puma suede coûte 28000 n’est-ce pas ?');
    expect(chat.last.text).toMatch(/Non[,.] .*30\.000 FCFA/);
    expect(chat.draft.granted ?? []).toEqual([]);
    expect(await answered('puma suede 40', 'vous la faites à 28000 ?')).toContain('28.000 FCFA');
  });

  it('of some sizes only is neither yes nor no', async () => {
    expect(await answered('l’air force 1 noire coûte 40000 ?')).toMatch(/^(Pas toujours|Oui)/);
  });

  it('of several is compared with what they cost together', async () => {
    expect(await answered('2 stan smith ça fait 60000 c’est ça ?')).toMatch(/^Non, 2 x .*70\.000 FCFA/);
    expect(await answered('2 stan smith ça fait 70000 c’est ça ?')).toMatch(/^Oui, 2 x .*70\.000 FCFA/);
    expect(drafted(await play('2 stan smith ça fait 70000 c’est ça ?', '40', 'oui'))).toBe('2x Adidas Stan Smith 40');
  });
});

describe('a sum she asks to have confirmed', () => {
  const both = '2 stan smith 40 et 1 air max 41';

  it('is contradicted with the exact count, and the sale goes on', async () => {
    const chat = await play(both, 'donc ça fait 100000 c’est ça ?');
    expect(chat.last.text).toMatch(/^Non, .*115\.000 FCFA/s);
    expect(chat.last.text).toContain('commune');
  });

  it('is a yes for the articles alone where the delivery comes on top', async () => {
    const chat = await play(`${both}, cocody angré villa 12`, 'ça fait 115000 c’est ça ?');
    expect(chat.last.text).toMatch(/^Oui, .*117\.000 FCFA/s);
  });

  it('is contradicted where the delivery would be in it', async () => {
    const home = `${both}, cocody angré villa 12`;
    expect((await play(home, 'ça fait 115000 livraison comprise c’est ça ?')).last.text).toMatch(/^Non.*117\.000 FCFA/s);
    expect((await play(home, 'ça fait 117000 livraison comprise c’est ça ?')).last.text).toMatch(/^Oui|^C'est exact/);
    expect((await play('2 lots de chaussettes', 'c’est 8000 les deux non ?')).last.text).toMatch(/^Non, 2 x .*10\.000 FCFA/);
  });

  it.each(['3 pour le prix de 2 ?', '2 achetées 1 offerte ?'])('« %s » is no offer of the shop', async (said) => {
    const chat = await play('stan smith 40', said);
    expect(chat.last.text).toMatch(/^Non, .*35\.000 FCFA/);
    expect(chat.draft.lines).toEqual([]);
  });

  it('is bargained for by halves, and in FCFA alone', async () => {
    expect((await play('puma suede 40', 'fais moi ça à moitié prix')).last.text).toContain('28.000 FCFA');
    const inEuros = await play('stan smith 40', 'ok je prends à 50€');
    expect(inEuros.last.text).toContain('FCFA');
    expect(inEuros.last.text).toContain('Adidas Stan Smith est à 35.000 FCFA.');
    expect(drafted(inEuros)).toBe('');
    await inEuros.says('ok je prends');
    expect(drafted(inEuros)).toBe('1x Adidas Stan Smith 40');
    expect((await play('stan smith 40', 'offre moi le transport je suis à Cocody')).last.text).toContain('2.000 FCFA');
  });

  it('is contradicted when it is what she would give the courier', async () => {
    expect((await play(`${both}, cocody angré villa 12`, 'je paie 60000 au livreur hein ?')).last.text).toMatch(
      /^Non.*117\.000 FCFA/s,
    );
  });
});
