import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const play = (...steps: string[]) =>
  played(InMemoryShop.ofEveryTrade(), steps, { name: 'Bazar Kouadio', sellerFirstName: 'Kouadio' });

describe('an order in a shop of any trade', () => {
  it.each<[string, string[], string]>([
    ['a capacity written together', ['je veux iphone 11 128go'], '1x iPhone 11 128 go noir'],
    ['a capacity by its number', ['je prends l iphone 11', 'la 64'], '1x iPhone 11 64 go noir'],
    ['a size that is the name of another product', ['1 verre trempé pour iphone 13'], '1x Verre trempé iPhone 13'],
    ['a colour in the middle of a name', ['je veux une coque noire iphone 11'], '1x Coque silicone iPhone 11 noir'],
    ['a weight in words, by an alias', ['donnez moi 2 karité de 1 kilo'], '2x Beurre de karité 1 kg'],
    ['a product called by an everyday word', ['je veux une montre'], '1x Montre connectée'],
    ['several at once', ['2 garba royal et 3 eaux'], '2x Garba royal + 3x Eau minérale'],
    ['a number split over two forms', ['2 garba', '1 simple 1 royal'], '1x Garba simple + 1x Garba royal'],
    [
      'a number split over two colours, one of them in the name',
      ['je veux 3 rouges à lèvres, 2 rouges et 1 nude'],
      '2x Rouge à lèvres mat rouge + 1x Rouge à lèvres mat nude',
    ],
    [
      'two sizes of one colour',
      ['2 robes longues rouges, une en M et une en L svp'],
      '1x Robe longue wax M rouge + 1x Robe longue wax L rouge',
    ],
    [
      'both of what she asked about',
      ['la robe longue bleue en M ?', 'vous avez en L ?', 'je prends les deux'],
      '1x Robe longue wax M bleu + 1x Robe longue wax L bleu',
    ],
    ['the second of the list', ['vous avez quoi', 'le deuxième', 'je prends'], '1x iPhone 13 128 go bleu'],
    ['a word of the list', ['iphone ?', 'le 13', 'ok'], '1x iPhone 13 128 go bleu'],
    ['numbers after size and colour', ['robe longue rouge M 4'], '4x Robe longue wax M rouge'],
    ['another article instead', ['je veux une eau', 'non finalement je veux un garba royal'], '1x Garba royal'],
    [
      'one more like it in another size',
      ['je veux robe longue rouge M', 'la même en L'],
      '1x Robe longue wax M rouge + 1x Robe longue wax L rouge',
    ],
    ['the cheapest of the list', ['iphone ?', 'le moins cher', '64 go', 'ok'], '1x iPhone 11 64 go noir'],
    ['the only one of the list in her colour', ['iphone ?', 'le bleu', 'ok'], '1x iPhone 13 128 go bleu'],
    ['a number of whatever they are counted in', ['le beurre de karité 1 kg', 'ok 2 pots'], '2x Beurre de karité 1 kg'],
    [
      'two colours of a long name',
      ['je veux 2 coques roses et 1 noire pour iphone 11'],
      '2x Coque silicone iPhone 11 rose + 1x Coque silicone iPhone 11 noir',
    ],
    ['a form filled in', ['Commande : Garba royal x2 et eau x3'], '2x Garba royal + 3x Eau minérale'],
  ])('%s', async (_title, steps, expected) => {
    expect(drafted(await play(...steps))).toBe(expected);
  });

  it('the same as last time, at today’s price', async () => {
    const chat = await play('2 garba royal', 'Cocody Angré château', 'oui', 'bonjour, la même chose svp');
    expect(chat.last.text).toMatch(/C'est noté : 2 x Garba, royal\.[^]*récapitulatif/);
    expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
  });
});

describe('an answer in a shop of any trade', () => {
  it.each<[string, string[], RegExp]>([
    [
      'two prices asked at once',
      ['combien le garba et combien la montre'],
      /Garba : de 1\.000 FCFA à 1\.500 FCFA[^]*Montre connectée : 18\.000 FCFA/,
    ],
    ['a price and a fee asked at once', ['c combien la montre et la livraison à cocody ?'], /2\.000 FCFA[^]*18\.000 FCFA/],
    ['a model that is not sold', ['iphone 12 dispo ?'], /pas trouvé « iphone 12 »[^]*iPhone 11[^]*iPhone 13/],
    [
      'what there is for her money',
      ['vous avez quoi à 1000 ?'],
      /Dans ce budget[^]*Garba : 1\.000 FCFA[^]*Eau minérale : 500 FCFA/,
    ],
    ['the cheapest', ['c quoi le moins cher'], /plus abordable :\n• Eau minérale : 500 FCFA/],
    [
      'what nobody wrote down',
      ['la montre c combien', 'c est etanche ?', 'elle est etanche ?'],
      /Kouadio vous répondra mieux que moi/,
    ],
    ['where somebody delivers', ['vous livrez où ?'], /Cocody, Marcory, Plateau/],
    ['a place that nobody delivers to', ['1 eau', 'Bouaké quartier commerce'], /pas de livreur pour Bouaké/],
    [
      'the sum before there is an address',
      ['5 eaux et 2 garba royal', 'ça fait combien le tout'],
      /Total des articles : 5\.500 FCFA/,
    ],
  ])('%s', async (_title, steps, expected) => {
    expect((await play(...steps)).last.text).toMatch(expected);
  });

  it('never says the same thing twice in a row', async () => {
    const chat = await play('je veux une eau');
    for (const text of ['ok', 'oui', 'vous êtes où', 'ok']) await chat.says(text);
    const texts = chat.replies.map((reply) => reply.text);
    expect(texts.filter((text, i) => text === texts[i - 1])).toEqual([]);
  });

  it('calls a person when the same question brings nothing three times', async () => {
    const chat = await play('je veux iphone 11');
    for (const text of ['oui', 'oui', 'oui']) await chat.says(text);
    expect(chat.last.decisions).toMatchObject([{ kind: 'hand-over' }]);
  });
});
