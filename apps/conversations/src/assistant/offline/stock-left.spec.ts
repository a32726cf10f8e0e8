import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';
import { check } from '../guard.js';

async function told(...steps: string[]): Promise<Chat> {
  const chat = new Chat(new OfflineAssistant(() => 'recap'), InMemoryShop.withSizes());
  for (const step of steps) await chat.says(step);
  return chat;
}

describe('how many are left', () => {
  it.each([
    ['il reste combien', ['la nike en 39'], /Nike Air Max 90, en 39 : il en reste 2\./],
    ['yen a combien encore ?', ['je veux la nike en 39'], /Nike Air Max 90, en 39 : il en reste 2\./],
    ['vous avez combien de puma en 40 rouge', [], /Puma Suede Classic, en 40, rouge : il en reste 2\./],
    ['il en reste combien ?', ['la nike'], /en 38 : 4 en stock\n• en 39 : 2 en stock\n• en 42 : 4 en stock/],
    ['stock combien', ['la puma en 40'], /en 40, noir : 3 en stock\n• en 40, rouge : 2 en stock/],
    ['il reste combien', ['la stan smith en 38', 'mettez 2'], /Adidas Stan Smith, en 38 : il en reste 5\./],
  ])('« %s » after %j', async (words, steps, text) => {
    expect((await told(...steps, words)).last.text).toMatch(text);
  });

  it('beyond a few, only that there are several', async () => {
    const shop = InMemoryShop.withoutSizes();
    const chat = new Chat(new OfflineAssistant(() => 'recap'), shop, { name: 'Bazar', sellerFirstName: 'Awa' });
    await chat.says('la puma');
    expect((await chat.says('il reste combien')).text).toContain('Puma Suede Classic : il en reste plusieurs.');
  });

  it('none is said where none is', async () => {
    const shop = InMemoryShop.withSizes();
    const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
    await chat.says('la nike en 39');
    for (const offer of shop.offers) if (offer.productId === 'nike') offer.available = 0;
    expect((await chat.says('il reste combien')).text).toContain("Nike Air Max 90, en 39 n'est plus disponible");
  });

  it('the sale goes on from there', async () => {
    const chat = await told('la nike en 39', 'il reste combien', 'oui', 'Cocody Angré villa 3', 'oui');
    expect(chat.last.decisions).toMatchObject([{ kind: 'confirm', draft: { lines: [{ productId: 'nike', size: '39' }] } }]);
  });

  it.each(['il en reste 7', 'il en reste plusieurs', 'plusieurs en stock'])(
    '« %s » of one left passes no guard',
    async (claim) => {
      const shop = InMemoryShop.withSizes();
      shop.offers = shop.offers.map((offer) =>
        offer.productId === 'nike' ? { ...offer, available: offer.size === '39' ? 1 : 0 } : offer,
      );
      const turn = {
        shop: { name: 'Kouadio Chaussures', sellerFirstName: 'Kouadio' },
        customer: {},
        history: [],
        inbound: [{ author: 'customer' as const, text: 'il reste combien de nike', at: new Date() }],
        draft: { lines: [] },
        now: new Date(),
      };
      const reply = {
        draft: turn.draft,
        engine: 'gemini' as const,
        facts: [],
        decisions: [],
        text: `Nike Air Max 90, en 39 : ${claim}.`,
      };
      expect((await check(reply, turn, shop)).ok).toBe(false);
      expect((await check({ ...reply, text: 'Nike Air Max 90, en 39 : il en reste 1.' }, turn, shop)).ok).toBe(true);
    },
  );
});
