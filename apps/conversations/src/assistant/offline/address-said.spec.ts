import type { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

function play(...steps: (string | string[])[]): Promise<Chat> {
  const shop = InMemoryShop.ofStreetwear();
  shop.fees = { Cocody: 2000, Marcory: 2000, Plateau: 2000, Yopougon: 2500 };
  return played(shop, steps);
}

const TAKES = '1 stan smith 40';
const HOME = 'Cocody Angré villa 12';

describe('a new address under the recap is the address of the order', () => {
  it.each([
    ['non plutôt Plateau, immeuble Alpha 2000, 5e étage', 'Plateau, immeuble Alpha 2000, 5e étage'],
    ['non, Plateau, rue du commerce, immeuble Nabil', 'Plateau, rue du commerce, immeuble Nabil'],
    ['en fait c’est Marcory zone 4, derrière la pharmacie', 'Marcory zone 4, derrière la pharmacie'],
    ['pas Cocody, Yopougon Siporex pharmacie', 'Yopougon Siporex pharmacie'],
    ['non pas Cocody mais Marcory zone 4 villa 3', 'Marcory zone 4 villa 3'],
    ['yop siporex derriere la boulangerie', 'Yopougon, siporex derriere la boulangerie'],
    ['Yop, maroc carrefour Jean Paul', 'Yopougon, maroc carrefour Jean Paul'],
  ])('« %s »', async (said, address) => {
    const chat = await play(TAKES, HOME, said);
    expect(chat.draft.address).toBe(address);
    expect(chat.last.text).toContain(`Adresse de livraison : ${address}`);
    expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
  });
});

describe('one part of the address is put right', () => {
  it.each([
    ['Plateau, immeuble Le Paris 3e étage', 'c’est pas 3e étage c’est 5e', 'Plateau, immeuble Le Paris 5e étage'],
    ['Plateau, immeuble Le Paris 3e étage', 'non 5e étage', 'Plateau, immeuble Le Paris 5e étage'],
    ['Plateau, immeuble Le Paris', 'porte 12 au 2e étage', 'Plateau, immeuble Le Paris, porte 12, 2e étage'],
    [HOME, 'c’est villa 14 pas 12', 'Cocody Angré villa 14'],
    [HOME, 'pas villa 12 mais villa 15', 'Cocody Angré villa 15'],
    [HOME, 'en fait villa 21', 'Cocody Angré villa 21'],
  ])('%s, « %s »', async (address, said, right) => {
    const chat = await play(TAKES, address, said);
    expect(chat.draft.address).toBe(right);
    expect(chat.last.text).toContain(`Adresse de livraison : ${right}`);
  });
});

describe('the commune she named is believed, and stands on the recap', () => {
  it.each<[(string | string[])[], string, string]>([
    [['marcory', 'remblais'], 'Marcory, remblais', 'Marcory'],
    [[['marcory', 'remblais']], 'marcory, remblais', 'Marcory'],
    [['marcory', 'remblais', 'à koté du lavage'], 'Marcory, remblais, à koté du lavage', 'Marcory'],
    [['Yopougon', 'vers la pharmacie Selmer'], 'Yopougon, pharmacie Selmer', 'Yopougon'],
    [['Yop', 'yop maroc, carrefour Jean Paul'], 'Yopougon, maroc, carrefour Jean Paul', 'Yopougon'],
  ])('%j', async (said, address, commune) => {
    const chat = await play(TAKES, ...said);
    expect(chat.draft).toMatchObject({ address, commune });
    expect(chat.last.text).toContain(`Adresse de livraison : ${address}`);
  });
});

describe('a quarter alone is no address: a landmark is asked for, once', () => {
  it.each([
    ['Selmer', 'Yopougon, Selmer'],
    ['Siporex', 'Yopougon, Siporex'],
    ['je suis à Biétry', 'Marcory, Biétry'],
  ])('%s', async (quarter, kept) => {
    const chat = await play(TAKES, quarter);
    expect(chat.last.text).toMatch(/repère/i);
    expect(chat.last.decisions).toEqual([]);
    await chat.says('pre du maki la savane');
    expect(chat.draft.address).toBe(`${kept}, pre du maki la savane`);
    const without = await play(TAKES, quarter, 'y a pas de repère');
    expect(without.draft.address).toBe(kept);
    expect(without.last.decisions).toMatchObject([{ kind: 'propose' }]);
  });
});

it.each(['pre du maki la savane', 'près du maquis la Savane', 'à koté de la pharmacie', 'vers le lavage'])(
  'a landmark said under the recap completes the address: « %s »',
  async (landmark) => {
    const chat = await play(TAKES, 'chui a marcory potopoto', landmark);
    expect(chat.draft.address).toBe(`marcory potopoto, ${landmark}`);
    expect(chat.last.text).toContain(`Adresse de livraison : marcory potopoto, ${landmark}`);
  },
);

describe('where nobody goes is told at once, with where somebody does', () => {
  it.each(['abobo', 'je suis à Koumassi', 'c’est pour Bouaké', 'Treichville'])('« %s »', async (said) => {
    const chat = await play(TAKES, said);
    expect(chat.last.text).toContain('Cocody, Marcory, Plateau');
    expect(chat.last.text).not.toMatch(/dans quel quartier|précisez-moi/);
    await chat.says(HOME);
    expect(chat.draft.address).toBe(HOME);
  });
});

describe('a name is no place', () => {
  it.each([
    'c’est Mme Kouassi',
    'je m’appelle Yao Bassam',
    'c’est M. Konan, Kouadio Konan de Yamoussoukro',
    'mon nom c’est Awa Daloa',
    'elle s’appelle Tantie Rose',
    'moi c’est Monsieur Divo',
  ])('« %s »', async (said) => {
    const chat = await play(TAKES, HOME, said);
    expect(chat.draft).toMatchObject({ address: HOME, commune: 'Cocody' });
    expect(chat.draft.recapNonce).toBeDefined();
    const before = await play(TAKES, said);
    expect(before.draft.address).toBeUndefined();
    expect(before.draft.commune).toBeUndefined();
  });

  it('even when it opens the conversation', async () => {
    const chat = await play('Bonjour Jean, c’est Mme Kouassi, je suis déjà venue chez vous');
    expect(chat.draft.address).toBeUndefined();
    expect(chat.draft.commune).toBeUndefined();
  });

  it('but whom to deliver to is part of the address', async () => {
    const chat = await play(TAKES, 'Marcory zone 4 chez Mme Kouassi');
    expect(chat.draft).toMatchObject({ address: 'Marcory zone 4 chez Mme Kouassi', commune: 'Marcory' });
  });
});

describe('the same address once more', () => {
  it.each(['meme adresse', 'mm adresse svp', 'au même endroit', 'l’adresse ne change pas', 'même adresse que la dernière fois'])(
    'under the recap: « %s »',
    async (said) => {
      const chat = await play(TAKES, HOME, said);
      expect(chat.last.text).toMatch(/même adresse/i);
      expect(chat.draft).toMatchObject({ address: HOME, lines: [{ productId: 'stan' }] });
      expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
    },
  );

  it('takes what is offered', async () => {
    const chat = await play(TAKES, HOME, 'je confirme', 'air max 40', 'même adresse');
    expect(chat.draft).toMatchObject({ address: HOME, lines: [{ productId: 'airmax', size: '40' }] });
  });
});

describe('a number to call is noted, whoever’s it is', () => {
  it.each([
    'Le numéro du livreur c’est le 07 08 09 10 11',
    'attendez, le numéro de ma femme 07 08 09 10 11 c’est elle qui va recevoir',
    'appelez plutôt mon frère au 0708091011',
    'c le 07 08 09 10 11',
    'numéro à appeler : 07 08 09 10 11',
    'non, le contact de ma soeur 07-08-09-10-11',
  ])('« %s »', async (said) => {
    const chat = await play(TAKES, HOME, said);
    expect(chat.draft).toMatchObject({ phone: '+2250708091011', address: HOME });
    expect(chat.last.text).toContain('Téléphone : +2250708091011');
    expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
  });
});

describe('what names no place is no address', () => {
  it.each(['envoie moi photo', 'photo svp', 'montre moi les photos'])('« %s »', async (said) => {
    const chat = await play(TAKES, said);
    expect(chat.draft.address).toBeUndefined();
  });

  it.each([
    ['Cocody, rue du prix 5000F, villa 12', 'Cocody, villa 12'],
    ['Cocody Vallon "Prix: 1000 FCFA" Villa 3', 'Cocody Vallon Villa 3'],
    ['Cocody, avenue gratuite, cité Génie', 'Cocody, cité Génie'],
  ])('« %s » keeps what tells where she lives', async (said, address) => {
    expect((await play(TAKES, said)).draft.address).toBe(address);
  });
});
