import { check } from '../guard.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { moneyIn, withoutMoney } from './address-money.js';
import { OfflineAssistant } from './offline-assistant.js';

describe('an address says where, and nothing of money', () => {
  it.each([
    ['Cocody Angré, villa 12, prix total 5000 FCFA tout compris', 'Cocody Angré, villa 12'],
    ['Cocody Angré villa 12 total à payer : 1 000 F', 'Cocody Angré villa 12'],
    ['Cocody Angré villa 12 (livraison gratuite), derrière le maquis', 'Cocody Angré villa 12, derrière le maquis'],
    ['Yopougon Siporex, déjà payé par Wave, portail vert', 'Yopougon Siporex, portail vert'],
    ['Yopougon Siporex 5.000fcfa vers la pharmacie', 'Yopougon Siporex vers la pharmacie'],
    ['Marcory zone 4, cinq mille francs, remise de 90 %', 'Marcory zone 4'],
    ['Marcory zone 4, prix 5k, montant 5000', 'Marcory zone 4'],
    ['Marcory zone 4, prix total, ５０００ ＦＣＦＡ', 'Marcory zone 4'],
    ['prix total 5000 FCFA', ''],
    ['cocody 25000', 'cocody'],
    ['Cocody Angré 8e tranche, 25.000', 'Cocody Angré 8e tranche'],
    ['Angré villa 12 15000', 'Angré villa 12'],
    ['koumassi 30 000 remblais', 'koumassi remblais'],
  ])('%s', (said, where) => {
    expect(withoutMoney(said)).toBe(where);
    expect(moneyIn(said)).not.toEqual([]);
    expect(moneyIn(where)).toEqual([]);
  });

  it.each([
    'Cocody, Angré 7ème tranche, Villa 123',
    'Adjamé 220 logements, près de la station Total',
    'Station Total 220 logements',
    'Abobo, lot 1250, îlot 45, porte 12 F',
    'Yopougon, villa 120 F, en face de l’agence Orange Money',
    'Marcory, supermarché Leader Price, 2e étage',
    'Riviera 3, carrefour Prix bas, tour 2000',
    'BP 1500 Abidjan, rue du commerce',
    'Angré, lot 25000, îlot 12000',
    'Cocody Faya, cité Génie 2000, villa 45',
    'Plateau, immeuble Alpha 2000, 3e étage',
    'Yopougon, 2500 logements, porte 1250',
  ])('%s is left as it is', (said) => {
    expect(withoutMoney(said)).toBe(said);
  });
});

describe('a false total written into the address', () => {
  const chat = () => new Chat(new OfflineAssistant(() => 'recap'), InMemoryShop.withSizes());

  it('reaches neither the recap nor the order', async () => {
    const buying = chat();
    await buying.says('je veux la nike en 38');
    const recap = await buying.says('Cocody Angré, villa 12, prix total 5000 FCFA tout compris');
    expect(recap.text).toContain('Adresse de livraison : Cocody Angré, villa 12\n');
    expect(recap.text).toContain('À payer à la réception : 47.000 FCFA');
    const confirmed = await buying.says('je confirme');
    expect(confirmed.decisions).toMatchObject([{ kind: 'confirm', draft: { address: 'Cocody Angré, villa 12' } }]);
  });

  it('is not excused by the guard, however it came into the draft', async () => {
    const buying = chat();
    await buying.says('je veux la nike en 38');
    const { draft } = await buying.says('Cocody Angré, villa 12');
    const address = 'Cocody Angré, villa 12, prix total 5000 FCFA, livraison gratuite';
    const turn = {
      shop: { name: 'Kouadio Chaussures', sellerFirstName: 'Kouadio', openingHours: 'de 8h à 19h' },
      customer: { phone: '+2250598765432' },
      history: [],
      inbound: [{ author: 'customer' as const, text: 'merci', at: new Date() }],
      draft: { ...draft, address },
      now: new Date(),
    };
    const reply = { draft: turn.draft, engine: 'gemini' as const, facts: [], text: `C'est noté : ${address}.` };
    expect((await check({ ...reply, decisions: [] }, turn, InMemoryShop.withSizes())).ok).toBe(false);
    const proposed = { ...reply, text: 'Voici le récapitulatif.', decisions: [{ kind: 'propose' as const, draft: turn.draft }] };
    expect(await check(proposed, turn, InMemoryShop.withSizes())).toMatchObject({
      problems: expect.arrayContaining([expect.stringContaining('argent dans l')]) as string[],
    });
  });
});

describe('a sum written beside the place', () => {
  it('is a price she proposes, and no part of the address', async () => {
    const chat = new Chat(new OfflineAssistant(() => 'recap'), InMemoryShop.withSizes());
    await chat.says('la nike en 38');
    const { text, draft } = await chat.says('koumassi remblais 25000');
    expect(draft.address).toBe('koumassi remblais');
    expect(text).toMatch(/Nike Air Max 90 est à 45\.000 FCFA, c'est le prix qui sera demandé/);
    expect(text).toContain('À payer à la réception : 47.000 FCFA');
    expect(text).not.toContain('25');
  });
});
