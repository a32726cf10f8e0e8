import { Reply } from '../assistant.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

function aChat(shop: InMemoryShop): Chat {
  let count = 0;
  return new Chat(new OfflineAssistant(() => `recap-${++count}`), shop);
}

describe.each([
  ['whose products have no sizes', () => InMemoryShop.withoutSizes()],
  ['whose products have sizes', () => InMemoryShop.withSizes()],
])('the story, in a shop %s', (_case, shopOf) => {
  it('sells Aminata a Nike in 38, delivered in Cocody', async () => {
    const chat = aChat(shopOf());
    const first = await chat.says('Bonjour, je suis intéressée par vos chaussures Nike');
    expect(first.text).toMatch(/^Bonjour Aminata/);
    expect(first.text).toMatch(/pointure/);
    const second = await chat.says('Je fais du 38');
    expect(second.text).toContain('Nike Air Max 90, en 38 à 45.000 FCFA');
    const third = await chat.says('Cocody, Angré 7ème tranche, Villa 123');
    expect(third.text).toContain('• 1 x Nike Air Max 90, en 38 : 45.000 FCFA');
    expect(third.text).toContain('Frais de livraison (Cocody) : 2.000 FCFA');
    expect(third.text).toContain('À payer à la réception : 47.000 FCFA');
    expect(third.text).toContain('Adresse de livraison : Cocody, Angré 7ème tranche, Villa 123');
    expect(third.buttons).toEqual([
      { id: 'confirmer:recap-1', title: 'Confirmer' },
      { id: 'annuler:recap-1', title: 'Annuler' },
    ]);
    expect(third.decisions).toEqual([{ kind: 'propose', draft: third.draft }]);
    const fourth = await chat.says('Oui je confirme');
    expect(fourth.decisions).toEqual([{ kind: 'confirm', nonce: 'recap-1', draft: third.draft }]);
    expect(fourth.draft.lines).toEqual([]);
    const [line] = third.draft.lines;
    expect(line).toMatchObject({ productId: 'nike', size: '38', quantity: 1, unitPrice: 45_000 });
  });
});

type Kind = 'plain' | 'sized';

/** Plays a dialogue; « a | b » is a burst of two messages, « #id » a pressed button. */
async function play(
  kind: Kind,
  steps: string[],
  prepare: (shop: InMemoryShop) => void = () => undefined,
): Promise<{ chat: Chat; last: Reply }> {
  const shop = kind === 'plain' ? InMemoryShop.withoutSizes() : InMemoryShop.withSizes();
  prepare(shop);
  const chat = aChat(shop);
  for (const step of steps) await (step.startsWith('#') ? chat.presses(step.slice(1)) : chat.says(...step.split(' | ')));
  return { chat, last: chat.last };
}

/** What was confirmed: « 2x nike 38 + 1x puma 40 noir @ adresse ». */
function order(reply: Reply): string {
  const decision = reply.decisions.find((one) => one.kind === 'confirm');
  if (decision?.kind !== 'confirm') return `no order: ${reply.text}`;
  const lines = decision.draft.lines.map((line) =>
    [`${line.quantity}x`, line.productId, line.size, line.color].filter(Boolean).join(' '),
  );
  return `${lines.join(' + ')} @ ${decision.draft.address}`;
}

