import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

type Step = string | string[];

const play = (...steps: Step[]) => played(InMemoryShop.ofStreetwear(), steps);
const socks = (quantity: number) => `${quantity}x Chaussettes Nike (lot de 3)`;

describe('pairs of goods that are sold by the lot', () => {
  it.each([
    ['je veux 6 paires de chaussettes nike, donc 2 lots c bien ça ?', 2],
    ['je veux 9 paires de chaussettes', 3],
    ['4 paires de chaussettes', 2],
    ['une paire de chaussettes svp', 1],
    ['2 lots de chaussettes', 2],
    ['3 lots chaussettes nike, plateau face palais de justice', 3],
    ['2 chaussettes nike', 2],
  ])('« %s » are %d lots', async (said, lots) => {
    expect(drafted(await play(said))).toBe(socks(lots));
  });

  it('are said to be lots', async () => {
    expect((await play('je veux 6 paires de chaussettes')).last.text).toContain('par lot de 3 : pour 6, je compte 2 lots');
  });

  it('« combien de paires dans un lot » is answered, and « les 3 paires » is one lot', async () => {
    const chat = await play('ya combien de paires dans un lot de chaussettes ?');
    expect(chat.last.text).toContain('le lot de 3 est à 5.000 FCFA');
    await chat.says('donc 5000 les 3 paires c ca ? mets moi 1 lot, plateau sogefia');
    expect(drafted(chat)).toBe(socks(1));
    expect(chat.draft.address).toBe('plateau sogefia');
  });

  it('lots she takes are no part of her address, a numbered plot is', async () => {
    expect((await play('oui 2 lots chaussettes. cocody danga vers la pharmacie')).draft.address).toBe(
      'cocody danga vers la pharmacie',
    );
    expect((await play('1 sac puma, cocody lot 45 ilot 3')).draft.address).toBe('cocody lot 45 ilot 3');
  });

  it('come off in lots', async () => {
    expect(drafted(await play('6 paires de chaussettes', 'enleve 3 paires'))).toBe(socks(1));
  });
});

describe('a number belongs to its own article', () => {
  it.each<[Step[], string]>([
    [
      ['1 sac puma et 2 lots de chaussettes', ['ajoute 1 puma 40', 'et mets 3 lots de chaussettes au lieu de 2']],
      `1x Sac à dos Puma + ${socks(3)} + 1x Puma Suede Classic 40`,
    ],
    [['2 chaussettes', ['encore 1 sac puma', 'et les chaussettes passe à 4']], `${socks(4)} + 1x Sac à dos Puma`],
    [['2 chaussettes', 'ajoute 1 lot de chaussettes'], socks(3)],
    [['1 air max 39', 'mets 2 au lieu de 1'], '2x Nike Air Max 90 39'],
    [['1 air max 39', '3 au lieu de 1 svp'], '3x Nike Air Max 90 39'],
    [['1 stan smith 40', "j'ai dit 2"], '2x Adidas Stan Smith 40'],
    [['1 stan smith 40', "c'est 2 que je veux"], '2x Adidas Stan Smith 40'],
    [['2 chaussettes', 'au lieu de 2 mets 5'], socks(5)],
    [['chaussettes nike x3', 'nn mets 4', 'en fait laisse à 3'], socks(3)],
    [['chaussettes nike x3', 'mets 4 finalement c pour mes enfants, dernier mot'], socks(4)],
    [['4 stan smith 40', 'non laisse à 2'], '2x Adidas Stan Smith 40'],
    [['12000 le sac puma, je prends 3', 'ok 15000 alors mais 2'], '2x Sac à dos Puma'],
    [['air max 41 et chaussettes 2'], `1x Nike Air Max 90 41 + ${socks(2)}`],
    [[['stan smith', '38', '2']], '2x Adidas Stan Smith 38'],
    [['stan smith 2 40'], '2x Adidas Stan Smith 40'],
    [['2 stan smith', 'la 40'], '2x Adidas Stan Smith 40'],
  ])('%j', async (steps, order) => {
    expect(drafted(await play(...steps))).toBe(order);
  });

  it.each([
    ['5 stan smith 40 c combien ?', 'ok je prends la puma 41', '1x Puma Suede Classic 41'],
    ['si je prends 4 stan smith 40 tu fais combien ?', 'bon je prends la 41', '1x Adidas Stan Smith 41'],
    ['4 sacs puma c combien', 'je prends la stan smith 40', '1x Adidas Stan Smith 40'],
  ])('« %s » leaves « %s » at one', async (asked, taken, order) => {
    expect(drafted(await play(asked, taken))).toBe(order);
  });

  it('a dozen is priced', async () => {
    expect((await play('sac puma, la douzaine a combien')).last.text).toContain('180.000 FCFA les 12');
    expect((await play("la Puma Suede c'est combien la douzaine ?")).last.text).toMatch(/reste que 3/);
  });

  it('« combien de sacs en stock » is answered of what she has on her order too', async () => {
    const chat = await play('1 sac puma, cocody angré pharmacie', 'vous avez encore combien de sacs en stock ?');
    expect(chat.last.text).toContain('il en reste plusieurs');
    expect(drafted(chat)).toBe('1x Sac à dos Puma');
  });
});

describe('« laisse » leaves an article where it is, or lets it go', () => {
  const BOTH = 'air max 41 et chaussettes 2';
  it.each<[string[], string]>([
    [['laisse les chaussettes'], '1x Nike Air Max 90 41'],
    [['laisse la air max'], socks(2)],
    [['laisse les chaussettes, enleve plutot la air max'], socks(2)],
    [['enleve la air max, laisse les chaussettes'], socks(2)],
    [['en fait pas les chaussettes', 'nn laisse les chaussettes, enleve plutot la air max'], socks(2)],
    [['enleve les chaussettes', 'finalement remets les chaussettes'], `1x Nike Air Max 90 41 + ${socks(2)}`],
  ])('%j', async (steps, order) => {
    expect(drafted(await play(BOTH, ...steps))).toBe(order);
  });
});
