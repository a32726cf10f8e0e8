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

  it.each([
    ['Yopougon Port-Bouët 2', 'Yopougon'],
    ['port bouet 2 vers le marché', 'Yopougon'],
    ['Marcory, gare de Cocody', 'Marcory'],
    ['route de Port-Bouët, Yopougon', 'Yopougon'],
    ['Port-Bouët Vridi', 'Port-Bouët'],
  ])('%s is in %s, whatever else is called so', (place, zone) =>
    expect(feeAt(place, [...zones, { zone: 'Yopougon', fee: 3_000 }])?.commune).toBe(zone),
  );

  it('is not known where no courier goes', () => expect(feeAt('Korhogo', zones)).toBeUndefined());
});
