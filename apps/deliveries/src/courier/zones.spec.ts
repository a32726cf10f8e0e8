import { joinZones, splitZones, zoneOf } from './zones.js';

describe('zones', () => {
  it.each([
    ['Cocody, Angré 7ème tranche, Villa 123', ['Marcory', 'Cocody', 'Plateau'], 'Cocody'],
    ['COCODY ANGRE', ['cocody'], 'cocody'],
    ['Port Bouet, cité Douane', ['Port-Bouët'], 'Port-Bouët'],
    ['Adjamé 220 logements', ['adjame'], 'adjame'],
    ["Bingerville, près de l'église", ['Bingerville'], 'Bingerville'],
  ])('finds the zone of « %s » whatever its accents and capitals', (address, zones, zone) => {
    expect(zoneOf(address, zones)).toBe(zone);
  });

  it.each([
    ['Yopougon Port-Bouët 2, près du marché', 'Yopougon'],
    ['Port-Bouët II', 'Yopougon'],
    ['Port-Bouët cité Douane', 'Port-Bouët'],
    ['Cocody, route de Bingerville', 'Cocody'],
    ['gare de Bassam, Treichville', 'Treichville'],
    ['Adjamé-Bingerville', 'Bingerville'],
    ['carrefour Anyama', 'Anyama'],
  ])('takes « %s » for no place that only shares a name with a quarter or a road in it', (address, zone) => {
    const zones = ['Yopougon', 'Port-Bouët', 'Cocody', 'Bingerville', 'Bassam', 'Treichville', 'Adjamé', 'Anyama'];
    expect(zoneOf(address, zones)).toBe(zone);
  });

  it('takes a quarter for itself where it is a zone', () => {
    expect(zoneOf('Yopougon Port-Bouët 2', ['Yopougon', 'Port-Bouët 2', 'Port-Bouët'])).toBe('Port-Bouët 2');
  });

  it('means the longest name of those it finds', () => {
    expect(zoneOf('Villa 5, Cocody Angré', ['Cocody', 'Cocody Angré', 'Angré'])).toBe('Cocody Angré');
  });

  it.each([
    ['Yopougon Sicogi', ['Cocody']],
    ['Marcoryville', ['Marcory']],
    ['', ['Cocody']],
    ['Cocody', []],
  ])('finds none in « %s » for %j', (address, zones) => {
    expect(zoneOf(address, zones)).toBeUndefined();
  });

  it('are written readably and read back the same', () => {
    const zones = splitZones(['Cocody, Marcory', ' Plateau ', 'cocody', '; Port-Bouët\n']);
    expect(zones).toEqual(['cocody', 'Marcory', 'Plateau', 'Port-Bouët']);
    expect(splitZones(joinZones(zones))).toEqual(zones);
  });
});
