import type { Offer } from '../assistant.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const of = (productId: string, productName: string, unitPrice: number, sizes: string[], rest: Partial<Offer> = {}): Offer[] =>
  sizes.map((size) => ({ productId, variantId: `${productId}-${size}`, productName, size, unitPrice, available: 6, ...rest }));

function shop(): InMemoryShop {
  const market = InMemoryShop.withoutSizes();
  market.fees = { Cocody: 2000, Yopougon: 2500, Abobo: 2500 };
  market.offers = [
    ...of('airmax', 'Nike Air Max 90', 45_000, ['40', '41', '42']),
    ...of('stan', 'Adidas Stan Smith', 35_000, ['40', '41', '42']),
    ...of('puma', 'Puma Suede Classic', 30_000, ['40', '41', '42'], { floorPrice: 26_000 }),
    ...['noir', 'rouge'].map((color) => ({
      productId: 'casquette',
      variantId: `casquette-${color}`,
      productName: 'Casquette New Era',
      color,
      unitPrice: 12_000,
      available: 9,
    })),
  ];
  return market;
}

const last = async (...steps: string[]) => (await played(shop(), steps)).last;

describe('a first wish with its second', () => {
  it.each([
    ['je veux la stan smith 44 sinon 42', '42', /je n'ai pas Adidas Stan Smith, en 44/],
    ['je prends la stan smith 41 sinon 42', '41', /C'est noté/],
    ['je veux la stan smith 43 ou sinon 42', '42', /je n'ai pas Adidas Stan Smith, en 43/],
    ['je prends la stan smith, si y a pas 43 donnez 42', '42', /je n'ai pas Adidas Stan Smith, en 43/],
    ['je prends la stan smith si vous avez pas 40, mettez 42', '40', /C'est noté/],
    ['je veux la stan smith 45 à défaut 41', '41', /je n'ai pas Adidas Stan Smith, en 45/],
  ])('« %s » is %s', async (words, size, said) => {
    const chat = await played(shop(), [words]);
    expect(drafted(chat)).toBe(`1x Adidas Stan Smith ${size}`);
    expect(chat.last.text).toMatch(said);
  });

  it('neither is there: she hears so and what there is', async () => {
    expect((await last('je veux la stan smith 44 sinon 45')).text).toMatch(/en 44 ni en 45[\s\S]*40, 41 et 42/);
  });
});

describe('what another seller asks elsewhere', () => {
  it.each([
    "à Adjamé c'est 20000",
    'à Yopougon on me fait ça à 24000',
    "j'ai vu ça 20000 à Adjamé",
    "les gens d'Adjamé vendent ça 22000",
    "au grand marché de Treichville c'est 15000",
    "c'est moins cher à Treichville",
  ])('« %s » is no place of hers', async (words) => {
    const chat = await played(shop(), ['je veux la puma 42', words]);
    expect(chat.draft).not.toHaveProperty('commune');
    expect(chat.draft).not.toHaveProperty('address');
    expect(chat.last.text).toMatch(/prix|faire|30\.000 FCFA/);
  });

  it.each(['à Cocody Angré villa 12', 'livrez à Abobo baoulé derrière la mairie'])('« %s » still is', async (words) => {
    expect((await played(shop(), ['je veux la puma 42', words])).draft.address).toBeDefined();
  });
});

describe('a price for several', () => {
  it.each(['faut réduire un peu', 'faites un petit prix', '60000', '60000 pour les deux'])(
    '« %s » is answered for all of them',
    async (words) => {
      const chat = await played(shop(), ['je veux la stan smith 41 et la puma 42', words]);
      expect(chat.last.text).toMatch(/Total des articles : 6[0-9]\.\d00 FCFA/);
      expect(chat.draft).not.toHaveProperty('address');
    },
  );

  it('where nothing may be bargained the true sum is said', async () => {
    const chat = await played(shop(), ['je veux la stan smith 41 et la air max 42', '55000 les deux']);
    expect(chat.last.text).toMatch(/fixes. Total des articles : 80\.000 FCFA/);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 41 + 1x Nike Air Max 90 42');
  });
});

describe('the same as last time', () => {
  it.each(['je veux la même', 'bonjour la même chose que la dernière fois svp', "donnez moi comme d'habitude"])(
    '« %s » where no order is known is said and asked',
    async (words) => {
      const { text } = await last(words);
      expect(text).toMatch(/ancienne commande/);
      expect(text).not.toMatch(/FCFA/);
    },
  );

  it('is what she ordered', async () => {
    const market = shop();
    const bought = ['je veux la puma 42', 'Cocody Angré 8e tranche', 'je confirme'];
    const chat = await played(market, bought);
    market.order = { number: 'CMD-20261123-000001', status: 'livree', lines: chat.draft.previous ?? [] };
    await chat.says('je veux la même');
    expect(drafted(chat)).toBe('1x Puma Suede Classic 42');
  });
});

describe('the courier’s number before there is an order', () => {
  it.each([
    'quel numéro le livreur ?',
    "il va m'appeler avec quel numéro ?",
    "c'est quoi le numéro du livreur",
    'donnez moi le numero du livreur',
    'comment le livreur va me joindre ?',
  ])('« %s »: she is written it once he has her parcel', async (words) => {
    const { text, decisions } = await last('je veux la puma 42', words);
    expect(text).toMatch(/vous rece.*son numéro|numéro du livreur, vous le recevez/);
    expect(decisions.filter(({ kind }) => kind !== 'propose')).toEqual([]);
  });
});

describe('a change of mind while another price was asked', () => {
  it.each([
    ['finalement 41', '1x Nike Air Max 90 41'],
    ['mets 40 plutot', '1x Nike Air Max 90 40'],
    ['en fait je chausse du 41', '1x Nike Air Max 90 42'],
    ['ok 41', '1x Nike Air Max 90 42 + 1x Puma Suede Classic 41'],
  ])('« %s » leaves %s', async (words, lines) => {
    expect(drafted(await played(shop(), ['je veux la air max 42', 'combien la puma ?', words]))).toBe(lines);
  });
});

it.each(["vous n'avez pas de new balance ?", 'y a new balance ?', 'vous avez new balance ?'])(
  '« %s », where only a New Era comes near: no is said first',
  async (words) => {
    expect((await last(words)).text).toMatch(/je n'ai pas trouvé « new balance »/);
  },
);

describe('where she lives', () => {
  it.each(['Abobo Anyama', 'Cocody Bingerville', 'je suis à Yopougon Songon'])('« %s » names the quarter too', async (place) => {
    expect((await last('je veux la puma 42', place)).text).toMatch(/récapitulatif/);
  });

  it('begins the landmark she gave before', async () => {
    const chat = await played(shop(), ['je veux la puma 42', 'derrière la grande mosquée', 'Abobo Avocatier']);
    expect(chat.draft.address).toBe('Abobo Avocatier, derrière la grande mosquée');
  });
});

describe('how she pays, said twice', () => {
  const BUYS = ['je veux la puma 42', 'Cocody Angré 8e tranche', 'je paie par wave'];

  it.each(['je paie par wave hein', "c'est wave", 'wave'])('« %s » is told to the shop once', async (words) => {
    const { text, decisions } = await last(...BUYS, words);
    expect(text).toMatch(/déjà/);
    expect(decisions).not.toContainEqual(expect.objectContaining({ kind: 'pass-on' }));
  });

  it('another means is told again', async () => {
    const { decisions } = await last(...BUYS, 'je paie par orange money');
    expect(decisions).toContainEqual(expect.objectContaining({ kind: 'pass-on' }));
  });
});
