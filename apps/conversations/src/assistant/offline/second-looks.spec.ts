import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const play = (...steps: string[]) => played(InMemoryShop.ofStreetwear(), steps);
const wishes = (chat: Awaited<ReturnType<typeof play>>) =>
  chat.last.decisions.flatMap((decision) => (decision.kind === 'pass-on' ? [decision.wish] : []));

describe('what is not there', () => {
  it.each(['ça revient quand', 'vous en aurez bientôt ?', 'prévenez moi quand y a', "c'est pour quand le prochain arrivage ?"])(
    'is waited for, and the shop hears of it: « %s »',
    async (said) => {
      const chat = await play('air force 1 noir 42 svp', said);
      expect(wishes(chat)[0]).toContain('prévenir quand il y aura Nike Air Force 1');
      expect(chat.last.text).not.toContain('Vous êtes dans quelle commune');
    },
  );

  it('is not refused a second time when she asks for another size', async () => {
    const chat = await play('bonsoir air force noir 42 svp', 'bon en 41 noir y a ?');
    expect(chat.last.text).not.toContain("je n'ai pas");
    expect(chat.last.text).toContain('en 41');
  });
});

describe('what is there still', () => {
  it.each(["c'est toujours d'actualité ?", 'toujours disponible ?', 'c dispo ?', 'y en a encore ?'])(
    'is said with a yes: « %s »',
    async (said) => expect((await play('air force 1', said)).last.text).toMatch(/^Oui, /),
  );

  it('is said in the colour she asks for', async () => {
    const chat = await play('air force 1 41 noir', "c'est quoi les tailles en noir");
    expect(chat.last.text).toContain('noir est disponible en 41');
  });
});

describe('an article compared with another', () => {
  it('is not taken by the question, and comes in place of the other by the answer', async () => {
    const steps = ['1 air force 1 41 noir', 'laquelle est la mieux entre la air force et le sac puma ?'];
    const asked = await play(...steps);
    expect(drafted(asked)).toBe('1x Nike Air Force 1 41 noir');
    expect(asked.draft.interest).toBeUndefined();
    expect(drafted(await play(...steps, 'bon je prends le sac'))).toBe('1x Sac à dos Puma');
  });

  it.each(['non attends, plutôt le sac', 'finalement le sac', 'en fait je prends le sac'])(
    'replaces it: « %s »',
    async (said) => {
      expect(drafted(await play('1 air force 1 41 noir', said))).toBe('1x Sac à dos Puma');
    },
  );
});

describe('what she would do if it did not suit her', () => {
  it.each([
    ['si la taille va pas je peux échanger ?', 'échanger'],
    ["je peux retourner si c'est petit ?", 'échanger'],
    ['vous faites les échanges si ça va pas ?', 'échanger'],
    ['est ce que je peux essayer avant de payer', 'essayer'],
    ["on peut essayer d'abord ?", 'essayer'],
    ['vous faites prix de gros ?', 'gros'],
  ])('is passed on, and is no complaint: « %s »', async (said, about) => {
    const chat = await play('air force 1 41 noir', said);
    expect(wishes(chat)[0]).toContain(about);
    expect(chat.last.decisions.map(({ kind }) => kind)).toEqual(['pass-on']);
  });
});

describe('a choice that is made by the way', () => {
  it.each(['bon noir alors', "c'est tout", 'va pour la 41'])('is taken where it was offered: « %s »', async (said) => {
    expect(drafted(await play('air force 1 41 noir', said))).toBe('1x Nike Air Force 1 41 noir');
  });

  it('is answered with its price again, and nobody is called for that', async () => {
    const chat = await play('air force 1 41 noir', "c'est combien", 'prix ?', "c'est combien", 'combien ?');
    expect(chat.replies.flatMap(({ decisions }) => decisions.map(({ kind }) => kind))).not.toContain('hand-over');
    expect(chat.last.text).toContain('40.000');
  });
});

describe('delivery asked in a word', () => {
  it('is answered with the fee, place after place', async () => {
    const shop = InMemoryShop.ofStreetwear();
    shop.fees = { Cocody: 2000, Yopougon: 2500 };
    const chat = await played(shop, ['sac', 'livraison', 'et pour cocody', 'et à yopougon ?']);
    expect(chat.replies.slice(1).map(({ text }) => /dans quelle commune|2\.000|2\.500/.exec(text)?.[0])).toEqual([
      'dans quelle commune',
      '2.000',
      '2.500',
    ]);
    expect(chat.draft.address).toBeUndefined();
  });

  it('goes to one address: « la noire à cocody et la rouge à yopougon » is asked about', async () => {
    const chat = await play('1 casquette noire et 1 casquette rouge', 'la noire à cocody angré et la rouge à yopougon niangon');
    expect(chat.last.text).toContain('une seule adresse');
    expect(chat.draft.address).toBeUndefined();
  });
});

describe('a change of an order that waits for her yes', () => {
  it('is asked again under the address that she adds', async () => {
    const shop = InMemoryShop.ofStreetwear();
    const chat = await played(shop, ['1 air force 1 41 noir', 'cocody angré villa 12', 'oui je confirme']);
    shop.order = { number: 'CMD-20261123-000001', status: 'confirmee', lines: chat.draft.previous ?? [] };
    await chat.says('en fait mettez plutôt la blanche');
    await chat.says('et livrez à mon bureau au plateau, immeuble CCIA');
    expect(chat.last.decisions).toMatchObject([{ kind: 'edit-order', reason: 'nouvelle adresse' }]);
    await chat.says('oui');
    expect(chat.last.decisions).toMatchObject([{ kind: 'edit-order', reason: 'couleur blanc', agreed: true }]);
  });
});
