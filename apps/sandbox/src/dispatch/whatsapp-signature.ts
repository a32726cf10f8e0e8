import { createHmac } from 'node:crypto';

/**
 * JSON as Meta puts it on the wire: every character outside ASCII as `\uXXXX` in lowercase hex and `/` as `\/`.
 * A receiver that signs its own re-serialisation instead of the bytes it got fails on the first accent.
 */
export function metaJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/\//g, '\\/');
}

/** The headers Meta adds to a webhook; the SHA-1 one is older and still sent. */
export function signatureHeaders(body: string, appSecret: string): Record<string, string> {
  const digest = (algorithm: string) => createHmac(algorithm, appSecret).update(body).digest('hex');
  return { 'x-hub-signature-256': `sha256=${digest('sha256')}`, 'x-hub-signature': `sha1=${digest('sha1')}` };
}
