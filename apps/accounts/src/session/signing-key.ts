import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { SigningKeyView } from '#contracts';

export type PublicKey = SigningKeyView;

/** The private key that access tokens are signed with, and what others check them by. */
export interface SigningKey {
  privateKey: KeyObject;
  public: PublicKey;
}

/** Reads a JWK (JSON) or PKCS #8 PEM in base64; the key id is the JWK's own, else its RFC 7638 thumbprint. @throws Error that says what was expected */
export function readSigningKey(text: string): SigningKey {
  const privateKey = parse(text);
  if (privateKey?.asymmetricKeyType !== 'ed25519')
    throw new Error('must be an Ed25519 private key: a JWK (JSON), or PKCS #8 PEM in base64');
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  return { privateKey, public: { kid: kidOf(text) ?? thumbprint(jwk.x!), kty: 'OKP', crv: 'Ed25519', x: jwk.x! } };
}

/** Reads a JSON list of public keys, each with its `kid`. @throws Error that says what was expected */
export function readPublicKeys(text: string): PublicKey[] {
  const keys = json(text);
  const wellFormed = (key: unknown): key is PublicKey => {
    const { kid, kty, crv, x } = (key ?? {}) as Record<string, unknown>;
    return typeof kid === 'string' && kid !== '' && kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string';
  };
  if (!Array.isArray(keys) || !keys.every(wellFormed)) throw new Error('must be a JSON list of Ed25519 public keys with kid');
  return keys.map(({ kid, kty, crv, x }) => ({ kid, kty, crv, x }));
}

function parse(text: string): KeyObject | undefined {
  const jwk = json(text);
  try {
    if (jwk) return createPrivateKey({ key: jwk as never, format: 'jwk' });
    return createPrivateKey(text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function kidOf(text: string): string | undefined {
  const kid = (json(text) as { kid?: unknown } | undefined)?.kid;
  return typeof kid === 'string' && kid !== '' ? kid : undefined;
}

const thumbprint = (x: string) =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
