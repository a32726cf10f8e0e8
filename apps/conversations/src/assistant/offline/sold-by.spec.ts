import { InMemoryShop } from '../testing/in-memory-shop.js';
import { marketShop } from '../testing/market.js';
import { drafted, played } from '../testing/played.js';

const chicken = (sizes: string[]): InMemoryShop =>
  new InMemoryShop(
    sizes.map((size, i) => ({
      productId: 'poulet',
      variantId: size,
      productName: 'Poulet braisé',
      aliases: ['poulet'],
      size,
      unitPrice: 4_000 + i * 3_000,
      available: 9,
    })),
  );

const passesOn = expect.objectContaining({ kind: 'pass-on' });

describe('what goods are counted by', () => {
  it.each([
    ['vous vendez au kilo ?', /Attiéké \(kg\) : 800 FCFA[^]*Poisson fumé \(kg\)/],
    ['au kilo ?', /Attiéké \(kg\)[^]*Poisson fumé \(kg\)/],
    ['vous vendez au détail ?', /à partir d'un seul[^]*Foulard satin/],
    ["on peut acheter à l'unité ?", /à partir d'un seul|n'en prendre qu'un/],
  ])('« %s » is answered from the catalogue', async (said, answer) => {
    const { last } = await played(marketShop(), [said]);
    expect(last.text).toMatch(answer);
    expect(last.decisions).not.toContainEqual(passesOn);
  });

  it.each([['vous vendez au mètre ?'], ['au mètre ?'], ['vous coupez le pagne ?'], ['c’est possible de prendre au yard ?']])(
    '« %s », which nothing in it is, is passed on, with no list',
    async (said) => {
      const { last } = await played(marketShop(), [said]);
      expect(last.decisions).toContainEqual(passesOn);
      expect(last.text).not.toContain('Foulard');
    },
  );

  it.each([
    [['woodin jaune', 'vous vendez au mètre ?']],
    [['woodin jaune', 'on peut prendre une demi-pièce ?']],
    [['je veux 3 mètres de woodin bleu']],
    [['woodin 3 yards possible ?']],
  ])('%j: a part of a cloth sold whole is asked of the seller, and none is noted', async (steps) => {
    const chat = await played(marketShop(), steps);
    expect(chat.last.text).toContain('Pagne Woodin 6 yards se prend entier');
    expect(chat.last.decisions).toContainEqual(passesOn);
    expect(drafted(chat)).toBe('');
  });

  it('a half-piece that is sold is one of its sizes', async () => {
    const { last } = await played(marketShop(), ['hollandais bleu', 'on peut prendre une demi-pièce ?']);
    expect(last.text).toContain('Pagne Wax Hollandais, demi-pièce, bleu à 16.000 FCFA');
  });
});

describe('half a chicken', () => {
  it.each([
    ['un demi poulet'],
    ["je veux la moitié d'un poulet braisé"],
    ['poulet 1/2'],
    ['un poulet et demi'],
    ['vous faites demi poulet ?'],
  ])('« %s » is said not to be sold, with what there is', async (said) => {
    const chat = await played(chicken(['petit', 'grand']), [said]);
    expect(chat.last.text).toMatch(/Poulet braisé se prend entier[^]*petit et grand/);
    expect(chat.last.decisions).toContainEqual(passesOn);
    expect(drafted(chat)).toBe('');
  });

  it.each([[['un demi poulet']], [['poulet braisé combien', 'la moitié svp', 'ok']], [['je veux la moitié d’un poulet']]])(
    '%j is taken where it is sold',
    async (steps) => {
      expect(drafted(await played(chicken(['demi', 'entier']), steps))).toBe('1x Poulet braisé demi');
    },
  );

  it('what is said beside it is noted', async () => {
    const shop = new InMemoryShop([...chicken(['petit', 'grand']).offers, ...marketShop().offers]);
    const chat = await played(shop, ['demi poulet + attiéké 1kg']);
    expect(chat.last.text).toContain('Poulet braisé se prend entier');
    expect(drafted(chat)).toBe('1x Attiéké (kg)');
  });
});
