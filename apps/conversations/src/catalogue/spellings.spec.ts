import { spellingsOf } from './spellings.js';

const meet = (a: string, b: string) => spellingsOf(a).some((key) => spellingsOf(b).includes(key));

describe('the spellings of a word', () => {
  it.each([
    ['a slip of the finger', 'adidas', 'adudas'],
    ['two letters swapped', 'nike', 'nkie'],
    ['a letter too many', 'puma', 'pumaa'],
    ['a letter missing', 'samsung', 'samung'],
    ['as it sounds', 'classic', 'klassik'],
    ['an ending', 'classic', 'classique'],
    ['a plural', 'chaussure', 'chaussures'],
    ['two slips in a long word', 'playstation', 'plastasion'],
  ])('meet over %s', (_what, a, b) => expect(meet(a, b)).toBe(true));

  it('do not meet for words that have nothing to do with each other', () => expect(meet('frigo', 'chaussure')).toBe(false));

  it('are none for sizes and very short words: 38 is not 39', () =>
    expect([spellingsOf('38'), spellingsOf('sac')]).toEqual([[], []]));
});
