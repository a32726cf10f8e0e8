import { Draft, Reply, Turn } from './assistant.js';
import { check, Verdict } from './guard.js';
import { propose } from './proposal.js';
import { InMemoryShop } from './testing/in-memory-shop.js';

const now = new Date('2026-11-23T09:00:00Z');
const NIKE_38 = {
  productId: 'nike',
  variantId: 'nike-38',
  productName: 'Nike Air Max 90',
  size: '38',
  unitPrice: 45_000,
  quantity: 1,
};

function aTurn(said: string, draft: Draft = { lines: [] }): Turn {
  return {
    shop: { name: 'Kouadio Chaussures', sellerFirstName: 'Kouadio', openingHours: 'du lundi au samedi, de 8h à 19h' },
    customer: { name: 'Aminata Traoré', phone: '+2250598765432' },
    history: [],
    inbound: [{ author: 'customer', text: said, at: now }],
    draft,
    now,
  };
}

function aReply(text: string, more: Partial<Reply> = {}): Reply {
  return { text, draft: { lines: [] }, decisions: [], engine: 'gemini', facts: [], ...more };
}

const shop = InMemoryShop.withSizes();
const ordered = InMemoryShop.withSizes();
ordered.order = { number: 'CMD-20261123-000001', status: 'confirmee' };

function problems(verdict: Verdict): string {
  return verdict.ok ? '' : verdict.problems.join(' | ');
}

describe('the guard lets the truth through', () => {
  it.each([
    'La Nike Air Max 90 en 38 est disponible à 45.000 FCFA.',
    'La Nike est à 45 000 F et la Puma à 30 000 F.',
    '45.000 FCFA pour la Nike et 30.000 FCFA pour la Puma.',
    'La Nike en 40 n’est plus disponible, mais j’ai la Stan Smith en 40 à 35.000 FCFA.',
    'La Nike est à 45k, la Puma coûte trente mille francs.',
    'La livraison à Cocody est à 2.000 FCFA.',
    'Il ne reste que 2 Nike Air Max 90 en 39.',
    'Désolé, je ne peux pas faire de remise sur la Nike.',
    'Nous ne faisons pas de promotion en ce moment.',
    "Je n'ai pas la Nike en 45.",
    'La Puma existe en noir et rouge, en 40 et 41.',
    'Nous sommes ouverts de 8h à 19h, du lundi au samedi. Que puis-je pour vous ?',
  ])('%s', async (text) => {
    expect(problems(await check(aReply(text), aTurn('bonjour, la livraison à cocody ?'), shop))).toBe('');
  });

  describe('of a seller who is called like a colour', () => {
    const rose = (said: string): Turn => ({
      ...aTurn(said),
      shop: { name: 'Chez Tantie Rose', sellerFirstName: 'Rose', openingHours: 'du lundi au samedi, de 8h à 19h' },
    });

    it.each(['Bienvenue chez Tantie Rose !', 'C’est déduit dès que Rose l’a noté.', 'Rose vous répond bientôt.'])(
      'her name: %s',
      async (text) => {
        expect(problems(await check(aReply(text), rose('bonjour'), shop))).toBe('');
      },
    );

    it.each(['La Puma existe aussi en Rose.', 'Pour la Puma il ne reste que Rose.', 'J’ai la Puma Rose en 40.'])(
      'no goods in it: %s',
      async (text) => {
        expect(problems(await check(aReply(text), rose('la puma en rose ?'), shop))).toMatch(/couleur/);
      },
    );
  });

  it('communes and zones, whatever their names are made of', async () => {
    const served = InMemoryShop.withSizes();
    served.fees = { ...served.fees, 'San-Pédro': 5_000, 'Niangon Lokoa': 2_500 };
    const text = 'Nous livrons à Cocody, San-Pédro et Niangon Lokoa.';
    expect(problems(await check(aReply(text), aTurn('vous livrez où ?'), served))).toBe('');
  });

  it('a recap that is word for word what the database says, even of a size that reads like another article', async () => {
    const glass = { productId: 'verre', variantId: 'verre-13', productName: 'Verre trempé', size: 'iPhone 13' };
    const phones = new InMemoryShop([
      { ...glass, unitPrice: 1_500, available: 9 },
      { productId: 'iphone', productName: 'iPhone 13', unitPrice: 350_000, available: 0 },
    ]);
    const draft: Draft = { lines: [{ ...glass, unitPrice: 1_500, quantity: 1 }], address: 'Cocody, Angré' };
    const made = await propose(draft, phones, 'jeton', 'Kouadio');
    if (!('proposal' in made)) throw new Error('nothing was proposed');
    const { proposal } = made;
    const reply = (text: string) =>
      aReply(text, { draft: proposal.draft, decisions: [{ kind: 'propose', draft: proposal.draft }], facts: proposal.facts });
    expect(problems(await check(reply(proposal.text), aTurn('je prends'), phones))).toBe('');
    const cheaper = proposal.text.replaceAll('1.500', '1.000');
    expect(problems(await check(reply(cheaper), aTurn('je prends'), phones))).toContain('montant faux');
  });

  it('an amount for the number she asked', async () => {
    expect(problems(await check(aReply('Deux Nike Air Max 90 font 90.000 FCFA.'), aTurn('2 nike svp'), shop))).toBe('');
  });

  it('totals and what is to pay, from the lines priced now', async () => {
    const draft: Draft = { lines: [{ ...NIKE_38, quantity: 2 }], address: 'Cocody, Angré' };
    const text = 'Total des articles : 90.000 FCFA\nLivraison : 2.000 FCFA\nÀ payer à la réception : 92.000 FCFA';
    expect(problems(await check(aReply(text, { draft }), aTurn('ok', draft), shop))).toBe('');
  });

  it("the number of the customer's own order", async () => {
    expect(
      problems(await check(aReply('Votre commande CMD-20261123-000001 est confirmée.'), aTurn('et ma commande ?'), ordered)),
    ).toBe('');
  });
});

