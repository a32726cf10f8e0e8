import type { Turn } from '../assistant.js';
import { check } from '../guard.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

const SHOP: Turn['shop'] = { name: 'Kouadio Chaussures', sellerFirstName: 'Kouadio', openingHours: 'de 8h à 19h' };
const ADDRESS = 'Abobo, rue 1250, lot 4512, Magasin Kouadio';

async function said(shop: Turn['shop'], ...steps: string[]): Promise<Chat> {
  const chat = new Chat(new OfflineAssistant(() => 'recap'), InMemoryShop.withSizes(), shop);
  for (const step of steps) await chat.says(step);
  return chat;
}

describe('who would come to the shop', () => {
  it.each([
    'je peux venir chercher ?',
    'je peux récupérer au magasin ?',
    'je passe la prendre moi-même',
    'je préfère retirer sur place',
    'je viens prendre ça chez vous',
  ])('« %s » hears where it is, the shop hears of it, and the assistant stays', async (words) => {
    const chat = await said({ ...SHOP, pickupAddress: ADDRESS }, 'je veux nike 42', words);
    expect(chat.last.text).toContain(ADDRESS);
    expect(chat.last.decisions).toMatchObject([
      { kind: 'pass-on', wish: expect.stringMatching(/venir chercher.*Nike Air Max 90/) as string },
    ]);
    expect((await chat.says('finalement livrez-moi, Cocody Angré villa 3')).decisions.map(({ kind }) => kind)).not.toContain(
      'hand-over',
    );
  });

  it.each(['vous êtes où ?', 'vous êtes situé où ?', 'vous avez une boutique ?', 'je peux passer au magasin ?'])(
    '« %s » hears where it is',
    async (words) => {
      const chat = await said({ ...SHOP, pickupAddress: ADDRESS }, words);
      expect(chat.last.text).toContain(ADDRESS);
      expect(chat.last.decisions).toEqual([]);
    },
  );

  it.each(['vous êtes où ?', 'je peux venir chercher ?'])('« %s »: the shop is asked where nobody said it', async (words) => {
    const { last } = await said(SHOP, words);
    expect(last.text).toMatch(/l'adresse de la boutique/);
    expect(last.decisions).toMatchObject([{ kind: 'pass-on' }]);
  });

  it('may not hear of amounts or numbers that only look like the address', async () => {
    const chat = await said({ ...SHOP, pickupAddress: ADDRESS }, 'vous êtes où ?');
    const turn: Turn = {
      shop: { ...SHOP, pickupAddress: ADDRESS },
      customer: {},
      history: [],
      inbound: [],
      draft: { lines: [] },
      now: chat.now,
    };
    const lie = { ...chat.last, text: `${chat.last.text} La Nike est à 4.512 FCFA.` };
    expect((await check(lie, turn, InMemoryShop.withSizes())).ok).toBe(false);
  });
});
