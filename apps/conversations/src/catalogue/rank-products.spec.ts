import { wordsOf } from '../assistant/offline/normalise.js';
import { rankProducts } from './rank-products.js';

describe('the search of a shop’s products', () => {
  const product = (productId: string, names: string, available = 1) => ({ productId, names, available });
  const products = [
    product('nike', 'nike air max 90\nbaskets nike'),
    product('adidas', 'adidas stan smith'),
    product('puma', 'puma suede classic\nnoir rouge'),
    product('galaxy', 'samsung powerbank'),
  ];

  it.each([
    ['Nike', 'nike'],
    ['vos chaussures NIKE svp', 'nike'],
    ['airmax', 'nike'],
    ['stan smit', 'adidas'],
    ['adiddas', 'adidas'],
    ['puma suède', 'puma'],
    ['suede classique', 'puma'],
    ['power bank', 'galaxy'],
  ])('finds for « %s » the %s first', (query, id) => expect(rankProducts(wordsOf(query), products)[0]).toBe(id));

  it('finds nothing for what is not sold', () => expect(rankProducts(['frigo'], products)).toEqual([]));

  it('puts what can be had before what cannot', () =>
    expect(rankProducts(['robe'], [product('a', 'robe', 0), product('b', 'robe')])).toEqual(['b', 'a']));
});
