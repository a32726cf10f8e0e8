import { wholeAddress } from '../whole-address.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

/** Open from Monday to Saturday; it is Monday, 23 November 2026. */
const shop = () => InMemoryShop.ofStreetwear();

describe('a day of the week', () => {
  it.each([
    ['vous livrez le dimanche ?', /pas de livraison le dimanche/],
    ['livraison dimanche c possible', /pas de livraison le dimanche/],
    ['c ouvert dimanche ?', /^[^]*fermée le dimanche/],
    ['je peux passer à la boutique dimanche ?', /dimanche/],
    ['vous livrez le samedi ?', /ouverte le samedi[^]*confirmés/],
    ['vous travaillez le samedi ?', /ouverte le samedi/],
  ])('« %s »', async (said, answer) => {
    expect((await played(shop(), [said])).last.text).toMatch(answer);
  });

  it('after another one: « et le dimanche ? »', async () => {
    expect((await played(shop(), ['vous livrez le samedi ?', 'et le dimanche ?'])).last.text).toMatch(/dimanche/);
    expect((await played(shop(), ['c ouvert le samedi ?', 'et le dimanche ?'])).last.text).toMatch(/fermée/);
  });

  it('on which the shop is closed is not noted, and the sale goes on', async () => {
    const chat = await played(shop(), ['air max 41', 'livrez moi dimanche matin svp']);
    expect(chat.last.text).toMatch(/pas de livraison le dimanche/);
    expect(chat.draft.forCourier).toBeUndefined();
  });

  it('on which she wishes it goes with the order, and is no promise', async () => {
    const chat = await played(shop(), [
      'je prends air max 41',
      'livrez moi samedi matin svp',
      'cocody angré 8e tranche carrefour cgk',
    ]);
    expect(chat.replies[1]!.text).toMatch(/noté/);
    expect(wholeAddress(chat.draft)).toContain('(pour le livreur : souhaité samedi matin)');
  });
});

describe('a day wished beside an order', () => {
  it.each([
    ['je veux air max 41 ce soir à cocody angré 8e tranche carrefour cgk', 'souhaité ce soir'],
    ['je prends sac puma samedi matin, cocody angré carrefour cgk', 'souhaité samedi matin'],
    ['je prends air max 41 demain avant 10h, cocody angré carrefour cgk', 'souhaité demain avant 10'],
  ])('« %s » goes with it', async (said, note) => {
    const chat = await played(shop(), [said]);
    expect(wholeAddress(chat.draft)).toContain(note);
    expect(chat.last.text).toMatch(/confirmés/);
  });

  it('is not noted where the shop is closed, and is none where she thinks it over', async () => {
    const closed = await played(shop(), ['je prends sac puma dimanche, cocody angré carrefour cgk']);
    expect(closed.last.text).toMatch(/pas de livraison le dimanche/);
    expect(closed.draft.forCourier).toBeUndefined();
    const later = await played(shop(), ['je prends sac puma', 'je vous dis demain']);
    expect(later.draft.forCourier).toBeUndefined();
  });
});

it('an article without sizes has none to change, and the ends of those of another are told', async () => {
  const chat = await played(shop(), ['je prends sac puma', 'en 42']);
  expect(chat.last.text).toMatch(/pas de choix de taille/);
  expect(chat.draft.lines[0]).not.toHaveProperty('size');
  const asked = await played(shop(), ['air max', 'c’est quoi la plus petite pointure ?', 'et la plus grande']);
  expect(
    asked.replies
      .map(({ text }) => text)
      .slice(1)
      .join('\n'),
  ).toMatch(/plus petit est 38[^]*(plus grande|plus grand)[^]*41/);
});

describe('what goes with a place', () => {
  it('« pres du marché » under a recap completes the address', async () => {
    const chat = await played(shop(), ['je prends air max 41', 'cocody angré', 'pres du marché']);
    expect(wholeAddress(chat.draft)).toMatch(/marché/);
  });

  it('« pas creme » is no address', async () => {
    const chat = await played(shop(), ['je prends air force 41 blanc', 'c’est blanc blanc ? pas creme']);
    expect(chat.draft.address).toBeUndefined();
  });

  it('an article for each of two communes is asked about', async () => {
    const chat = await played(shop(), ['stan smith 40 et puma 41', 'la stan a cocody angre et la puma a abobo gare']);
    expect(chat.draft.address).toBeUndefined();
    expect(chat.last.text).toMatch(/une seule adresse|même adresse|une adresse/);
  });
});

it('the colours of an article are those of the size she named', async () => {
  const chat = await played(shop(), ['air force en 40 svp', 'quelle couleur ?']);
  expect(chat.last.text).not.toMatch(/noir/);
});

describe('a day wished before anything is ordered', () => {
  it.each<[string[], string]>([
    [['demain'], 'souhaité demain'],
    [["bonsoir, c'est pour jeudi"], 'souhaité jeudi'],
    [['livraison samedi matin svp'], 'souhaité samedi matin'],
    [['je voudrais être livrée après demain'], 'souhaité apres demain'],
    [['demain', 'non samedi plutôt'], 'souhaité samedi'],
    [["14h aujourd'hui"], 'souhaité aujourd hui à 14 h'],
    [['la sandale svp', 'pour demain matin'], 'souhaité demain matin'],
  ])('%j goes with what she orders next', async (steps, note) => {
    const chat = await played(shop(), [...steps, 'je veux un sac', 'Cocody Angré près de la pharmacie']);
    expect(chat.draft.forCourier).toEqual([note]);
    expect(wholeAddress(chat.draft)).toContain(`(pour le livreur : ${note})`);
  });

  it.each(['vous livrez demain ?', 'je passe demain', 'ma soeur arrive demain'])('is no wish: %s', async (said) => {
    const chat = await played(shop(), [said, 'je veux un sac']);
    expect(chat.draft.forCourier).toBeUndefined();
  });

  it('may be that of an order that stands: the shop is told', async () => {
    const there = shop();
    there.order = { number: 'CMD-20261123-000007', status: 'confirmee', lines: [] };
    const { last } = await played(there, ['demain']);
    expect(last.decisions).toEqual([expect.objectContaining({ kind: 'pass-on', order: 'CMD-20261123-000007' })]);
  });
});
