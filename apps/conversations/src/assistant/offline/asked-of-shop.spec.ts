import { describe, expect, it } from '@jest/globals';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const says = async (...steps: string[]) => played(InMemoryShop.ofStreetwear(), steps);
const owed = { toCollect: 37_000, paid: 0, withDelivery: true };
const placed = async (...steps: string[]) => {
  const shop = InMemoryShop.ofStreetwear();
  shop.order = { number: 'CMD-20261123-000001', status: 'CONFIRMEE', owed };
  return played(shop, steps);
};

describe('what only the seller knows', () => {
  it.each([
    ['vous conseillez quoi', 'un conseil'],
    ['tu me conseilles quoi', 'un conseil'],
    ['que me conseillez vous ?', 'un conseil'],
    ['je sais pas laquelle choisir', 'un conseil'],
    ['vous avez un instagram ?', 'une page ou un site'],
    ['un instagram ?', 'une page ou un site'],
    ['et facebook ?', 'une page ou un site'],
    ["c'est quoi votre page facebook ?", 'une page ou un site'],
    ['vous êtes sur tiktok ?', 'une page ou un site'],
    ['le cuir est bon ?', 'la matière'],
    ['c quoi la matière ?', 'la matière'],
    ["c'est solide ?", 'la matière'],
    ["c possible aujourd'hui 14h ?", "l'heure souhaitée"],
    ['possible ce soir ?', "l'heure souhaitée"],
    ["la stan smith c'est du vrai cuir ?", 'la matière'],
    ['la semelle de la puma est solide ?', 'la matière'],
  ])('« %s » is passed on, greeted, and nothing is invented', async (said, wish) => {
    const { text, decisions } = (await says(said)).last;
    expect(decisions).toEqual([expect.objectContaining({ kind: 'pass-on', wish: expect.stringContaining(wish) })]);
    expect(text).toMatch(/^Bonjour/);
    expect(text).toContain('vous répond ici');
  });

  it('shows the goods to who asks for advice before she has seen any', async () => {
    expect((await says('vous conseillez quoi')).last.text).toContain('• Nike Air Max 90 : 45.000 FCFA');
  });

  it('goes on with the article whose leather she asked about', async () => {
    const chat = await says("la stan smith c'est du vrai cuir ?", '41', 'je prends');
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 41');
  });

  it.each(["j'ai vu la stan smith sur votre facebook", 'je veux la stan smith 41 en cuir'])(
    '« %s » speaks of an article, and nobody is asked',
    async (said) => {
      expect((await says(said)).last.decisions.filter(({ kind }) => kind === 'pass-on')).toEqual([]);
    },
  );
});

describe('an hour that she asks for', () => {
  it('is not promised: the seller is asked', async () => {
    const chat = await says('la stan smith 42', "c'est faisable aujourd'hui à 14h ?");
    expect(chat.last.decisions).toEqual([expect.objectContaining({ kind: 'pass-on' })]);
    expect(chat.last.text).toMatch(/promet/);
  });

  it('« c’est faisable ? » after it is passed on with it', async () => {
    const chat = await says(
      'Je veux la stan smith 42 à Cocody Angré 8e tranche',
      "je veux ça aujourd'hui à 14h",
      "c'est faisable ?",
    );
    expect(chat.last.decisions).toEqual([
      expect.objectContaining({ kind: 'pass-on', wish: expect.stringMatching(/14h.*faisable/) }),
    ]);
    expect(chat.last.text).toMatch(/confirme/i);
  });
});

describe('« c’est noté ? »', () => {
  it.each([
    [['bonjour'], /aucune commande|Rien n'est/],
    [['je veux la stan smith 42'], /pas encore/],
    [['je veux la stan smith 42', 'Cocody Angré 8e tranche'], /confirmation[\s\S]*confirme/],
  ])('after %j it says what is missing', async (before, answer) => {
    expect((await says(...before, "c'est noté ?")).last.text).toMatch(answer);
  });

  it('tells of the order that there is', async () => {
    expect((await placed("c'est bien noté ?")).last.text).toContain('CMD-20261123-000001 est confirmée');
  });
});

describe('what she asks after she complained', () => {
  it('« c’est normal ? » when the courier wants more: what the order says, and who answers', async () => {
    const chat = await placed("le livreur m'a demandé 1000 de plus", "c'est normal ?");
    expect(chat.last.text).toContain('Kouadio est prévenu');
    expect(chat.last.text).toContain('37.000 FCFA');
    expect(chat.last.decisions).toEqual([]);
    await chat.says('je paye ou pas ?');
    expect(chat.last.text).toContain('Kouadio');
    expect(chat.last.text).toContain('37.000 FCFA');
  });

  it('« je fais comment ? » of what is torn: the seller answers, and no money is asked for', async () => {
    const chat = await placed('la chaussure est déchirée', 'je fais comment ?');
    expect(chat.last.text).toContain('Kouadio');
    expect(chat.last.text).not.toContain('FCFA');
  });
});

describe('the sum of so many', () => {
  it.each([
    ['5 sacs ça fait combien ?', 'Sac à dos Puma', '75.000 FCFA les 5'],
    ['combien font 2 stan smith', 'Adidas Stan Smith', '70.000 FCFA les 2'],
    ['je veux 5 sacs ça fait combien ?', 'Sac à dos Puma', '75.000 FCFA les 5'],
    ['le prix de 4 chaussettes', 'Chaussettes Nike (lot de 3)', '20.000 FCFA les 4'],
    ["3 air max 40 c'est combien", 'Nike Air Max 90, en 40', '135.000 FCFA les 3'],
  ])('« %s » is told, and nothing is taken yet', async (said, name, sum) => {
    const chat = await says(said);
    expect(chat.last.text).toContain(name);
    expect(chat.last.text).toContain(sum);
    expect(drafted(chat)).toBe('');
  });

  it('is told though an article was shown before, and taken when she says so', async () => {
    const chat = await says('vous avez des sacs ?', '5 sacs ça fait combien ?', 'ok je prends');
    expect(drafted(chat)).toBe('5x Sac à dos Puma');
  });
});

describe('another money', () => {
  it.each(['50 euros ça va ?', 'je prends à 50€', 'je vous donne 40 dollars'])(
    '« %s »: prices are in FCFA, with the real one, and nothing is taken',
    async (said) => {
      const chat = await says('la puma 41', said);
      expect(chat.last.text).toContain('FCFA');
      expect(chat.last.text).toContain('Puma Suede Classic est à 30.000 FCFA.');
      expect(chat.last.text).not.toContain('Ça va');
      expect(drafted(chat)).toBe('');
    },
  );
});
