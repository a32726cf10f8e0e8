import type { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

type Step = string | string[];

const play = (steps: Step[], shop = InMemoryShop.ofStreetwear()) => played(shop, steps);

const HOME = 'Cocody Angré villa 12';
const FORCE = ['nike air force 1 noir 41', '36000 ?', 'ok je prends'];

describe('a number she only supposes', () => {
  it.each([
    'et si je prends 2 ? tu me fais combien ?',
    "si j'en prends 2 c'est combien",
    'et pour 2 paires tu me laisses à combien ?',
    'au cas où je prends 2 ça fait combien',
    'c combien les 2 ?',
  ])('« %s » is told its price and orders nothing', async (question) => {
    const chat = await play([...FORCE, question]);
    expect(drafted(chat)).toBe('1x Nike Air Force 1 41 noir');
    expect(chat.last.text).toContain('72.000 FCFA');
  });

  it.each([
    'et si je prends 2 paires y a réduction ?',
    'si je prends deux tu me fais une remise ?',
    'si on prend 2 tu diminues un peu ?',
  ])('« %s » is bargained for, not ordered', async (question) => {
    const chat = await play(['1 puma 40', question]);
    expect(drafted(chat)).toBe('1x Puma Suede Classic 40');
    expect(chat.last.text).toContain('56.000 FCFA les 2');
  });

  it('may be taken with a yes, or left with a no', async () => {
    const asked = ['1 stan smith 42', HOME, 'si je prends 3 ça fait combien ?'];
    expect(drafted(await play([...asked, 'ok']))).toBe('3x Adidas Stan Smith 42');
    const left = await play([...asked, 'non']);
    expect(drafted(left)).toBe('1x Adidas Stan Smith 42');
    expect(left.draft.recapNonce).toBeDefined();
  });

  it('is no number of an order that only lacks its address', async () => {
    const chat = await play(['1 stan smith 42', 'si je prends 3 ça fait combien ?', HOME]);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 42');
  });
});

describe('who asks for a gift', () => {
  it.each([
    "tu m'offres les chaussettes avec ?",
    'mets les chaussettes en cadeau pour moi',
    'tu peux me donner une paire de chaussettes en bonus ?',
    'les chaussettes sont gratuites avec ?',
  ])('« %s » is told that it has its price, and gets nothing for it', async (question) => {
    const chat = await play([...FORCE, question]);
    expect(chat.last.text).toMatch(/(pas (offrir|offert)).*5\.000 FCFA/);
    await chat.says('bon je prends une seule à 36000');
    expect(drafted(chat)).toBe('1x Nike Air Force 1 41 noir');
    expect(chat.draft.lines[0]?.unitPrice).toBe(36_000);
  });

  it('takes by its price what costs that much, not what is offered beside it', async () => {
    const chat = await play([...FORCE, 'et les chaussettes ?', 'je prends à 36000']);
    expect(drafted(chat)).toBe('1x Nike Air Force 1 41 noir');
  });

  it('buys a present like any other article', async () => {
    const chat = await play(["c'est pour offrir, je prends 2 sacs"]);
    expect(drafted(chat)).toBe('2x Sac à dos Puma');
  });
});

describe('one article for another', () => {
  it.each([
    'change le sac par des chaussettes',
    'remplace le sac contre des chaussettes',
    'le sac là, échange ça avec des chaussettes',
    'mets des chaussettes à la place du sac',
  ])('« %s »', async (change) => {
    const chat = await play(['je veux stan smith 39 et un sac à dos', change]);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 39 + 1x Chaussettes Nike (lot de 3)');
  });
});

describe('the last word wins', () => {
  it.each<[Step, number]>([
    ['en fait 2', 2],
    ['non 3', 3],
    ['ah pardon c’est 4', 4],
    ['finalement deux', 2],
    [['finalement 2', 'attends', 'non 1'], 1],
    [['mets 3', 'non 2'], 2],
    [['2', 'euh non plutôt 3'], 3],
  ])('%j', async (said, quantity) => {
    const chat = await play(['1 stan smith 42', HOME, said]);
    expect(drafted(chat)).toBe(`${quantity}x Adidas Stan Smith 42`);
  });

  it.each<[string[]]>([
    [['annule', 'non non je blague', 'oui']],
    [['annule', 'je rigole', 'ok']],
    [['laisse tomber', 'non garde la']],
    [['annule tout', "attends n'annule pas"]],
    [['annule', 'non je blague']],
    [['annule', 'non je blague je confirme']],
  ])('%j gives up nothing', async (burst) => {
    const chat = await play(['1 stan smith 42', HOME, burst]);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 42');
    expect(chat.draft.recapNonce).toBeDefined();
  });
});

describe('what is not taken back', () => {
  it.each<[string[]]>([[['annule', 'laisse tomber']], [['annule', 'je rigole pas']]])('%j gives up', async (burst) => {
    expect(drafted(await play(['1 stan smith 42', HOME, burst]))).toBe('');
  });

  it('is the total of two articles, when she asks how much both are', async () => {
    const chat = await play(['1 stan smith 42 et 1 sac', 'c combien les deux ?']);
    expect(chat.last.text).toContain('50.000 FCFA');
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 42 + 1x Sac à dos Puma');
  });

  it('is a price for a lot', async () => {
    const chat = await play(['puma 40', '78000 les 3']);
    expect(chat.last.text).toContain('26.000 FCFA');
  });
});

describe('a number taken off', () => {
  it.each<[string, string, string]>([
    ['10 chaussettes', 'enlève 3 lots', '7x Chaussettes Nike (lot de 3)'],
    ['3 chaussettes', 'enlève 1 chaussette', '2x Chaussettes Nike (lot de 3)'],
    ['3 chaussettes', 'retire une', '2x Chaussettes Nike (lot de 3)'],
    ['3 chaussettes', 'non mets en une de moins', '2x Chaussettes Nike (lot de 3)'],
    ['3 chaussettes', 'enlève les chaussettes', ''],
    ['1 stan smith 42 et 4 sacs', 'enlève 2 sacs', '1x Adidas Stan Smith 42 + 2x Sac à dos Puma'],
    ['air max 38 et air max 39', 'enlève la 38', '1x Nike Air Max 90 39'],
    [
      '1 stan smith 42 et 3 sacs',
      'enlève un sac et ajoute 1 chaussette',
      '1x Adidas Stan Smith 42 + 2x Sac à dos Puma + 1x Chaussettes Nike (lot de 3)',
    ],
  ])('of « %s »: « %s »', async (order, said, left) => expect(drafted(await play([order, HOME, said]))).toBe(left));

  it('says that an article is not in the order', async () => {
    const chat = await play(['1 stan smith 42', HOME, 'retire un sac']);
    expect(chat.last.text).toContain('ne contient pas Sac à dos Puma');
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 42');
  });
});

describe('what stays', () => {
  it.each([
    'supprime tout sauf la stan smith',
    'ne garde que la stan smith',
    'enlève le reste, laisse seulement la stan smith',
    'à part la stan smith tu enlèves tout',
    'garde juste stan smith',
  ])('« %s »', async (said) => {
    expect(drafted(await play(['air max 41 et stan smith 41', HOME, said]))).toBe('1x Adidas Stan Smith 41');
  });
});

describe('lines of one article', () => {
  const PAIRS = ['air max 38 et air max 39', HOME];
  it.each<[string, string[], string]>([
    [
      'the size taken off comes back beside the other',
      ['enlève la 38', 'remets la 38'],
      '1x Nike Air Max 90 39 + 1x Nike Air Max 90 38',
    ],
    ['the size she names is changed', ['change 39 en 40'], '1x Nike Air Max 90 38 + 1x Nike Air Max 90 40'],
    ['the size she names is changed', ['remplace la 39 par la 41'], '1x Nike Air Max 90 38 + 1x Nike Air Max 90 41'],
    ['the size she names is changed', ['mets du 40 à la place du 39'], '1x Nike Air Max 90 38 + 1x Nike Air Max 90 40'],
    ['two that become equal are one', ['change la 39 en 38'], '2x Nike Air Max 90 38'],
    ['a size she does not have is asked about', ['change 41 en 40'], '1x Nike Air Max 90 38 + 1x Nike Air Max 90 39'],
    [
      'a price told by size is no other size',
      ['la 38 à 40000 et la 39 à 41000'],
      '1x Nike Air Max 90 38 + 1x Nike Air Max 90 39',
    ],
  ])('%s: %j', async (_title, said, lines) => expect(drafted(await play([...PAIRS, ...said]))).toBe(lines));

  it.each([
    'deux paires de sandales svp, une 37 marron et une 38 noire',
    'je prends les sandales en 37 marron et 38 noire',
    'sandales : 1 en 37 marron et 1 en 38 noir',
  ])('each has the colour said with it: « %s »', async (said) => {
    expect(drafted(await play([said]))).toBe(
      '1x Sandales Birkenstock Arizona 37 marron + 1x Sandales Birkenstock Arizona 38 noir',
    );
  });

  it.each(['en noir la sandale', 'la sandale en noir', 'mets la sandale en noir', 'plutôt noire la sandale'])(
    'the one she has gets the colour: « %s »',
    async (said) => {
      expect(drafted(await play(['1 sandale 38 marron', HOME, said]))).toBe('1x Sandales Birkenstock Arizona 38 noir');
    },
  );

  it.each(['pour les chaussettes mets en 4', 'les chaussettes mets 4', 'je veux 4 chaussettes', 'chaussettes c’est 4'])(
    'the one she has gets the number, and keeps it when the address comes: « %s »',
    async (said) => {
      const chat = await play(['1 sac et 2 chaussettes', said, HOME]);
      expect(drafted(chat)).toBe('1x Sac à dos Puma + 4x Chaussettes Nike (lot de 3)');
    },
  );
});

describe('a list in one message', () => {
  it.each<[string, string]>([
    ['2 sacs et 3 chaussettes', '2x Sac à dos Puma + 3x Chaussettes Nike (lot de 3)'],
    ['Je veux trois chaussettes et deux sacs', '3x Chaussettes Nike (lot de 3) + 2x Sac à dos Puma'],
    [
      '- 1 Stan Smith 40\n- 1 sandale 37 marron\n- 2 sacs',
      '1x Adidas Stan Smith 40 + 1x Sandales Birkenstock Arizona 37 marron + 2x Sac à dos Puma',
    ],
    ["I'd like two pairs of Stan Smith size 42", '2x Adidas Stan Smith 42'],
    ['I want three pairs of Stan Smith size 42', '3x Adidas Stan Smith 42'],
    ['2 sacs', '2x Sac à dos Puma'],
  ])('%s', async (said, lines) => expect(drafted(await play([said]))).toBe(lines));

  it('says what is not sold here, and takes the rest', async () => {
    const chat = await play(['2 sacs et 3 casquettes']);
    expect(drafted(chat)).toBe('2x Sac à dos Puma');
    expect(chat.last.text).toContain('« casquettes »');
  });
});

describe('what was sold meanwhile', () => {
  const soldOut = async (steps: string[], said: string[]): Promise<Chat> => {
    const shop = InMemoryShop.ofStreetwear();
    const chat = await play(steps, shop);
    for (const offer of shop.offers) if (offer.variantId === 'stan-41') offer.available = 0;
    for (const one of said) await chat.says(one);
    return chat;
  };

  it.each(['c trop cher', 'bonjour', 'on fait comment ?'])('leaves total and address out of it: « %s »', async (said) => {
    const chat = await soldOut(['1 stan smith 41'], [said]);
    expect(chat.last.text).toMatch(/Adidas Stan Smith, en 41 n'est plus disponible/);
    expect(chat.last.text).not.toMatch(/Total|adresse|livrer/);
    expect(drafted(chat)).toBe('');
  });

  it.each(['je confirme', 'oui'])('under the recap is offered in its other sizes: « %s »', async (said) => {
    const chat = await soldOut(['1 stan smith 41', HOME], [said]);
    expect(chat.last.text).toMatch(/n'est plus disponible[^]*38, 39, 40 et 42/);
    expect(chat.last.text).not.toMatch(/voici le bon|panier est vide/);
    await chat.says('ok le 40 alors');
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 40');
    expect(chat.last.text).toContain(HOME);
  });
});

describe('what is no agreement, and what is left', () => {
  it.each(['envoi mwa foto', 'envoie moi la photo', 'je veux voir la photo', 'envoyez des photos svp'])(
    '« %s » orders nothing',
    async (said) => {
      const chat = await play(['puma 40', said]);
      expect(drafted(chat)).toBe('');
      expect(chat.last.text).toContain('photo');
    },
  );

  it.each(['ok laisse', 'laisse', 'bon laisse', 'ok laissez'])('« %s » leaves the article on offer', async (said) => {
    const chat = await play(['1 sac', 'et la stan smith ?', said]);
    expect(chat.draft.interest).toBeUndefined();
    expect(drafted(chat)).toBe('1x Sac à dos Puma');
  });

  it.each(["non l'autre", 'non lotre', "plutôt l'autre", 'je préfère l’autre'])('« %s » of two', async (said) => {
    const chat = await play(['vous avez quoi comme nike', 'la moins chere', said]);
    expect(chat.draft.interest?.productId).toBe('airmax');
  });
});

describe('a size and a colour that do not matter', () => {
  it.each([
    ['une puma 42', 'un sac alors'],
    ['vous avez quoi en 42', 'je prends un sac'],
    ['1 stan smith 42 et 1 sac', 'le sac en 42'],
  ])('no size sticks to an article without any: « %s », « %s »', async (...said) => {
    expect(drafted(await play(said))).toMatch(/1x Sac à dos Puma$/);
  });

  it.each(["n'importe quelle couleur", 'peu importe la couleur', 'la couleur importe peu', 'couleur au choix'])(
    '« %s » takes back the colour she named, or chooses',
    async (said) => {
      expect(drafted(await play(['je veux un sac rouge', said]))).toBe('1x Sac à dos Puma');
      const chat = await play(['je prends la sandale en 38', said]);
      expect(drafted(chat)).toBe('1x Sandales Birkenstock Arizona 38 marron');
    },
  );
});
