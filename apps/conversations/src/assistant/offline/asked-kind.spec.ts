import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

type Kind = 'shoes' | 'every trade';
async function told(kind: Kind, ...steps: string[]): Promise<string> {
  const shoes = kind === 'shoes';
  const shop = shoes ? InMemoryShop.withSizes() : InMemoryShop.ofEveryTrade();
  const seller = shoes ? undefined : { name: 'Bazar Kouadio', sellerFirstName: 'Kouadio' };
  const chat = new Chat(new OfflineAssistant(() => 'recap'), shop, seller);
  for (const step of steps) await chat.says(step);
  return chat.last.text;
}

/** The articles that a list shows. */
const shown = (text: string): string[] => [...text.matchAll(/^• (.+?) :/gm)].map((match) => match[1] ?? '');

describe('who asks by kind or by price', () => {
  it.each<[string, Kind, string[], string[]]>([
    ['the cheapest', 'shoes', ['c quoi le moins cher'], ['Puma Suede Classic']],
    ['the cheapest after the whole list', 'shoes', ['bjr', 'c quoi le moins cher'], ['Puma Suede Classic']],
    ['the dearest', 'shoes', ['le plus cher c quoi'], ['Nike Air Max 90']],
    ['the dearest, next', 'shoes', ['c quoi le moins cher', 'et le plus cher ?'], ['Nike Air Max 90']],
    ['by price, all of them', 'shoes', ['les moins chers ?'], ['Puma Suede Classic', 'Adidas Stan Smith', 'Nike Air Max 90']],
    ['the cheapest of a kind', 'every trade', ['c quoi le téléphone le moins cher que vous avez'], ['iPhone 11']],
    ['the dearest of a kind', 'every trade', ['votre telephone le plus cher c combien'], ['iPhone 13']],
    ['a kind that no name tells', 'every trade', ['ya quoi comme telephone'], ['iPhone 11', 'iPhone 13']],
    ['a kind with one article', 'every trade', ['vous avez des habits ?'], ['Robe longue wax']],
    ['a kind while another article is talked about', 'every trade', ['la montre', 'ya quoi comme boissons'], ['Eau minérale']],
    [
      'the trade of the shop',
      'shoes',
      ['vous avez des chaussures ?'],
      ['Nike Air Max 90', 'Adidas Stan Smith', 'Puma Suede Classic'],
    ],
  ])('%s', async (_title, kind, steps, articles) => {
    expect(shown(await told(kind, ...steps))).toEqual(articles);
  });

  it.each([
    ['ya quoi comme sacs', 'sacs'],
    ['vous avez des téléphones ?', 'telephones'],
    ['ya quoi comme casseroles', 'casseroles'],
  ])('« %s » where there are none hears so', async (words, noun) => {
    expect(await told('shoes', words)).toContain(`pas trouvé « ${noun} » en boutique`);
  });

  it('what is of no kind we know is no telephone in a shop that sells as much beside telephones', async () => {
    const goods = (productName: string, unitPrice: number) => ({ productId: productName, productName, unitPrice, available: 5 });
    const shop = new InMemoryShop([
      goods('Nokia 105', 13_000),
      goods('iPhone 11', 185_000),
      goods('Chargeur 25W', 6_000),
      goods('Ultra 8', 5_000),
    ]);
    const chat = new Chat(new OfflineAssistant(() => 'recap'), shop, { name: 'Ibra Phone Center', sellerFirstName: 'Ibra' });
    expect(shown((await chat.says('quel est le téléphone le moins cher que vous avez')).text)).toEqual(['Nokia 105']);
  });

  it('what is sold out is not the cheapest', async () => {
    const shop = InMemoryShop.withSizes();
    for (const offer of shop.offers) if (offer.productId === 'puma') offer.available = 0;
    const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
    expect(shown((await chat.says('c quoi le moins cher')).text)).toEqual(['Adidas Stan Smith']);
  });

  it.each(['c quoi le moins cher que tu peux faire', 'un peu moins cher svp', 'le moins cher possible'])(
    '« %s » bargains for the article talked about',
    async (words) => expect(await told('every trade', 'la montre', words)).toMatch(/Montre connectée à 16\.500 FCFA/),
  );
});
