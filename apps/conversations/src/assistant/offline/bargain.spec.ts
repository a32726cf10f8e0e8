import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

const play = (...steps: string[]) => played(InMemoryShop.ofEveryTrade(), steps);

const granted = async (...steps: string[]) => (await play(...steps)).draft.granted?.map((one) => one.unitPrice) ?? [];

describe('who bargains', () => {
  it('gets half of the way first, the floor when she insists, and never less', async () => {
    const chat = await play('la montre', 'dernier prix ?');
    expect(chat.last.text).toContain('Montre connectée à 16.500 FCFA');
    expect((await chat.says('c’est trop cher')).text).toContain('15.000 FCFA');
    expect((await chat.says('vraiment dernier ?')).text).toMatch(/vraiment mon dernier prix.*15\.000 FCFA/);
    expect((await chat.says('10000')).text).toMatch(/15\.000 FCFA/);
    expect(chat.draft.granted).toEqual([{ productId: 'Montre connectée', unitPrice: 15_000 }]);
  });

  it.each<[string, string[], number[]]>([
    ['an amount between floor and price', ['la montre', 'je prends à 17000'], [17_000]],
    ['an amount in thousands', ['la montre', '16 mille ?'], [16_000]],
    ['an amount for all she wants', ['je veux 2 montres', 'les 2 à 32000'], [16_000]],
    ['an amount taken off', ['la montre', 'une réduction de 2000 ?'], [16_000]],
    ['an amount under the floor gets half of the way', ['la montre', 'je donne 9000'], [16_500]],
    ['the price itself is no bargain', ['la montre', '18000 ?'], []],
    ['more than was granted changes nothing', ['la montre', 'dernier prix', '17000'], [16_500]],
    ['a price without a floor is fixed', ['garba royal', 'dernier prix', '1000'], []],
  ])('%s', async (_title, steps, prices) => {
    expect(await granted(...steps)).toEqual(prices);
  });

  it('pays what was granted, in the recap and in the order', async () => {
    const chat = await play('je veux 2 montres', 'dernier prix', 'Cocody Angré villa 3');
    expect(chat.last.text).toContain("• 2 x Montre connectée : 16.500 FCFA l'unité, soit 33.000 FCFA");
    expect(chat.last.text).toContain('À payer à la réception : 35.000 FCFA');
    expect((await chat.says('oui')).decisions).toMatchObject([{ kind: 'confirm', draft: { lines: [{ unitPrice: 16_500 }] } }]);
  });

  it('may bargain after the recap: it is shown again at the new price, to be confirmed', async () => {
    const chat = await play('je veux une montre', 'Cocody Angré villa 3', 'dernier prix');
    expect(chat.last.decisions).toMatchObject([
      { kind: 'propose', draft: { lines: [{ unitPrice: 16_500 }], recapNonce: 'recap-2' } },
    ]);
  });

  it('is granted a price for the size she wants, and for no dearer one', async () => {
    const chat = await play('iphone 11 64 go', '178000');
    expect(chat.draft.granted).toEqual([{ productId: 'iPhone 11', variantId: 'iPhone 11/64 go/noir', unitPrice: 178_000 }]);
    expect((await chat.says('et la 128 go')).text).toContain('205.000 FCFA');
  });

  it('is told that the fee of a delivery is fixed', async () => {
    expect((await play('la livraison est trop chère')).last.text).toMatch(/Les frais de livraison/);
  });
});
