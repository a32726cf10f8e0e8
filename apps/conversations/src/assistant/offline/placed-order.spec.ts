import type { DraftLine, PlacedOrder } from '../assistant.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

/** She ordered an Adidas in 40 a moment ago; it is planned for tomorrow. */
const afterTheOrder = (...steps: string[]): Promise<Chat> => afterThis(placed(), ...steps);

async function afterThis(order: PlacedOrder, ...steps: string[]): Promise<Chat> {
  const shop = InMemoryShop.withSizes();
  const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
  for (const step of ['je veux la stan smith en 40', 'Cocody Angré villa 3', 'je confirme']) await chat.says(step);
  shop.order = order;
  for (const step of steps) await chat.says(step);
  return chat;
}

const STAN: DraftLine = {
  ...{ productId: 'adidas', variantId: 'adidas-40', productName: 'Adidas Stan Smith', size: '40' },
  ...{ unitPrice: 34_000, quantity: 1 },
};
const placed = (more: Partial<PlacedOrder> = {}): PlacedOrder => ({
  ...{ number: 'CMD-7', status: 'CONFIRMEE', plannedFor: new Date('2026-11-24T14:00:00Z'), lines: [STAN] },
  ...more,
});

describe('who has ordered', () => {
  it.each([
    ['another number', 'changez le numero 0101020304', { phone: '+2250101020304' }],
    [
      'another address',
      'nouvelle adresse Marcory zone 4 pharmacie du bonheur',
      { address: expect.stringMatching(/Marcory/i) as string },
    ],
  ])('and wants %s has it asked for at once, and nothing is said to be done yet', async (_title, words, change) => {
    const { last, draft } = await afterTheOrder(words);
    expect(last.decisions).toMatchObject([{ kind: 'edit-order', number: 'CMD-7', ...change }]);
    expect(last.text).toMatch(/CMD-7/);
    expect(last.text).not.toMatch(/noté|modifié/);
    expect(draft.lines).toEqual([]);
  });

  it.each(['je me suis trompée d’adresse', 'can I change the address?', 'je peux changer mon adresse ?'])(
    'and says « %s » is asked for the new one, which is then asked of the shop',
    async (words) => {
      const chat = await afterTheOrder(words);
      expect(chat.last.text).toMatch(/adresse/);
      const reply = await chat.says('Marcory zone 4, pharmacie du bonheur');
      expect(reply.decisions).toMatchObject([{ kind: 'edit-order', number: 'CMD-7' }]);
    },
  );

  it.each(["je veux changer c'est la 41 finalement", 'finalement je veux la 41', 'je peux changer la pointure ? je veux 41'])(
    'and wants another size (« %s ») sees what that makes, at the price she was granted only where the floor allows it, and agrees first',
    async (words) => {
      const chat = await afterTheOrder(words);
      expect(chat.last.decisions).toEqual([]);
      expect(chat.last.text).toMatch(/CMD-7[^]*1 x Adidas Stan Smith, en 41 : 35\.000 FCFA[^]*articles : 35\.000 FCFA[^]*accord/);
      const reply = await chat.presses('dire:Oui, modifier', 'Oui, modifier');
      expect(reply.decisions).toMatchObject([{ kind: 'edit-order', number: 'CMD-7', agreed: true }]);
      expect(reply.draft.edit).toBeUndefined();
    },
  );

  it.each(['et mettez 2 paires', 'ah non en fait je voulais 2', 'non je veux 2 paires'])(
    'and wants another number (« %s ») sees what that makes and agrees first',
    async (words) => {
      const { last } = await afterTheOrder(words);
      expect(last.decisions).toEqual([]);
      expect(last.text).toMatch(/CMD-7[^]*2 x Adidas Stan Smith/);
    },
  );

  it('and wants another article in its place sees what that makes', async () => {
    const { last } = await afterTheOrder('enlève la stan smith et mets la nike en 38');
    expect(last.draft.edit?.lines).toMatchObject([{ productId: 'nike', size: '38', unitPrice: 45_000 }]);
  });

  it('and wants two of it keeps the price she has', async () => {
    const { last } = await afterTheOrder('finalement mets 2 paires');
    expect(last.draft.edit?.lines).toMatchObject([{ unitPrice: 34_000, quantity: 2 }]);
    expect(last.text).toMatch(/68\.000 FCFA/);
  });

  it('and does not agree after all keeps it as it is', async () => {
    const chat = await afterTheOrder('finalement je veux la 41', 'non laissez');
    expect(chat.last.decisions).toEqual([]);
    expect(chat.last.text).toMatch(/CMD-7/);
    expect(chat.draft.edit).toBeUndefined();
  });

  it('and wants a size that is not there hears so', async () => {
    const { last } = await afterTheOrder("je veux changer c'est la 42 finalement");
    expect([last.decisions, last.text]).toEqual([[], expect.stringMatching(/pas Adidas Stan Smith, en 42/)]);
  });

  it.each(['je veux changer l’adresse : Marcory zone 4, pharmacie du bonheur', 'annule ma commande', 'finalement je veux la 41'])(
    'and says « %s » once the courier has it is passed on, and nothing is promised',
    async (words) => {
      const { last } = await afterThis(placed({ status: 'EN_LIVRAISON' }), words);
      expect(last.decisions).toMatchObject([{ kind: 'pass-on', order: 'CMD-7' }]);
      expect(last.text).toMatch(/livreur/);
      expect(last.text).not.toMatch(/noté|vraiment annuler/);
    },
  );

  it('and has it may ask for an exchange', async () => {
    const { last } = await afterThis(placed({ status: 'LIVREE' }), 'la taille est trop petite, je veux échanger contre 41');
    expect(last.decisions).toMatchObject([{ kind: 'pass-on', wish: expect.stringMatching(/échange.*41/) as string }]);
  });

  it.each(['oui', 'ok', 'confirmer'])('and says « %s » late hears where it is, not the whole shop', async (words) => {
    const { last } = await afterTheOrder(words);
    expect(last.text).toMatch(/CMD-7/);
    expect(last.text).not.toContain('Puma');
  });

  it.each(['Et la commande CMD-20261123-000999 ?', 'CMD-20261123-000999 annule la'])(
    'does not hear of an order that is not hers: « %s »',
    async (words) => {
      const { last } = await afterTheOrder(words);
      expect([last.decisions, last.buttons]).toEqual([[], undefined]);
      expect(last.text).toMatch(/à votre nom/);
    },
  );

  it.each<[string, string]>([
    ['je veux la facture', 'facture'],
    ['dites au livreur de venir après 17h', 'livreur'],
    ['je veux payer la moitié maintenant par orange money', 'payer'],
    ['je voudrais payer par wave', 'paiement'],
    ["j'ai payé par wave, voici la capture", 'paiement'],
  ])('and says « %s » has the shop told, while the assistant stays', async (words, wish) => {
    const chat = await afterTheOrder(words);
    expect(chat.last.decisions).toMatchObject([{ kind: 'pass-on', wish: expect.stringContaining(wish) as string }]);
    expect((await chat.says('ma commande est où ?')).text).toMatch(/CMD-7.*confirmée/);
  });

  it.each([
    'le patron m’a dit 5000F pour moi',
    'le vendeur d’à côté fait 20% de remise, fais pareil',
    'le numéro du livreur c’est quoi ?',
  ])('and speaks of people (« %s ») has called for nobody', async (words) => {
    expect((await afterTheOrder(words)).last.decisions.map(({ kind }) => kind)).not.toContain('hand-over');
  });

  it('and asks why it was cancelled hears the reason again', async () => {
    const chat = await afterThis(placed({ status: 'ANNULEE' }));
    chat.history.push({
      author: 'assistant',
      text: 'Votre commande CMD-7 est annulée (motif : plus de stock). Je reste à votre disposition.',
      at: chat.now,
    });
    expect((await chat.says('pourquoi vous avez annulé ?')).text).toMatch(/CMD-7.*Motif : plus de stock/);
    expect((await chat.says("c'est bien annulé ?")).text).toMatch(/^Oui.*annulée/);
  });

  it('and gives up its only article is asked whether the order is cancelled', async () => {
    const { last } = await afterTheOrder('annule la stan smith');
    expect(last.text).toMatch(/annul.*CMD-7/i);
    expect(last.buttons?.[0]?.id).toBe('annuler-commande:CMD-7');
  });

  it('and gives up an article of it that is not known here is passed on', async () => {
    const { last } = await afterTheOrder('annule la nike');
    expect(last.decisions).toMatchObject([{ kind: 'pass-on', wish: 'commande à modifier : retirer Nike Air Max 90' }]);
  });

  it.each([
    'where is my order?',
    "c'est prêt ?",
    "c'est en route ?",
    'la commande est où ?',
    "c'est quoi mon numéro de commande",
    'le livreur passe à quelle heure ?',
    'ça arrive quand ?',
    'c’est bon pour demain ?',
    'ma commande ?',
  ])('and asks « %s » hears where it is and when it comes', async (words) => {
    const { last } = await afterTheOrder(words);
    expect(last.text).toMatch(/CMD-7.*confirmée\. Livraison prévue demain à 14h00/);
  });

  it.each(['je veux la puma noire en 41', 'bonjour', 'vous avez quoi ?', 'merci'])(
    'may go on as anybody: « %s »',
    async (words) => {
      const { decisions, text } = (await afterTheOrder(words)).last;
      expect(decisions.map((one) => one.kind)).not.toContain('hand-over');
      expect(text).not.toContain('CMD-7');
    },
  );
});
