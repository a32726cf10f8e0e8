import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

type Step = string | string[];

const HOME = 'Cocody Angré pharmacie des lagunes';

/** The streetwear shop, with caps in two colours. */
function shop(): InMemoryShop {
  const street = InMemoryShop.ofStreetwear();
  const caps = ['noir', 'rouge'].map((color) => ({
    productId: 'casquette',
    variantId: `casquette-${color}`,
    productName: 'Casquette New Era',
    color,
    unitPrice: 12_000,
    available: 8,
  }));
  return new InMemoryShop([...street.offers, ...caps]);
}

const play = (...steps: Step[]) => played(shop(), steps);

describe('a price asked for several articles is their sum', () => {
  it.each([
    ["c'est combien 3 Stan Smith + 1 Air Max + la livraison à Marcory ?", '152.000 FCFA'],
    ['2 stan smith 40 et 1 air max 41 ça fait combien ?', '115.000 FCFA'],
    ['c combien stan smith + chaussettes livraison cocody svp total', '42.000 FCFA'],
    ['combien pour une casquette noire, un sac et 2 lots de chaussettes livré marcory', '39.000 FCFA'],
    ['sandales : 2 marron 37 et 1 noir 38, ca fait combien ?', '54.000 FCFA'],
    ['air max 39, 40 et 41 c combien les 3 ?', '135.000 FCFA'],
    ["prends moi 2 air force, une blanche 40 l'autre noire 41, tu fais combien les 2 ?", '80.000 FCFA'],
  ])('« %s » is told %s and orders nothing', async (question, sum) => {
    const chat = await play(question);
    expect(chat.last.text).toContain(sum);
    expect(drafted(chat)).toBe('');
  });

  it('is told again with the fee once she says the place', async () => {
    const chat = await play(['air max 41 c combien', 'et le sac ?'], 'les 2 ca fait combien livré plateau');
    expect(chat.last.text).toContain('À payer à la réception : 61.500 FCFA');
  });

  it('says which size is not there, beside the one that is', async () => {
    const chat = await play('c combien la puma 41 et la puma 43 ?');
    expect(chat.last.text).toMatch(/pas Puma Suede Classic, en 43/);
    expect(chat.last.text).toMatch(/en 41/);
  });
});

describe('« les deux », « tout », « une de chaque » take what was just asked about', () => {
  const SANDALS = '2x Sandales Birkenstock Arizona 37 marron + 1x Sandales Birkenstock Arizona 38 noir';
  const BOTH_FORCES = '1x Nike Air Force 1 40 blanc + 1x Nike Air Force 1 41 blanc';
  it.each<[string[], string]>([
    [['sandales : 2 marron 37 et 1 noir 38, ca fait combien ?', `ok je prends tout, ${HOME}`], SANDALS],
    [['les sandales c combien les 3 ? deux marron 37 et une noire 38', 'fais moi 15000 chacun je prends les 3'], SANDALS],
    [["prends moi 2 air force blanche, une en 40 l'autre en 41, tu fais combien les 2 ?", `ok envoie a ${HOME}`], BOTH_FORCES],
    [
      ['air max 41 c combien et le sac ?', 'ok je prends les 2, plateau tour postel'],
      '1x Nike Air Max 90 41 + 1x Sac à dos Puma',
    ],
    [['combien la stan smith et le sac puma ?', 'ok les deux, pointure 40'], '1x Adidas Stan Smith 40 + 1x Sac à dos Puma'],
    [['stan smith 40 et puma 40 ya ?', 'une paire de chaque svp'], '1x Adidas Stan Smith 40 + 1x Puma Suede Classic 40'],
    [['casquette new era ya quelle couleur ?', 'je prends les deux'], '1x Casquette New Era noir + 1x Casquette New Era rouge'],
    [['casquette noire ya ?', 'les deux couleurs svp'], '1x Casquette New Era noir + 1x Casquette New Era rouge'],
    [['air force 41', 'les deux'], '1x Nike Air Force 1 41 blanc + 1x Nike Air Force 1 41 noir'],
    [['2 stan smith 40 et 1 air max 41 ça fait combien ?', HOME], '2x Adidas Stan Smith 40 + 1x Nike Air Max 90 41'],
    [['air force 40 blanche et 41 noire c combien', 'les 2 svp'], '1x Nike Air Force 1 40 blanc + 1x Nike Air Force 1 41 noir'],
    [['sac puma et chaussettes c combien', 'le sac seulement'], '1x Sac à dos Puma'],
    [
      ['stan smith 41 et air max 40 combien les 2 ?', '75000 les deux', 'ok je prends'],
      '1x Adidas Stan Smith 41 + 1x Nike Air Max 90 40',
    ],
    [['2 stan smith 40 et 1 air max 41 ça fait combien ?', 'je prends juste la air max'], '1x Nike Air Max 90 41'],
  ])('%s', async (steps, order) => {
    const chat = await play(...steps);
    if (drafted(chat) === '') await chat.says('oui');
    expect(drafted(chat)).toBe(order);
  });

  it('« les 2, plateau » is no address at Deux Plateaux', async () => {
    const chat = await play('air max 41 et le sac puma combien ?', 'ok je prends les 2, plateau tour postel');
    expect(chat.draft.address).toBe('plateau tour postel');
    expect(chat.draft.commune).toBe('Plateau');
  });

  it('left with a no, orders nothing', async () => {
    expect(drafted(await play('stan smith 40 et puma 40 combien les deux ?', 'non laisse tomber'))).toBe('');
  });
});

describe('the list of the shop', () => {
  it('is not sent twice in two messages', async () => {
    const chat = await play('vous avez des talons ?', 'et vous avez des bottes ?');
    expect(chat.replies[0]?.text).toContain('• Nike Air Max 90');
    expect(chat.last.text).toContain('dans la liste ci-dessus');
    expect(chat.last.text).not.toContain('• ');
  });

  it('is no answer to a bare no', async () => {
    const chat = await play('sac puma et chaussettes c combien', 'non');
    expect(chat.last.text).toMatch(/rien n'est commandé/);
  });
});

describe('of two sizes the one that is there in her colour', () => {
  it('is told and offered, and its colour is kept', async () => {
    const chat = await play('air force noire 41 ou 42 selon dispo');
    expect(chat.last.text).toMatch(/pas Nike Air Force 1, en 42 en noir/);
    await chat.says('ok celle ki est dispo', HOME);
    expect(drafted(chat)).toBe('1x Nike Air Force 1 41 noir');
  });
});
