import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { drafted, played } from '../testing/played.js';

const shop = () => InMemoryShop.ofStreetwear();
const ADDRESS = 'cocody angré 8e tranche carrefour cgk';

describe('another size on a list of articles is that of the line she gives up', () => {
  it.each([
    ['Je voulais du 42 en fait, pas du 41', '1x Nike Air Max 90 40 + 1x Adidas Stan Smith 42'],
    ['pas du 41, du 42 finalement', '1x Nike Air Max 90 40 + 1x Adidas Stan Smith 42'],
    ['le 41 est trop petit, mettez 42', '1x Nike Air Max 90 40 + 1x Adidas Stan Smith 42'],
    ['changez la 41 en 42 svp', '1x Nike Air Max 90 40 + 1x Adidas Stan Smith 42'],
    ['41 finalement, pas 40', '1x Nike Air Max 90 41 + 1x Adidas Stan Smith 41'],
  ])('« %s »', async (said, lines) => {
    const chat = await played(shop(), [`une air max 40 et une stan smith 41, ${ADDRESS}`, said]);
    expect(drafted(chat)).toBe(lines);
  });

  it('is asked of what has sizes', async () => {
    const chat = await played(shop(), [`une stan smith 41 et le sac puma, ${ADDRESS}`, 'Je voulais du 42']);
    expect(drafted(chat)).toBe('1x Adidas Stan Smith 42 + 1x Sac à dos Puma');
  });

  it('is asked about where both may be meant', async () => {
    const chat = await played(shop(), [`une air max 41 et une stan smith 41, ${ADDRESS}`, 'Je voulais du 40, pas du 41']);
    expect(chat.last.text).toMatch(/Pour quel article : Nike Air Max 90, en 41 ou Adidas Stan Smith, en 41 \?/);
    await chat.says('la stan smith');
    expect(drafted(chat)).toBe('1x Nike Air Max 90 41 + 1x Adidas Stan Smith 40');
  });
});

/** A chat after an order of these, which is still with the shop. */
async function ordered(first: string): Promise<Chat> {
  const offers = shop();
  const chat = await played(offers, [`${first}, ${ADDRESS}`]);
  await chat.presses(`confirmer:${chat.draft.recapNonce}`);
  offers.order = { number: 'CMD-1', status: 'confirmee', lines: chat.draft.previous! };
  return chat;
}

const edited = (chat: Chat): string => (chat.draft.edit?.lines ?? []).map(({ size }) => size ?? '-').join(' ');

describe('another size in an order that stands', () => {
  it.each([
    ['une air max 40 et une stan smith 41', 'Je voulais du 42 en fait, pas du 41', '40 42'],
    ['une air max 40 et une stan smith 41', 'changez la 41 en 42 svp', '40 42'],
    ['une stan smith 41 et le sac puma', 'je me suis trompé de pointure, c’est 42', '42 -'],
  ])('%s: « %s »', async (first, said, sizes) => {
    const chat = await ordered(first);
    await chat.says(said);
    expect(edited(chat)).toBe(sizes);
    expect((await chat.says('oui')).decisions).toMatchObject([{ kind: 'edit-order', number: 'CMD-1', agreed: true }]);
  });

  it.each(['la stan smith', 'celle en 41'])('is asked about where both may be meant: « %s »', async (answer) => {
    const chat = await ordered('une air max 40 et une stan smith 41');
    expect((await chat.says('je me suis trompé de pointure, c’est 38')).text).toMatch(
      /Pour quel article : .*Air Max.*Stan Smith/,
    );
    await chat.says(answer);
    expect(edited(chat)).toBe('40 38');
  });
});

describe('one of two sizes, neither of which there is', () => {
  it.each(['la stan smith en 44 ou 45', 'stan smith, 44 ou 45'])('is told of both: « %s »', async (said) => {
    const chat = await played(shop(), [said]);
    expect(chat.last.text).toContain("je n'ai pas Adidas Stan Smith en 44 ni en 45");
    expect(chat.last.text).toContain('38, 39, 40, 41 et 42');
    expect((await chat.says('la 41 alors')).text).toMatch(/^(?!.*4[45])[^]*Stan Smith, en 41/);
  });

  it('after each of them was asked for by itself', async () => {
    const chat = await played(shop(), ['la stan smith en 44', 'et 45 ?', '44 ou 45']);
    expect(chat.last.text).toContain('en 44 ni en 45');
  });
});
