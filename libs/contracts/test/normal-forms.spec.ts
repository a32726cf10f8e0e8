import { networkOf } from '#contracts';

describe('a network address', () => {
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
});
