import { wholeAddress } from '../draft.js';
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
    expect(wholeAddress(chat.draft)).toContain('(pour le livreur : livrez moi samedi matin svp)');
  });
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
