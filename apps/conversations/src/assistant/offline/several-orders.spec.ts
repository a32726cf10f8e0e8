import type { Owed, PlacedOrder, Turn } from '../assistant.js';
import { check } from '../guard.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

const FIRST = 'CMD-20261122-000007';
const SECOND = 'CMD-20261123-000012';
const rest = (toCollect: number, paid = 0): Owed => ({ toCollect, paid, withDelivery: true });
const line = (productId: string, productName: string, size: string, unitPrice: number) => ({
  ...{ productId, variantId: `${productId}-${size}`, productName, size, unitPrice, quantity: 1 },
});

/** She has a Puma of yesterday and a Nike of today. */
async function withTwoOrders(steps: string[], of: { first?: Partial<PlacedOrder>; second?: Partial<PlacedOrder> } = {}) {
  const shop = InMemoryShop.ofStreetwear();
  shop.order = {
    number: SECOND,
    status: 'confirmee',
    lines: [line('airmax', 'Nike Air Max 90', '41', 45_000)],
    owed: rest(47_000),
    ...of.second,
  };
  shop.earlier = [
    {
      number: FIRST,
      status: 'prete',
      lines: [line('puma', 'Puma Suede Classic', '40', 30_000)],
      owed: rest(32_000),
      ...of.first,
    },
  ];
  const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
  for (const step of steps) await chat.says(step);
  return { chat, shop, said: chat.last.text, decisions: chat.last.decisions };
}

describe('who has two orders open', () => {
  it.each(['combien je dois en tout ?', 'je prépare combien pour le livreur ?', "c'est combien déjà ?", 'donc 79000 au total ?'])(
    'and asks « %s » hears the sum of each and of both',
    async (words) => {
      const { said } = await withTwoOrders([words]);
      expect(said).toMatch(new RegExp(`${FIRST}.*32\\.000 FCFA[^]*${SECOND}.*47\\.000 FCFA[^]*En tout.*79\\.000 FCFA`));
    },
  );

  it('hears that a sum is wrong which is that of none', async () => {
    expect((await withTwoOrders(['donc 50000 au livreur'])).said).toMatch(/^Non/);
  });

  it.each(['où en est ma commande ?', 'mes commandes sont où', "j'ai deux commandes non ?"])(
    'and asks « %s » hears of both',
    async (words) => {
      const { said } = await withTwoOrders([words]);
      expect(said).toMatch(new RegExp(`${FIRST}.*Puma.*prête[^]*${SECOND}.*Nike.*confirmée`));
    },
  );

  it.each([
    [['annulez la première', 'oui'], FIRST],
    [['annulez ma commande', 'la deuxième', 'oui'], SECOND],
    [['je veux plus ma commande', 'celle avec la puma', 'oui'], FIRST],
    [['annulez la première', "non, l'autre", 'oui'], SECOND],
    [[`annulez la commande ${FIRST}`, 'oui'], FIRST],
    [['annulez la commande de la nike', 'oui je confirme'], SECOND],
  ])('cancels the one she means: %j', async (steps, number) => {
    const { decisions } = await withTwoOrders(steps);
    expect(decisions).toMatchObject([{ kind: 'cancel-order', number }]);
  });

  it.each([[['annulez ma commande']], [['annulez ma commande', 'non laissez']], [['je veux annuler', 'ok']]])(
    'cancels nothing while it is not said which: %j',
    async (steps) => {
      expect((await withTwoOrders(steps)).decisions).toEqual([]);
    },
  );

  it('cancels both only once she confirmed both', async () => {
    const { chat } = await withTwoOrders(['annulez tout']);
    expect(chat.last.decisions).toEqual([]);
    expect((await chat.says('oui')).decisions.map((one) => ('number' in one ? one.number : ''))).toEqual([SECOND, FIRST]);
  });

  it('is asked which one an address is for, and it goes to that one', async () => {
    const { chat } = await withTwoOrders(["je veux changer l'adresse de ma commande"]);
    expect(chat.last.text).toMatch(/Laquelle/);
    await chat.says('la première');
    expect((await chat.says('Marcory zone 4, rue Paul Langevin')).decisions).toMatchObject([
      { kind: 'edit-order', number: FIRST },
    ]);
  });

  it('hears of « l’autre » after one was spoken of', async () => {
    expect((await withTwoOrders(['annulez la première', 'non', "et l'autre, c'est quand ?"])).said).toContain(SECOND);
  });

  it('hears of the one that the courier has when she asks where he is', async () => {
    const { said } = await withTwoOrders(['le livreur est où ?'], { first: { status: 'en_livraison' } });
    expect(said).toMatch(new RegExp(`livreur.*${FIRST}`));
    expect(said).not.toContain(SECOND);
  });

  it('hears of the one that is left once the other was delivered', async () => {
    const { said } = await withTwoOrders(['combien je dois en tout ?'], { first: { status: 'livree', owed: rest(0, 32_000) } });
    expect(said).toMatch(/47\.000 FCFA/);
    expect(said).not.toContain(FIRST);
  });
});

describe('what the guard lets pass of several orders', () => {
  const verdict = async (text: string) => {
    const { chat, shop } = await withTwoOrders(['combien je dois en tout ?']);
    const turn: Turn = {
      shop: { name: 'Kouadio Chaussures', sellerFirstName: 'Kouadio' },
      ...{ customer: {}, history: [], inbound: [], draft: { lines: [] }, now: chat.now },
    };
    return (await check({ ...chat.last, text }, turn, shop)).ok;
  };

  it.each([
    `Pour la commande ${FIRST}, reste à payer 32.000 FCFA.`,
    `Commande ${FIRST} : reste à payer 32.000 FCFA. Commande ${SECOND} : reste à payer 47.000 FCFA.`,
    'En tout, il vous reste à payer : 79.000 FCFA.',
    `Votre commande ${FIRST} est prête.`,
  ])('« %s » is true', async (text) => {
    expect(await verdict(text)).toBe(true);
  });

  it.each([
    `Pour la commande ${FIRST}, reste à payer 47.000 FCFA.`,
    `Commande ${FIRST} : reste à payer 47.000 FCFA. Commande ${SECOND} : reste à payer 32.000 FCFA.`,
    'En tout, il vous reste à payer : 80.000 FCFA.',
    'Il vous reste à payer : 47.000 FCFA.',
    `Votre commande ${SECOND} est prête.`,
    `Votre commande ${FIRST} est livrée.`,
    'Votre commande CMD-20261121-000003 est prête.',
  ])('« %s » is not', async (text) => {
    expect(await verdict(text)).toBe(false);
  });
});
