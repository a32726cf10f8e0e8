import { newId } from '#database';
import { Product } from '../catalogue/product.entity.js';
import { repriceLines } from './reprice-lines.js';

const sellerId = newId();
const product = (name: string, over: object = {}) => Product.list(sellerId, { name, unitPrice: 30_000, stock: 8, ...over });
const puma = product('Puma Suede Classic');
const bata = product('Bata');
const nike = product('Nike Air Max 90', {
  stock: undefined,
  variants: [
    { size: '38', stock: 2 },
    { size: '39', stock: 2 },
  ],
});
const [nike38, nike39] = nike.variants;
bata.archive();
nike38!.active = false;
const catalogue = new Map([puma, bata, nike].map((one) => [one.id, one]));

const line = (productId: string, quantity: number, more: object = {}) => ({
  productId,
  quantity,
  productName: 'Autrefois',
  unitPrice: 9_000,
  lineTotal: 9_000 * quantity,
  ...more,
});
const held = [line(puma.id, 1), line(bata.id, 3, { size: '41' }), line(nike.id, 2, { variantId: nike38!.id, size: '38' })];

describe('pricing the lines of an order that is changed', () => {
  it('takes what the catalogue says now of what is still on sale', () => {
    expect(repriceLines([{ productId: puma.id, quantity: 5 }], held, catalogue)).toMatchObject([
      { productName: 'Puma Suede Classic', quantity: 5, unitPrice: 30_000, lineTotal: 150_000 },
    ]);
  });

  it('keeps what left the catalogue at its old price, in the same number or fewer', () => {
    const asked = [
      { productId: bata.id, quantity: 2 },
      { productId: nike.id, variantId: nike38!.id, quantity: 2 },
    ];
    expect(repriceLines(asked, held, catalogue)).toMatchObject([
      { productName: 'Autrefois', size: '41', quantity: 2, unitPrice: 9_000, lineTotal: 18_000 },
      { variantId: nike38!.id, size: '38', quantity: 2, unitPrice: 9_000 },
    ]);
  });

  it.each([
    ['more of it', [{ productId: bata.id, quantity: 4 }]],
    [
      'more of it over several lines',
      [
        { productId: bata.id, quantity: 2 },
        { productId: bata.id, quantity: 2 },
      ],
    ],
    ['what the order never had', [{ productId: newId(), quantity: 1 }]],
    ['a size of it that the order never had', [{ productId: bata.id, size: '42', quantity: 1 }]],
  ])('refuses %s', (_, asked) => {
    expect(repriceLines(asked, held, catalogue)).toMatchObject({ reason: 'unknown-product', refused: asked.map(() => ({})) });
  });

  it('sells another size of the same product', () => {
    expect(repriceLines([{ productId: nike.id, size: '39', quantity: 1 }], held, catalogue)).toMatchObject([
      { variantId: nike39!.id, unitPrice: 30_000 },
    ]);
  });
});
