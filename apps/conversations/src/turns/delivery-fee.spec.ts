import { feeAt } from './delivery-fee.js';

describe('the delivery fee for a place', () => {
  const zones = [
    { zone: 'Cocody', fee: 2_000 },
    { zone: 'Cocody Angré', fee: 1_500 },
    { zone: 'Port-Bouët', fee: 2_500 },
    { zone: 'Marcory', fee: 2_000 },
  ];

  it.each([
    ['Cocody', 2_000],
    ['COCODY, riviera 3', 2_000],
    ['cocody angre 7ème tranche', 1_500],
    ['port bouet', 2_500],
    ['zone 4', 2_000],
  ])('%s: %i', (place, fee) => expect(feeAt(place, zones)?.fee).toBe(fee));

  it('is not known where no courier goes', () => expect(feeAt('Korhogo', zones)).toBeUndefined());
});
