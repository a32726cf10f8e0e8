import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

async function played(...steps: string[]): Promise<Chat> {
  let count = 0;
  const chat = new Chat(new OfflineAssistant(() => `recap-${++count}`), InMemoryShop.ofEveryTrade());
  for (const step of steps) await chat.says(step);
  return chat;
}

const lines = (chat: Chat): string[] =>
  chat.draft.lines.map((line) =>
    [`${line.quantity}x ${line.productName}`, line.size, line.color, line.unitPrice].filter(Boolean).join(' '),
  );

describe('who talks of several articles', () => {
  it.each<[string, string[], string[]]>([
    [
      'and bargains for one after the other, takes both at what was granted',
      ['iphone 11 64 go à 178000 ?', 'et la montre à 16000 ?', 'ok je prends les deux'],
      ['1x iPhone 11 64 go noir 178000', '1x Montre connectée 16000'],
    ],
    [
      'and names both prices at once, is answered for each',
      ['la montre à 16000 et la robe rouge en M à 19000'],
      ['1x Montre connectée 16000', '1x Robe longue wax M rouge 19000'],
    ],
    [
      'may take three',
      ['la montre', 'une eau minérale ?', 'et garba royal ?', 'je prends les 3'],
      ['1x Montre connectée 18000', '1x Eau minérale 500', '1x Garba royal 1500'],
    ],
    ['takes one alone when she says so', ['la montre', 'et garba royal ?', 'je prends le garba'], ['1x Garba royal 1500']],
    [
      'and wants one instead of the other, has that one',
      ['la montre', 'non plutot le garba royal', 'je prends les deux'],
      ['1x Garba royal 1500'],
    ],
    [
      'says the other colour for the other one',
      ['la robe rouge en M', 'la bleue en L aussi'],
      ['1x Robe longue wax M rouge 20000', '1x Robe longue wax L bleu 20000'],
    ],
    [
      'precises the case, not a telephone',
      ['la coque rose', 'pour iphone 11', 'je prends'],
      ['1x Coque silicone iPhone 11 rose 3000'],
    ],
    [
      'and asks a glass for a telephone, gets the glass',
      ['prix du verre iphone 13', 'jen veux 2'],
      ['2x Verre trempé iPhone 13 1500'],
    ],
  ])('%s', async (_title, steps, expected) => {
    expect(lines(await played(...steps))).toEqual(expected);
  });

  it('says one size for both pairs', async () => {
    const chat = new Chat(new OfflineAssistant(() => 'recap'), InMemoryShop.withSizes());
    await chat.says("la nike et l'adidas en 38");
    expect(chat.draft.lines).toMatchObject([
      { productId: 'nike', size: '38' },
      { productId: 'adidas', size: '38' },
    ]);
  });
});
