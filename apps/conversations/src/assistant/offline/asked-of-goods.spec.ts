import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

async function shoes(...steps: string[]): Promise<Chat> {
  const chat = new Chat(new OfflineAssistant(() => 'recap'), InMemoryShop.withSizes());
  for (const step of steps) await chat.says(step);
  return chat;
}

describe('what is asked of an article', () => {
  it.each([
    ['its colours', ['la puma', 'vous avez quelles couleurs'], /Puma Suede Classic.* en noir et rouge/],
    ['its colours, all in one', ['la puma existe en quelle couleur ?'], /Puma Suede Classic.* en noir et rouge/],
    [
      'its other sizes',
      ['la stan smith en 40', "ya d'autres pointure ?"],
      /Adidas Stan Smith en 38, 40 et 41|disponible en 38, 40 et 41/,
    ],
    ['its sizes once it is on the draft', ['je veux la stan smith en 40', 'ya quelles pointures ?'], /38, 40 et 41/],
  ])('%s', async (_title, steps, text) => {
    const { last, draft } = await shoes(...steps);
    expect(last.text).toMatch(text);
    expect(last.text).not.toMatch(/pas bien compris/);
    expect(draft.interest?.wanted).toBeUndefined();
  });

  it('the cheapest one is named, and then taken', async () => {
    const chat = await shoes('la moins chère');
    expect(chat.last.text).toContain('Puma');
    expect(chat.last.text).not.toContain('Nike');
    expect((await chat.says('ok celle la')).draft.interest).toMatchObject({ productId: 'puma' });
  });

  it('the total is that of the whole draft', async () => {
    const { last } = await shoes('je veux la stan smith en 40', 'ajoutez la nike en 38', 'faites le total');
    expect(last.text).toContain('80.000 FCFA');
  });
});

describe('a place nobody delivers to', () => {
  it.each([
    [['la stan smith en 40', 'vous livrez à Koumassi ?']],
    [['je veux la stan smith en 40', 'Koumassi remblais pharmacie du marché', 'c’est combien la livraison ?']],
    [['je veux la stan smith en 40', 'Koumassi remblais pharmacie du marché, la livraison c’est combien ?']],
  ])('is told once, with a choice (%j)', async (steps) => {
    const shop = InMemoryShop.withSizes();
    delete shop.fees.Koumassi;
    const chat = new Chat(new OfflineAssistant(() => 'recap'), shop);
    for (const step of steps) await chat.says(step);
    expect(chat.last.text.match(/Koumassi/g)).toHaveLength(1);
    expect(chat.last.text).toMatch(/adresse.*Kouadio/);
    expect(chat.last.text).not.toContain('quand même');
  });
});