describe('dialogues that end in the order she meant', () => {
  it.each<[string, Kind, string[], string]>([
    [
      'SMS spelling',
      'sized',
      ['slt', 'jveux 2 paire de airmax en 38', 'livrer moi à Cocody Angré, derrière la pharmacie, villa 12', 'ok sa marche'],
      '2x nike 38 @ Cocody Angré, derrière la pharmacie, villa 12',
    ],
    [
      '« c combien le 38 là » before any name',
      'plain',
      ['bonjour', 'c combien le 38 là', 'la nike', 'ok sa marche', 'treichville avenue 8 pres de la pharmacie', 'oui'],
      '1x nike 38 @ treichville avenue 8 pres de la pharmacie',
    ],
    [
      'a size that is not there, then another',
      'sized',
      [
        'Bonsoir vous avez stan smit en 39 ?',
        'ok 40 alors',
        'oui je prends',
        'marcory zone 4 vers le carrefour',
        '#confirmer:recap-1',
      ],
      '1x adidas 40 @ marcory zone 4 vers le carrefour',
    ],
    [
      'a colour to choose, then two of it',
      'sized',
      ['je veux la puma en 40', 'rouge', 'Plateau, immeuble Alpha 2000, 3eme étage', 'finalement 2 paires', 'je confirme'],
      '2x puma 40 rouge @ Plateau, immeuble Alpha 2000, 3eme étage',
    ],
    [
      'everything in one message',
      'plain',
      [
        'Bonjour, je voudrais 2 Nike Air Max en 42 et une Puma en 41, livraison à Marcory, Zone 4, rue du canal',
        'oui je confirme',
      ],
      '2x nike 42 + 1x puma 41 @ Marcory, Zone 4, rue du canal',
    ],
    [
      'a burst of short messages',
      'sized',
      ['bonjour | je veux la stan smith | taille 40 | Cocody Angré château', 'oui'],
      '1x adidas 40 @ Cocody Angré château',
    ],
    [
      'a line removed after the recap',
      'plain',
      ['2 Nike en 42 et une Puma en 41 svp', 'Marcory, Zone 4, rue du canal', 'retirez la puma', 'je valide'],
      '2x nike 42 @ Marcory, Zone 4, rue du canal',
    ],
    [
      'a line replaced',
      'sized',
      [
        'je prends la nike en 39',
        'Cocody riviera 2 pharmacie st viateur',
        'enlevez la nike et mettez la stan smith en 41',
        "oui c'est bon",
        'oui',
      ],
      '1x adidas 41 @ Cocody riviera 2 pharmacie st viateur',
    ],
    [
      '« à la place de »',
      'plain',
      [
        'je veux la nike en 38',
        'Plateau, avenue Chardy',
        "en fait je préfère l'adidas à la place de la nike",
        '38',
        'ok',
        'je confirme',
      ],
      '1x adidas 38 @ Plateau, avenue Chardy',
    ],
    [
      'another size for the line',
      'sized',
      ['je veux la nike en 39', 'Cocody angré 8eme tranche', 'non', 'plutot du 38', 'oui je confirme'],
      '1x nike 38 @ Cocody angré 8eme tranche',
    ],
    [
      'two sizes of one product',
      'sized',
      ['je veux la stan smith en 38 et en 40', 'Marcory remblais, rue 12 villa 5', 'je confirme merci'],
      '1x adidas 38 + 1x adidas 40 @ Marcory remblais, rue 12 villa 5',
    ],
    [
      'one more in another size, then changes line by line',
      'sized',
      [
        'air max 38 ou 39 ?',
        '38',
        'une autre en 39',
        'Cocody blockhauss pharmacie',
        'ajoutez une puma 40 noire',
        'changez la nike 38 en 42',
        'supprimez la 39',
        'oui',
      ],
      '1x nike 42 + 1x puma 40 noir @ Cocody blockhauss pharmacie',
    ],
    [
      'the commune first, the quarter when asked',
      'sized',
      ['je veux 5 nike en 39', 'oui', 'cocody', 'angré 8eme tranche', 'ok'],
      '2x nike 39 @ Cocody, angré 8eme tranche',
    ],
    [
      'the address accepts the offer',
      'plain',
      ['la nike 40', 'cocody', 'angré château', 'oui'],
      '1x nike 40 @ Cocody, angré château',
    ],
    [
      '« le 1er » of the list',
      'sized',
      ['les modeles svp', 'le 1er', '39', 'oui', 'Plateau vers la BCEAO', 'valide'],
      '1x nike 39 @ Plateau vers la BCEAO',
    ],
    [
      'questions on the way',
      'sized',
      [
        'Slt c koi le prix des nike?',
        'cest cher',
        'yen a en 42?',
        'ok jpren',
        'jsuis a koumassi remblais',
        'vs livrez kan',
        'g paye koman',
        'ok je confirme',
      ],
      '1x nike 42 @ koumassi remblais',
    ],
    [
      'a phone number to call',
      'plain',
      ["J'aimerais avoir la puma, taille 40, je suis à Cocody Riviera Palmeraie, mon numéro 07 08 09 10 11", 'ok merci'],
      '1x puma 40 @ Cocody Riviera Palmeraie',
    ],
    [
      'two products and the address at once',
      'plain',
      ['stan smith 41 + air max 90 en 42, livrez à treichville avenue 16 rue 21', 'je confirme pas encore', 'ok je confirme'],
      '1x adidas 41 + 1x nike 42 @ treichville avenue 16 rue 21',
    ],
    [
      'an age is no quantity',
      'plain',
      ['la nike svp', "j'ai 25 ans je chausse 37", 'oui', 'Plateau pres de la cathédrale', 'oui'],
      '1x nike 37 @ Plateau pres de la cathédrale',
    ],
    [
      'misspelt from end to end',
      'plain',
      ['jé besoin dune paire de nikes taye 41', 'daccord', 'Kokodi angre', 'dakor'],
      '1x nike 41 @ Cocody, angre',
    ],
    [
      'nobody delivers there, she orders all the same',
      'plain',
      ['je prends la puma en 39', 'Bouaké, quartier Commerce', 'commandez quand même', 'oui je confirme'],
      '1x puma 39 @ Bouaké, quartier Commerce',
    ],
    [
      'over two days',
      'plain',
      ['Je veux 3 paires d’adidas', '39', 'ok je vous dis demain', 'Bonjour', 'Marcory', 'vers le grand marché', 'oui'],
      '3x adidas 39 @ Marcory, vers le grand marché',
    ],
    [
      'one pair less, asked as a question',
      'plain',
      [
        '1 nike taille 41 et 2 adidas taille 43 svp',
        'Koumassi grand campement près de la mosquée',
        'et si je prends seulement 1 adidas',
        'ok confirmé',
      ],
      '1x nike 41 + 1x adidas 43 @ Koumassi grand campement près de la mosquée',
    ],
    [
      'two lines removed at once',
      'plain',
      [
        'Je prends la nike en 38, la puma en 39 et l’adidas en 40',
        'Cocody 2 plateaux vallon, rue J50',
        "enlevez l'adidas et la puma",
        'oui',
      ],
      '1x nike 38 @ Cocody 2 plateaux vallon, rue J50',
    ],
    [
      'another address',
      'sized',
      [
        'puma 40 noir et puma 41 noir',
        'Plateau tour A',
        "changez l'adresse, livrez à Marcory zone 4 rue Paul Langevin",
        "oui c'est ok",
      ],
      '1x puma 40 noir + 1x puma 41 noir @ Marcory zone 4 rue Paul Langevin',
    ],
    [
      'looking around in her size',
      'sized',
      ['stan smith 42 svp', 'vous avez quoi en 42 ?', 'ok je prends la nike', 'adjame 220 logements bâtiment C', "C'est bon"],
      '1x nike 42 @ adjame 220 logements bâtiment C',
    ],
    [
      'an article only asked about stays out',
      'plain',
      ['Je veux la nike en 38', 'Cocody Angré villa 1', 'la puma c combien ?', 'oui je confirme', 'oui'],
      '1x nike 38 @ Cocody Angré villa 1',
    ],
    [
      'a form filled in',
      'plain',
      [
        'Bonsoir c’est pour une commande : Adidas Stan Smith taille 42, quantité 2. Adresse : Cocody Faya, cité Genie 2000, villa 45. Contact : 07 07 07 07 07',
        'Je confirme la commande',
      ],
      '2x adidas 42 @ Cocody Faya, cité Genie 2000, villa 45',
    ],
    [
      '« je veux modifier », then what',
      'sized',
      ['Je veux puma noir', '40', 'Cocody mermoz villa 20', 'je veux modifier', 'la taille 41', 'oui'],
      '1x puma 41 noir @ Cocody mermoz villa 20',
    ],
    [
      'haggling in vain',
      'plain',
      [
        "bjr grand frère, nike la c'est combien mm",
        'trop cher dè',
        'tu peux faire 35000 ?',
        'bon ok 44',
        'je prends',
        'abobo sagbé',
        'wi',
      ],
      '1x nike 44 @ abobo sagbé',
    ],
    [
      'her own price is not agreed to',
      'sized',
      ['la nike en 39', 'je la prends à 30000', 'Cocody Angré villa 4', 'oui'],
      '1x nike 39 @ Cocody Angré villa 4',
    ],
  ])('%s', async (_title, kind, steps, expected) => {
    const { last } = await play(kind, steps);
    expect(order(last)).toBe(expected);
  });
});

