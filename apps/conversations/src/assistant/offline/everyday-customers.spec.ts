import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

function shop(): InMemoryShop {
  const tools = InMemoryShop.ofStreetwear();
  tools.fees = { Cocody: 2000, Marcory: 2000, Plateau: 1500, Yopougon: 2500, Abobo: 2500 };
  return tools;
}

const play = (...steps: string[]) => played(shop(), steps);
const HOME = 'Cocody Angré villa 12';
const PASSED = [expect.objectContaining({ kind: 'pass-on' })];

describe('what is agreed to is no address', () => {
  it.each(['ok ça marche', 'parfait ça marche', 'd’accord ça marche merci'])(
    '« %s », while the address is asked for',
    async (said) => {
      const chat = await play('je prends la puma en 41', said);
      expect(chat.draft.address).toBeUndefined();
      expect(chat.last.text).toContain('commune');
    },
  );

  it('a market is one', async () => {
    expect((await play('je prends la puma en 41', 'Abobo, au marché d’Anador')).draft.address).toBe('Abobo, au marché d’Anador');
  });

  it('« notre » is no quarter', async () => {
    expect((await play('c’est pour notre équipe, je prends la puma en 41')).draft.address).toBeUndefined();
  });
});

describe('who sent her receives nothing', () => {
  it.each([
    'Bonsoir, c’est mon amie Awa qui m’a donné votre numéro',
    'je viens de la part de Tonton Paul',
    'Fatou m’a recommandé votre page',
  ])('« %s »', async (said) => {
    expect((await play(said, 'je prends la puma en 41', HOME)).draft.receiver).toBeUndefined();
  });
});

describe('the name under which it is handed over', () => {
  it.each([
    ['non c’est pas Awa c’est Estelle', 'Estelle'],
    ['non moi c’est Estelle, Awa c’est mon amie', 'Estelle'],
    ['pas Awa, mettez Mariam', 'Mariam'],
  ])('is put right: « %s »', async (said, name) => {
    const chat = await play(`puma 41, ${HOME}`, 'c’est ma sœur Awa qui va recevoir', said);
    expect(chat.draft.receiver).toBe(name);
    expect(chat.last.text).toContain(`À remettre à : ${name}`);
  });

  it.each([
    ['Bonjour je m’appelle Konaté, je veux la puma 41', 'Konaté'],
    ['my name is Peter, I want Stan Smith size 41', 'Peter'],
  ])('is hers where she says it: « %s »', async (said, name) => {
    expect((await play(said)).draft.receiver).toBe(name);
  });

  it('stands behind the number too, or before « c’est mon nom »', async () => {
    expect((await play('puma 41', 'Marcory zone 4 rue du canal 0102030405 Serge')).draft).toMatchObject({
      address: 'Marcory zone 4 rue du canal',
      receiver: 'Serge',
    });
    expect((await play(`puma 41, ${HOME}`, 'Serge c’est mon nom hein')).draft.receiver).toBe('Serge');
  });
});

describe('what she stays with', () => {
  it.each([
    ['stan smith 41', 'non en fait je reste sur la puma', '1x Puma Suede Classic 41'],
    ['stan smith 41', 'non je reviens à la puma', '1x Puma Suede Classic 41'],
    ['stan smith 41', 'non je prends la puma 40 seulement', '1x Puma Suede Classic 40'],
    ['stan smith 41', 'mettez uniquement la puma 40', '1x Puma Suede Classic 40'],
    ['stan smith 41', 'ajoutez juste la puma 40', '1x Adidas Stan Smith 41 + 1x Puma Suede Classic 40'],
  ])('%s, « %s »', async (first, said, lines) => {
    const chat = await play('puma 41, cocody angré 7e tranche', `finalement la ${first}`, said);
    expect(drafted(chat)).toBe(lines);
  });

  it('« non pas la stan, juste la air max » takes nothing of the first', async () => {
    const chat = await play('la air max en 41', 'non pas la stan, juste la air max', HOME);
    expect(drafted(chat)).toBe('1x Nike Air Max 90 41');
  });

  it('is still in the size she asked about before', async () => {
    const chat = await play('stan smith 41', 'la air max en 41 elle est à combien ?', 'bon je reste sur la stan smith', HOME);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 41');
  });
});

describe('which size that makes', () => {
  it.each([
    'd’habitude je mets 41 chez Adidas, en Nike je prends quoi ?',
    '27 cm ça fait quelle taille ?',
    'je chausse du 41 en Adidas, je prends quelle pointure en air max ?',
    'vous avez un guide des tailles ?',
    'US 9 c’est quelle pointure chez vous',
  ])('« %s » orders nothing: the seller is asked', async (said) => {
    const chat = await play(said);
    expect(drafted(chat)).toBe('');
    expect(chat.last.decisions).toEqual(PASSED);
    expect(chat.last.text).not.toContain('Oui');
  });

  it('« d’habitude je fais 41 donc donnez la stan smith en 41 » asks nothing', async () => {
    const chat = await play('d’habitude je fais 41 donc donnez la stan smith en 41', HOME);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 41');
  });

  it.each(['c’est trop grand le 41 pour moi, donnez 40 en puma', 'puma 41 elle est grande pour moi, donnez 40'])(
    '« %s »: what does not fit is not taken',
    async (said) => {
      expect(drafted(await play(said, HOME))).toBe('1x Puma Suede Classic 40');
    },
  );
});

