import type { Offer } from '../assistant.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const of = (
  productId: string,
  productName: string,
  unitPrice: number,
  sizes: string[],
  colors: (string | undefined)[],
): Offer[] =>
  sizes.flatMap((size) =>
    colors.map((color) => ({
      productId,
      variantId: `${productId}-${size}-${color ?? ''}`,
      productName,
      size,
      ...(color ? { color } : {}),
      unitPrice,
      available: 6,
    })),
  );

function shop(): InMemoryShop {
  const market = InMemoryShop.withoutSizes();
  market.fees = { Cocody: 2000, Marcory: 2000, Abobo: 2500 };
  market.offers = [
    ...of('robe', 'Robe longue pagne', 18_000, ['S', 'M', 'L'], ['rouge', 'noir']),
    ...of('stan', 'Adidas Stan Smith', 35_000, ['40', '41', '42'], [undefined]),
    ...of('puma', 'Puma Suede Classic', 30_000, ['40', '41', '42'], [undefined]),
    { productId: 'foulard', productName: 'Foulard soie', unitPrice: 4000, available: 9 },
  ];
  return market;
}

const last = async (...steps: string[]) => (await played(shop(), steps)).last;

describe('a yes with her size, when it was asked for', () => {
  it.each(['ok L rouge', 'oui L en rouge', 'donnez L rouge', "d'accord L rouge svp", 'ok mettez L rouge'])(
    '« %s » takes the article, which what she asks next does not replace',
    async (words) => {
      const chat = await played(shop(), ['la robe en pagne là c’est combien', words, 'et vous avez foulard ?', 'mettez 2']);
      expect(drafted(chat)).toBe('1x Robe longue pagne L rouge + 2x Foulard soie');
    },
  );

  it.each(['L rouge, 2', 'L rouge 2'])('« %s » says how many too', async (words) => {
    expect(drafted(await played(shop(), ['je veux la robe', words]))).toBe('2x Robe longue pagne L rouge');
  });

  it.each(["s'il vous plait c'est combien", "c'est combien s'il te plaît"])('« %s » names no size S', async (words) => {
    expect((await played(shop(), ['je veux la robe', words])).draft.interest).not.toHaveProperty('size');
  });

  it('« ok mais c’est cher, dernier prix » takes nothing yet', async () => {
    expect(drafted(await played(shop(), ['la stan smith 41 ?', 'ok mais c un peu cher deh, dernier prix']))).toBe('');
  });
});

describe('« g » after her size', () => {
  it.each(['ok donne 42 g vais gerer', 'la 42 g suis pressée', 'ok 42 g prends'])('is no gram in « %s »', async (words) => {
    const chat = await played(shop(), ['je veux la stan smith', words]);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 42');
  });
});

describe('an article taken back in the same breath', () => {
  it.each([
    ['je veux la puma suede 41 pardon la stan smith 41', '1x Adidas Stan Smith 41'],
    ['je veux la puma 41 pardon la stan smith 41', '1x Adidas Stan Smith 41'],
    ["je prends la stan 42 euh pardon c'est la puma 42 que je veux", '1x Puma Suede Classic 42'],
    ['je veux la robe L rouge, oups je voulais dire la robe L noire', '1x Robe longue pagne L noir'],
    ['je veux la puma 41 et la stan smith 40', '1x Puma Suede Classic 41 + 1x Adidas Stan Smith 40'],
  ])('« %s » is %s', async (words, lines) => {
    expect(drafted(await played(shop(), [words]))).toBe(lines);
  });
});

describe('one more of the same, for somebody else', () => {
  it.each(['la même pour ma copine en 40', 'et la même pour mon frère en 40'])('« %s »', async (words) => {
    const chat = await played(shop(), ['je veux la stan smith 41', words]);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 41 + 1x Adidas Stan Smith 40');
  });
});

it.each(['bon ajoutez le foulard', 'ajoute le foulard aussi'])('what « %s » is added to is taken once', async (words) => {
  const chat = await played(shop(), ['la stan smith 41 svp', words]);
  expect(drafted(chat)).toBe('1x Adidas Stan Smith 41 + 1x Foulard soie');
});

it('« c’est combien finalement » under the recap tells the sum, and changes nothing', async () => {
  const { text } = await last('je veux la puma 42', 'Cocody Angré 8e tranche', "c'est combien finalement");
  expect(text).toMatch(/Total des articles : 30\.000 FCFA/);
});

it.each(['non merci pour la puma', 'non pas la puma'])('« %s » leaves what she has', async (words) => {
  const chat = await played(shop(), ['je veux la stan smith 41', 'combien la puma ?', words, 'Cocody Angré 8e tranche']);
  expect(drafted(chat)).toBe('1x Adidas Stan Smith 41');
  expect(chat.last.text).toMatch(/récapitulatif/);
});

it('« ok tant pis merci » takes leave', async () => {
  const chat = await played(shop(), ['stan smith en 45 svp', 'ok tant pis merci']);
  expect(chat.draft).not.toHaveProperty('interest');
  expect(chat.last.text).not.toMatch(/pointure|taille/);
});

describe('another article in place of hers', () => {
  it.each(['non en fait je prefere la puma meme pointure', 'ah non je préfère la puma', 'en fait je choisis la puma'])(
    '« %s » keeps her size',
    async (words) => {
      expect(drafted(await played(shop(), ['je veux la stan smith 41', words]))).toBe('1x Puma Suede Classic 41');
    },
  );
});

