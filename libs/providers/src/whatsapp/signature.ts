import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header Meta signs each webhook with. */
export const SIGNATURE_HEADER = 'x-hub-signature-256';

/** Two secrets while the app secret is being changed, one otherwise. */
const MOST_SECRETS = 2;

/** The value Meta would put in X-Hub-Signature-256 for these bytes. */
export function signBody(rawBody: Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`;
}

/**
 * True when the header signs these very bytes with one of the secrets. Takes the bytes as they came: Meta signs an escaped form of
 * the JSON, so parsing and serialising again fails on the first accent. Compares in constant time.
 * @throws Error when no secret, an empty one or more than two are given: an open door is a configuration fault, not a `false`.
 */
export function verifySignature(rawBody: Buffer, header: string | string[] | undefined, secrets: readonly string[]): boolean {
  if (secrets.length === 0 || secrets.length > MOST_SECRETS || secrets.some((secret) => secret === ''))
    throw new Error('verifySignature needs one app secret, or two while it is being changed');
  if (typeof header !== 'string') return false;
  const given = Buffer.from(header, 'latin1');
  // Every secret is tried, so that the time taken does not tell which one matched.
  return secrets.map((secret) => same(given, Buffer.from(signBody(rawBody, secret), 'latin1'))).includes(true);
}

const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);
