import type { LookupAddress } from 'node:dns';
import { DomainError } from '#contracts';
import { assertTarget, checkTarget, isPublicAddress, publicLookup, TargetRefused } from './target.js';

describe('the address of an endpoint', () => {
  it.each([
    'https://hooks.example.ci/flux',
    'https://hooks.example.ci:8443/flux?x=1',
    'https://41.207.0.1/',
    'https://[2606:4700::1111]/',
  ])('may be %s', (address) => expect(checkTarget(address, false)).toBeInstanceOf(URL));

  it.each([
    'http://hooks.example.ci/',
    'ftp://hooks.example.ci/',
    'hooks.example.ci',
    'https://moi:secret@hooks.example.ci/',
    'https://moi@hooks.example.ci/',
    'https://hooks.example.ci/#a',
    'https://hooks.example.ci:22/',
    'https://hooks.example.ci:80/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://postgres/',
    'https://nats.internal/',
    'https://imprimante.local/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://10.0.0.8/',
    'https://172.16.4.4/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://168.63.129.16/',
    'https://100.100.100.200/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:41.207.0.1]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
  ])('is not %s', (address) => expect(() => checkTarget(address, false)).toThrow(TargetRefused));

  it('is refused with the field that bears it', () => {
    const refused = (() => {
      try {
        assertTarget('https://10.0.0.1/', false);
      } catch (error) {
        return error as DomainError;
      }
    })();
    expect(refused).toMatchObject({ code: 'WEBHOOK_URL_REFUSED', kind: 'invalid', facts: { fields: [{ field: 'url' }] } });
  });

  it('may be on this machine where development allows it, and has no password even then', () => {
    expect(checkTarget('http://127.0.0.1:9/x', true).port).toBe('9');
    expect(() => checkTarget('http://a:b@127.0.0.1:9/x', true)).toThrow(TargetRefused);
  });
});

describe('an address on the public internet', () => {
  it.each(['41.207.0.1', '8.8.8.8', '2606:4700::1111', '2a00:1450:4007::1'])('is %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.1.2.3', '100.64.0.1', '127.8.8.8', '169.254.1.1', '172.31.255.255', '192.0.0.8', '192.0.2.1'],
    ...['192.168.0.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:8.8.8.8', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1', 'ff02::1', '2001:db8::1', '3fff::1'],
    ...['64:ff9b::808:808', '64:ff9b:1::1', '2002:808:808::1', '2001::1', '100::1', 'pas une adresse'],
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('the look-up before a connection', () => {
  const look = (found: LookupAddress[], all = true) =>
    new Promise<unknown>((resolve, reject) =>
      publicLookup((_host, _options, done) => done(null, found))('hooks.example.ci', { all }, (error, address) =>
        error ? reject(error) : resolve(address),
      ),
    );
  const [open, inner] = [
    { address: '41.207.0.1', family: 4 },
    { address: '10.0.0.8', family: 4 },
  ];

  it('gives the very addresses that were looked at', async () => {
    expect(await look([open])).toEqual([open]);
    expect(await look([open], false)).toBe(open.address);
  });

  it('refuses a name that leads inside by now, even with one address of several', async () => {
    await expect(look([inner])).rejects.toThrow(TargetRefused);
    await expect(look([open, inner])).rejects.toThrow(TargetRefused);
    await expect(look([open, inner], false)).rejects.toThrow(TargetRefused);
    await expect(look([])).rejects.toThrow(TargetRefused);
  });
});
