import { accountCounter, networkCounter, networkOf } from './counters.js';

describe('where tries come from', () => {
  it.each([
    ['102.67.1.9', '102.67.1.9'],
    ['::ffff:102.67.1.9', '102.67.1.9'],
    ['2001:db8:0:12:aaaa::7', '2001:db8:0:12::/64'],
    ['2001:0DB8:0000:0012:bbbb:cccc:dddd:eeee', '2001:db8:0:12::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unix', 'unix'],
  ])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));

  it('is not counted when it is not known, and an account is counted in whatever case it is written', () => {
    expect(networkCounter('sign-in', undefined)).toEqual([]);
    expect(accountCounter('sign-in', 'Awa@Gmail.com')).toEqual(accountCounter('sign-in', 'awa@gmail.com'));
    expect(accountCounter('code', 'awa@gmail.com')).not.toEqual(accountCounter('sign-in', 'awa@gmail.com'));
  });
});
