import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, SignJWT, type JWK } from 'jose';

const ISSUER = 'https://accounts.google.com';

/** The key Google would sign with: identity tokens of Pub/Sub pushes and of users. Kept over restarts with the state. */
export class PushIdentity {
  private constructor(
    readonly kid: string,
    private readonly privateKey: KeyObject,
  ) {}

  /** Reads `google-key.json` from the folder, or makes a key and keeps it there; without a folder the key lives in memory. */
  static load(folder: string | undefined): PushIdentity {
    const path = folder === undefined ? undefined : join(folder, 'google-key.json');
    if (path !== undefined && existsSync(path)) {
      const kept = JSON.parse(readFileSync(path, 'utf8')) as { kid: string; pem: string };
      return new PushIdentity(kept.kid, createPrivateKey(kept.pem));
    }
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const identity = new PushIdentity(randomBytes(20).toString('hex'), privateKey);
    if (folder !== undefined && path !== undefined) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      writeFileSync(path, JSON.stringify({ kid: identity.kid, pem }), { mode: 0o600 });
    }
    return identity;
  }

  /** `GET /oauth2/v3/certs`. */
  async keySet(): Promise<{ keys: JWK[] }> {
    const jwk = await exportJWK(createPublicKey(this.privateKey));
    return { keys: [{ ...jwk, kid: this.kid, alg: 'RS256', use: 'sig' }] };
  }

  /** `GET /oauth2/v1/certs`: the same key as PEM, by key id. */
  pems(): Record<string, string> {
    return { [this.kid]: createPublicKey(this.privateKey).export({ type: 'spki', format: 'pem' }).toString() };
  }

  /** An OIDC token of Google's for one hour. Real time, not the sandbox's clock: the verifier has no other. */
  async sign(audience: string, claims: { email: string; sub: string; azp: string }): Promise<string> {
    return new SignJWT({ azp: claims.azp, email: claims.email, email_verified: true })
      .setProtectedHeader({ alg: 'RS256', kid: this.kid, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setSubject(claims.sub)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(this.privateKey);
  }
}
