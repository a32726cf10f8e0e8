import type { Owed, PlacedOrder } from '../assistant.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

const OWED: Owed = { toCollect: 47_000, paid: 0, withDelivery: true };
const PLANNED = new Date('2026-11-24T17:00:00Z');

/** Orders the Nike in 42, which then is in that state, and says the rest. */
async function afterwards(order: Partial<PlacedOrder>, ...steps: string[]): Promise<Chat> {
  const shop = InMemoryShop.withSizes();
  const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
  for (const step of ['je veux la nike en 42', 'Cocody Angré villa 3', 'je confirme']) await chat.says(step);
  const lines = chat.draft.previous;
  shop.order = { number: 'CMD-7', status: 'CONFIRMEE', plannedFor: PLANNED, owed: OWED, ...(lines ? { lines } : {}), ...order };
  for (const step of steps) await chat.says(step);
  return chat;
}

describe('the sum of an order that is placed', () => {
  it.each([
    'Combien le livreur va me demander ?',
    'combien je donne au livreur à son arrivée',
    'On m’a dit que le livreur arnaque, combien exactement je dois lui donner ?',
    'ça fait combien au total avec la livraison ?',
    "C'est combien déjà ?",
    'le prix total svp',
    'il va encaisser combien le livreur là',
    'jdoi sortir combien',
  ])('is said to who asks « %s »', async (words) => {
    const { last } = await afterwards({}, words);
    expect(last.text).toContain('Reste à payer à la livraison : 47.000 FCFA'.slice(1));
    expect(last.text).not.toMatch(/boutique :|budget/);
  });

  it.each([
    'Merci. Donc au livreur je donne 21 000 ok ?',
    'merci, donc 10 000 comme convenu',
    "c'est confirmé à 30 000 n'est-ce pas",
  ])('is not what she claims: « %s »', async (words) => {
    expect((await afterwards({}, words)).last.text).toMatch(/^Non, .*47\.000 FCFA/s);
  });

  it('is what she says when she is right', async () => {
    expect((await afterwards({}, 'donc je donne 47000 au livreur ?')).last.text).toMatch(/^Oui, .*47\.000 FCFA/s);
  });

  it('is said with its day when she asks both', async () => {
    const { last } = await afterwards({}, 'ma commande arrive quand et je prépare combien ?');
    expect(last.text).toMatch(/47\.000 FCFA.*Livraison prévue demain/s);
  });

  it('is said beside the change that she wants, and the shop is told', async () => {
    const { last } = await afterwards({}, 'Il y aura de la monnaie sur 50 000 ?');
    expect(last.text).toContain('47.000 FCFA');
    expect(last.decisions).toMatchObject([{ kind: 'pass-on', wish: 'prévoir la monnaie sur 50000 FCFA', order: 'CMD-7' }]);
  });

  it.each([
    'Donc je dois encore payer quelque chose au livreur ?',
    'Même pas la livraison ?',
    'le livreur ne me demande plus rien ?',
  ])('is nothing once it is paid: « %s »', async (words) => {
    const { last } = await afterwards({ owed: { toCollect: 0, paid: 47_000, withDelivery: true } }, words);
    expect(last.text).toContain('Il ne vous reste rien à payer.');
  });

  it('leaves a budget a budget', async () => {
    expect((await afterwards({}, "j'ai 35 000, vous avez quoi d'autre ?")).last.text).toContain('Dans ce budget');
  });
});

describe('money said to be sent', () => {
  it.each([
    "J'ai envoyé 20 000 par Wave",
    "J'ai déposé 10 000 par Orange Money sur le numéro du patron",
    "j'ai viré 15000 sur orange money",
    "j'ai déjà donné 5000 au livreur",
  ])('reaches the seller with the order it is about: « %s »', async (words) => {
    const { last } = await afterwards({}, words);
    expect(last.decisions).toMatchObject([
      { kind: 'pass-on', wish: 'vérifier un paiement annoncé par le client', order: 'CMD-7' },
    ]);
  });
});

