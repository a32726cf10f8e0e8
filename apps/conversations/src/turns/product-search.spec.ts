import { bestProducts } from './product-search.js';

describe('the search of a shop’s products', () => {
  const products = [
    { id_produit: 'nike', recherche: 'nike air max 90\nbaskets nike' },
    { id_produit: 'adidas', recherche: 'adidas stan smith' },
    { id_produit: 'puma', recherche: 'puma suede classic\nnoir rouge' },
  ];

  it.each([
    ['Nike', 'nike'],
    ['vos chaussures NIKE svp', 'nike'],
    ['airmax', 'nike'],
    ['stan smit', 'adidas'],
    ['adiddas', 'adidas'],
    ['puma suède', 'puma'],
    ['suede classique', 'puma'],
  ])('finds for « %s » the %s first', (query, id) => expect(bestProducts(query, products)[0]).toBe(id));

  it('finds nothing for what is not sold', () => expect(bestProducts('frigo', products)).toEqual([]));
});
