import { priceFor } from './price-rule.js';

const fixed = { unitPrice: 45_000 };
const bargained = { unitPrice: 45_000, floorPrice: 40_000 };

describe('what one costs', () => {
  it.each([
    ['who agreed to no price: what the catalogue asks', bargained, undefined, 45_000],
    ['who agreed to more than the catalogue asks by now: what it asks', fixed, 50_000, 45_000],
    ['who agreed to the floor price: that', bargained, 40_000, 40_000],
    ['who agreed to something above the floor: that', bargained, 42_500, 42_500],
    ['who agreed to less than the floor: refused', bargained, 39_999, undefined],
    ['who agreed to less than a fixed price: refused', fixed, 44_999, undefined],
  ])('with the assistant, %s', (_, price, agreed, costs) => {
    expect(priceFor(price, agreed, 'assistant')).toBe(costs);
  });

  it.each([0, 30_000, 60_000])('with the shop itself is what it says: %d', (given) => {
    expect(priceFor(bargained, given, 'shop')).toBe(given);
  });
});