describe('an order that is with the courier', () => {
  it.each(["C'est sorti ? le livreur arrive à quelle heure ?", 'Il est où le livreur ?', 'il est proche ?'])(
    'is on its way, and no day is named: « %s »',
    async (words) => {
      const { last } = await afterwards({ status: 'EN_LIVRAISON' }, words);
      expect(last.text).toMatch(/en route|avec le livreur/);
      expect(last.text).not.toContain('prévue');
    },
  );

  it('is not gone when she gives everything up: the shop hears of it', async () => {
    const { last } = await afterwards({ status: 'EN_LIVRAISON' }, 'je prends une adidas 40 aussi', 'Annulez tout finalement');
    expect(last.text).not.toContain("rien n'est commandé");
    expect(last.decisions).toMatchObject([{ kind: 'cancel-draft' }, { kind: 'pass-on', order: 'CMD-7' }]);
  });

  it('that found nobody is asked for again', async () => {
    const { last } = await afterwards({ status: 'ECHEC_LIVRAISON' }, "Pardon j'étais pas là, il peut revenir demain matin ?");
    expect(last.decisions).toMatchObject([{ kind: 'pass-on', order: 'CMD-7' }]);
    expect(last.text).toContain('prévue demain');
  });
});

describe('an order that was cancelled', () => {
  it.each([
    'Non attendez, je la veux toujours finalement',
    'Vous pouvez la remettre ? je me suis trompée',
    "remettez ma commande svp j'ai annulé par erreur",
  ])('is offered again as it was: « %s »', async (words) => {
    const { last, draft } = await afterwards({ status: 'ANNULEE' }, words);
    expect(draft.lines).toMatchObject([{ productId: 'nike', size: '42', quantity: 1 }]);
    expect(last.text).toMatch(/récapitulatif.*Cocody Angré villa 3/s);
  });

  it('has no day of delivery', async () => {
    const { last } = await afterwards({ status: 'ANNULEE' }, 'Ma commande tient toujours ?');
    expect(last.text).toBe('Votre commande CMD-7 est annulée.');
  });
});

describe('a complaint', () => {
  it.each([
    'Mais la nike est déchirée, je suis pas contente du tout',
    'la semelle se décolle déjà',
    "vous m'avez envoyé le mauvais modèle",
  ])('about what came is regretted and passed on: « %s »', async (words) => {
    const { last } = await afterwards({ status: 'LIVREE' }, words);
    expect(last.text).toContain('désolé');
    expect(last.decisions).toMatchObject([{ kind: 'pass-on', order: 'CMD-7' }]);
  });

  it('may be the first thing she says', async () => {
    const chat = new Chat(new OfflineAssistant(), InMemoryShop.withSizes());
    await chat.says("depuis hier j'attends votre appel la c koi ce service de m****");
    expect(chat.last.text).toContain('désolé');
    expect(chat.last.decisions).toMatchObject([{ kind: 'pass-on' }]);
  });
});

describe('goods of a placed order, while others are added to it', () => {
  it('go out of it', async () => {
    const { last } = await afterwards({}, 'ajoutez une adidas 40 à ma commande', 'et enlevez la nike');
    expect(last.text).not.toContain('ne contient pas');
    expect(last.text).toMatch(/Je change votre commande CMD-7.*Total des articles : 35\.000 FCFA/s);
  });

  it('come with it when she will not pay the delivery twice', async () => {
    const { last } = await afterwards({}, 'autre commande : une adidas 40', 'je ne veux pas payer deux fois la livraison');
    expect(last.text).toMatch(/Je change votre commande CMD-7.*80\.000 FCFA/s);
  });
});

it.each(["rappelez moi ce que j'ai commandé", 'il y a quoi dans ma commande ?'])(
  '« %s » is answered, and nobody is called',
  async (words) => {
    const { last } = await afterwards({}, words);
    expect(last.text).toMatch(/1 x Nike Air Max 90, en 42.*47\.000 FCFA/s);
    expect(last.decisions).toEqual([]);
  },
);

it.each(["C'est quoi le numéro de ma commande ?", '👍'])('« %s » calls for nobody', async (words) => {
  expect((await afterwards({}, words)).last.decisions).toEqual([]);
});

it('a price that the seller wrote himself is his to book', async () => {
  const chat = new Chat(new OfflineAssistant(), InMemoryShop.withSizes());
  await chat.says('la nike en 42');
  chat.humanSays('Je vous la fais à 42 000');
  await chat.says('Mais Kouadio a écrit 42 000 juste au-dessus !');
  expect(chat.last.decisions).toMatchObject([{ kind: 'pass-on' }]);
  expect(chat.last.text).toContain('Kouadio');
});