describe('what only the seller can tell', () => {
  it('the article whose size she asks about is still spoken of', async () => {
    const chat = await play('la stan smith, je fais 9 en US, c’est quelle pointure chez vous ?', 'ok 41', HOME);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 41');
  });

  it.each([
    ['sac puma', 'il est grand ? ça peut contenir un ordinateur ?'],
    ['sac puma', 'ça passe à la machine ?'],
    ['puma 41', 'et si ça ne va pas ?'],
    ['puma 41', 'si ça me plait pas le livreur repart avec ?'],
    ['je peux payer par orange money ?', 'c’est quel numéro ?'],
    ['sac puma', 'je peux faire le dépôt maintenant ?'],
    ['ya garantie dessus ?', 'ça dure combien de temps'],
    ['vous pouvez m’envoyer les photos de la puma', 'j’ai pas encore reçu'],
    ['la air max et la puma laquelle est la mieux ?', 'laquelle est plus confortable'],
    ['bonjour', 'je peux venir essayer la puma ?'],
  ])('%s, « %s »', async (first, said) => {
    const chat = await play(first, said);
    expect(chat.last.decisions).toEqual(PASSED);
    expect(chat.last.text).not.toMatch(/pas bien compris|en boutique :/);
  });

  it('a wish beside goods loses neither', async () => {
    const chat = await play('la sandale en 38', 'La noire. Vous pouvez emballer en cadeau ?');
    expect(chat.last.decisions).toEqual(PASSED);
    expect(chat.last.text).toContain('en 38, noir');
    expect(chat.last.text).not.toContain('meilleur prix');
  });

  it('many of one article are sold at its price, and the seller hears that somebody would buy many', async () => {
    const chat = await play('je suis commerçante, je veux 20 Stan Smith, vous me faites quel prix ?');
    expect(chat.last.decisions).toEqual([{ kind: 'pass-on', wish: expect.stringContaining('un prix de gros') }]);
    expect(chat.last.text).toContain('35.000 FCFA');
  });
});

describe('what she has in hand', () => {
  it.each([
    'Bonjour, j’ai reçu ma commande hier mais c’est trop petit',
    'les baskets que vous m’avez envoyées sont trop grandes',
    'la chaussure que j’ai achetée chez vous la semaine passée est déjà gâtée',
  ])('is a complaint, whatever the assistant knows of her order: « %s »', async (said) => {
    const chat = await play(said);
    expect(chat.last.decisions).toEqual([{ kind: 'pass-on', wish: expect.stringContaining('réclamation') }]);
  });

  it.each(['c’est une stan smith 40, je veux 41', 'je veux la pointure au dessus', 'j’aimerais une pointure en dessous'])(
    'is exchanged, not ordered anew: « %s »',
    async (said) => {
      const chat = await play('j’ai reçu ma commande hier mais c’est trop petit', said);
      expect(drafted(chat)).toBe('');
      expect(chat.last.decisions).toEqual([{ kind: 'pass-on', wish: expect.stringContaining('échange') }]);
    },
  );
});

