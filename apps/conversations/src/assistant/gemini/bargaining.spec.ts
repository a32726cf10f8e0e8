import { GuardedAssistant } from '../guarded-assistant.js';
import { OfflineAssistant } from '../offline/offline-assistant.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { call, Scripted, ScriptedModel } from '../testing/scripted-model.js';
import { GeminiAssistant } from './gemini-assistant.js';

const ADDRESS = call('set_address', { address: 'Cocody, Angré 7ème tranche, Villa 123' });
const PROPOSE = call('propose_order', { lines: [{ product_id: 'nike', variant_id: 'nike-38', quantity: 2 }] });
const asks = (asked_price?: number) =>
  call('grant_price', { product_id: 'nike', variant_id: 'nike-38', ...(asked_price ? { asked_price } : {}) });
const HANDED_OVER = 'Je passe la main à Kouadio, qui vous répond ici dès que possible.';

function bargaining(...script: Scripted[]) {
  const shop = InMemoryShop.withSizes();
  shop.offers = shop.offers.map((offer) =>
    offer.productId === 'nike' ? { ...offer, floorPrice: 40_000, photos: ['photo-nike'] } : offer,
  );
  const model = new ScriptedModel(script);
  const gemini = new GeminiAssistant(model, new OfflineAssistant(() => 'offline'), { model: 'm', nonce: () => 'recap' });
  const results = () =>
    model.requests.flatMap((request) => request.contents.at(-1)!.parts.flatMap((part) => part.functionResponse?.response ?? []));
  return { chat: new Chat(new GuardedAssistant(gemini), shop), results, model, shop };
}

describe('who bargains with the model', () => {
  it('is granted her own price where the floor allows it, in the recap and its totals too', async () => {
    const { chat } = bargaining([asks(42_000)], "D'accord pour 42.000 FCFA la Nike en 38 au lieu de 45.000 FCFA.", [
      ADDRESS,
      PROPOSE,
    ]);
    const granted = await chat.says('la nike en 38 à 42.000 svp');
    expect(granted.text).toContain('42.000 FCFA');
    expect(granted.draft.granted).toEqual([{ productId: 'nike', variantId: 'nike-38', unitPrice: 42_000 }]);
    const recap = await chat.says('2 paires, Cocody, Angré 7ème tranche, Villa 123');
    expect(recap.text).toContain('Total des articles : 84.000 FCFA');
    expect(recap.draft).toMatchObject({ lines: [{ unitPrice: 42_000, quantity: 2 }], recapFee: 2_000 });
    const done = await chat.presses('confirmer:recap');
    expect(done.decisions).toMatchObject([{ kind: 'confirm', draft: { lines: [{ unitPrice: 42_000 }], recapFee: 2_000 } }]);
  });

  it('comes down step by step to the floor, and never below', async () => {
    const { chat, results } = bargaining(
      [asks(10_000)],
      'Je peux vous la faire à 42.500 FCFA.',
      [asks()],
      'Dernier prix pour la Nike : 40.000 FCFA.',
      [asks()],
      'La Nike reste à 40.000 FCFA.',
    );
    await chat.says('la nike en 38 à 10.000 ?');
    await chat.says('dernier prix ?');
    await chat.says('encore un effort');
    expect(results()).toEqual([
      { output: { granted: 42_500, product_id: 'nike' } },
      { output: { granted: 40_000, product_id: 'nike' } },
      { error: 'prix fixe : 40.000 FCFA, aucun rabais possible' },
    ]);
  });

  it('gets nothing for a price that only the model named', async () => {
    const { chat, results } = bargaining([asks(40_000)], 'Je peux vous la faire à 42.500 FCFA.');
    await chat.says('la nike en 38, un petit geste ?');
    expect(results()).toEqual([{ output: { granted: 42_500, product_id: 'nike' } }]);
  });

  it('gets nothing where the price is fixed', async () => {
    const { chat, results } = bargaining(
      [call('grant_price', { product_id: 'puma', variant_id: 'puma-40-noir', asked_price: 20_000 })],
      'La Puma est à 30.000 FCFA.',
    );
    await chat.says('la puma à 20.000');
    expect(results()).toEqual([{ error: 'prix fixe : 30.000 FCFA, aucun rabais possible' }]);
  });
});

describe('the floor', () => {
  it('is not among what the model sees', async () => {
    const { chat, model } = bargaining(
      [call('search_catalogue', { query: 'nike' }), call('check_stock', { product_id: 'nike', variant_id: 'nike-38' })],
      'La Nike est à 45.000 FCFA.',
    );
    await chat.says('la nike ?');
    expect(JSON.stringify(model.requests)).not.toMatch(/floor|40[. ]?000/);
  });

  it.each([
    'Je vous fais la Nike à 40.000 FCFA.',
    'Le prix plancher de la Nike est de 40.000 FCFA.',
    'La Nike à 43.000 FCFA pour vous.',
  ])('is not said before it was granted: « %s »', async (text) => {
    const { chat } = bargaining(text);
    expect((await chat.says('la nike moins cher ?')).text).toBe(HANDED_OVER);
  });

  it('holds when the seller raises it meanwhile: a price granted before is none any more', async () => {
    const { chat, shop } = bargaining([asks(41_000)], "D'accord pour 41.000 FCFA la Nike.", 'La Nike est bien à 41.000 FCFA.');
    await chat.says('la nike en 38 à 41.000');
    shop.offers = shop.offers.map((offer) => ({ ...offer, ...(offer.floorPrice ? { floorPrice: 44_000 } : {}) }));
    expect((await chat.says('ok pour la nike')).text).toBe(HANDED_OVER);
  });
});

describe('a photo', () => {
  const PHOTO = [call('show_photo', { product_id: 'nike' })];

  it('goes with the words about it', async () => {
    const { chat } = bargaining([call('show_photo', { product_id: 'nike' })], 'Voici la Nike Air Max 90.');
    expect(await chat.says('photo de la nike ?')).toMatchObject({ photo: { mediaId: 'photo-nike', productId: 'nike' } });
  });

  it('of one article does not go with the name of another', async () => {
    const { chat } = bargaining(PHOTO, 'Voici la Puma Suede Classic.', PHOTO, 'Voici la Puma Suede Classic.');
    const reply = await chat.says('photo de la puma ?');
    expect(reply).toMatchObject({ text: HANDED_OVER });
    expect(reply.photo).toBeUndefined();
  });

  it('that the shop does not have is not promised by the tool', async () => {
    const { chat, results } = bargaining([call('show_photo', { product_id: 'puma' })], "Je n'ai pas de photo de la Puma.");
    await chat.says('photo de la puma ?');
    expect(results()).toMatchObject([{ error: expect.stringContaining('pas de photo') as string }]);
  });
});
