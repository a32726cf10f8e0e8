import { aliases, price, units, yesNo } from './cells.js';

describe('a cell of an import', () => {
  it.each(['45000', '45 000', '45.000', '45\u202F000', '45000 FCFA', '45.000 F CFA', '45 000fcfa', '45000 F'])(
    'reads %j as the price 45000',
    (cell) => {
      expect(price(cell)).toEqual({ value: 45_000 });
    },
  );

  it.each(['45,000', '45.5', '4.50.00', '-45000', 'gratuit', '45000 €', '45.00', ''])('does not take %j for a price', (cell) => {
    expect(price(cell)).toEqual({ problem: expect.stringContaining('francs CFA entiers') as string });
  });

  it('knows a stock from what cannot be one', () => {
    expect(units('0')).toEqual({ value: 0 });
    expect(units('1 200')).toEqual({ value: 1_200 });
    expect(units('-3')).toEqual({ problem: 'une quantité ne peut pas être négative' });
    expect(units('3,5')).toHaveProperty('problem');
    expect(units('1000001')).toHaveProperty('problem');
  });

  it('reads other names, and oui or non in any capitals', () => {
    expect(aliases(' AM90 | Air Max || AM90 ')).toEqual({ value: ['AM90', 'Air Max'] });
    expect([yesNo('Oui'), yesNo('NON')]).toEqual([{ value: true }, { value: false }]);
    expect(yesNo('peut-être')).toHaveProperty('problem');
  });
});
