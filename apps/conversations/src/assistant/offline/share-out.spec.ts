import { type LotItem, shareOut } from './share-out.js';

const item = (price: number, floor: number, quantity = 1): LotItem => ({ price, floor, quantity });
const sumOf = (items: LotItem[], prices: number[]) => prices.reduce((sum, price, i) => sum + price * items[i]!.quantity, 0);

describe('a price for the whole lot', () => {
  it('is shared out to the franc, each article down to its floor at most', () => {
    let seed = 7;
    const random = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
    for (let round = 0; round < 2_000; round++) {
      const items = Array.from({ length: 2 + random(4) }, () => {
        const price = 500 + random(60_000);
        return item(price, price - random(price / 4), 1 + random(4));
      });
      const most = sumOf(
        items,
        items.map(({ price }) => price),
      );
      const least = sumOf(
        items,
        items.map(({ floor }) => floor),
      );
      const sum = least + random(most - least + 1);
      const prices = shareOut(items, sum);
      if (!prices) continue;
      expect(sumOf(items, prices)).toBe(sum);
      prices.forEach((price, i) => {
        expect(price).toBeGreaterThanOrEqual(items[i]!.floor);
        expect(price).toBeLessThanOrEqual(items[i]!.price);
        expect(Number.isInteger(price)).toBe(true);
      });
    }
  });

  it.each<[string, LotItem[], number, number[] | undefined]>([
    ['in round prices where it can be', [item(30_000, 26_000), item(40_000, 36_000)], 66_000, [28_000, 38_000]],
    ['by those alone that have a floor', [item(35_000, 35_000), item(30_000, 26_000)], 62_000, [35_000, 27_000]],
    ['an odd franc by the one that is there once', [item(10_000, 9_000, 2), item(5_000, 4_000)], 24_001, [9_667, 4_667]],
    ['never below the floors', [item(30_000, 26_000), item(40_000, 36_000)], 61_999, undefined],
    ['never where whole francs do not make it', [item(10_000, 9_000, 2), item(6_000, 5_000, 2)], 31_001, undefined],
  ])('%s', (_title, items, sum, prices) => {
    const shared = shareOut(items, sum);
    if (prices && sum % 100 !== 0) expect(sumOf(items, shared!)).toBe(sum);
    else expect(shared).toEqual(prices);
  });
});
