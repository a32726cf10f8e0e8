import { Chat } from '../chat.js';
import { InMemoryShop } from '../in-memory-shop.js';
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
