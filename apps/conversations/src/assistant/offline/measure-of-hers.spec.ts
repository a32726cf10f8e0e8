import { InMemoryShop } from '../testing/in-memory-shop.js';
import { marketShop } from '../testing/market.js';
import { drafted, played } from '../testing/played.js';

const ROSE = { name: 'Chez Tantie Rose', sellerFirstName: 'Rose', openingHours: 'du lundi au samedi, de 8h à 19h' };

describe('a size that what she has says', () => {
  it.each([
    [
      ['A15 128 noir', 'ok je prends', 'ajoute 2 incassables pour ça'],
      '1x Samsung Galaxy A15 128 Go noir + 2x Verre trempé Galaxy A15',
    ],
    [['2 gnamakou grand', 'remplacez gnamakou par bissap'], '2x Jus de bissap 1 litre'],
    [['tecno ou A15 ?', 'A15 la petite capacité', 'ok'], '1x Samsung Galaxy A15 128 Go noir'],
    [['hollandais combien', 'la pièce complète en rouge', 'ok'], '1x Pagne Wax Hollandais 6 yards rouge'],
    [['hollandais rouge pièce entière', 'je prends'], '1x Pagne Wax Hollandais 6 yards rouge'],
    [['lait karité le grand', 'ok'], '1x Lait de corps Karité 500 ml'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps))).toBe(ordered);
  });
});

describe('what is on offer is taken with what she adds to it', () => {
  it.each([
    [['A15 128 combien', 'ok je prends avec un chargeur'], '1x Samsung Galaxy A15 128 Go noir + 1x Chargeur rapide 25W'],
    [['hollandais 6 yards rouge', 'ok mets avec un foulard'], '1x Pagne Wax Hollandais 6 yards rouge + 1x Foulard satin'],
    [['A15 noir combien', 'ok je prends avec un chargeur', '128'], '1x Samsung Galaxy A15 128 Go noir + 1x Chargeur rapide 25W'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps))).toBe(ordered);
  });
});

describe('a letter or a word that is no size, colour or number', () => {
  it('« l’ensemble en M » is asked in M', async () => {
    const shop = new InMemoryShop(
      ['M', 'L'].map((size) => ({
        ...{ productId: 'e', variantId: size, productName: 'Ensemble jupe et haut', size, unitPrice: 25_000, available: 3 },
      })),
    );
    expect((await played(shop, ["l'ensemble jupe et haut en M dispo ?"])).last.text).toContain('en M à 25.000');
    expect((await played(shop, ["l'ensemble jupe et haut en L dispo ?"])).last.text).toContain('en L à 25.000');
  });

  it.each(['bonjour tantie Rose, 2 garba royal', 'Bonjour Rose 2 garba royal', 'bsr maman rose 2 garba royal svp'])(
    '« %s » wants nothing in rose',
    async (said) => {
      const chat = await played(marketShop(), [said], ROSE);
      expect(drafted(chat)).toBe('2x Menu garba royal');
      expect(chat.last.text).not.toContain('couleur');
    },
  );

  it('« les 6 yards » of a cloth that is called so are one', async () => {
    const { last } = await played(marketShop(), ['woodin', "c'est combien les 6 yards"]);
    expect(last.text).not.toContain('108.000');
  });

  it('« je veux réfléchir » takes nothing', async () => {
    expect(drafted(await played(marketShop(), ['un foulard combien', 'je veux réfléchir']))).toBe('');
  });
});

describe('a change that is asked about', () => {
  it('is left where she says something else instead', async () => {
    const chat = await played(marketShop(), [
      ...['chemise bazin', 'une L et deux XL', 'mettez en M', 'facture svp'],
      'Marcory zone 4, terminus 27',
    ]);
    expect(chat.last.text).toContain('Vous confirmez ?');
  });

  it('is none where all are so already', async () => {
    const chat = await played(marketShop(), ['mèches noir 5', 'hollandais 6 yards bleu 2 et woodin bleu 1', 'bleu ça va']);
    expect(chat.last.text).not.toBe('');
  });
});

describe('who receives it', () => {
  it('is told with a title', async () => {
    const chat = await played(marketShop(), [
      '2 foutou',
      'Plateau avenue Chardy, immeuble Le Paris',
      "c'est M. Kouamé qui reçoit",
    ]);
    expect(chat.draft.receiver).toBe('M. Kouamé');
  });
});