describe('her address', () => {
  it.each(['Marcory Potopoto, non loin de la mosquée', 'Marcory Potopoto non loin de la mosquée'])(
    '« %s » stays near the landmark',
    async (words) => {
      expect((await played(shop(), ['je veux la puma 42', words])).draft.address).toMatch(/non loin de la mosquée/);
    },
  );

  it.each(["pardon c'est 7e tranche pas 8e", "c'est 7e tranche, pas 8e", 'non 7e tranche pas 8e tranche'])(
    '« %s » puts the number right and says the rest once',
    async (words) => {
      const chat = await played(shop(), ['je veux la puma 42', 'Cocody Angré 8e tranche, pharmacie', words]);
      expect(chat.draft.address).toBe('Cocody Angré 7e tranche, pharmacie');
    },
  );
});

describe('what she wishes of the delivery', () => {
  const BUYS = ['je veux la puma 42', 'Cocody Angré 8e tranche'];

  it.each(['livraison samedi possible ?', 'vous pouvez me livrer samedi ?'])('« %s » goes with the order', async (words) => {
    expect((await played(shop(), [...BUYS, words])).draft.forCourier).toEqual(['souhaité samedi']);
  });

  it('« vous livrez le samedi ? » only asks', async () => {
    expect((await played(shop(), [...BUYS, 'vous livrez le samedi ?'])).draft).not.toHaveProperty('forCourier');
  });

  it.each(['apres 16h elle finit le boulot', 'avant midi je sors après'])('« %s » is for the courier', async (words) => {
    expect((await played(shop(), [...BUYS, words])).draft.forCourier).toEqual([words]);
  });

  it.each(['mm numero', 'le même numéro', 'sur le meme numero'])('« %s » is the one she writes from', async (words) => {
    expect((await last(...BUYS, words)).text).toMatch(/ce numéro-ci|ce même numéro/);
  });
});

describe('who receives it', () => {
  it.each(["c'est mon papa qui va recevoir, M. Koné 0767676767", 'Mme Koné 0767676767'])('« %s » is named', async (words) => {
    const { draft } = await played(shop(), ['je veux la puma 42', 'Cocody Angré 8e tranche', words]);
    expect(draft).toMatchObject({ receiver: expect.stringContaining('Koné') as string, phone: '+2250767676767' });
  });
});

describe('what the shop is told', () => {
  it('is that she would come, and no date of what it does not have', async () => {
    const { decisions } = await last('vous êtes situés où ?', 'je peux passer chercher moi même ?');
    expect(decisions).toEqual([expect.objectContaining({ kind: 'pass-on', wish: 'venir chercher sur place' })]);
  });

  it('is what was sent in place of what she ordered', async () => {
    const market = shop();
    const chat = await played(market, ['je veux la robe L noire', 'Cocody Angré 8e tranche', 'oui']);
    market.order = { number: 'CMD-20261123-000001', status: 'livree', lines: chat.draft.previous ?? [] };
    await chat.says("vous m'avez envoyé la rouge au lieu de la noire");
    expect(chat.last.decisions).toContainEqual(said('réclamation'));
  });

  const said = (wish: string) => expect.objectContaining({ kind: 'pass-on', wish: expect.stringContaining(wish) as string });

  it.each(['je veux payer maintenant', 'je préfère payer tout de suite', 'on veut payer avant'])(
    '« %s » is another way to pay, and takes nothing',
    async (words) => {
      const chat = await played(shop(), ['la puma 42 ?', words]);
      expect(chat.last.decisions).toContainEqual(said("payer autrement qu'à la livraison"));
      expect(drafted(chat)).toBe('');
    },
  );

  it.each(["j'ai commandé hier", "j'ai déjà passé commande ce matin", "on a commandé chez vous l'autre jour"])(
    '« %s », of which nothing is known',
    async (words) => {
      const { text, decisions } = await last('bonjour', words);
      expect(text).toMatch(/pas de commande à votre nom/);
      expect(decisions).toContainEqual(said('dit avoir commandé'));
    },
  );

  it.each(["ok j'attends", "d'accord j'attends sa réponse", "merci j'attends votre retour"])(
    '« %s » after it was told is patience and no complaint',
    async (words) => {
      const { text, decisions } = await last('je veux la puma 42', 'je peux avoir une facture ?', words);
      expect(text).toMatch(/Kouadio/);
      expect(decisions).not.toContainEqual(said('mécontent'));
    },
  );

  it('« je veux faire un cadeau à ma sœur » asks for no lower price', async () => {
    expect((await last('bonjour je veux faire un cadeau à ma petite soeur')).text).not.toMatch(/meilleur prix/);
  });

  it.each(['je peux changer contre 42 ?', 'on peut échanger avec une 42 ?'])(
    '« %s » after a complaint asks for an exchange',
    async (words) => {
      const market = shop();
      const chat = await played(market, ['je veux la puma 41', 'Cocody Angré 8e tranche', 'oui']);
      market.order = { number: 'CMD-20261123-000001', status: 'livree', lines: chat.draft.previous ?? [] };
      for (const step of ['bonjour la chaussure est trop petite', words]) await chat.says(step);
      expect(chat.last.decisions).toContainEqual(said('échange'));
      expect(chat.last.text).not.toMatch(/FCFA/);
    },
  );
});
