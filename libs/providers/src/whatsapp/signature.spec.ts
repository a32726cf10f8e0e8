import { readFileSync } from 'node:fs';
import { signBody, verifySignature } from './signature.js';

const SECRET = 'fluxasync-app-secret';
const body = readFileSync(new URL('../../test/wa-signature-vector.raw', import.meta.url));
const GOOD = 'sha256=d86bb6d00d6e5ada454a00851486a46ba04f73c7035ce35fce8a4ee09bd5f61e';

describe("a webhook's signature", () => {
  it('is accepted over the bytes as Meta sent them', () => {
    expect(signBody(body, SECRET)).toBe(GOOD);
    expect(verifySignature(body, GOOD, [SECRET])).toBe(true);
  });

  it('is refused when it signs the body parsed and serialised again', () => {
    const again = Buffer.from(JSON.stringify(JSON.parse(body.toString('utf8'))));
    expect(signBody(again, SECRET)).toBe('sha256=50c1c0666634ea859b5ec643c8fbbf9785bdc1108016dfbe59b01d6ace351a02');
    expect(verifySignature(body, signBody(again, SECRET), [SECRET])).toBe(false);
    expect(verifySignature(again, GOOD, [SECRET])).toBe(false);
  });

  it('may come from either secret while the app secret is being changed', () => {
    expect(verifySignature(body, GOOD, ['next-secret', SECRET])).toBe(true);
    expect(verifySignature(body, signBody(body, 'next-secret'), ['next-secret', SECRET])).toBe(true);
    expect(verifySignature(body, GOOD, ['next-secret'])).toBe(false);
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['two headers', [GOOD, GOOD]],
    ['the digest alone', GOOD.slice('sha256='.length)],
    ['a cut digest', GOOD.slice(0, -1)],
    ['one digit more', `${GOOD}0`],
    ['the SHA-1 form', 'sha1=2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'],
    ['letters outside ASCII', `sha256=${'é'.repeat(64)}`],
  ])('is refused with %s', (_what, header) => expect(verifySignature(body, header, [SECRET])).toBe(false));

  it('is refused when one byte of the body differs', () => {
    const altered = Buffer.from(body);
    altered[100]! ^= 1;
    expect(verifySignature(altered, GOOD, [SECRET])).toBe(false);
  });

  it.each([[[]], [['']], [['a', 'b', 'c']]])('cannot be checked with the secrets %j', (secrets) =>
    expect(() => verifySignature(body, GOOD, secrets)).toThrow(/secret/),
  );
});
