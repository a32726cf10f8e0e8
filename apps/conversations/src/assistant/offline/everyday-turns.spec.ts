import type { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

const lines = (chat: Chat): string =>
  chat.draft.lines
    .map((line) => [`${line.quantity}x ${line.productName}`, line.size, line.color, line.unitPrice].filter(Boolean).join(' '))
    .join(' + ');

describe('turns a chat takes every day', () => {
  it.each<[string, string[], string]>([
    ['« non 3 » where the address is asked', ['nike 42', '2', 'non 3'], '3x Nike Air Max 90 42 45000'],
    [
      'a line changed while another article is talked about',
      ['je veux nike 38 et puma rouge 40', 'la stan smith ?', 'change la puma en noir'],
      '1x Nike Air Max 90 38 45000 + 1x Puma Suede Classic 40 noir 30000',
    ],
    [
      'back to what she turned down',
      ['la puma noire en 41', 'trop cher laisse', 'bon ok 28000', 'je prends'],
      '1x Puma Suede Classic 41 noir 30000',
    ],
    ['a question about another size takes nothing', ['la puma 41', 'vous avez la meme en 40 ?'], ''],
  ])('%s', async (_title, steps, expected) => {
    expect(lines(await played(InMemoryShop.withSizes(), steps))).toBe(expected);
  });

  it.each<[string, string[], string]>([
    [
      'so many of each weight',
      ['je veux 2 beurre de karité 1kg', 'en fait 1 de 1kg et 2 de 250g'],
      '1x Beurre de karité 1 kg 8000 + 2x Beurre de karité 250 g 2500',
    ],
    [
      'a price for both of two colours',
      ['robe rouge M et robe bleu L', '36000 les deux'],
      '1x Robe longue wax M rouge 18000 + 1x Robe longue wax L bleu 18000',
    ],
    [
      'another telephone, where the first is not to be had for less',
      ['je veux iphone 13', 'c trop cher', 'bon je prends l iphone 11 alors', '128'],
      '1x iPhone 11 128 go noir 205000',
    ],
    ['the glass for « le 11 »', ['un verre trempé', 'pour le 11', 'ok'], '1x Verre trempé iPhone 11 1500'],
  ])('%s', async (_title, steps, expected) => {
    expect(lines(await played(InMemoryShop.ofEveryTrade(), steps))).toBe(expected);
  });

  it('« et 2 bissap » is no address', async () => {
    const chat = await played(InMemoryShop.ofEveryTrade(), ['2 garba royal', 'et 2 bissap']);
    expect(chat.draft.address).toBeUndefined();
    expect(chat.last.text).toContain('pas trouvé « bissap »');
  });

  it('a place alone under a recap moves the delivery', async () => {
    const chat = await played(InMemoryShop.withSizes(), ['je veux nike 42', 'koumassi bia sud', 'treichville']);
    expect(chat.draft.address).toBeUndefined();
    expect((await chat.says('arras 3 pharmacie')).text).toContain('Frais de livraison (Treichville) : 1.500 FCFA');
  });

  it('a number written in pieces is one; a part of one is asked for whole', async () => {
    const buying = ['je veux nike 42', 'koumassi bia sud pharmacie'];
    expect((await played(InMemoryShop.withSizes(), [...buying, '07 09 10 | 11 12'])).draft.phone).toBe('+2250709101112');
    const chat = await played(InMemoryShop.withSizes(), [...buying, 'mon num c 07 09 10']);
    expect(chat.draft.phone).toBeUndefined();
    expect(chat.last.text).toMatch(/manque des chiffres/);
  });

  it('her sister’s number is a number, and asks for nobody', async () => {
    const chat = await played(InMemoryShop.withSizes(), [
      'je veux nike 42',
      'koumassi bia sud',
      'mets le num de ma soeur 0758585858',
    ]);
    expect(chat.draft.phone).toBe('+2250758585858');
    expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
  });

  it('who thinks it over is left in peace', async () => {
    const { last } = await played(InMemoryShop.withSizes(), ['la puma', 'je vais réfléchir']);
    expect(last.text).toMatch(/Prenez votre temps/);
    expect(last.text).not.toContain('pointure');
  });

  it('who would fetch her goods hears that the shop says where and when, and when it is open', async () => {
    const { last } = await played(InMemoryShop.withSizes(), ['je veux nike 42', 'je passe chercher au magasin']);
    expect(last.text).toMatch(/je préviens Kouadio.*l'adresse de la boutique.*du lundi au samedi, de 8h à 19h/);
    expect(last.decisions).toMatchObject([{ kind: 'pass-on', wish: 'venir chercher sur place : 1 x Nike Air Max 90, en 42' }]);
  });
});
