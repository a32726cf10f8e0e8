import { failure, standIn, type StandIn } from '../../test/stand-in.js';
import { ProviderError } from '../provider-error.js';
import { HttpCaller } from './http-caller.js';
import { retryAfterMs } from './retry-after.js';

describe('a call over HTTP', () => {
  let server: StandIn;
  let http: HttpCaller;
  const send = (timeoutMs: number, repeatable = false) =>
    failure(http.request({ method: 'POST', path: '/messages', body: '{}', repeatable, timeoutMs }), ProviderError);

  beforeEach(async () => {
    server = await standIn(() => 'hang');
    http = new HttpCaller({ provider: 'whatsapp', origin: server.url, timeoutMs: 2_000, connections: 1 });
  });

  afterEach(async () => {
    await server.close();
    await http.close();
  });

  it('that found no free connection in time never left: try again', async () => {
    const ends: string[] = [];
    const slow = send(600).finally(() => ends.push('slow'));
    await expect(send(100).finally(() => ends.push('queued'))).resolves.toMatchObject({ code: 'timeout', action: 'retry' });
    await expect(slow).resolves.toMatchObject({ code: 'timeout', action: 'unknown' });
    // At its own deadline, and not when its turn came.
    expect(ends).toEqual(['queued', 'slow']);
    expect(server.seen).toHaveLength(1);
  });

  it('that left and may be repeated is tried again', async () => {
    await expect(send(100, true)).resolves.toMatchObject({ code: 'timeout', action: 'retry' });
  });

  it('whose answer is too large was accepted all the same', async () => {
    server.play(() => ({ body: Buffer.alloc(1_000) }));
    const request = { method: 'POST' as const, path: '/', body: '{}', repeatable: false, maxBytes: 10 };
    expect(await failure(http.request(request), ProviderError)).toMatchObject({ code: 'answer_too_large', action: 'unknown' });
  });
});

describe('the Retry-After header', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  it.each<[string | undefined, number | undefined]>([
    ['17', 17_000],
    ['0.5', 500],
    ['Sun, 22 Nov 2026 10:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j asks for %j ms', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));
});
