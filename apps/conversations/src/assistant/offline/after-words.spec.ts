import type { PlacedOrder, Reply } from '../assistant.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

/** What is answered to who has an order in this state. */
async function told(status: string, words: string[], more: Partial<PlacedOrder> = {}): Promise<Reply> {
  const shop = InMemoryShop.ofStreetwear();
  shop.order = { number: 'CMD-20261123-000012', status, owed: { toCollect: 47_000, paid: 0, withDelivery: true }, ...more };
  const { last } = await played(shop, words);
  expect(last.text).not.toMatch(/en boutique/);
  return last;
}

describe('who has an order and says something of it', () => {
  it.each([
    ['livree', "on m'a rien livré hein", 'rien reçu'],
    ['livree', "vous dites livré mais j'ai rien reçu", 'rien reçu'],
    ['livree', "j'ai payé 50000 au livreur il m'a pas rendu la monnaie", 'livreur'],
    ['en_livraison', 'le livreur me demande 3000 de plus', 'livreur'],
    ['en_livraison', "ça fait 2h j'attends", 'attend'],
    ['confirmee', "c'est trop loin demain, possible aujourd'hui ?", 'autre jour'],
    ['confirmee', "j'ai pas l'argent aujourd'hui, on peut repousser à vendredi ?", 'autre jour'],
    ['confirmee', "je suis au travail jusqu'à 17h, livrez après", '17h'],
    ['confirmee', "c'est ma sœur Awa qui va recevoir", 'livreur'],
    ['en_livraison', 'donnez moi le numéro du livreur', 'numéro du livreur'],
    ['en_livraison', "si c'est pas bon je rends", 'rendre'],
  ])('has it passed on to the shop while it is %s: « %s »', async (status, words, wish) => {
    const { decisions } = await told(status, [words]);
    expect(decisions).toMatchObject([{ kind: 'pass-on', order: 'CMD-20261123-000012' }]);
    expect(decisions[0]).toHaveProperty('wish', expect.stringContaining(wish));
  });

  it('hears what the order says that she must pay when the courier asks for more', async () => {
    expect((await told('en_livraison', ['le livreur me demande 3000 de plus'])).text).toMatch(/47\.000 FCFA/);
  });

  it.each(['bien reçu merci beaucoup', 'c bon g reçu', 'elles sont très jolies', 'reçu, je suis contente'])(
    'is thanked when she is pleased with what came: « %s »',
    async (words) => {
      const { text, decisions } = await told('livree', [words]);
      expect(text).toMatch(/plaisir|prie/);
      expect(decisions).toEqual([]);
    },
  );

  it.each(['ok pas grave', "d'accord compris", 'ok ça va'])('is left in peace: « %s »', async (words) => {
    expect((await told('confirmee', [words])).decisions).toEqual([]);
  });

  it('who wants her money back is given a person', async () => {
    expect((await told('livree', ['je veux mon argent'])).decisions).toMatchObject([{ kind: 'hand-over' }]);
  });

  it('who asks whether her payment came hears what is booked', async () => {
    expect((await told('confirmee', ["c'est bon j'ai payé par wave", 'vous avez reçu ?'])).text).toMatch(
      /aucun paiement n'est encore noté/,
    );
  });
});

describe('who had an order and looks for goods', () => {
  it.each(['bonjour', 'la puma est à combien ?', 'vous avez quoi en 40 ?'])('is shown them as ever: « %s »', async (words) => {
    const shop = InMemoryShop.ofStreetwear();
    shop.order = { number: 'CMD-20261123-000012', status: 'livree' };
    expect((await played(shop, [words])).last.text).toMatch(/Puma/);
  });
});
