import { Draft } from './assistant.js';
import { draftTotal, emptied, priceFor } from './draft.js';
import { lineOf, withLine, withoutLines } from './draft-lines.js';

const NIKE = { productId: 'nike', productName: 'Nike Air Max 90', unitPrice: 45_000, available: 10 };
const aDraft = (): Draft => ({ lines: [lineOf(NIKE, 1, '38')], address: 'Cocody', recapNonce: 'n' });

describe('a draft', () => {
  it('closes its recap with every change', () => {
    expect(withLine(aDraft(), lineOf(NIKE, 1, '39')).recapNonce).toBeUndefined();
    expect(withoutLines(aDraft(), () => true).recapNonce).toBeUndefined();
  });

  it('has one line per article: said again it sets the number, asked for more it adds', () => {
    expect(withLine(aDraft(), lineOf(NIKE, 3, '38')).lines).toMatchObject([{ quantity: 3 }]);
    expect(withLine(aDraft(), lineOf(NIKE, 3, '38'), true).lines).toMatchObject([{ quantity: 4 }]);
    expect(withLine(aDraft(), lineOf(NIKE, 3, '40')).lines).toHaveLength(2);
  });

  it('totals its lines without the delivery', () => {
    expect(draftTotal(withLine(aDraft(), lineOf(NIKE, 2, '40')))).toBe(135_000);
  });

  it('keeps the address for the next order, and what was ordered, for who wants the same again', () => {
    expect(emptied(aDraft())).toEqual({ lines: [], address: 'Cocody', previous: aDraft().lines });
  });

  it('costs what was granted, as long as the seller allows it', () => {
    const offer = { ...NIKE, floorPrice: 41_000 };
    const granted = (unitPrice: number) => ({ ...aDraft(), granted: [{ productId: 'nike', unitPrice }] });
    expect(priceFor(granted(43_000), offer)).toBe(43_000);
    expect(priceFor(granted(40_000), offer)).toBe(45_000);
    expect(priceFor(granted(43_000), NIKE)).toBe(45_000);
    expect(priceFor({ ...aDraft(), granted: [{ productId: 'nike', variantId: 'v', unitPrice: 43_000 }] }, offer)).toBe(45_000);
  });
});
