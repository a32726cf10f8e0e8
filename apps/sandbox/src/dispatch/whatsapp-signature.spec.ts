import { metaJson, signatureHeaders } from './whatsapp-signature.js';

/** The golden webhook: what Meta puts on the wire for a message with an accent, an emoji and a slash. */
const VALUE = {
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ value: { text: { body: 'Ça coûte combien ? 😊 https://fb.me/x' } }, field: 'messages' }] }],
};
const ON_THE_WIRE =
  String.raw`{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"value":{"text":{"body":` +
  String.raw`"\u00c7a co\u00fbte combien ? \ud83d\ude0a https:\/\/fb.me\/x"}},"field":"messages"}]}]}`;

describe('a webhook on the wire', () => {
  it('is pure ASCII with lowercase escapes and escaped slashes, and still the same JSON', () => {
    expect(metaJson(VALUE)).toBe(ON_THE_WIRE);
    expect(JSON.parse(ON_THE_WIRE)).toEqual(VALUE);
  });

  it('carries the HMAC of exactly these bytes', () => {
    // Computed with: openssl dgst -sha256 -hmac fluxasync-app-secret
    const headers = signatureHeaders(ON_THE_WIRE, 'fluxasync-app-secret');
    expect(headers['x-hub-signature-256']).toBe('sha256=d3162c43b8cbd8d5a70bf8c0e702107814337b0d9774a5e8e56965f5d31e16f8');
    expect(headers['x-hub-signature']).toMatch(/^sha1=[0-9a-f]{40}$/);
  });
});
