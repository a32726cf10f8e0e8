import { type Candidate, chooseCourier, covers } from './choose-courier.js';

const aCourier = (fullName: string, over: Partial<Candidate> = {}): Candidate => ({
  id: fullName,
  fullName,
  zones: ['Cocody', 'Marcory', 'Plateau'],
  load: 0,
  lastAssignedAt: null,
  ...over,
});
const address = 'Cocody, Angré 7ème tranche, Villa 123';

describe('choosing a courier', () => {
  it('takes who covers the zone, and says why in French', () => {
    const choice = chooseCourier(address, [aCourier('Issa', { zones: ['Yopougon'] }), aCourier('Mamadou Diabaté')]);
    expect(choice?.reason).toBe('Mamadou Diabaté couvre Cocody, 0 livraison en cours');
  });

  it('of several the one with the least to do', () => {
    const choice = chooseCourier(address, [aCourier('Mamadou Diabaté', { load: 3 }), aCourier('Awa', { load: 2 })]);
    expect(choice?.reason).toBe('Awa couvre Cocody, 2 livraisons en cours');
  });

  it('of equally busy ones the one who has waited longest', () => {
    const [early, late] = [new Date('2026-11-22T08:00:00Z'), new Date('2026-11-22T09:00:00Z')];
    const couriers = [aCourier('Mamadou', { lastAssignedAt: late }), aCourier('Awa', { lastAssignedAt: early })];
    expect(chooseCourier(address, couriers)?.courier.fullName).toBe('Awa');
    expect(chooseCourier(address, [...couriers, aCourier('Issa')])?.courier.fullName).toBe('Issa');
  });

  it('prefers a district to the commune around it, even when its courier is busier', () => {
    const couriers = [aCourier('Mamadou'), aCourier('Awa', { zones: ['Cocody Angré'], load: 5 })];
    expect(chooseCourier('Villa 5, Cocody Angré', couriers)?.courier.fullName).toBe('Awa');
  });

  it('takes nobody when nobody covers the address', () => {
    expect(chooseCourier('Yopougon Sicogi', [aCourier('Mamadou')])).toBeUndefined();
  });
});

describe('whether a courier covers an address', () => {
  const others = [{ zones: ['Cocody', 'Cocody Angré'] }];

  it.each([
    [['cocody'], 'Cocody, Riviera 3', true],
    [['Cocody'], 'Cocody Angré, villa 123', false],
    [['Cocody Angré'], 'COCODY ANGRE', true],
    [['Bouaké'], 'Bouaké centre', true],
    [['Plateau'], 'Bingerville', false],
  ])('%j, « %s »: %s, the longest name that any of them uses being meant', (zones, address, covered) => {
    expect(covers(zones, address, others)).toBe(covered);
  });
});
