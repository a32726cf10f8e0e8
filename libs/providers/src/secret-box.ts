import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * Why a secret could not be sealed or opened:
 * `bad_keys` the key list of the environment is wrong; `malformed` the text is no sealed secret;
 * `unknown_key` sealed under a key that is no longer in the list; `tampered` altered, or sealed for another context.
 */
export type SecretBoxErrorCode = 'bad_keys' | 'malformed' | 'unknown_key' | 'tampered';

/** Carries the reason and, never, any part of the secret or of a key. */
export class SecretBoxError extends Error {
  constructor(
    readonly code: SecretBoxErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'SecretBoxError';
  }
}

/**
 * Seals third-party tokens for the database with AES-256-GCM.
 *
 * A sealed text reads `v1.<key id>.<base64url of nonce, cipher text and tag>`. The context (for instance
 * `comptes_whatsapp.access_token|<seller id>`) is authenticated with it: a token copied into another seller's row does not open.
 */
export class SecretBox {
  private constructor(
    private readonly keys: ReadonlyMap<string, Buffer>,
    private readonly sealingKeyId: string,
  ) {}

  /**
   * Reads `kid1:base64key,kid2:base64key`: the first key seals, any of them opens. To rotate, put a new key in front, reseal what
   * `needsReseal` names, then drop the old key.
   * @throws SecretBoxError `bad_keys`
   */
  static fromEnv(list: string): SecretBox {
    const keys = new Map<string, Buffer>();
    for (const entry of list.split(',').map((part) => part.trim())) {
      const [id = '', encoded = ''] = splitOnce(entry, ':');
      if (!KEY_ID.test(id))
        throw new SecretBoxError('bad_keys', 'each key must read id:base64, id of 1-32 letters, digits, - or _');
      if (keys.has(id)) throw new SecretBoxError('bad_keys', `key id ${id} stands twice in the list`);
      keys.set(id, decodeKey(id, encoded));
    }
    return new SecretBox(keys, [...keys.keys()][0]!);
  }

  /** Seals `plain` under the first key, for this context only. */
  seal(plain: string, context: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keys.get(this.sealingKeyId)!, nonce);
    cipher.setAAD(associatedData(this.sealingKeyId, context));
    const bytes = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `v1.${this.sealingKeyId}.${bytes.toString('base64url')}`;
  }

  /** @throws SecretBoxError `malformed`, `unknown_key` or `tampered` */
  open(sealed: string, context: string): string {
    const { keyId, bytes } = parse(sealed);
    const key = this.keys.get(keyId);
    if (!key) throw new SecretBoxError('unknown_key', `the secret is sealed under key ${keyId}, which is not in the key list`);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(keyId, context));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new SecretBoxError('tampered', `the secret sealed under key ${keyId} was altered or belongs to another context`);
    }
  }

  /** True when the secret is sealed under an older key than the first. @throws SecretBoxError `malformed` */
  needsReseal(sealed: string): boolean {
    return parse(sealed).keyId !== this.sealingKeyId;
  }
}

/** The key id is authenticated too, so that nobody can relabel a secret. */
const associatedData = (keyId: string, context: string) => Buffer.from(`v1.${keyId}|${context}`, 'utf8');

function parse(sealed: string): { keyId: string; bytes: Buffer } {
  const [version, keyId = '', body = '', ...rest] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  const wellFormed = version === 'v1' && rest.length === 0 && KEY_ID.test(keyId) && bytes.toString('base64url') === body;
  if (!wellFormed || bytes.length < NONCE_BYTES + TAG_BYTES)
    throw new SecretBoxError('malformed', 'not a sealed secret of form v1.<key id>.<bytes>');
  return { keyId, bytes };
}

function decodeKey(id: string, encoded: string): Buffer {
  const key = Buffer.from(encoded, 'base64');
  const unpadded = (text: string) => text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  // Buffer.from skips what is not base64: comparing both ways catches a key that was cut or mistyped.
  if (key.length !== KEY_BYTES || unpadded(key.toString('base64')) !== unpadded(encoded))
    throw new SecretBoxError('bad_keys', `key ${id} must be ${KEY_BYTES} bytes in base64 (openssl rand -base64 32)`);
  return key;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
