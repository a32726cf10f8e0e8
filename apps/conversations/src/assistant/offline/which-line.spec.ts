import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

/** A Nike in 38 and a black Puma in 40 on the recap. */
async function played(...steps: string[]): Promise<Chat> {
  let count = 0;
  const chat = new Chat(new OfflineAssistant(() => `recap-${++count}`), InMemoryShop.withSizes());
  for (const step of ['je veux la nike en 38 et la puma noire en 40', 'Cocody Angré villa 3', ...steps]) await chat.says(step);
  return chat;
}

const lines = (chat: Chat): string[] =>
  chat.draft.lines.map((line) => [`${line.quantity}x`, line.productId, line.size, line.color].filter(Boolean).join(' '));

describe('a change whose article is asked for', () => {
  it.each<[string[], string[]]>([
    [
      ['mettez en 42', 'la nike'],
      ['1x nike 42', '1x puma 40 noir'],
    ],
    [
      ['mettez 2', 'la puma'],
      ['1x nike 38', '2x puma 40 noir'],
    ],
    [
      ['mettez 2', 'le premier'],
      ['2x nike 38', '1x puma 40 noir'],
    ],
    [
      ['mettez 2', 'les deux'],
      ['2x nike 38', '2x puma 40 noir'],
    ],
    [
      ['mettez 2', 'celle en 40'],
      ['1x nike 38', '2x puma 40 noir'],
    ],
    [['enlève un article', 'la puma'], ['1x nike 38']],
    [['enlève un article', 'le 1'], ['1x puma 40 noir']],
    [
      ['enlève un article', 'non laissez'],
      ['1x nike 38', '1x puma 40 noir'],
    ],
  ])('%j is made there', async (steps, expected) => {
    const chat = await played(...steps);
    expect(lines(chat)).toEqual(expected);
    expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
  });

  it('closes the recap: a yes to it confirms nothing', async () => {
    const chat = await played('mettez 2', 'oui');
    expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
  });
});
