import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

const aChat = () => new Chat(new OfflineAssistant(() => 'recap'), InMemoryShop.ofEveryTrade());

describe('what is no text', () => {
  it('a voice note that was written down is answered like any message', async () => {
    expect((await aChat().sends('audio', 'bonjour, la montre c’est combien ?')).text).toContain('18.000 FCFA');
  });

  it('a voice note nobody wrote down: she is asked to write, and a person is called at the third', async () => {
    const chat = aChat();
    const [first, second, third] = [await chat.sends('audio'), await chat.sends('audio'), await chat.sends('audio')];
    expect(first.text).toMatch(/notes vocales/);
    expect(second.text).not.toBe(first.text);
    expect(third.decisions).toMatchObject([{ kind: 'hand-over' }]);
  });

  it('a picture shows nothing to the assistant: it asks for the name', async () => {
    const chat = aChat();
    expect((await chat.sends('image')).text).toMatch(/C'est quel article/);
    expect((await chat.sends('image', 'vous avez ça ?')).text).toMatch(/photo/);
  });

  it('a picture whose caption names an article is about that article', async () => {
    expect((await aChat().sends('image', 'la montre là, combien')).text).toContain('18.000 FCFA');
  });
});

describe('a payment that is announced', () => {
  it.each([
    ['in words', (chat: Chat) => chat.says("j'ai déjà payé par Wave")],
    ['by a screenshot', (chat: Chat) => chat.sends('image', 'voici la capture du transfert')],
    ['by a picture with the name of a wallet', (chat: Chat) => chat.sends('image', 'Orange Money')],
  ])('%s is never said to be paid: the shop checks it', async (_how, tell) => {
    const reply = await tell(aChat());
    expect(reply.decisions).toMatchObject([{ kind: 'pass-on' }]);
    expect(reply.text).toMatch(/Kouadio, qui vérifie/);
  });

  it('asking how to pay is none', async () => {
    expect((await aChat().says('je peux payer par wave ?')).decisions).toEqual([]);
  });
});

describe('a photo she asks for', () => {
  it('is sent with the name and the price', async () => {
    const reply = await aChat().says('envoie la photo de la montre');
    expect(reply.photo).toEqual({ mediaId: 'photo-montre', productId: 'Montre connectée' });
    expect(reply.text).toContain('Voici Montre connectée : 18.000 FCFA');
    expect(reply.buttons).toBeUndefined();
  });

  it('is said not to be there, and the sale goes on', async () => {
    const reply = await aChat().says('la photo du garba svp');
    expect(reply.photo).toBeUndefined();
    expect(reply.text).toMatch(/pas de photo[^]*Quel format/);
  });

  it('of what? is asked when no article is spoken of', async () => {
    expect((await aChat().says('envoyez moi des photos')).text).toMatch(/photo de quel article/);
  });
});
