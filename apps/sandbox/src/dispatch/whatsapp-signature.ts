import { createHmac } from 'node:crypto';

/** How a webhook's signature can be spoilt: another secret, none at all, only the old SHA-1, or over JSON written anew. */
export const SIGNATURE_FAULTS = ['wrong-secret', 'missing', 'sha1-only', 'reserialised'] as const;
export type SignatureFault = (typeof SIGNATURE_FAULTS)[number];

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
export function signatureHeaders(body: string, appSecret: string, fault?: SignatureFault): Record<string, string> {
  if (fault === 'missing') return {};
  const secret = fault === 'wrong-secret' ? `${appSecret}?` : appSecret;
  const signed = fault === 'reserialised' ? JSON.stringify(JSON.parse(body)) : body;
  const digest = (algorithm: string) => createHmac(algorithm, secret).update(signed).digest('hex');
  const older = { 'x-hub-signature': `sha1=${digest('sha1')}` };
  return fault === 'sha1-only' ? older : { 'x-hub-signature-256': `sha256=${digest('sha256')}`, ...older };
}
