import { formatFcfa } from './money.js';

it.each([
  [0, '0 FCFA'],
  [500, '500 FCFA'],
  [45_000, '45.000 FCFA'],
  [1_250_000, '1.250.000 FCFA'],
])('%d is written %s', (amount, written) => {
  expect(formatFcfa(amount)).toBe(written);
});
