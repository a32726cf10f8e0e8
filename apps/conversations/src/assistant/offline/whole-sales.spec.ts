import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

function shop(): InMemoryShop {
  const shop = InMemoryShop.ofStreetwear();
  shop.fees = { Cocody: 2000, Plateau: 2000, Yopougon: 2500, Abobo: 2500 };
  return shop;
}
const play = (...steps: string[]) => played(shop(), steps);

describe('two addresses in one message', () => {
  const both = 'je veux une stan smith 40 pour moi à cocody et un sac pour ma mère à abobo';

  it('keeps both articles for the address that takes all', async () => {
    expect(drafted(await play(both, 'tout à cocody mermoz villa 3'))).toBe('1x Adidas Stan Smith 40 + 1x Sac à dos Puma');
  });

  it.each(["d'abord pour moi, cocody mermoz villa 3", 'on commence par cocody mermoz villa 3'])(
    'leaves the other one for a second order: « %s »',
    async (said) => {
      const chat = await play(both, said);
      expect(drafted(chat)).toBe('1x Adidas Stan Smith 40');
      expect(chat.draft.pending).toBeUndefined();
    },
  );
});

describe('an article for one, another for somebody else', () => {
  it.each(["le deuxième c'est le sac", 'ma fille veut le sac', 'et pour mon mari le sac', "l'autre c'est le sac puma"])(
    'is a list of both: « %s »',
    async (said) => {
      const chat = await play('le premier veut la Stan Smith il fait 40', said);
      expect(drafted(chat)).toBe('1x Adidas Stan Smith 40 + 1x Sac à dos Puma');
    },
  );
});

describe('a kind named beside a brand', () => {
  it('tells which of the articles of that brand is meant, in a long letter too', async () => {
    const chat = await play('Cher Monsieur, je me permets de vous écrire au sujet des chaussures Puma que vous vendez.');
    expect(chat.last.text).toContain('Puma Suede Classic');
    expect(chat.last.text).not.toContain('Sac à dos');
    expect(drafted(await play('je veux un sac Puma'))).toBe('1x Sac à dos Puma');
  });
});

describe('a question about the sum', () => {
  it.each([
    'Quel est le montant total, transport compris, pour Yopougon Niangon ?',
    "c'est combien en tout livré à Yopougon Niangon ?",
  ])('is no address: « %s »', async (said) => {
    const chat = await play('stan smith 40', said);
    expect(chat.draft.address).toBeUndefined();
    expect(chat.last.text).toContain('2.500');
  });
});

describe('who will come back', () => {
  it.each(['ok je passe demain', 'ok je commande demain', "d'accord je reviens plus tard"])(
    'has ordered nothing yet: « %s »',
    async (said) => expect(drafted(await play('stan smith 40', said))).toBe(''),
  );

  it.each(['ok merci bonne soirée', 'ok merci bonne journée', 'merci au revoir'])('takes leave: « %s »', async (said) => {
    const chat = await play('stan smith 40', said);
    expect(drafted(chat)).toBe('');
    expect(chat.last.text).not.toContain('FCFA');
  });
});

describe('a colour in which it is not made', () => {
  it('is refused before her size is asked, with those there are', async () => {
    const chat = await play('vous avez air force en rose ?');
    expect(chat.last.text).toMatch(/je n'ai pas Nike Air Force 1 en rose/);
    expect(chat.last.text).toMatch(/blanc et noir/);
  });
});

describe('who is to receive it', () => {
  it.each([
    ['mon frère va recevoir, Eric 0708090001', 'Eric'],
    ['Aïcha Koné 0708090001', 'Aïcha Koné'],
    ["c'est ma sœur Awa qui va recevoir", 'Awa'],
  ])('is noted: « %s »', async (said, name) => {
    const { draft } = await play('stan smith 40, cocody angré villa 12', said);
    expect(draft.receiver).toBe(name);
  });
});

describe('an order told in one breath', () => {
  it('keeps how she pays out of the address', async () => {
    const chat = await play(
      'je veux 1 sac livrez moi au Plateau immeuble Nour al Hayat 3e étage mon num 0102030406 je paie cash à la livraison',
    );
    expect(chat.draft.address).toBe('Plateau immeuble Nour al Hayat 3e étage');
    expect(chat.draft.phone).toBe('+2250102030406');
  });
});

describe('what the old and the polite say', () => {
  it.each(['Je vous donne mon accord', "D'accord mon fils, tu peux envoyer", "j'accepte"])('confirms: « %s »', async (said) => {
    const chat = await play('stan smith 40, cocody angré villa 12', said);
    expect(chat.last.decisions.map(({ kind }) => kind)).toContain('confirm');
  });
});