describe('everyday words of a sale', () => {
  it.each([
    ['2 de chaque pointure', '2x Sandales Birkenstock Arizona 37 marron + 2x Sandales Birkenstock Arizona 38 marron'],
    ['une de chaque pointure', '1x Sandales Birkenstock Arizona 37 marron + 1x Sandales Birkenstock Arizona 38 marron'],
  ])('« %s »', async (said, lines) => {
    expect(drafted(await play('la sandale marron', said))).toBe(lines);
  });

  it.each(['bon ok on prend quand même', 'ok à la livraison alors, oui', 'c’est ok pour nous'])(
    '« %s » confirms',
    async (said) => {
      const chat = await play(`puma 41, ${HOME}`, said);
      expect(chat.last.decisions).toMatchObject([{ kind: 'confirm' }]);
    },
  );

  it.each(['je paie à la livraison seulement', 'on prend quand même le temps de réfléchir'])('« %s » does not', async (said) => {
    const chat = await play(`puma 41, ${HOME}`, said);
    expect(chat.last.decisions.filter(({ kind }) => kind === 'confirm')).toEqual([]);
  });

  it.each(['Vous enlevez un peu non ?', 'enlevez un peu sur le prix', 'enlève moi quelque chose'])(
    '« %s » bargains and takes nothing off',
    async (said) => {
      const chat = await play(`stan smith 41, ${HOME}`, said);
      expect(drafted(chat)).toBe('1x Adidas Stan Smith 41');
      expect(chat.last.text).toContain('35.000 FCFA');
    },
  );

  it('« laquelle la moins chère » is no matter of taste, and is the one she goes on about', async () => {
    const chat = await play('entre la Stan Smith et la Puma Suede c’est laquelle la moins chère ?', 'elle existe en 40 ?');
    expect(chat.replies[0]!.text).toMatch(/abordable :\n• Puma Suede Classic/);
    expect(chat.last.text).toContain('Puma Suede Classic, en 40');
  });

  it.each(['sac a main', 'vous avez des sacs de voyage ?'])('« %s » is not there, and no « oui » is said', async (said) => {
    const { text } = (await play(said)).last;
    expect(text).toContain("n'ai pas trouvé « sac");
    expect(text).not.toContain('Oui');
  });

  it('« si vous n’avez pas la puma en 42 je prends la stan smith 42 » is one of them', async () => {
    expect(drafted(await play('si vous n’avez pas la puma en 42 je prends la stan smith 42', HOME))).toBe(
      '1x Adidas Stan Smith 42',
    );
    expect(drafted(await play('si vous n’avez pas la puma en 40 je prends la stan smith 42', HOME))).toBe(
      '1x Puma Suede Classic 40',
    );
  });

  it('« il me reste 5000, ajoutez des chaussettes » takes both', async () => {
    expect(drafted(await play('air max 41', 'il me reste 5000, ajoutez des chaussettes', HOME))).toBe(
      '1x Nike Air Max 90 41 + 1x Chaussettes Nike (lot de 3)',
    );
  });

  it.each([
    ['send it tomorrow morning please', 'souhaité demain matin'],
    ['demain avant midi svp', 'souhaité demain avant midi'],
  ])('« %s » goes with the delivery', async (said, note) => {
    expect((await play(`puma 41, ${HOME}`, said)).draft.forCourier).toEqual([note]);
  });

  it('« je cherche un sac » orders none yet', async () => {
    expect(drafted(await play('je cherche un sac pour l’école de ma fille'))).toBe('');
  });

  it('« é la livrezon a yopugon » is answered with the fee', async () => {
    const { text } = (await play('la stan smit en 39 svp', 'é la livrezon a yopugon')).last;
    expect(text).toContain('La livraison pour Yopougon est à 2.500 FCFA');
  });

  it('another place where nobody goes is no refusal to her', async () => {
    const chat = await play('puma 41', 'Koumassi remblais', 'non je prends la puma 40 seulement');
    expect(chat.last.decisions.filter(({ kind }) => kind === 'hand-over')).toEqual([]);
  });

  it('« 2 lots + une sandale noire », while the socks are on offer, is both', async () => {
    expect(drafted(await play('des chaussettes', '2 lots + une sandale noire en 38', HOME))).toBe(
      '2x Chaussettes Nike (lot de 3) + 1x Sandales Birkenstock Arizona 38 noir',
    );
  });

  it('a price after a list was priced is for all of it', async () => {
    const chat = await play('air force blanche 40 et 41 vous faites combien les deux ?', '75000 c’est bon ?', HOME);
    expect(chat.draft.lines.map(({ unitPrice }) => unitPrice)).toEqual([37_500, 37_500]);
  });

  it.each([
    'je sais pas trop, la air max ou la air force',
    'air max ou air force',
    'je veux la stan smith ou la puma suede en 40',
  ])('« %s » has not chosen yet', async (said) => {
    const chat = await play(said, 'la air max 41', HOME);
    expect(drafted(chat)).toBe('1x Nike Air Max 90 41');
  });

  it('« ok laisse, la puma alors » leaves what was talked about', async () => {
    expect(drafted(await play('air max 40', 'ok ok laisse, la puma alors 40', HOME))).toBe('1x Puma Suede Classic 40');
  });

  it.each([
    ['je veux 2 paires : stan 41 et air max 40', '1x Adidas Stan Smith 41 + 1x Nike Air Max 90 40'],
    ['je veux 2 paires : stan 41', '2x Adidas Stan Smith 41'],
  ])('« %s »', async (said, lines) => {
    expect(drafted(await play(said))).toBe(lines);
  });

  it('« mon épouse se nomme Mme Bamba » names who receives it', async () => {
    expect((await play(`puma 41, ${HOME}`, 'Mon épouse se nomme Mme Bamba, joignable au 01 02 03 04 05.')).draft).toMatchObject({
      receiver: 'Mme Bamba',
      phone: '+2250102030405',
    });
  });

  it('« 37 mille 500 » is one price', async () => {
    expect((await play('air force blanche 41', '37 mille 500 c’est bon ?')).last.text).toContain('37.500 FCFA');
  });

  it('« celle à 35000 » is the one of those shown that costs so', async () => {
    expect((await play('vous avez quoi en 42', 'celle à 35000')).last.text).toContain('Adidas Stan Smith, en 42');
  });

  it.each(['ne dites pas que c’est moi', 'dites-lui que c’est de la part de Awa'])('« %s » is for the courier', async (said) => {
    expect((await play(`sac puma, ${HOME}`, said)).draft.forCourier).toHaveLength(1);
  });
});
