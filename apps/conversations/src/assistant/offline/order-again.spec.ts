import type { DraftLine, PlacedOrder } from '../assistant.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const NIKE: DraftLine = {
  productId: 'airmax',
  variantId: 'airmax-41',
  productName: 'Nike Air Max 90',
  size: '41',
  unitPrice: 40_000,
  quantity: 1,
};
const BAG: DraftLine = { productId: 'sac', productName: 'Sac à dos Puma', unitPrice: 15_000, quantity: 2 };

function shopWith(order: Partial<PlacedOrder>): InMemoryShop {
  const shop = InMemoryShop.ofStreetwear();
  shop.order = { number: 'CMD-20261122-000007', status: 'livree', lines: [NIKE], ...order };
  return shop;
}

describe('who orders again', () => {
  it.each([
    'Commande encore la même chose que la dernière fois',
    'je veux la même commande',
    'bonsoir je veux recommander la meme chose',
    'comme la dernière fois svp',
    'remettez moi la même chose',
  ])('gets what she ordered last, at the prices of today: « %s »', async (words) => {
    const chat = await played(shopWith({ lines: [NIKE, BAG] }), [words]);
    expect(drafted(chat)).toBe('1x Nike Air Max 90 41 + 2x Sac à dos Puma');
    expect(chat.draft.lines[0]!.unitPrice).toBe(45_000);
  });

  it.each([
    ["J'en voudrais 4 autres", 4],
    ["j'en veux 2 autres pareils", 2],
    ['je peux en avoir 3 de plus ?', 3],
    ['encore une', 1],
    ['donnez moi une autre paire', 1],
  ])('gets so many of the one article she ordered: « %s »', async (words, quantity) => {
    const chat = await played(shopWith({}), [words, 'Cocody Angré villa 3']);
    expect(drafted(chat)).toBe(`${quantity}x Nike Air Max 90 41`);
  });

  it('has more of what is still in the shop put with it, once she agrees', async () => {
    const chat = await played(shopWith({ status: 'confirmee' }), ["j'en voudrais 2 autres"]);
    expect(chat.last.text).toMatch(/CMD-20261122-000007[^]*3 x Nike Air Max 90/);
    expect((await chat.says('oui')).decisions).toMatchObject([
      { kind: 'edit-order', number: 'CMD-20261122-000007', agreed: true },
    ]);
  });

  it('is asked of which where she ordered several articles', async () => {
    const chat = await played(shopWith({ lines: [NIKE, BAG] }), ["j'en voudrais 2 autres"]);
    expect(chat.last.text).toMatch(/Nike Air Max 90.* ou .*Sac à dos Puma/);
    expect(chat.draft.lines).toEqual([]);
    await chat.says('le sac');
    expect(drafted(chat)).toBe('2x Sac à dos Puma');
  });
});
