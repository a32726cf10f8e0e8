import { drafted, played } from '../testing/played.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';

/** A shop of sandals in two colours and of trainers without any. */
function shop(): InMemoryShop {
  const shop = InMemoryShop.withoutSizes();
  shop.fees = { Cocody: 2000, Yopougon: 2500 };
  const sandals = ['37 marron', '38 marron', '38 noir'].map((variant) => {
    const [size, color] = variant.split(' ') as [string, string];
    return {
      productId: 'sandales',
      variantId: variant,
      productName: 'Sandales Arizona',
      size,
      color,
      unitPrice: 18000,
      available: 4,
    };
  });
  const trainers = ['38', '39', '40', '41', '42'].map((size) => ({
    productId: 'stan',
    variantId: `stan-${size}`,
    productName: 'Adidas Stan Smith',
    size,
    unitPrice: 35000,
    available: 4,
  }));
  shop.offers = [...sandals, ...trainers];
  return shop;
}

describe('a pair for each of several people', () => {
  it.each([
    'lui il fait 42 moi 40',
    '42 pour lui, 40 pour moi',
    'mon mari 42 et moi je fais 40',
    'pour mon frère 42, pour ma soeur 40',
    'le grand 42, le petit 40',
  ])('takes one in each size: « %s »', async (said) => {
    const chat = await played(shop(), ['je veux des stan smith', said]);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 42 + 1x Adidas Stan Smith 40');
  });

  it('gives each the colour said for that person, whichever is named first', async () => {
    const start = ['je veux des sandales pour mes filles', 'la grande fait 38 et la petite 37'];
    for (const colors of ['noir pour la grande et marron pour la petite', 'marron pour la petite et noir pour la grande'])
      expect(drafted(await played(shop(), [...start, colors]))).toBe(
        '1x Sandales Arizona 38 noir + 1x Sandales Arizona 37 marron',
      );
    expect(drafted(await played(shop(), [...start, 'marron les deux']))).toBe(
      '1x Sandales Arizona 38 marron + 1x Sandales Arizona 37 marron',
    );
  });

  it('reads no second pair from a size that is doubted', async () => {
    const chat = await played(shop(), ['je veux la stan smith', 'ma femme fait 38 mais elle veut 39']);
    expect(chat.draft.pending).toBeUndefined();
    expect(chat.draft.lines.length).toBeLessThan(2);
  });

  it('hears « je fais 41 » as what she wears, and « fais moi 33 » as a price', async () => {
    for (const said of ['je fais 41', 'wai ms g fais 41', 'moi je fais 41'])
      expect((await played(shop(), ['stan smith c combien', said])).draft.interest?.size).toBe('41');
    const chat = await played(shop(), ['stan smith 41', 'fais moi 33']);
    expect(chat.draft.interest?.size).toBe('41');
    expect(chat.last.text).toContain('35.000');
  });
});

describe('somebody else who is to be called', () => {
  it.each([
    ['contacter Awa au 0708091011', 'Awa'],
    ['appelle Fatou au 00225 07 08 09 10 11', 'Fatou'],
    ['contact: Mariam 0708091011', 'Mariam'],
  ])('keeps name and number: « %s »', async (said, name) => {
    const { draft } = await played(shop(), ['stan smith 40, cocody angré 8e tranche', said]);
    expect([draft.receiver, draft.phone, draft.address]).toEqual([name, '+2250708091011', 'cocody angré 8e tranche']);
  });

  it('keeps the number that stands in a word for the courier', async () => {
    for (const said of ['le livreur peut appeler mon frère Yao au 0708091011', 'appelez Konan au 0708091011 en arrivant'])
      expect((await played(shop(), ['stan smith 40, cocody angré 8e tranche', said])).draft.phone).toBe('+2250708091011');
  });

  it('reads a number written with its country and no blank', async () => {
    for (const said of ['+2250708091011', '2250708091011', '002250708091011'])
      expect((await played(shop(), ['stan smith 40, cocody angré 8e tranche', said])).draft.phone).toBe('+2250708091011');
  });
});

describe('what is forbidden to take off', () => {
  it.each([
    'enlève pas les sandales hein',
    "n'enlevez pas les sandales",
    'faut surtout pas enlever les sandales',
    "j'ai pas dit d'enlever les sandales",
    'retire pas les sandales svp',
  ])('stays: « %s »', async (said) => {
    const chat = await played(shop(), ['1 stan smith 40 et 1 sandales 38 noir', 'cocody angré 8e tranche', said]);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 40 + 1x Sandales Arizona 38 noir');
  });
});

describe('a present for somebody', () => {
  it.each(['je veux offrir des sandales 37 à ma soeur', "j'aimerais lui offrir les sandales en 37"])(
    'is bought, and asks for nothing free: « %s »',
    async (said) => expect((await played(shop(), [said])).last.text).not.toContain('peux pas offrir'),
  );
});

describe('pictures, pauses and Dioula', () => {
  it('sells to who writes with pictures', async () => {
    const chat = await played(shop(), ['👡❓', '3️⃣8️⃣ ⚫', '📍 Cocody Angré, rue des jardins', '👍']);
    expect(chat.last.decisions.map(({ kind }) => kind)).toContain('confirm');
    expect(chat.draft.previous?.map(({ size, color }) => [size, color])).toEqual([['38', 'noir']]);
  });

  it('leaves the pauses of a voice note out of the address and out of a yes', async () => {
    const chat = await played(shop(), [
      'euh stan smith 40',
      'euh je suis à Yopougon Toits Rouges euh à côté du glacier',
      "euh oui c'est ça",
    ]);
    expect(chat.last.decisions.map(({ kind }) => kind)).toContain('confirm');
    expect(chat.draft.address).toBe('Yopougon Toits Rouges à côté du glacier');
  });

  it('knows how a price is asked and an article taken in Dioula', async () => {
    const chat = await played(shop(), ['stan smith a songo ye joli ye', '41 bè ?', "n b'a ta"]);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 41');
    expect(chat.replies[0]?.text).toContain('35.000');
  });
});
