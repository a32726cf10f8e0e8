import { generateKeyPairSync } from 'node:crypto';
import { readPublicKeys, readSigningKey } from './signing-key.js';

const { privateKey } = generateKeyPairSync('ed25519');
const jwk = privateKey.export({ format: 'jwk' });

describe('the key that access tokens are signed with', () => {
  it('is read from a JWK, with its own key id', () => {
    expect(readSigningKey(JSON.stringify({ ...jwk, kid: 'k7' })).public).toEqual({
      kid: 'k7',
      kty: 'OKP',
      crv: 'Ed25519',
      x: jwk.x,
    });
  });

  it('is read from PKCS #8 PEM in base64, named by its thumbprint', () => {
    const pem = Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' })).toString('base64');
    const key = readSigningKey(pem);
    expect(key.public.x).toBe(jwk.x);
    expect(key.public.kid).toBe(readSigningKey(JSON.stringify(jwk)).public.kid);
    expect(key.public).not.toHaveProperty('d');
  });

  it.each([
    ['a public key', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: jwk.x })],
    ['an RSA key', JSON.stringify(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }))],
    ['anything else', 'secret'],
  ])('is refused when it is %s', (_what, text) => expect(() => readSigningKey(text)).toThrow(/Ed25519 private key/));

  it('has earlier public halves beside it, which never carry a private part', () => {
    expect(readPublicKeys(JSON.stringify([{ ...jwk, kid: 'old' }]))).toEqual([
      { kid: 'old', kty: 'OKP', crv: 'Ed25519', x: jwk.x },
    ]);
    expect(() => readPublicKeys(JSON.stringify([jwk]))).toThrow(/kid/);
  });
});