describe('the guard refuses a lying engine', () => {
  it.each([
    ['a lower price', 'La Nike Air Max 90 est à 40.000 FCFA.', /montant faux : 40000/],
    ['a price without currency', 'Je vous fais la Nike à 40000 seulement', /montant faux : 40000/],
    ['a price in words', 'La Nike est à quarante mille francs.', /montant faux : 40000/],
    ['a price in thousands', 'La Nike à 40k, ça vous va ?', /montant faux : 40000/],
    ['a small amount with its currency', 'La Nike à 45 F !', /montant faux : 45/],
    ["another product's price", 'La Nike Air Max 90 est à 30.000 FCFA.', /montant faux : 30000/],
    ['prices exchanged between two products', 'La Nike est à 30.000 FCFA et la Puma à 45.000 FCFA.', /montant faux/],
    ['a price with spaces no one sees', 'La Nike est à 4\u202f000 FCFA.', /montant faux : 4000/],
    ['a price in wide digits', 'La Nike est à ４００００ FCFA.', /montant faux : 40000/],
    ['a price with characters nobody sees', 'La Nike est à 40\u200b.000 FCFA.', /montant faux : 40000/],
    ['a price in euros', 'La Nike est à 60 euros.', /montant faux/],
    ['a price hidden in stars', 'La Nike est à *39.000* FCFA.', /montant faux : 39000/],
    ['an invented fee', 'La livraison à Cocody est à 1.000 FCFA.', /montant faux : 1000/],
    ['a fee where nobody delivers', 'La livraison à Yopougon est à 2.500 FCFA.', /montant faux : 2500/],
    ["one commune's fee for another", 'La livraison au Plateau est à 2.000 FCFA.', /montant faux : 2000/],
    ['free delivery', 'La livraison est gratuite à Cocody !', /remise ou cadeau/],
    ['a discount in per cent', 'Pour vous, 10% sur la Puma.', /remise ou cadeau/],
    ['a gift', 'Je vous offre une paire, cadeau de la maison.', /remise ou cadeau/],
    ['a promotion', 'Promo sur la Stan Smith cette semaine.', /remise ou cadeau/],
    ['stock that is gone', 'La Nike Air Max 90 en 40 est disponible.', /dit disponible/],
    ['a size that does not exist', "J'ai la Nike Air Max 90 en 45.", /taille que Nike Air Max 90 n'a pas : 45/],
    ['a size in a list', 'La Stan Smith est disponible en 38, 39 et 40.', /taille que Adidas Stan Smith n'a pas : 39/],
    ['a colour that does not exist', 'La Puma existe aussi en vert.', /couleur que Puma Suede Classic n'a pas : vert/],
    ['a size behind a friendly "pas"', 'Pas de souci, la Nike en 45 est disponible.', /taille que Nike Air Max 90 n'a pas : 45/],
    ['a size beside a "pas chère"', "La Nike n'est pas chère et disponible en 45.", /taille que Nike Air Max 90 n'a pas : 45/],
    ['a discount behind a friendly "pas"', 'Pas de problème, vous avez 10% de remise.', /remise ou cadeau/],
    ['two for the price of one', "Deux Puma pour le prix d'une !", /remise ou cadeau/],
    ['a rebate in francs', 'Je vous fais 5.000 FCFA de moins sur la Nike.', /remise ou cadeau/],
    ['a false shortage', "La Stan Smith en 38 n'est plus disponible.", /dit épuisé/],
    ['a stock number', 'Il reste 12 Nike Air Max 90 en 39.', /stock faux/],
    ['a link', 'Payez ici : https://paiement-kouadio.com/x', /lien inconnu/],
    ['a bare domain', 'Voyez kouadio-promo.shop pour les photos', /lien inconnu/],
    ['a WhatsApp link', 'Écrivez sur wa.me/22507000000', /lien inconnu/],
    ['a payment number', 'Envoyez 45.000 FCFA par Wave au 07 99 88 77 66', /numéro de téléphone inconnu/],
    ['an invented order number', 'Votre commande CMD-20261123-000042 part demain.', /numéro de commande inconnu/],
    ['an order number of another make', 'Votre commande numéro 4587 part demain.', /numéro de commande inconnu : 4587/],
    ['an order nobody placed', 'Votre commande est bien confirmée !', /commande dite confirmée/],
    ['silence', '   ', /réponse vide/],
  ])('%s', async (_what, text, reason) => {
    const verdict = await check(aReply(text), aTurn('bonjour'), shop);
    expect(problems(verdict)).toMatch(reason);
  });

  it('a wrong total and a wrong sum to pay', async () => {
    const draft: Draft = { lines: [{ ...NIKE_38, quantity: 2 }], address: 'Cocody, Angré' };
    const turn = aTurn('ok', draft);
    expect(problems(await check(aReply('Total : 80.000 FCFA', { draft }), turn, shop))).toMatch(/montant faux : 80000/);
    expect(problems(await check(aReply('À payer : 90.000 FCFA', { draft }), turn, shop))).toMatch(/montant faux : 90000/);
  });

  it('a price she named herself', async () => {
    expect(problems(await check(aReply("D'accord pour 20.000 FCFA la Nike."), aTurn('je la prends à 20000'), shop))).toMatch(
      /montant faux : 20000/,
    );
  });

  it("another seller's product", async () => {
    const facts = [{ productId: 'jordan', productName: 'Jordan 1', unitPrice: 90_000, available: 3 }];
    expect(problems(await check(aReply('Voici.', { facts }), aTurn('jordan ?'), shop))).toMatch(/pas à ce vendeur : Jordan 1/);
  });

  it('a draft with a price of its own, or more than there is', async () => {
    const cheap: Draft = { lines: [{ ...NIKE_38, unitPrice: 1_000 }], address: 'Cocody', recapNonce: 'n' };
    const text = 'Voici le récapitulatif';
    expect(
      problems(await check(aReply(text, { draft: cheap, decisions: [{ kind: 'propose', draft: cheap }] }), aTurn('ok'), shop)),
    ).toMatch(/prix faux dans la commande/);
    const many: Draft = { ...cheap, lines: [{ ...NIKE_38, quantity: 400 }] };
    expect(
      problems(await check(aReply(text, { draft: many, decisions: [{ kind: 'propose', draft: many }] }), aTurn('ok'), shop)),
    ).toMatch(/400 demandés, 4 disponibles/);
  });

  it('a recap she is not shown, or another recap behind its button', async () => {
    const draft: Draft = { lines: [NIKE_38], address: 'Cocody', recapNonce: 'n' };
    expect(
      problems(await check(aReply('Merci !', { draft, decisions: [{ kind: 'propose', draft }] }), aTurn('ok'), shop)),
    ).toMatch(/pas montré/);
    expect(
      problems(
        await check(aReply('Merci !', { draft, buttons: [{ id: 'confirmer:old', title: 'Confirmer' }] }), aTurn('ok'), shop),
      ),
    ).toMatch(/autre récapitulatif/);
  });

  it('a confirmation in the place of the customer', async () => {
    const draft: Draft = { lines: [NIKE_38], address: 'Cocody', recapNonce: 'n' };
    const confirmed = aReply('Merci !', { decisions: [{ kind: 'confirm', nonce: 'n', draft }] });
    expect(problems(await check(confirmed, aTurn("c'est combien ?", draft), shop))).toMatch(
      /confirmation que le client n’a pas donnée/,
    );
    expect(problems(await check(confirmed, aTurn('oui je confirme', draft), shop))).toBe('');
    const stale = aReply('Merci !', { decisions: [{ kind: 'confirm', nonce: 'older', draft }] });
    expect(problems(await check(stale, aTurn('oui je confirme', draft), shop))).toMatch(
      /confirmation que le client n’a pas donnée/,
    );
  });
});

describe('goods of other trades', () => {
  const offer = (productId: string, productName: string, unitPrice: number, size?: string, available = 5) => ({
    productId,
    ...(size ? { variantId: `${productId}-${size}`, size } : {}),
    productName,
    unitPrice,
    available,
  });
  const stall = new InMemoryShop([
    offer('karite', 'Beurre de karité pur', 4_500, '500 g'),
    offer('karite', 'Beurre de karité pur', 8_000, '1 kg', 0),
    offer('iphone', 'iPhone 13', 310_000, '128 Go'),
    offer('iphone', 'iPhone 13', 350_000, '256 Go'),
    offer('fond', 'Fond de teint Black Opal', 9_000),
  ]);
  const verdict = async (text: string) => problems(await check(aReply(text), aTurn('bonjour'), stall));

  it.each([
    "Oui, j'ai Beurre de karité pur, 500 g à 4.500 FCFA.",
    'iPhone 13 : de 310.000 FCFA à 350.000 FCFA. J’ai : 128 Go et 256 Go.',
    'Fond de teint Black Opal : 9.000 FCFA',
    'Pour l’authenticité et la garantie, Kouadio vous répondra.',
    "Je n'ai plus Beurre de karité pur, 1 kg.",
  ])('the truth passes: %s', async (text) => expect(await verdict(text)).toBe(''));

  it.each([
    ['a measure that is gone', 'Beurre de karité pur, 1 kg : 8.000 FCFA'],
    ['a capacity there never was', 'iPhone 13, 512 Go : 310.000 FCFA'],
    ['the price of another capacity', 'iPhone 13 à 320.000 FCFA'],
    ['a guarantee', 'iPhone 13 garantie 1 an'],
  ])('a lie does not: %s', async (_what, text) => expect(await verdict(text)).not.toBe(''));
});

describe('a shop whose name has figures in it', () => {
  const asked = aTurn('bonjour');
  const verdict = async (name: string, text: string) =>
    problems(await check(aReply(text), { ...asked, shop: { name, sellerFirstName: name } }, shop));

  it.each([
    ['Boutique 2000', 'Bonjour 👋 Bienvenue chez Boutique 2000. La Nike est à 45.000 FCFA.'],
    ['Chaussures 07080910', 'Bienvenue chez Chaussures 07080910 !'],
    ['Mode (24/7) + 50 Abidjan', 'Bienvenue chez Mode (24/7) + 50 Abidjan.'],
  ])('%s greets its customers', async (name, text) => expect(await verdict(name, text)).toBe(''));

  it.each([
    ['Boutique 2000', 'Venez à la boutique 2000 francs la Nike !'],
    ['Boutique 2000', 'Dans notre boutique 2000 F la Nike.'],
    ['Boutique 2000', 'La Nike de Boutique 2000.500 FCFA'],
    ['Boutique 2000', 'La Nike est à 2000.'],
    ['2000', 'La Nike est à 2000.'],
    ['Boutique 45', 'Chez Boutique 45 000 FCFA la Puma.'],
  ])('%s hides no price: %s', async (name, text) => expect(await verdict(name, text)).not.toBe(''));
});
