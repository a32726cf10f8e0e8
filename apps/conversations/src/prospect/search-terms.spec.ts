import { searched, searchTerms } from './search-terms.js';

const terms = (person: { name?: string; phone?: string }) => searchTerms(person).map(({ term }) => term);

describe('what a prospect is found by', () => {
  it('is each word of his name, without accents or capitals', () => {
    expect(terms({ name: 'Aminata TRAORÉ' })).toEqual(['aminata', 'traore']);
  });

  it('is any part of his number from three digits on', () => {
    const found = terms({ phone: '+2250598765432' });
    for (const part of ['2250598', '0598', '98765', '432']) expect(found.some((term) => term.startsWith(part))).toBe(true);
    expect(found.some((term) => term.startsWith('32'))).toBe(false);
  });

  it('is what people type: words in any order, a number with spaces or in front of it 00 or +', () => {
    expect(searched('Traoré  ami')).toEqual(['traore', 'ami']);
    expect(searched('05 98 76')).toEqual(['059876']);
    expect(searched('+225 05')).toEqual(['22505']);
    expect(searched('00225 05')).toEqual(['22505']);
    expect(searched('%_')).toEqual([]);
  });
});
