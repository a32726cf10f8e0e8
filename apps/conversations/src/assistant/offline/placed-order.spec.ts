import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

/** She ordered an Adidas in 40 a moment ago; it is planned for tomorrow. */
async function afterTheOrder(...steps: string[]): Promise<Chat> {
  const shop = InMemoryShop.withSizes();
  const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
  for (const step of ['je veux la stan smith en 40', 'Cocody Angré villa 3', 'je confirme']) await chat.says(step);
  shop.order = { number: 'CMD-7', status: 'CONFIRMEE', plannedFor: new Date('2026-11-24T14:00:00Z') };
  for (const step of steps) await chat.says(step);
  return chat;
}

describe('who has ordered', () => {
  it.each([
    ['another number', 'changez le numero 0101020304', 'nouveau numéro (+2250101020304)'],
    ['another size', "je veux changer c'est la 42 finalement", 'taille 42'],
    ['another size, in other words', 'finalement je veux la 41', 'taille 41'],
    ['another address', 'nouvelle adresse Marcory zone 4 pharmacie du bonheur', 'nouvelle adresse'],
  ])('and wants %s is passed on to the seller with her wish: an order is not changed here', async (_title, words, wish) => {
    const { last, draft } = await afterTheOrder(words);
    expect(last.decisions).toMatchObject([{ kind: 'hand-over', reason: expect.stringContaining(wish) as string }]);
    expect(last.text).toMatch(/CMD-7.*Kouadio/);
    expect(last.text).not.toMatch(/noté/);
    expect(draft.lines).toEqual([]);
  });

  it('and gives up its only article is asked whether the order is cancelled', async () => {
    const { last } = await afterTheOrder('annule la stan smith');
    expect(last.text).toMatch(/annul.*CMD-7/i);
    expect(last.buttons?.[0]?.id).toBe('annuler-commande:CMD-7');
  });

  it('and gives up an article of it that is not known here is passed on', async () => {
    const { last } = await afterTheOrder('annule la nike');
    expect(last.decisions).toMatchObject([{ kind: 'hand-over', reason: 'commande CMD-7 à modifier : retirer Nike Air Max 90' }]);
  });

  it.each(['le livreur passe à quelle heure ?', 'ça arrive quand ?', 'c’est bon pour demain ?', 'ma commande ?'])(
    'and asks « %s » hears where it is and when it comes',
    async (words) => {
      const { last } = await afterTheOrder(words);
      expect(last.text).toMatch(/CMD-7.*confirmée\. Livraison prévue demain à 14h00/);
    },
  );

  it.each(['je veux la puma noire en 41', 'bonjour', 'vous avez quoi ?', 'merci'])(
    'may go on as anybody: « %s »',
    async (words) => {
      const { decisions, text } = (await afterTheOrder(words)).last;
      expect(decisions.map((one) => one.kind)).not.toContain('hand-over');
      expect(text).not.toContain('CMD-7');
    },
  );
});
