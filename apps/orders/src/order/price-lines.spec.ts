import { newId } from '#database';
import { Product } from '../catalogue/product.entity.js';
import { priceLines, shortage } from './price-lines.js';

const sellerId = newId();
const puma = Product.list(sellerId, { name: 'Puma Suede Classic', unitPrice: 30_000, stock: 8 });
const nike = Product.list(sellerId, {
  name: 'Nike Air Max 90',
  unitPrice: 45_000,
  variants: [
    { size: '38', stock: 2 },
    { size: '46', unitPrice: 50_000, stock: 1 },
    { size: '39', color: 'Noir', stock: 1 },
    { size: '39', color: 'Blanc', stock: 1 },
  ],
});
const [nike38, nike46] = nike.variants;
const catalogue = new Map([puma, nike].map((product) => [product.id, product]));

describe('pricing what was agreed', () => {
  it("takes the catalogue's price, a variant's own price before its product's", () => {
    const lines = priceLines(
      [
        { productId: puma.id, size: '41', quantity: 2 },
        { productId: nike.id, variantId: nike38!.id, quantity: 1 },
        { productId: nike.id, variantId: nike46!.id, quantity: 3 },
      ],
      catalogue,
      'assistant',
    );
    expect(lines).toMatchObject([
      { productName: 'Puma Suede Classic', size: '41', unitPrice: 30_000, lineTotal: 60_000 },
      { size: '38', unitPrice: 45_000, lineTotal: 45_000 },
      { size: '46', unitPrice: 50_000, lineTotal: 150_000 },
    ]);
  });

  it('finds the variant by its size when only one has it', () => {
    expect(priceLines([{ productId: nike.id, size: '38', quantity: 1 }], catalogue, 'assistant')).toMatchObject([
      { variantId: nike38!.id },
    ]);
    expect(priceLines([{ productId: nike.id, size: '39', color: 'noir', quantity: 1 }], catalogue, 'assistant')).toMatchObject([
      { color: 'Noir' },
    ]);
  });

  it('keeps the colour she wished for of a product that has sizes alone, and no colour that its item has not', () => {
    const bata = Product.list(sellerId, { name: 'Bata', unitPrice: 9_000, variants: [{ size: '41', stock: 1 }] });
    const asked = { productId: bata.id, variantId: bata.variants[0]!.id, color: 'noir', quantity: 1 };
    expect(priceLines([asked], new Map([[bata.id, bata]]), 'assistant')).toMatchObject([{ size: '41', color: 'noir' }]);
    const [line] = priceLines(
      [{ productId: nike.id, variantId: nike38!.id, color: 'noir', quantity: 1 }],
      catalogue,
      'shop',
    ) as object[];
    expect(line).not.toHaveProperty('color');
  });

  it.each([
    ['a product nobody has', { productId: newId(), quantity: 1 }],
    ['a product with variants and none named', { productId: nike.id, quantity: 1 }],
    ['a size that two colours have', { productId: nike.id, size: '39', quantity: 1 }],
    ['a variant of another product', { productId: puma.id, variantId: nike38!.id, quantity: 1 }],
  ])('refuses %s', (_, line) => {
    expect(priceLines([line], catalogue, 'assistant')).toEqual({
      reason: 'unknown-product',
      refused: [expect.objectContaining({ asked: line, available: 0 })],
    });
  });

  it('refuses what is no longer on sale', () => {
    const retired = Product.list(sellerId, { name: 'Bata', unitPrice: 9_000, stock: 3 });
    retired.change({ active: false });
    expect(priceLines([{ productId: retired.id, quantity: 1 }], new Map([[retired.id, retired]]), 'assistant')).toMatchObject({
      reason: 'unknown-product',
      refused: [{ productName: 'Bata' }],
    });
  });

  it('refuses the whole of it when a line costs more by now than she agreed to, with what it costs', () => {
    const lines = [
      { productId: puma.id, quantity: 1, agreedPrice: 25_000 },
      { productId: nike.id, variantId: nike38!.id, quantity: 1, agreedPrice: 45_000 },
    ];
    expect(priceLines(lines, catalogue, 'assistant')).toEqual({
      reason: 'price-changed',
      refused: [{ asked: lines[0], productName: 'Puma Suede Classic', available: 8, unitPrice: 30_000 }],
    });
    expect(priceLines(lines, catalogue, 'shop')).toMatchObject([
      { unitPrice: 25_000, givenPrice: 25_000 },
      { lineTotal: 45_000 },
    ]);
  });

  it("goes down to a size's own floor price, else to its product's; one above the size's own price is none", () => {
    const sandals = Product.list(sellerId, {
      name: 'Sandales',
      unitPrice: 10_000,
      floorPrice: 8_000,
      variants: [
        { size: '38', stock: 1 },
        { size: '39', floorPrice: 9_000, stock: 1 },
        { size: '40', unitPrice: 7_000, stock: 1 },
      ],
    });
    const price = (i: number, agreedPrice: number) => {
      const line = { productId: sandals.id, variantId: sandals.variants[i]!.id, quantity: 1, agreedPrice };
      const lines = priceLines([line], new Map([[sandals.id, sandals]]), 'assistant');
      return Array.isArray(lines) ? lines[0]!.unitPrice : lines.reason;
    };
    expect([price(0, 8_000), price(1, 9_000), price(2, 8_000)]).toEqual([8_000, 9_000, 7_000]);
    expect([price(0, 7_999), price(1, 8_999), price(2, 6_999)]).toEqual(Array(3).fill('price-changed'));
    expect(sandals.facts().variants.map(({ floorPrice }) => floorPrice)).toEqual([8_000, 9_000, undefined]);
  });

  it('names the lines that are short, counting an item over all its lines', () => {
    const asked = [
      { productId: nike.id, variantId: nike38!.id, quantity: 2 },
      { productId: nike.id, variantId: nike38!.id, quantity: 1 },
      { productId: puma.id, quantity: 8 },
    ];
    const lines = priceLines(asked, catalogue, 'assistant');
    if (!Array.isArray(lines)) throw new Error('all of it is on sale');
    expect(shortage(lines, catalogue)).toMatchObject({
      reason: 'out-of-stock',
      refused: [
        { asked: { size: '38', quantity: 2 }, available: 2 },
        { asked: { size: '38', quantity: 1 }, available: 2 },
      ],
    });
  });
});
