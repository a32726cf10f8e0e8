import type { Owed, Turn } from '../assistant.js';
import { check } from '../guard.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

const BOOKED: Owed = { toCollect: 37_000, paid: 10_000, withDelivery: true };

async function afterTheOrder(owed: Owed | undefined, ...steps: string[]): Promise<{ chat: Chat; shop: InMemoryShop }> {
  const shop = InMemoryShop.withSizes();
  const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
  for (const step of ['je veux la nike en 42', 'Cocody Angré villa 3', 'je confirme']) await chat.says(step);
  shop.order = { number: 'CMD-7', status: 'CONFIRMEE', ...(owed ? { owed } : {}) };
  for (const step of steps) await chat.says(step);
  return { chat, shop };
}

describe('who has paid a part', () => {
  it.each([
    "j'ai payé 10000 par wave, reste combien ?",
    'il reste combien à payer ?',
    'je vous dois combien encore ?',
    'combien il me reste à payer',
  ])('and asks « %s » hears what the shop has booked and what that leaves', async (words) => {
    const { chat } = await afterTheOrder(BOOKED, words);
    expect(chat.last.text).toMatch(/CMD-7.*noté 10\.000 FCFA.*Reste à payer à la livraison : 37\.000 FCFA/);
    expect(chat.last.decisions).toEqual([]);
  });

  it('and says so before the shop has booked it hears what stands, and the shop is told', async () => {
    const { chat } = await afterTheOrder(
      { toCollect: 47_000, paid: 0, withDelivery: true },
      "j'ai payé 10000 par wave, reste combien ?",
    );
    expect(chat.last.text).toMatch(/aucun paiement n'est encore noté.*47\.000 FCFA/);
    expect(chat.last.decisions).toMatchObject([{ kind: 'pass-on', order: 'CMD-7' }]);
  });

  it('and says another sum than the shop has booked has it looked at', async () => {
    const { chat } = await afterTheOrder(BOOKED, "j'ai envoyé l'argent, 15000 par wave");
    expect(chat.last.text).toMatch(/noté 10\.000 FCFA.*37\.000 FCFA/);
    expect(chat.last.decisions).toMatchObject([{ kind: 'pass-on' }]);
  });

  it('and has paid it all hears that nothing is left', async () => {
    const { chat } = await afterTheOrder({ toCollect: 0, paid: 47_000, withDelivery: true }, 'il reste combien à payer ?');
    expect(chat.last.text).toMatch(/ne vous reste rien à payer/);
  });

  it.each([
    'Pour la commande CMD-7, reste à payer à la livraison : 30.000 FCFA.',
    'La boutique a noté 20.000 FCFA pour la commande CMD-7.',
    'Votre paiement de 12.000 FCFA est bien reçu pour la commande CMD-7.',
  ])('is never told another sum: « %s »', async (text) => {
    const { chat, shop } = await afterTheOrder(BOOKED, 'il reste combien à payer ?');
    const turn: Turn = {
      shop: { name: 'Kouadio Chaussures', sellerFirstName: 'Kouadio' },
      ...{ customer: {}, history: [], inbound: [], draft: { lines: [] }, now: chat.now },
    };
    const verdict = (said: string) => check({ ...chat.last, text: said }, turn, shop);
    expect((await verdict(text)).ok).toBe(false);
    expect(
      await verdict('Votre paiement de 10.000 FCFA est bien reçu. Reste à payer pour la commande CMD-7 : 37.000 FCFA.'),
    ).toEqual({ ok: true });
  });
});
