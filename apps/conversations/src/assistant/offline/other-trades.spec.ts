import { drafted, played } from '../testing/played.js';
import { marketShop } from '../testing/market.js';

const SHOP = { name: 'Chez Tantie Rose', sellerFirstName: 'Rose', openingHours: 'du lundi au samedi, de 8h à 19h' };

describe('goods counted in what they are measured by', () => {
  it.each([
    [['attiéké 2kg et 1 kg de poisson fumé'], '2x Attiéké (kg) + 1x Poisson fumé (kg)'],
    [['je veux 3 kilos de poisson'], '3x Poisson fumé (kg)'],
    [['il me faut 10 litres de bissap et 10 litres de gingembre'], '10x Jus de bissap 1 litre + 10x Jus de gingembre 1 litre'],
    [['attiéké et garba combien ?', 'mets 2 kg'], '2x Attiéké (kg)'],
    [['attiéké et poisson fumé combien ?', 'mets 2 kg', 'le poisson', 'ok'], '2x Poisson fumé (kg)'],
    [['attiéké et poisson fumé combien ?', 'mets les deux'], '1x Attiéké (kg) + 1x Poisson fumé (kg)'],
    [['attiéké et poisson fumé combien ?', 'mets 2 kg de chaque'], '2x Attiéké (kg) + 2x Poisson fumé (kg)'],
    [['gnamakou petit 4 et bissap grand 2'], '4x Jus de gingembre 50 cl + 2x Jus de bissap 1 litre'],
    [['attiéké kilo joli ye ?', 'kilo saba, ani jègè fumé kilo kelen'], '3x Attiéké (kg) + 1x Poisson fumé (kg)'],
    [['le pagne hollandais bleu 6 yards combien', "fila n'be fè"], '2x Pagne Wax Hollandais 6 yards bleu'],
    [
      ['on veut 5 plats: 2 foutou, 2 placali et 1 garba simple'],
      '2x Foutou sauce graine + 2x Placali sauce gombo + 1x Menu garba simple',
    ],
    [['je veux 6 paquets de mèches noir et 4 blond'], '6x Mèches X-Pression (paquet) noir + 4x Mèches X-Pression (paquet) blond'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps, SHOP))).toBe(ordered);
  });

  it('a part of what is sold whole is asked of the seller', async () => {
    const chat = await played(marketShop(), ['1 kilo et demi de poisson fumé'], SHOP);
    expect(chat.last.text).toContain('Poisson fumé (kg) se prend entier');
    expect(chat.last.decisions).toContainEqual(expect.objectContaining({ kind: 'pass-on' }));
  });
});

describe('each number with its own size', () => {
  it.each([
    [
      ['le lait karité combien', 'je prends 2 de 250 et 1 de 125'],
      '2x Lait de corps Karité 250 ml + 1x Lait de corps Karité 125 ml',
    ],
    [['chemise bazin combien', 'L', 'ok deux alors, L et XL'], '1x Chemise homme bazin L + 1x Chemise homme bazin XL'],
    [
      ['je veux prendre 10 pièces de hollandais, 5 bleu 3 rouge et 2 vert', '6 yards'],
      '5x Pagne Wax Hollandais 6 yards bleu + 3x Pagne Wax Hollandais 6 yards rouge + 2x Pagne Wax Hollandais 6 yards vert',
    ],
    [['le garba est à combien ?', '2 royal et un bissap 1 litre'], '2x Menu garba royal + 1x Jus de bissap 1 litre'],
    [
      ['iphone 12 combien', 'je prends le blanc 64 avec un verre trempé iphone 12'],
      '1x iPhone 12 64 Go blanc + 1x Verre trempé iPhone 12',
    ],
    [['je prends un foulard', '2'], '2x Foulard satin'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps, SHOP))).toBe(ordered);
  });
});

describe('what is added to', () => {
  it('is taken with what is added', async () => {
    const chat = await played(
      marketShop(),
      ['un woodin jaune combien', 'et vous avez un foulard ?', 'oui ajoutez un foulard'],
      SHOP,
    );
    expect(drafted(chat)).toBe('1x Foulard satin + 1x Pagne Woodin 6 yards jaune');
  });

  it('« ok et un foulard » takes what was offered, and one more', async () => {
    const chat = await played(marketShop(), ['un woodin jaune combien', 'ok et un foulard je prends les deux'], SHOP);
    expect(drafted(chat)).toBe('1x Foulard satin + 1x Pagne Woodin 6 yards jaune');
  });
});

describe('what it is for is no article of its own', () => {
  it.each([
    [['1 chargeur pour mon samsung'], '1x Chargeur rapide 25W'],
    [['vous vendez les incassables pour A15 ?', 'donnez moi trois'], '3x Verre trempé Galaxy A15'],
    [['un verre trempé', 'pour Galaxy A15', 'oui je prends'], '1x Verre trempé Galaxy A15'],
  ])('%j orders %s', async (steps, ordered) => {
    expect(drafted(await played(marketShop(), steps, SHOP))).toBe(ordered);
  });
});

