import { accountCounter, networkCounter } from './counters.js';

describe('where tries come from', () => {
  it('is not counted when it is not known, and an account is counted in whatever case it is written', () => {
    expect(networkCounter('sign-in', undefined)).toEqual([]);
    expect(accountCounter('sign-in', 'Awa@Gmail.com')).toEqual(accountCounter('sign-in', 'awa@gmail.com'));
    expect(accountCounter('code', 'awa@gmail.com')).not.toEqual(accountCounter('sign-in', 'awa@gmail.com'));
  });
});
