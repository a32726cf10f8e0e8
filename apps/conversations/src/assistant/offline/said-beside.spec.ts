import { wholeAddress } from '../whole-address.js';
import type { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

function play(...steps: (string | string[])[]): Promise<Chat> {
  const shop = InMemoryShop.ofStreetwear();
  shop.fees = { Cocody: 2000, Marcory: 2000, Plateau: 2000, Yopougon: 2500, Abobo: 2500 };
  return played(shop, steps);
}

const BUYS = '1 stan smith 40, cocody angré villa 12';
const kinds = ({ last }: Chat) => last.decisions.map(({ kind }) => kind);
const confirmed = ({ last }: Chat) => last.decisions.flatMap((one) => (one.kind === 'confirm' ? wholeAddress(one.draft) : []));

describe('a word for the courier goes with the address, and calls for nobody', () => {
  it.each([
    'appelez moi en arrivant',
    'appelez moi kan vous etes là',
    'bipez moi quand vous êtes au carrefour',
    'si je suis absent laissez chez la voisine',
    'si yé pas là, donnez au gardien',
    'qu’il laisse au gardien',
    'le livreur doit passer par derrière',
    'il y a un chien',
    'sonnez deux fois',
    'dites lui pas le prix',
    'faut pas lui dire le prix',
    'c’est une surprise',
    'je suis là seulement après 17h',
    'quelqu’un sera là à 15h',
    'livrez après 18h',
    'prévenez-le que je rentre à 17h',
  ])('« %s »', async (said) => {
    const chat = await play(BUYS, said);
    expect(kinds(chat)).toEqual(['propose']);
    expect(chat.last.text).toContain(`Pour le livreur : ${said}`);
    expect(confirmed(await again(chat, 'je confirme'))).toEqual([`cocody angré villa 12 (pour le livreur : ${said})`]);
  });

  it('said with the address itself', async () => {
    const chat = await play('stan smith 42, marcory zone 4 rue des majorettes. appelez moi kan vous etes là');
    expect(chat.draft).toMatchObject({
      address: 'marcory zone 4 rue des majorettes',
      forCourier: ['appelez moi kan vous etes là'],
    });
    expect(kinds(await again(chat, 'je confirme'))).toEqual(['confirm']);
  });

  it.each(['appelez moi', 'rappelez moi svp', 'je veux parler au patron, appelez moi'])(
    '« %s » asks for a person',
    async (said) => {
      expect(kinds(await play(BUYS, said))).toEqual(['hand-over']);
    },
  );

  it('is of one order: the next one does not have it', async () => {
    const chat = await play(BUYS, 'sonnez deux fois', 'je confirme', '1 sac puma');
    expect(chat.draft.forCourier).toBeUndefined();
  });

  it('is told to the shop where the order is placed', async () => {
    const shop = InMemoryShop.ofStreetwear();
    shop.order = { number: 'CMD-7', status: 'EN_LIVRAISON' };
    const { last } = await played(shop, ['bonjour', 'si je ne suis pas là qu’il laisse au gardien']);
    expect(last.decisions).toMatchObject([
      { kind: 'pass-on', order: 'CMD-7', wish: expect.stringContaining('gardien') as string },
    ]);
  });
});

describe('who receives it is kept with the address', () => {
  it.each([
    ['elle s’appelle Aïcha et son numero c’est 07 07 08 09 10', 'Aïcha'],
    ['c bon, mais notez son nom Aïcha Koné pour le livreur', 'Aïcha Koné'],
    ['le paquet c’est au nom de Koffi Serge', 'Koffi Serge'],
    ['c’est pour ma soeur Fatou', 'Fatou'],
    ['c’est pour Mme Kouassi', 'Mme Kouassi'],
    ['c’est Awa qui va recevoir le colis', 'Awa'],
    ['demandez Moussa en arrivant', 'Moussa'],
    ["c'est pas pour moi hein c pour tantie Rose", 'tantie Rose'],
    ['c’est pour Awa Coulibaly', 'Awa Coulibaly'],
    ['mettez mon nom : Diallo Mariam', 'Diallo Mariam'],
    ['le monsieur s’appelle Yao, 0102030405', 'Yao'],
  ])('« %s »', async (said, name) => {
    const chat = await play(BUYS, said);
    expect(chat.last.text).toContain(`À remettre à : ${name}\n`);
    expect(chat.draft.address).toBe('cocody angré villa 12');
    expect(wholeAddress(chat.draft)).toContain(`(à remettre à ${name})`);
  });

  it.each(['c’est pour ma femme, stan smith en 38', 'c’est pour mon fils', 'elle s’appelle comment votre boutique'])(
    '« %s » names nobody',
    async (said) => {
      expect((await play(BUYS, said)).draft.receiver).toBeUndefined();
    },
  );

  it('a shared contact is called, and named in the recap', async () => {
    const chat = await play(BUYS, 'Contact partagé : Solange Kouamé +225 05 44 33 22 11');
    expect(chat.draft).toMatchObject({ receiver: 'Solange Kouamé', phone: '+2250544332211' });
    expect(chat.last.text).toContain('À remettre à : Solange Kouamé\nTéléphone : +2250544332211');
  });

  it('a contact shared after the order is called once she says so', async () => {
    const shop = InMemoryShop.ofStreetwear();
    shop.order = { number: 'CMD-7', status: 'CONFIRMEE' };
    const chat = await played(shop, ['bonjour', 'Contact partagé : Solange +225 05 44 33 22 11']);
    expect(chat.last.text).toContain('Le livreur appelle Solange au +2250544332211 ?');
    await chat.says("C'est elle qui reçoit, appelez-la");
    expect(chat.last.decisions).toMatchObject([
      { kind: 'edit-order', number: 'CMD-7', phone: '+2250544332211' },
      { kind: 'pass-on' },
    ]);
  });
});

describe('how she pays', () => {
  it.each([
    'je paye par orange money maintenant',
    'c moi qui paye par wave',
    'c’est mon frère qui va payer par orange money',
    'c koi le numero om ?',
  ])('« %s » is told to the shop once, and she goes on buying', async (said) => {
    const chat = await play(BUYS, said);
    expect(kinds(chat)).toEqual(['pass-on']);
    expect(kinds(await again(chat, 'je confirme'))).toEqual(['confirm']);
  });

  it('is no part of the address, and no secret of the courier', async () => {
    const chat = await play(
      '1 sac puma cadeau pour mon fils a abobo dokui, je paye par orange money maintenant',
      'faut pas lui dire le prix hein c moi qui paye par wave',
    );
    expect(chat.draft).toMatchObject({ address: 'abobo dokui', forCourier: ['faut pas lui dire le prix hein'] });
    expect(chat.last.decisions).toMatchObject([{ kind: 'pass-on' }, { kind: 'propose' }]);
  });

  it.each(['ok cash alors', 'mon mari paye a la livraison'])('« %s » is what the shop expects', async (said) => {
    expect((await play(BUYS, said)).last.text).toMatch(/paiement à la livraison/);
  });
});

it.each(['c mort', 'nan c bon on laisse', 'laisse tomber boss'])('« %s » gives the order up', async (said) => {
  const chat = await play(BUYS, said);
  expect(kinds(chat)).toEqual(['cancel-draft']);
  expect(chat.draft.lines).toEqual([]);
});

describe('a shared position', () => {
  it('is given to the courier beside the address she writes', async () => {
    const chat = await play(
      '1 air max 40',
      'Position GPS 5.345, -3.98',
      'c cocody angré vers le glacier, jai envoyé la position',
    );
    expect(chat.draft).toMatchObject({
      address: 'cocody angré vers le glacier',
      forCourier: ['position GPS 5.345, -3.98'],
    });
  });
});

describe('the point on the map', () => {
  const POINT = 'Position GPS 5.345, -3.98';

  it.each<[string[], string]>([
    [['1 air max 40', POINT], 'Il me manque seulement votre commune'],
    [[POINT, '1 air max 40'], 'Il me manque seulement votre commune'],
    [['1 air max 40', POINT, 'Cocody'], 'Adresse de livraison : Cocody'],
    [['1 air max 40', 'Cocody', POINT], 'Adresse de livraison : Cocody'],
    [['1 air max 40', `Pharmacie Saint-Jean, Cocody\n${POINT}`], 'Adresse de livraison : Pharmacie Saint-Jean, Cocody'],
  ])('%j: only what lacks beside it is asked for', async (steps, said) => {
    const chat = await play(...steps);
    expect(chat.last.text).toContain(said);
    expect(chat.last.text).not.toMatch(/repère/);
    expect(chat.draft.forCourier).toEqual(['position GPS 5.345, -3.98']);
    expect(chat.replies.map(({ text }) => text).join('\n')).toMatch(/reçu votre position|position est bien arrivée/);
  });

  it('that she sends last counts', async () => {
    const chat = await play('1 air max 40', POINT, 'Cocody', 'Position GPS 5.4, -4.01');
    expect(chat.draft.forCourier).toEqual(['position GPS 5.4, -4.01']);
  });
});

describe('the address that she means', () => {
  it.each([
    ['air max 40, treichville non marcory, rue des brasseurs', 'marcory, rue des brasseurs'],
    ['1 sac puma, plateau dokui non pardon cocody plateau dokui, vers la pharmacie', 'cocody plateau dokui, vers la pharmacie'],
    ['1 sac puma, plateau, rue 12... euh non yopougon maroc, carrefour', 'yopougon maroc, carrefour'],
    ['1 sac puma, plateau, av chardy imm alpha 2000', 'plateau, av chardy imm alpha 2000'],
    ['1 sac puma, les 2, plateau tour postel', 'plateau tour postel'],
    ['1 sac puma, cocody 2 plateau carrefour las palmas', 'cocody 2 plateau carrefour las palmas'],
    ["1 sac puma, l'adresse c plateau face palais de justice", 'plateau face palais de justice'],
    ["1 sac puma pour ma copine, abobo avocatier pres de l'eglise, son num 0566778899", "abobo avocatier pres de l'eglise"],
  ])('« %s »', async (said, address) => {
    expect((await play(said)).draft.address).toBe(address);
  });

  it('keeps its landmark when only the commune is put right', async () => {
    const chat = await play('1 sac puma', 'plateau dokui, vers la pharmacie', "c'est pas plateau c cocody, plateau dokui la");
    expect(chat.draft.address).toBe('Cocody, plateau dokui, vers la pharmacie');
  });

  it('comes in bits', async () => {
    const chat = await play(['bsr', 'stan smith', '38', '2', 'cocody', 'palmeraie'], ['carrefour guiraud', '0102030405']);
    expect(drafted(chat)).toBe('2x Adidas Stan Smith 38');
    expect(chat.draft).toMatchObject({ address: 'cocody, palmeraie, carrefour guiraud', phone: '+2250102030405' });
  });
});

describe('a town that nobody delivers to', () => {
  it('is said to be so before anything is chosen, and what she asks of it is asked of the shop', async () => {
    const chat = await play('Bonjour, je suis a Bouaké vous livrez ?');
    expect(chat.last.text).toMatch(/pas de livreur pour Bouaké/);
    await chat.says('jvoulais 2 stan smith 38, par gare utb cest possible ?');
    expect(kinds(chat)).toEqual(['pass-on']);
    expect(chat.last.text).not.toMatch(/\bOui\b/);
    expect((await chat.says('ok laissez')).text).not.toContain('•');
  });
});

async function again(chat: Chat, said: string): Promise<Chat> {
  await chat.says(said);
  return chat;
}
