import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

const ORDER = ['je veux la stan smith en 40', 'Cocody Angré villa 3', 'je confirme'];

/** She has confirmed; her order is not recorded yet. */
async function confirmed(...steps: string[]): Promise<{ chat: Chat; shop: InMemoryShop }> {
  const shop = InMemoryShop.withSizes();
  const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
  for (const step of [...ORDER, ...steps]) await chat.says(step);
  return { chat, shop };
}

describe('between her confirmation and the order’s record', () => {
  it.each([
    ['0707070809', 'nouveau numéro (+2250707070809)'],
    ['livrez plutôt à Marcory zone 4 pharmacie du bonheur', 'nouvelle adresse'],
    ['finalement la 41', 'taille 41'],
    ["c'est 41 pas 40", 'taille 41'],
    ['mettez 2 plutôt', 'quantité 2'],
    ['remplacez la stan smith par la puma', 'Puma Suede Classic à la place de Adidas Stan Smith'],
    ['en fait mettez la puma', 'plutôt Puma Suede Classic'],
    ['annule', 'annuler la commande'],
  ])('« %s » is passed on to the shop, and not acknowledged', async (words, wish) => {
    const { last, draft } = (await confirmed(words)).chat;
    expect(last.decisions).toMatchObject([{ kind: 'pass-on', wish: expect.stringContaining(wish) as string }]);
    expect(last.text).toMatch(/enregistre.*Kouadio/);
    expect(last.text).not.toMatch(/noté|modifié/);
    expect(draft.lines).toEqual([]);
  });

  it.each(['ma commande est où ?', 'ça arrive quand ?', 'oui je valide'])('« %s »: it is being recorded', async (words) => {
    const { last } = (await confirmed(words)).chat;
    expect(last.text).toMatch(/commande est en cours d'enregistrement/);
    expect(last.decisions).toEqual([]);
  });

  it('an older order is not taken for it', async () => {
    const { chat, shop } = await confirmed();
    shop.order = { number: 'CMD-1', status: 'confirmee' };
    chat.draft = { ...chat.draft, awaited: { before: 'CMD-1' } };
    expect((await chat.says('annulez ma commande')).decisions).toMatchObject([{ kind: 'pass-on' }]);
    expect(chat.last.text).not.toContain('CMD-1');
  });

  it('another order may be begun, and even given up', async () => {
    const { chat } = await confirmed('je veux la puma noire en 41');
    expect(chat.draft.lines).toMatchObject([{ productId: 'puma', size: '41' }]);
    await chat.says('laisse tomber');
    expect((await chat.says('ma commande ?')).text).toMatch(/en cours d'enregistrement/);
  });

  it('ends with the record: the order is known by its number', async () => {
    const { chat, shop } = await confirmed();
    shop.order = { number: 'CMD-2', status: 'confirmee' };
    expect((await chat.says('ma commande ?')).text).toMatch(/CMD-2 est confirmée/);
    expect(chat.draft.awaited).toBeUndefined();
  });
});
