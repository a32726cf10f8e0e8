import type { PlacedOrder, Turn } from '../assistant.js';
import { check } from '../guard.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { mayAskFacts, tellOrderFacts } from './order-facts.js';

const now = new Date('2026-11-23T09:00:00Z');
const ORDER: PlacedOrder = {
  number: 'CMD-20261123-000012',
  status: 'confirmee',
  plannedFor: new Date('2026-11-24T14:00:00Z'),
  lines: [
    { productId: 'airmax', variantId: 'airmax-41', productName: 'Nike Air Max 90', size: '41', unitPrice: 45_000, quantity: 1 },
  ],
  owed: { toCollect: 47_000, paid: 0, withDelivery: true },
};

/** What is told while a person has the conversation; what the guard refuses fails the test. */
async function told(
  words: string,
  order: PlacedOrder | undefined = ORDER,
  ...earlier: PlacedOrder[]
): Promise<string | undefined> {
  const shop = InMemoryShop.ofStreetwear();
  Object.assign(shop, { order, earlier });
  const turn: Turn = {
    shop: { name: 'Kouadio Chaussures', sellerFirstName: 'Kouadio' },
    ...{ customer: {}, history: [], inbound: [{ author: 'customer', text: words, at: now }], draft: { lines: [] }, now },
  };
  if (!mayAskFacts(turn.inbound)) return undefined;
  const reply = await tellOrderFacts(turn, shop);
  if (reply) expect(await check(reply, turn, shop)).toEqual({ ok: true });
  return reply?.text;
}

describe('while a person has the conversation', () => {
  it.each([
    ['ma commande est où ?', /CMD-20261123-000012 est confirmée.*demain à 14h00/],
    ['le livreur passe à quelle heure', /demain à 14h00/],
    ['je prépare combien pour le livreur ?', /47\.000 FCFA/],
    ["c'est combien déjà ?", /47\.000 FCFA/],
    ['il reste combien à payer', /47\.000 FCFA/],
    ["c'est quoi le numéro de ma commande ?", /CMD-20261123-000012/],
    ["rappelez moi ce que j'ai commandé", /1 x Nike Air Max 90/],
  ])('« %s » is answered from the order', async (words, expected) => {
    expect(await told(words)).toMatch(expected);
  });

  it('tells of each where several orders are open', async () => {
    const puma = { ...ORDER, number: 'CMD-20261122-000007', owed: { toCollect: 32_000, paid: 0, withDelivery: true } };
    expect(await told('je dois combien en tout ?', ORDER, puma)).toMatch(/79\.000 FCFA/);
  });

  it.each([
    'allô ?',
    'vous êtes là ?',
    'la Nike Air Max est à combien ?',
    'je veux aussi un sac',
    'annulez ma commande',
    'changez la pointure en 42',
    'je veux changer mon adresse de livraison',
    'Marcory zone 4',
    'le livreur a déchiré le carton, remboursez-moi',
    "c'est pas la bonne couleur",
    'vous faites un prix ?',
    'vous livrez à Bingerville ?',
    'je veux parler au patron',
    'pourquoi ma commande est pas encore là, vous êtes des voleurs',
    'je peux payer par wave ?',
    'vous avez la monnaie sur 50000 ?',
    'ok merci',
  ])('« %s » is left to the person', async (words) => {
    expect(await told(words)).toBeUndefined();
  });

  it('says nothing of an order that is over, nor where there is none', async () => {
    expect(await told('ma commande est où ?', { ...ORDER, status: 'livree' })).toBeUndefined();
    const shop = InMemoryShop.ofStreetwear();
    const inbound = [{ author: 'customer' as const, text: 'ma commande est où ?', at: now }];
    const turn: Turn = {
      shop: { name: 'K', sellerFirstName: 'Kouadio' },
      customer: {},
      history: [],
      inbound,
      draft: { lines: [] },
      now,
    };
    expect(await tellOrderFacts(turn, shop)).toBeUndefined();
  });
});