describe('how it is made, wrapped and invoiced', () => {
  it.each([
    ['1 garba royal bien pimenté avec beaucoup d’oignon', 'bien pimenté'],
    ['1 garba royal sans tomate et 2 foutou', 'sans tomate'],
    ['un foulard, mettez un joli papier et un petit mot "bon anniversaire"', 'joli papier'],
    ['je veux un foulard c’est un cadeau vous pouvez emballer ?', 'emballer'],
    ['5 foulards avec facture normalisée', 'facture normalisée'],
  ])('« %s » is passed on, and the goods are ordered', async (said, wish) => {
    const chat = await played(marketShop(), [said], SHOP);
    expect(chat.last.decisions).toContainEqual({ kind: 'pass-on', wish: expect.stringContaining(wish) as string });
    expect([...chat.draft.lines, chat.draft.interest].length).toBeGreaterThan(0);
  });

  it('« facture au nom de SODECI » leaves her address where it is', async () => {
    const chat = await played(marketShop(), ['1 foulard', 'Plateau immeuble Pyramide', 'facture au nom de SODECI svp'], SHOP);
    expect(chat.draft.address).toBe('Plateau immeuble Pyramide');
  });

  it('the hour by which it must be there is told to the courier', async () => {
    const chat = await played(
      marketShop(),
      ['2 foutou', 'Plateau immeuble Pyramide', 'Il faut que ça arrive à 12h30 au plus tard'],
      SHOP,
    );
    expect(chat.draft.forCourier?.join()).toContain('12h30');
  });
});

describe('what no catalogue tells', () => {
  it.each([
    'c’est un neuf ou reconditionné ?',
    'la batterie tient longtemps ?',
    'vous prenez mon ancien téléphone et je complète ?',
    'la pose est gratuite ?',
    'ça éclaircit ?',
    'c’est pour cheveux crépus ?',
    'c’est bon pour un bébé de 6 mois ?',
    'c’est pour homme ou femme ?',
    'c’est quelle taille chez vous, je fais 42 européen ?',
  ])('« %s » is asked of the seller', async (said) => {
    const chat = await played(marketShop(), ['iphone 12 64 noir combien', said], SHOP);
    expect(chat.last.decisions).toContainEqual(expect.objectContaining({ kind: 'pass-on' }));
    expect(chat.draft.lines).toEqual([]);
  });
});

describe('second thoughts and last words', () => {
  it('« non attendez, je préfère le hollandais » takes the place of the only article', async () => {
    const chat = await played(
      marketShop(),
      ['je prends un woodin jaune', 'non attendez, je préfère le hollandais vert demi pièce'],
      SHOP,
    );
    expect(drafted(chat)).toBe('1x Pagne Wax Hollandais demi-pièce vert');
  });

  it('« 17 mille 500 » is one price', async () => {
    const chat = await played(marketShop(), ['woodin bleu', 'fais moi 17 mille 500 je prends', 'Plateau rue 12'], SHOP);
    expect(chat.draft.lines[0]?.unitPrice).toBe(17_500);
  });

  it('« 17 c’est mon dernier mot » is the price she pays, and none below', async () => {
    const chat = await played(
      marketShop(),
      ['woodin bleu', 'fais moi 15 mille je prends', 'ok, 17 c’est mon dernier mot', 'Plateau rue 12'],
      SHOP,
    );
    expect(chat.draft.lines[0]?.unitPrice).toBe(17_000);
  });

  it.each(['oui c’est bon ma chérie', 'nous confirmons', 'ok laisse, envoie seulement'])('« %s » confirms', async (said) => {
    const chat = await played(marketShop(), ['1 foulard', 'Plateau rue 12', said], SHOP);
    expect(chat.last.decisions).toContainEqual(expect.objectContaining({ kind: 'confirm' }));
  });
});

describe('names, places and numbers as they are said', () => {
  it('a telephone number said aloud is one', async () => {
    const said = 'je suis au Plateau rue 12 et puis mon numéro c’est le zéro sept quarante-huit vingt et un trente-trois dix';
    const chat = await played(marketShop(), ['1 foulard', said], SHOP);
    expect(chat.draft).toMatchObject({ phone: '+2250748213310', address: 'Plateau rue 12' });
    expect(drafted(chat)).toBe('1x Foulard satin');
  });

  it('« notre société », « d’accord le lot alors » and « pour offrir » are no addresses', async () => {
    const chat = await played(
      marketShop(),
      ['notre société souhaite commander 5 foulards', 'bon dakor le lot alor', 'c’est pour offrir'],
      SHOP,
    );
    expect(chat.draft.address).toBeUndefined();
    expect(drafted(chat)).toBe('5x Foulard satin');
  });

  it('« tu vas m’appeler au » and « M. » belong to the number and the name', async () => {
    const chat = await played(
      marketShop(),
      ['1 foulard', 'Plateau rue 12, demander M. Brou, tu vas m’appeler au 0544332211'],
      SHOP,
    );
    expect(chat.draft).toMatchObject({ address: 'Plateau rue 12', receiver: 'M. Brou', phone: '+2250544332211' });
  });

  it('half of it here and half there goes to one address', async () => {
    const chat = await played(marketShop(), ['2 foulards', 'moitié à Abobo PK18, l’autre à Koumassi Sicogi'], SHOP);
    expect(chat.last.text).toContain('une seule adresse');
  });
});
