import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';
import { wholeAddress } from '../whole-address.js';
import { findPlaces } from './places.js';
import { wordsOf } from './normalise.js';

describe('a town outside Abidjan', () => {
  it.each([
    ['Et à Man ?'],
    ['et pour Yamoussoukro'],
    ['vous expédiez à Bouaké ?'],
    ['et à Odienné ?'],
    ['Ferké c’est combien ?'],
  ])('« %s » after the fee of a commune: nobody goes there, and where somebody does', async (said) => {
    const { last } = await played(InMemoryShop.withSizes(), ['la livraison à Cocody c’est combien ?', said]);
    expect(last.text).toMatch(/Je n'ai pas de livreur pour .* Nous livrons à : Cocody/);
  });

  it('in which she lives', async () => {
    const { last } = await played(InMemoryShop.withSizes(), ['je suis à Man, je veux la stan smith en 41']);
    expect(last.text).toMatch(/Je n'ai pas de livreur pour Man/);
  });

  it('« vous livrez à l’intérieur du pays ? » hears where somebody goes', async () => {
    const { last } = await played(InMemoryShop.withSizes(), ['vous livrez à l’intérieur du pays ?']);
    expect(last.text).toMatch(/Cocody, Marcory/);
  });

  it.each(['man c’est cher', 'appelle Noé', 'c’est tabou ça', 'kong'])('« %s » is none, or a word alone', (said) => {
    expect(findPlaces(wordsOf(said)).map(({ commune }) => commune)).toEqual(said === 'kong' ? ['Kong'] : []);
  });
});

describe('a name that two places share', () => {
  it.each([
    ['Port-Bouët 2', 'Yopougon'],
    ['Yopougon Port-Bouët 2 vers le marché', 'Yopougon'],
    ['port bouet ii pharmacie du bonheur', 'Yopougon'],
    ['plateau dokui carrefour Zoo', 'Abobo'],
    ['gare de Bassam à Marcory zone 4', 'Marcory'],
    ['route de Bingerville, Cocody Faya cité Génie', 'Cocody'],
    ['Cocody, carrefour Abobo, villa 12', 'Cocody'],
  ])('« %s » is in %s', async (said, commune) => {
    const shop = InMemoryShop.withSizes();
    shop.fees['Yopougon'] = 2_500;
    const { last, draft } = await played(shop, ['je veux la stan smith en 41', said]);
    expect(last.text).toContain(`Frais de livraison (${commune})`);
    expect(wholeAddress(draft).replace(`${commune}, `, '')).toBe(said.replace(`${commune}, `, ''));
  });

  it('is that of the commune where nothing says otherwise', async () => {
    const { last } = await played(InMemoryShop.withSizes(), ['je veux la stan smith en 41', 'Port-Bouët Vridi cité']);
    expect(last.text).toContain("Je n'ai pas de livreur pour Port-Bouët");
  });
});
