import { newId } from '#database';
import { Product } from '../catalogue/product.entity.js';
import { customerLines } from './customer-lines.js';

const sellerId = newId();
const nike = Product.list(sellerId, {
  name: 'Nike Air Max 90',
  unitPrice: 45_000,
  floorPrice: 40_000,
  variants: [
    { size: '38', stock: 2 },
    { size: '39', stock: 2 },
  ],
});
const bata = Product.list(sellerId, { name: 'Bata', unitPrice: 9_000, stock: 8 });
bata.archive();
const [nike38, nike39] = nike.variants;
const catalogue = new Map([nike, bata].map((one) => [one.id, one]));
const line = (productId: string, unitPrice: number, quantity: number, more: object = {}) => ({
  ...{ productId, productName: 'Autrefois', unitPrice, quantity, lineTotal: unitPrice * quantity },
  ...more,
});
const held = [line(nike.id, 41_000, 1, { variantId: nike38!.id, size: '38' }), line(bata.id, 9_000, 2)];

describe('the lines of an order that its customer changes', () => {
  it('keep the price she agreed to where she has them already, whatever she says they cost', () => {
    const asked = [{ productId: nike.id, variantId: nike38!.id, quantity: 2, agreedPrice: 1_000 }];
    expect(customerLines(asked, held, catalogue)).toMatchObject([{ unitPrice: 41_000, quantity: 2, lineTotal: 82_000 }]);
  });

  it.each([
    ['what the catalogue says', undefined, 45_000],
    ['what she was granted', 42_000, 42_000],
    ['never more than the catalogue says', 60_000, 45_000],
  ])('cost, where they are new, %s', (_, agreedPrice, unitPrice) => {
    const asked = [{ productId: nike.id, variantId: nike39!.id, quantity: 1, ...(agreedPrice ? { agreedPrice } : {}) }];
    expect(customerLines(asked, held, catalogue)).toMatchObject([{ size: '39', unitPrice }]);
  });

  it('are refused below the floor price', () => {
    const asked = [{ productId: nike.id, variantId: nike39!.id, quantity: 1, agreedPrice: 30_000 }];
    expect(customerLines(asked, held, catalogue)).toMatchObject({ reason: 'price-changed' });
  });

  it('may be fewer of what left the catalogue, not more', () => {
    expect(customerLines([{ productId: bata.id, quantity: 1 }], held, catalogue)).toMatchObject([{ lineTotal: 9_000 }]);
    expect(customerLines([{ productId: bata.id, quantity: 3 }], held, catalogue)).toMatchObject({ reason: 'unknown-product' });
  });
});
