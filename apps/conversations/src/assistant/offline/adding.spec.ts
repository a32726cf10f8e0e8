import type { DraftLine, PlacedOrder } from '../assistant.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

const STAN: DraftLine = {
  ...{ productId: 'stan', variantId: 'stan-40', productName: 'Adidas Stan Smith', size: '40' },
  ...{ unitPrice: 34_000, quantity: 1 },
};

/** She ordered a Stan Smith in 40 at 34.000 a moment ago. */
async function afterTheOrder(more: Partial<PlacedOrder>, ...steps: string[]): Promise<Chat> {
  const shop = InMemoryShop.ofStreetwear();
  const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
  for (const step of ['je veux la stan smith en 40', 'Cocody Angré villa 3', 'je confirme']) await chat.says(step);
  shop.order = { number: 'CMD-7', status: 'CONFIRMEE', lines: [STAN], ...more };
  for (const step of steps) await chat.says(step);
  return chat;
}

const edited = ({ draft }: Chat) => draft.edit?.lines.map((one) => `${one.quantity} x ${one.productId} @ ${one.unitPrice}`);

describe('who forgot an article of what she has ordered', () => {
  it.each([
    "j'ai oublié, ajoute un sac",
    'ajoutez un sac à ma commande',
    'je veux un sac aussi',
    'et un sac en plus',
    'vous pouvez ajouter un sac dans la même commande ?',
    'je prends aussi un sac',
    'rajoute le sac à dos',
  ])('and says « %s » sees the order with it and its total, and agrees first', async (words) => {
    const chat = await afterTheOrder({}, words);
    expect(chat.last.decisions).toEqual([]);
    expect(edited(chat)).toEqual(['1 x stan @ 34000', '1 x sac @ 15000']);
    expect(chat.last.text).toMatch(
      /CMD-7[^]*Stan Smith[^]*34\.000[^]*Sac à dos Puma : 15\.000 FCFA[^]*articles : 49\.000 FCFA[^]*accord/,
    );
    const reply = await chat.presses('dire:Oui, modifier', 'Oui, modifier');
    expect(reply.decisions).toMatchObject([
      { kind: 'edit-order', number: 'CMD-7', agreed: true, reason: 'ajouter 1 x Sac à dos Puma' },
    ]);
    expect(reply.draft).toMatchObject({ lines: [], changing: 'CMD-7' });
    expect(reply.draft.addsTo).toBeUndefined();
  });

  it('is asked what is missing, and what it is where she names nothing', async () => {
    const chat = await afterTheOrder({}, "j'ai oublié quelque chose");
    expect(chat.last.text).toMatch(/ajouter à la commande CMD-7/);
    expect((await chat.says('une air max')).text).toMatch(/pointure/);
    await chat.says('41');
    if (!chat.draft.edit) await chat.says('oui');
    expect(edited(chat)).toEqual(['1 x stan @ 34000', '1 x airmax @ 45000']);
  });

  it('and takes another one of the same pays for it what she agreed to', async () => {
    const chat = await afterTheOrder({}, 'ajoute encore une stan smith 40');
    expect(edited(chat)).toEqual(['2 x stan @ 34000']);
  });

  it('may change what she adds, and give it up', async () => {
    const chat = await afterTheOrder({}, 'ajoute un sac', 'non mets 2 sacs');
    expect(edited(chat)).toEqual(['1 x stan @ 34000', '2 x sac @ 15000']);
    await chat.says('laisse tomber');
    expect(chat.last.text).toMatch(/CMD-7/);
    expect([chat.draft.edit, chat.draft.addsTo, chat.draft.lines]).toEqual([undefined, undefined, []]);
    expect(chat.last.decisions).toEqual([]);
  });

  it.each(['je veux passer une autre commande : un sac', 'une nouvelle commande, un sac à dos', 'je veux un sac'])(
    'gets a second order when she wants one: « %s »',
    async (words) => {
      const chat = await afterTheOrder({}, words);
      expect(chat.draft.addsTo).toBeUndefined();
      for (const step of ['oui', 'Marcory zone 4 pharmacie du bonheur']) if (!chat.draft.recapNonce) await chat.says(step);
      expect(chat.draft.recapNonce).toBeDefined();
      expect(chat.draft.lines).toMatchObject([{ productId: 'sac' }]);
    },
  );

  it('gets a second order when the first has left, and hears why', async () => {
    const chat = await afterTheOrder({ status: 'EN_LIVRAISON' }, 'ajoute un sac');
    expect(chat.replies.at(-1)!.text).toMatch(/CMD-7[^]*autre commande/);
    expect(chat.draft.edit).toBeUndefined();
    expect(chat.draft.lines).toMatchObject([{ productId: 'sac' }]);
  });

  it('has it passed on while an earlier change of it is not answered, and where it is not known what is in it', async () => {
    const chat = await afterTheOrder({}, 'ajoute un sac', 'oui', 'ajoute aussi des chaussettes');
    expect(chat.last.decisions).toMatchObject([
      { kind: 'pass-on', order: 'CMD-7', wish: expect.stringMatching(/Chaussettes/) as string },
    ]);
    const unknown = await afterTheOrder({ lines: undefined } as never, 'ajoute un sac');
    expect(unknown.last.decisions).toMatchObject([{ kind: 'pass-on', order: 'CMD-7' }]);
  });
});
