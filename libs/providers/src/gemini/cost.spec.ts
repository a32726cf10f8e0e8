import { costFcfa, costUsd } from './cost.js';
import { GEMINI_PRICES } from './prices.js';

const million = { input: 1_000_000, output: 1_000_000 };

describe('what a call to Gemini costs', () => {
  it.each<[string, string, number]>([
    ['gemini-3.5-flash-lite', '2026-11-22T10:00:00Z', 2.8],
    ['gemini-3.8-flash', '2026-12-31T23:59:59Z', 4.5],
    ['gemini-3.8-flash', '2027-01-01T00:00:00Z', 9],
    ['models/gemini-3.5-flash-lite-001', '2026-11-22T10:00:00Z', 2.8],
    ['gemini-2.5-flash-lite-preview-09-2026', '2026-11-22T10:00:00Z', 0.5],
  ])('%s on %s', (model, at, usd) => expect(costUsd(model, million, new Date(at))).toBeCloseTo(usd, 6));

  it.each([
    ['a model nobody priced', 'gemini-9-neon', '2026-11-22'],
    ['a model after its last day', 'gemini-2.5-flash', '2026-12-01'],
    ['a model before its first day', 'gemini-4-argon', '2026-10-12'],
  ])('is unknown, not zero, for %s', (_what, model, day) => expect(costUsd(model, million, new Date(day))).toBeUndefined());

  it('is given in FCFA at the rate of the day', () => {
    const usage = { input: 182, output: 65 };
    expect(costFcfa('gemini-3.5-flash-lite', usage, new Date('2026-11-22'), 600)).toBeCloseTo(0.13026, 5);
  });

  it('has one price at most for a model and a day', () => {
    for (const row of GEMINI_PRICES) {
      const same = GEMINI_PRICES.filter(
        (other) => other.model === row.model && other.from <= row.from && row.from < (other.until ?? '9999'),
      );
      expect(same).toEqual([row]);
    }
  });
});
