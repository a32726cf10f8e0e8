import type { DraftLine } from '../assistant.js';
import { OfflineAssistant } from '../offline/offline-assistant.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { call, type Scripted, ScriptedModel } from '../testing/scripted-model.js';
import { GeminiAssistant } from './gemini-assistant.js';

const NIKE: DraftLine = {
  ...{ productId: 'nike', variantId: 'nike-38', productName: 'Nike Air Max 90', size: '38' },
  ...{ unitPrice: 44_000, quantity: 1 },
};

function aChat(status: string, ...script: Scripted[]) {
  const shop = InMemoryShop.withSizes();
  shop.order = { number: 'CMD-7', status, lines: [NIKE] };
  const model = new ScriptedModel(script);
  const gemini = new GeminiAssistant(model, new OfflineAssistant(() => 'recap'), {
    model: 'gemini-3.5-flash-lite',
    nonce: () => 'recap',
  });
  return { model, chat: new Chat(gemini, shop) };
}

const CHANGE = call('propose_change', { lines: [{ product_id: 'nike', variant_id: 'nike-38', quantity: 2, unit_price: 1 }] });

describe('an order already placed, with Gemini', () => {
  it('is changed once she agreed to what the shop shows her, at the price it has', async () => {
    const { chat, model } = aChat('CONFIRMEE', [CHANGE]);
    const shown = await chat.says('finalement j’en veux deux');
    expect(shown.text).toMatch(/CMD-7[^]*2 x Nike Air Max 90, en 38 : 88\.000 FCFA/);
    const reply = await chat.says('oui');
    expect(reply.decisions).toMatchObject([{ kind: 'edit-order', number: 'CMD-7', agreed: true }]);
    expect(model.requests).toHaveLength(1);
  });

  it('is not changed by a « oui » to something said since', async () => {
    const { chat } = aChat('CONFIRMEE', [CHANGE], 'Autre chose ?', 'Dites-moi.');
    for (const words of ['finalement j’en veux deux', 'attendez un peu', 'oui']) await chat.says(words);
    expect(chat.last.decisions).toEqual([]);
  });

  it('keeps what she wanted of it for one turn more, and shows it to the model, whichever engine heard it', async () => {
    const { chat, model } = aChat('CONFIRMEE', [CHANGE], 'Lequel ?', 'Dites-moi.', 'Oui ?');
    await chat.says('finalement j’en veux deux');
    await chat.says('et un autre aussi');
    expect(chat.draft.wants).toMatchObject({ number: 'CMD-7', lines: [{ productId: 'nike', quantity: 2 }] });
    await chat.says('le noir');
    expect(JSON.stringify(model.requests.at(-1))).toMatch(/modificationMontree[^\]]*nike-38[^\]]*2/);
    expect(chat.draft.wants).toBeUndefined();
    await chat.says('bon');
    expect(JSON.stringify(model.requests.at(-1))).toMatch(/modificationMontree[^\]]*null/);
  });

  it('goes to the address that she wrote, and to no other', async () => {
    const invented = call('change_order', { address: 'Yopougon Siporex' });
    const hers = call('change_order', { address: 'Marcory zone 4' });
    const { chat } = aChat('CONFIRMEE', [invented], [hers], 'Je demande ce changement.');
    const reply = await chat.says('livrez-moi plutôt à Marcory zone 4');
    expect(reply.decisions).toEqual([
      { kind: 'edit-order', number: 'CMD-7', reason: 'nouvelle adresse', address: 'Marcory zone 4' },
    ]);
  });

  it('that the courier has is passed on, and the assistant goes on', async () => {
    const { chat } = aChat(
      'EN_LIVRAISON',
      [call('change_order', { address: 'Marcory zone 4' })],
      [call('pass_on', { wish: 'livrer à Marcory zone 4' })],
      'Je préviens Kouadio, qui voit avec le livreur.',
    );
    const reply = await chat.says('livrez-moi plutôt à Marcory zone 4');
    expect(reply.decisions).toEqual([{ kind: 'pass-on', wish: 'livrer à Marcory zone 4', order: 'CMD-7' }]);
  });
});
