import { InMemoryShop } from '../testing/in-memory-shop.js';
import { groupByProduct, sizesInStock } from './catalogue.js';
import { findProducts } from './naming.js';
import { wordsOf } from './normalise.js';

const products = groupByProduct([
  ...InMemoryShop.withSizes().offers,
  { productId: 'sac', productName: 'Sac à main cuir', unitPrice: 20_000, available: 2 },
  { productId: 'nike97', productName: 'Nike Air Max 97', unitPrice: 60_000, available: 2 },
]);

const found = (text: string) =>
  findProducts(wordsOf(text), products).map((mention) => mention.candidates.map((product) => product.id).join('/'));

it.each([
  ['airmax 90', ['nike']],
  ['la nike air max 97', ['nike97']],
  ['nike', ['nike/nike97']],
  ['stan smit', ['adidas']],
  ['des addidas et une pumma', ['adidas', 'puma']],
  ['stansmith', ['adidas']],
  ['la puma suède', ['puma']],
  ['un sac', ['sac']],
  ['vous avez des chaussures', []],
  ["il a l'air bien, à max", []],
  ['je suis à la maison', []],
  ['new balance', []],
])('« %s » names %j', (text, ids) => {
  expect(found(text)).toEqual(ids);
});

it('lists the sizes in stock in their order', () => {
  const nike = products.find((product) => product.id === 'nike');
  expect(nike && sizesInStock(nike)).toEqual(['38', '39', '42']);
});
