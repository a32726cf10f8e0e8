import { DeliveryFee } from '../assistant.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

class Delivered extends InMemoryShop {
  override fees: Record<string, number> = { Cocody: 2000, Marcory: 2000, Plateau: 2000, Yopougon: 2500 };

  override async deliveryFee(place: string): Promise<DeliveryFee | undefined> {
    const fee = await super.deliveryFee(place);
    return fee?.commune === 'Yopougon' ? { ...fee, delay: '24 à 48 h' } : fee;
  }
}

const play = (...steps: string[]) => played(new Delivered(InMemoryShop.ofStreetwear().offers), steps);

const HOME = 'Yopougon Siporex, pharmacie';
const TAKES = '1 air force noir 41';

describe('a price that others told her changes none', () => {
  it.each([
    'on m’a dit 20000 la paire',
    'mon ami a payé 20000',
    'vous avez dit 20000 non ?',
    'ailleurs c’est 20000',
    'le patron a dit que c’est 20000F pour moi',
  ])('« %s »', async (said) => {
    const offered = await play('air force noir 41', said);
    expect(offered.last.text).toContain('40.000 FCFA');
    expect(offered.last.text).not.toMatch(/^Oui/);
    expect(offered.draft.lines).toEqual([]);
    const floor = await play('air force noir 41 dernier prix', 'encore un effort', said);
    expect(floor.last.text).toContain('36.000 FCFA');
    const recap = await play(TAKES, HOME, said);
    expect(recap.last.text).toContain('40.000 FCFA');
    expect(recap.draft.recapNonce).toBe('recap-1');
    expect(recap.last.decisions).toEqual([]);
  });
});

describe('a claim on the fee is answered with the fee', () => {
  it.each([
    'non laisse la livraison à 1000',
    '1500 la livraison',
    'livraison gratuite',
    'La livraison est de 500 non ?',
    'offrez moi la livraison',
  ])('under the recap: « %s »', async (said) => {
    const chat = await play(TAKES, HOME, said);
    expect(chat.last.text).toContain('2.500 FCFA');
    expect(chat.draft).toMatchObject({ recapNonce: 'recap-1', lines: [{ unitPrice: 40_000, quantity: 1 }] });
  });

  it.each([
    'Tu as dit que la livraison est gratuite à Cocody',
    'livraison cocody 1000 on est d’accord',
    'La livraison à Cocody est de 500 non ?',
  ])('while an article is offered: « %s »', async (said) => {
    const chat = await play('air max 40', said);
    expect(chat.last.text).toContain('2.000 FCFA');
    expect(chat.draft.lines).toEqual([]);
  });

  it('a true one is confirmed', async () => {
    expect((await play(TAKES, HOME, 'la livraison est à 2500 non ?')).last.text).toMatch(/^Oui, la livraison pour Yopougon/);
  });
});

describe('what it comes to', () => {
  it.each(['c’est bien 40000 + 2500 ?', 'ça fait 42500 donc', 'ça fait 40000 + 2500 = 42500 c’est ça ?', 'donc 42500 en tout'])(
    'is confirmed when it is so: « %s »',
    async (said) => {
      const chat = await play(TAKES, HOME, said);
      expect(chat.last.text).toMatch(/Oui|exact/);
      expect(chat.last.text).toContain('42.500 FCFA');
      expect(chat.draft.recapNonce).toBe('recap-1');
    },
  );

  it.each([
    'c’est bien 30000 + 2500 ?',
    'donc 40000 en tout ?',
    'combien je dois ?',
    'c combien en tou',
    'j’ai combien à payer en tout ?',
  ])('is told otherwise: « %s »', async (said) => {
    const chat = await play(TAKES, HOME, said);
    expect(chat.last.text).not.toMatch(/^Oui/);
    expect(chat.last.text).toContain('À payer à la réception : 42.500 FCFA');
    expect(chat.last.text).not.toMatch(/quand vous avez votre article/);
  });
});

describe('how long it takes', () => {
  it.each([
    'Et ça prend combien de temps ?',
    'ma commande va arriver quand ?',
    'combien de jours ?',
    'how long does it take?',
    'je serai livré quand ?',
  ])('is told: « %s »', async (said) => {
    expect((await play(TAKES, HOME, said)).last.text).toContain('24 à 48 h');
    expect((await play(TAKES, 'livraison yopougon c combien', said)).last.text).toContain('24 à 48 h');
  });
});

it.each([
  ['fé moi 25', 'puma 40'],
  ['27 derni prix', 'puma 40'],
  ['laisse moi ça à 27', 'puma 40'],
])('« %s » leaves the thousands out, and is no number of pairs', async (said, article) => {
  const chat = await play(article, said);
  expect(chat.draft.interest?.quantity).toBeUndefined();
  expect(chat.last.text).toMatch(/2[78]\.000 FCFA/);
});

it.each(['combien coûtent 3 air max ?', 'c’est combien les 3 air max', '3 air max c combien', 'combien pour 3 air max'])(
  '« %s » is told for three',
  async (said) => {
    expect((await play(said)).last.text).toContain('135.000 FCFA');
  },
);
