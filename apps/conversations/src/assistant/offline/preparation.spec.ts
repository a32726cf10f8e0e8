import { marketShop } from '../testing/market.js';
import { drafted, played } from '../testing/played.js';

const TAKES = '1 chargeur';

describe('a paper or a wrapping', () => {
  it.each([
    ['vous donnez une facture ?', 'une facture : « vous donnez une facture »'],
    ["y'a facture ?", "une facture : « y'a facture »"],
    ['je peux avoir un reçu ?', 'une facture : « je peux avoir un reçu »'],
    ["c'est possible d'avoir la facture normalisée ?", "une facture : « c'est possible d'avoir la facture normalisée »"],
    ['il me faut un bon de livraison', 'une facture : « il me faut un bon de livraison »'],
    ['le reçu sera au nom de Koné', 'une facture : « le reçu sera au nom de Koné »'],
    ['vous pouvez emballer en cadeau ?', 'un emballage ou un mot : « vous pouvez emballer en cadeau »'],
    ['emballage cadeau svp', 'un emballage ou un mot : « emballage cadeau svp »'],
  ])('« %s » is told to the shop once, and the sale goes on', async (said, wish) => {
    const chat = await played(marketShop(), [TAKES, said]);
    expect(chat.last.decisions).toEqual([{ kind: 'pass-on', wish }]);
    expect(drafted(chat)).toBe('1x Chargeur rapide 25W');
    expect(chat.last.text).toMatch(/livrer|adresse/);
    expect(chat.draft.receiver).toBeUndefined();
  });

  it('asked for as a question is answered by the seller, and not promised', async () => {
    expect((await played(marketShop(), [TAKES, 'vous donnez une facture ?'])).last.text).toMatch(/vous répond ici/);
  });

  it.each(["j'ai pas encore reçu mon colis", 'vous avez combien sur la facture ?', 'sans facture'])(
    '« %s » asks for none',
    async (said) => {
      const { last } = await played(marketShop(), [TAKES, said]);
      expect(last.decisions.filter((one) => one.kind === 'pass-on' && one.wish.startsWith('une facture'))).toEqual([]);
    },
  );
});
