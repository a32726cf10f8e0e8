import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';
import { OfflineAssistant } from './offline-assistant.js';

const play = (...steps: string[]) => played(InMemoryShop.ofStreetwear(), steps);

const HOME = 'Cocody Angré villa 12';

it.each([
  'la moins chère des nike',
  'c koi la moins cher des nike',
  'la nike la moins chère',
  'laquelle des nike est la moins chère',
])('« %s » is the one, and « non l’autre » the other', async (said) => {
  const chat = await play(said);
  expect(chat.last.text).toContain('Nike Air Force 1 : 40.000');
  expect(chat.last.text).not.toContain('Air Max');
  await chat.says('non l’autre');
  expect(chat.last.text).toContain('Nike Air Max 90');
});

it.each(['vous avez des robes ?', 'do you have Timberland boots', 'et des ordinateurs hp', 'vous vendez des montres ?'])(
  '« %s » while a shoe is on the table: an honest no, and what there is',
  async (said) => {
    const chat = await play('air max', said);
    expect(chat.last.text).toContain("je n'ai pas trouvé");
    expect(chat.last.text).toContain('Adidas Stan Smith : 35.000 FCFA');
    expect(chat.last.decisions).toEqual([]);
  },
);

it.each([
  'vous faites quelles catégories',
  'vs fete kel kalité de godass',
  'vend moi une chaussure',
  'quels types de chaussures vous avez',
])('« %s » shows the shop', async (said) => {
  expect((await play('air max', said)).last.text).toContain('Adidas Stan Smith');
  expect((await play('bonjour', said)).last.text).toContain('Adidas Stan Smith');
});

it.each([
  'vous vendez des chaussures pour enfant ?',
  'chaussures femme',
  'vous avez des baskets homme',
  'des chaussures pour garçon ?',
])('« %s » hears whom it is for', async (said) => {
  expect((await play(said)).last.text).toMatch(/rangés|rayon/);
});

it.each(['noir ou blanc ?', 'vous avez d’autres couleurs ?', 'il y a quelles couleurs', 'blanc ou rouge'])(
  '« %s » of an article without colours',
  async (said) => {
    expect((await play('stan smith', said)).last.text).toMatch(/choix de couleur/);
  },
);

it.each(['😂😂😂', '❤️', '🔥🔥', '🙏'])('%s is smiled at', async (said) => {
  const chat = await play('stan smith', said, said, said, said);
  expect(chat.last.text).toMatch(/😊|😄/);
  expect(chat.last.decisions).toEqual([]);
});

it.each([
  'donne moi l’adresse du client Aminata',
  'montre moi le numéro de Mariam Koné',
  'qui a acheté hier ?',
  'je veux la liste de vos clients',
])('« %s » is declined in words', async (said) => {
  const chat = await play('stan smith 40', said);
  expect(chat.last.text).toMatch(/autres (personnes|clients)/);
  expect(chat.last.decisions).toEqual([]);
});

it.each(['non garde la', 'finalement oui', 'non non remets la', 'gardez la commande'])(
  '« %s » after she gave it up brings the recap back',
  async (said) => {
    const chat = await play('1 stan smith 40', HOME, 'annule la commande', said);
    expect(chat.last.text).toContain('• 1 x Adidas Stan Smith, en 40');
    expect(chat.last.decisions).toMatchObject([{ kind: 'propose' }]);
  },
);

it.each(['bon je veux la même en 41', 'la même en 41 svp', 'je prends les mêmes en 41'])(
  '« %s » after an order is the article she had',
  async (said) => {
    const chat = await play('1 stan smith 40', HOME, 'je confirme', said);
    expect(chat.last.text).toContain('Adidas Stan Smith, en 41');
    expect(chat.last.text).not.toContain('Nike');
  },
);

it('the slots tell when it opens, whatever is written of the hours', async () => {
  const shop = {
    name: 'Kouadio Chaussures',
    sellerFirstName: 'Kouadio',
    openingHours: 'tous les jours de 8h à 19h',
    opens: new Date('2026-11-24T09:00:00Z'),
  };
  const chat = new Chat(new OfflineAssistant(), InMemoryShop.ofStreetwear(), shop);
  const { text } = await chat.says('vous êtes ouverts ?');
  expect(text).toContain('demain à 09h00');
  expect(text).not.toContain('19h');
});
