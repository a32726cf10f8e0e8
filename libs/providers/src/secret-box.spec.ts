import { randomBytes } from 'node:crypto';
import { SecretBox, SecretBoxError } from './secret-box.js';

const OLD = `2026a:${randomBytes(32).toString('base64')}`;
const NEW = `2026b:${randomBytes(32).toString('base64')}`;
const CONTEXT = 'comptes_whatsapp.access_token|kouadio';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof SecretBoxError) return error.code;
    throw error;
  }
  return 'no error';
};

describe('the secret box', () => {
  const box = SecretBox.fromEnv(OLD);

  it('opens what it sealed, and seals the same token differently each time', () => {
    const sealed = box.seal('EAAG-jeton-é', CONTEXT);
    expect(sealed).toMatch(/^v1\.2026a\.[A-Za-z0-9_-]+$/);
    expect(sealed).not.toContain('EAAG');
    expect(box.open(sealed, CONTEXT)).toBe('EAAG-jeton-é');
    expect(box.seal('EAAG-jeton-é', CONTEXT)).not.toBe(sealed);
  });

  it('does not open a token copied into the row of another seller', () => {
    expect(codeOf(() => box.open(box.seal('jeton', CONTEXT), 'comptes_whatsapp.access_token|yao'))).toBe('tampered');
  });

  it('refuses a secret with any byte altered', () => {
    const [version, keyId, body = ''] = box.seal('jeton', CONTEXT).split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered[at]! ^= 1;
      expect(codeOf(() => box.open(`${version}.${keyId}.${altered.toString('base64url')}`, CONTEXT))).toBe('tampered');
    }
  });

  it('refuses a secret relabelled with another key id of the same key', () => {
    const key = OLD.split(':')[1];
    const twice = SecretBox.fromEnv(`2026a:${key},alias:${key}`);
    expect(codeOf(() => twice.open(twice.seal('jeton', CONTEXT).replace('.2026a.', '.alias.'), CONTEXT))).toBe('tampered');
  });

  it.each(['', 'jeton en clair', 'v2.2026a.AAAA', 'v1.2026a.', 'v1.2026a.AAAA', 'v1.2026a.AA+/', 'v1.2026a.AAAA.AAAA'])(
    'says that %j is no sealed secret',
    (text) => expect(codeOf(() => box.open(text, CONTEXT))).toBe('malformed'),
  );

  it('rotates: the new key seals, the old one still opens until it is dropped', () => {
    const sealed = box.seal('jeton', CONTEXT);
    const rotating = SecretBox.fromEnv(`${NEW},${OLD}`);
    expect(rotating.needsReseal(sealed)).toBe(true);
    const resealed = rotating.seal(rotating.open(sealed, CONTEXT), CONTEXT);
    expect(rotating.needsReseal(resealed)).toBe(false);
    const rotated = SecretBox.fromEnv(NEW);
    expect(rotated.open(resealed, CONTEXT)).toBe('jeton');
    expect(codeOf(() => rotated.open(sealed, CONTEXT))).toBe('unknown_key');
  });

  it.each([
    ['an empty list', ''],
    ['no key id', randomBytes(32).toString('base64')],
    ['a short key', `k:${randomBytes(16).toString('base64')}`],
    ['a mistyped key', `k:${randomBytes(32).toString('base64').slice(0, 20)}!${randomBytes(32).toString('base64').slice(20)}`],
    ['the same id twice', `${OLD},${OLD}`],
    ['a list that ends with a comma', `${OLD},`],
  ])('refuses %s at start', (_what, list) => expect(codeOf(() => SecretBox.fromEnv(list))).toBe('bad_keys'));
});