describe('dialogues that end in an answer', () => {
  it.each<[string, Kind, string[], RegExp]>([
    [
      'the shop shown to who greets',
      'plain',
      ['bonjour'],
      /Bienvenue chez Kouadio Chaussures\.[^]*Nike Air Max 90 : 45\.000 FCFA/,
    ],
    ['the fee for a commune', 'plain', ["c'est combien la livraison à cocody ?"], /La livraison pour Cocody est à 2\.000 FCFA/],
    ['the fee for a quarter', 'plain', ['vous livrez à angré ? combien'], /La livraison pour Cocody est à 2\.000 FCFA/],
    ['no fee where nobody delivers', 'plain', ['livraison cocody ?', 'et à bouaké ?'], /pas de livreur pour Bouaké/],
    ['the fee in general', 'plain', ['les frais de livraison c combien'], /dans quelle commune/],
    ['delivery on a day', 'plain', ['vous livrez dimanche ?'], /pas de livraison le dimanche/],
    ['opening hours', 'plain', ['vous ouvrez à quelle heure ?'], /du lundi au samedi, de 8h à 19h/],
    ['the way to pay', 'plain', ['je peux payer par wave ?'], /Vous payez à la livraison/],
    ['a last price', 'sized', ['la nike', 'dernier prix ?'], /45\.000 FCFA, c'est déjà notre meilleur prix/],
    [
      'her own price',
      'sized',
      ['la nike en 39', 'je la prends à 30000'],
      /Nike Air Max 90 est à 45\.000 FCFA, c'est le prix qui sera demandé/,
    ],
    ['a product that is not sold', 'sized', ['vous avez des new balance ?'], /pas trouvé « new balance » en boutique/],
    [
      'a size that is gone, with the others',
      'sized',
      ['la nike en 40 c dispo?'],
      /en 40 n'est plus disponible\.[^]*disponible en 38, 39 et 42/,
    ],
    [
      'a colour that is not there',
      'sized',
      ['je veux la puma rouge en 41'],
      /pas Puma Suede Classic, en 41 en rouge\.[^]*en noir/,
    ],
    ['more than there is', 'sized', ['je veux 5 nike en 39'], /Il ne m'en reste que 2/],
    [
      'what there is in her size',
      'sized',
      ['vous avez du 41 ?'],
      /En 41, voici ce que j'ai :\n• Adidas Stan Smith : 35\.000 FCFA\n• Puma Suede Classic : 30\.000 FCFA/,
    ],
    ['both sizes of a choice', 'sized', ['air max 38 ou 39 ?'], /disponible en 38 et 39/],
    ['no photos, but the sale goes on', 'plain', ['vous avez la photo de la nike ?'], /pas de photo sous la main[^]*pointure/],
    ['that it is a program', 'plain', ['vous êtes un robot ?'], /un programme qui répond à toute heure/],
    [
      'a colour nobody listed is left to the seller',
      'plain',
      ['la nike noire en 44 svp'],
      /Je note la couleur \(noir\) ; Kouadio vous confirme/,
    ],
    [
      'a remark about the ad is no product',
      'sized',
      ["Bonjour monsieur, j'ai vu votre pub sur facebook. C'est toujours disponible ?"],
      /Voici ce que j’ai en boutique/,
    ],
    ['thanks', 'plain', ['bonjour', 'merci'], /Avec plaisir/],
    ['nonsense', 'plain', ['bonjour', 'asdkjh qsd'], /je n'ai pas bien compris/],
    ['a voice note or a sticker', 'plain', [''], /que les messages écrits/],
    [
      'the total so far',
      'plain',
      ['2 nike en 42', 'Cocody Angré villa 3', 'ça fait combien en tout ?'],
      /À payer à la réception : 92\.000 FCFA/,
    ],
    ['a doubt at the recap', 'plain', ['la nike en 38', 'Cocody Angré villa 3', 'je confirme ?'], /appuyez sur Confirmer/],
  ])('%s', async (_title, kind, steps, expected) => {
    const { last } = await play(kind, steps);
    expect(last.text).toMatch(expected);
    expect(last.decisions.filter((decision) => decision.kind !== 'propose')).toEqual([]);
  });
});

it('who doubts the brand has the seller told, and may go on', async () => {
  const { chat, last } = await play('plain', ["c'est original ?"]);
  expect(last.decisions).toMatchObject([{ kind: 'pass-on', wish: expect.stringMatching(/authenticité/) as string }]);
  expect((await chat.says('la nike en 38')).text).toContain('45.000 FCFA');
});

describe('dialogues that end with the seller', () => {
  it.each<[string, string[], RegExp]>([
    ['she asks for him by name', ['je veux parler à kouadio'], /parler à une personne/],
    ['she wants to be called', ["je veux que vous m'appelez"], /parler à une personne/],
    ['she complains', ['ma chaussure est déchirée, je veux être remboursé'], /réclamation/],
    ['three insults', ["espece d'idiot", 'vous êtes des voleurs', 'imbécile'], /mécontent/],
    ['three times not understood', ['bonjour', 'lkjlkj', 'qsdqsd', 'xwcxwc'], /non compris/],
  ])('%s', async (_title, steps, reason) => {
    const { last } = await play('plain', steps);
    expect(last.decisions).toEqual([{ kind: 'hand-over', reason: expect.stringMatching(reason) as string }]);
    expect(last.text).toContain('Kouadio');
  });
});

describe('confirming and cancelling', () => {
  const recap = ['je prends la nike en 38', 'Cocody, Angré, villa 3'];

  it('a recap is confirmed once: the button pressed again orders nothing', async () => {
    const { chat } = await play('sized', [...recap, '#confirmer:recap-1']);
    const again = await chat.presses('confirmer:recap-1');
    expect(again.decisions).toEqual([]);
    expect(again.text).toMatch(/n'est plus ouvert/);
  });

  it('the button of a recap that changed shows the right one instead', async () => {
    const { chat } = await play('sized', [...recap, 'finalement 2 paires']);
    const stale = await chat.presses('confirmer:recap-1');
    expect(stale.decisions).toMatchObject([{ kind: 'propose' }]);
    expect(stale.text).toMatch(/a changé[^]*2 x Nike Air Max 90/);
  });

  it('a price that rose between recap and confirmation is shown before it is asked', async () => {
    const shop = InMemoryShop.withSizes();
    const chat = aChat(shop);
    for (const step of recap) await chat.says(step);
    shop.offers = shop.offers.map((offer) => ({ ...offer, unitPrice: offer.unitPrice + 5_000 }));
    const reply = await chat.says('oui je confirme');
    expect(reply.decisions).toMatchObject([{ kind: 'propose' }]);
    expect(reply.text).toMatch(/a changé[^]*50\.000 FCFA/);
    expect(order(await chat.says('oui'))).toBe('1x nike 38 @ Cocody, Angré, villa 3');
  });

  it('stock that went in between is said, and nothing is ordered', async () => {
    const shop = InMemoryShop.withSizes();
    const chat = aChat(shop);
    for (const step of recap) await chat.says(step);
    shop.offers = shop.offers.map((offer) => ({ ...offer, available: offer.variantId === 'nike-38' ? 0 : offer.available }));
    const reply = await chat.says('oui je confirme');
    expect(reply.decisions).toEqual([]);
    expect(reply.text).toMatch(/Nike Air Max 90, en 38 n'est plus disponible/);
    expect(reply.draft.lines).toEqual([]);
  });

  it('the draft is cancelled by word or by button', async () => {
    expect((await play('sized', [...recap, 'Annule'])).last.decisions).toEqual([{ kind: 'cancel-draft' }]);
    expect((await play('sized', [...recap, '#annuler:recap-1'])).last.decisions).toEqual([{ kind: 'cancel-draft' }]);
  });

  it('an order already placed is cancelled only when she says so twice', async () => {
    const placed = (shop: InMemoryShop) => (shop.order = { number: 'CMD-20261123-000001', status: 'confirmee' });
    const asked = await play('plain', ['je veux annuler ma commande'], placed);
    expect(asked.last.decisions).toEqual([]);
    expect(asked.last.text).toContain('CMD-20261123-000001');
    expect((await asked.chat.says('oui')).decisions).toMatchObject([{ kind: 'cancel-order' }]);
    const kept = await play('plain', ['je veux annuler ma commande', 'non'], placed);
    expect(kept.last.decisions).toEqual([]);
    expect(kept.last.text).toMatch(/est maintenue/);
  });

  it.each(['annuler-commande', 'garder-commande'])(
    'an old button « %s » does not touch the order placed since',
    async (action) => {
      const { last } = await play('plain', [`#${action}:CMD-20261123-000001`], (shop) => {
        shop.order = { number: 'CMD-20261123-000002', status: 'confirmee' };
      });
      expect(last.decisions).toEqual([]);
      expect(last.text).toMatch(/plus ancienne.*CMD-20261123-000002 est confirmée/s);
    },
  );

  it('a delivered order cannot be cancelled', async () => {
    const { last } = await play(
      'plain',
      ['annulez ma commande'],
      (shop) => (shop.order = { number: 'CMD-20261122-000003', status: 'livree' }),
    );
    expect(last.text).toBe("La commande CMD-20261122-000003 est livrée, je ne peux plus l'annuler.");
  });

  it('where the order is', async () => {
    const { last } = await play('plain', ['où en est ma commande ?'], (shop) => {
      shop.order = { number: 'CMD-20261123-000001', status: 'confirmee', plannedFor: new Date('2026-11-24T14:00:00Z') };
    });
    expect(last.text).toContain('Votre commande CMD-20261123-000001 est confirmée. Livraison prévue demain à 14h00.');
  });

  it('the recap without a courier says so and names no fee', async () => {
    const { last } = await play('plain', ['je prends la puma en 39', 'Yopougon Niangon, pharmacie', 'tant pis, commandez']);
    expect(last.text).toMatch(/Frais de livraison : pas encore connus pour cette adresse, Kouadio vous les précise/);
    expect(last.text).not.toContain('À payer');
    expect(last.fee).toBeUndefined();
  });

  it('the address stays known for the next order', async () => {
    const { last } = await play('sized', [...recap, 'oui', 'je veux aussi la stan smith en 40', 'oui']);
    expect(order(last)).toBe('1x adidas 40 @ Cocody, Angré, villa 3');
  });
});

it('a plain yes never confirms a recap while another article is being talked about', async () => {
  const { chat } = await play('plain', ['Je veux la nike en 38', 'Cocody Angré villa 1', 'la puma c combien ?']);
  expect(chat.draft.recapNonce).toBeUndefined();
  expect((await chat.says('oui')).decisions).toEqual([]);
});

it('the same turn always gets the same reply', async () => {
  const once = await play('sized', ['bonjour', 'la nike en 38', 'Cocody Angré villa 3']);
  const twice = await play('sized', ['bonjour', 'la nike en 38', 'Cocody Angré villa 3']);
  expect(twice.last).toEqual(once.last);
});
