import type { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

type Step = string | string[];

const play = (steps: Step[], shop = InMemoryShop.ofStreetwear()) => played(shop, steps);

const prices = (chat: Chat) => chat.draft.lines.map(({ unitPrice }) => unitPrice);

const HOME = 'Cocody Angré villa 12';

describe('a telephone number', () => {
  it.each(['tel 0709090909', 'Tel : 07 09 09 09 09', 'mon numéro de téléphone 0709090909', 'appelez le 0709090909'])(
    '« %s » is noted and looked for in no shelf',
    async (said) => {
      const chat = await play(['1 sac', HOME, said]);
      expect(chat.draft.phone).toBe('+2250709090909');
      expect(chat.last.text).toContain('+2250709090909');
      expect(chat.last.text).not.toContain('pas trouvé');
    },
  );
});

describe('a price without its thousands', () => {
  it.each(['36 alors', 'bon ok 36 ça va', 'tu peu fer 36 ?'])('« %s » is a price once one was granted', async (said) => {
    const chat = await play(['air force 1 noir 41', '38000 ?', 'ok', said]);
    expect(prices(chat)).toEqual([36_000]);
    expect(chat.last.text).not.toMatch(/en 36|va très bien/);
  });

  it('is a size where nothing was bargained for', async () => {
    const chat = await play(['air force 1 noir 41', 'et en 36 ?']);
    expect(chat.last.text).toContain('en 36');
  });

  it('stays granted in another colour at the same price', async () => {
    const chat = await play(['air force 1 blanc 41', '37000 ?', 'ok', 'plutôt noire']);
    expect(drafted(chat)).toBe('1x Nike Air Force 1 41 noir');
    expect(prices(chat)).toEqual([37_000]);
  });

  it('is named for an article she has, whose size is not asked again', async () => {
    const chat = await play(['puma 41 et air force blanc 40', 'la puma 27000', 'air force 37000 alors']);
    expect(prices(chat)).toEqual([27_000, 37_000]);
    expect(chat.last.text).not.toContain('pointure');
  });
});

describe('several sizes', () => {
  it.each(['jveux 2, 40 et 41', "c'est pour mon mari il chausse 41 et moi 40, jen veux les deux"])(
    '« %s » is one of each',
    async (said) => {
      const chat = await play(['air max', said]);
      expect(chat.draft.lines.map(({ size, quantity }) => `${quantity}x${size}`).sort()).toEqual(['1x40', '1x41']);
    },
  );

  it('« 39 pas 38 » changes the one in 38', async () => {
    const chat = await play(['stan smith 38 et 42', HOME, 'en fait ma femme chausse 39 pas 38']);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 39 + 1x Adidas Stan Smith 42');
  });

  it.each(['une seule, la 40', 'juste la 40 finalement', 'et plus de 41'])(
    '« %s » leaves the 40 and other articles',
    async (said) => {
      const chat = await play(['puma 41 et puma 40 et 1 sac', HOME, said]);
      expect(drafted(chat)).toBe('1x Puma Suede Classic 40 + 1x Sac à dos Puma');
    },
  );
});

describe('how many', () => {
  it.each([
    ['je double la air max', '2x Nike Air Max 90 41 + 1x Sac à dos Puma'],
    ['double les 41', '2x Nike Air Max 90 41 + 1x Sac à dos Puma'],
    ['doublez tout', '2x Nike Air Max 90 41 + 2x Sac à dos Puma'],
  ])('« %s » is twice as many, and no address', async (said, order) => {
    const chat = await play(['air max 41 et 1 sac', said]);
    expect(drafted(chat)).toBe(order);
    expect(chat.draft.address).toBeUndefined();
  });

  it.each(['ok I take one', "ok j'en prends une"])('« %s » after the price of two is one', async (said) => {
    expect(drafted(await play(['air max 41', 'combien les 2 ?', said]))).toBe('1x Nike Air Max 90 41');
  });

  it('« no wait, two » is a number, and no address', async () => {
    const chat = await play(['I want one air max 41', 'no wait, two']);
    expect(drafted(chat)).toBe('2x Nike Air Max 90 41');
    expect(chat.draft.address).toBeUndefined();
  });

  it('a size on one line and « g 1 seule paire » on the next are no weight', async () => {
    expect(drafted(await play(['stan smith', ['38', 'g 1 seule paire']]))).toBe('1x Adidas Stan Smith 38');
  });

  it('« une seule ça va » is no question how we are', async () => {
    const chat = await play(['puma 41', HOME, 'non une seule ça va']);
    expect(chat.last.text).not.toContain('va très bien');
  });
});

it('a place she names wrongly is put right where it stands', async () => {
  const chat = await play(['1 sac', 'Cocody Angré château', 'ah pardon angré djibi pas château']);
  expect(chat.draft.address).toBe('Cocody Angré djibi');
});

describe('what she says beside the order', () => {
  it('goods for two communes are no address: she is asked for one', async () => {
    const chat = await play(['10 chaussettes', '5 pour Cocody et 5 pour Marcory']);
    expect(chat.draft.address).toBeUndefined();
    expect(chat.last.text).toContain('une seule adresse');
  });

  it.each([
    ['deliver to Cocody Angré, near the big mosque', 'Cocody Angré, near the big mosque'],
    ["c'est Cocody Attoban près du glacier", 'Cocody Attoban près du glacier'],
  ])('« %s » gives the address and not its introduction', async (said, address) => {
    expect((await play(['1 sac', said])).draft.address).toBe(address);
  });

  it.each(['tu peux emballer ?', "si jamais c'est trop petit je peux changer ?"])(
    '« %s » goes to the shop, the recap stays',
    async (said) => {
      const chat = await play(['1 puma 41', HOME, said]);
      expect(chat.last.decisions.map(({ kind }) => kind)).toContain('pass-on');
      expect(chat.draft.recapNonce).toBeDefined();
    },
  );

  it('« non merci bye » ends the talk and shows no list', async () => {
    const chat = await play(['puma 41 c combien', 'non merci bye']);
    expect(chat.last.text).not.toContain('•');
    expect(chat.draft.interest).toBeUndefined();
  });

  it('a price that differs by size is said in one piece', async () => {
    const shop = InMemoryShop.ofStreetwear();
    for (const offer of shop.offers) if (offer.productId === 'force' && offer.color === 'noir') offer.unitPrice = 42_000;
    const chat = await play(["le patron m'a dit 5000F la air force"], shop);
    expect(chat.last.text).toContain('va de 40.000 FCFA à 42.000 FCFA');
  });
});

describe('what is not, or not only, ordered', () => {
  it('two articles she only supposes are priced', async () => {
    const chat = await play(['si je prends la air max 40 et les chaussettes tu me fais un prix ?']);
    expect(drafted(chat)).toBe('');
    expect(chat.last.text).toContain('45.000 FCFA');
  });

  it.each(['ok la air max seulement', 'juste la air max', 'non que la air max'])('« %s » leaves the others', async (said) => {
    expect(drafted(await play(['air max 40 et 1 chaussettes', said]))).toBe('1x Nike Air Max 90 40');
  });

  it('« remets le sac » is taken, and stands beside what she changes next', async () => {
    const chat = await play(['1 sac', 'et 1 stan smith 39', 'enlève le sac', HOME, 'remets le sac', '2 stan smith 39 stp']);
    expect(drafted(chat)).toBe('2x Adidas Stan Smith 39 + 1x Sac à dos Puma');
  });

  it('« 5 donc » is a number while the address is asked', async () => {
    expect(drafted(await play(['10 chaussettes', 'non la moitié', '5 donc']))).toBe('5x Chaussettes Nike (lot de 3)');
  });

  it('« 36 dernier » is a price', async () => {
    const chat = await play(['air force 1 noire 41', '36 dernier', 'ok']);
    expect([drafted(chat), ...prices(chat)]).toEqual(['1x Nike Air Force 1 41 noir', 36_000]);
  });

  it('a landmark said at the recap completes the address', async () => {
    const chat = await play(['air max 40 et 1 sac', HOME, 'vers le 22e arrondissement']);
    expect(chat.draft.address).toBe(`${HOME}, vers le 22e arrondissement`);
  });
});

describe('« et … » after an offer', () => {
  it('makes a list of both', async () => {
    expect(drafted(await play(['air max 40', 'et puma 41']))).toBe('1x Nike Air Max 90 40 + 1x Puma Suede Classic 41');
  });

  it('asks and orders nothing where it is a question', async () => {
    expect(drafted(await play(['air max 40', 'et la puma en 41 ?']))).toBe('');
  });
});

it('two sizes she asked about are both taken by « les deux »', async () => {
  const chat = await play(['la stan smith en 40 et en 41 dispo ?', 'ok les deux']);
  expect(drafted(chat)).toBe('1x Adidas Stan Smith 40 + 1x Adidas Stan Smith 41');
});

it('what is not sold is said in an English list, too', async () => {
  const chat = await play(['I want 1 stan smith 41 and 2 socks']);
  expect(drafted(chat)).toBe('1x Adidas Stan Smith 41');
  expect(chat.last.text).toContain('socks');
});
