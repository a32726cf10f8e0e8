import type { CallContext, Requests } from '#bus';
import { DomainError } from '#contracts';
import { newId } from '#database';
import { ApiKeys } from './api-keys.js';
import type { RateLimits } from './rate-limits.js';

const chain: CallContext = { correlationId: 'c-1', actor: 'system' };
const clock = performance.now.bind(performance);

describe("what a program's key stands for", () => {
  let later = 0;
  let counted = 0;
  let asked = 0;
  let answer: () => Promise<unknown>;
  const good = { keyId: newId(), sellerId: newId(), scopes: ['orders:read'] };
  const limits = { assertAddressFree: () => undefined, admitAddress: () => (counted += 1) } as unknown as RateLimits;
  let keys: ApiKeys;
  const use = (key = 'flux_une_bonne_cle') => keys.grantOf(key, chain, '198.51.100.7');

  beforeEach(() => {
    [later, counted, asked] = [0, 0, 0];
    answer = () => Promise.resolve(good);
    const ask = () => {
      asked += 1;
      return answer();
    };
    keys = new ApiKeys({ ask } as unknown as Requests, limits);
    performance.now = () => clock() + later;
  });
  afterEach(() => {
    performance.now = clock;
  });

  it('is asked once for many requests, and anew after 10 s: then a revoked one opens nothing', async () => {
    await Promise.all([use(), use(), use()]);
    expect(asked).toBe(1);
    answer = () => Promise.reject(new DomainError('API_KEY_REFUSED', 'unauthenticated'));
    later = 9_900;
    expect(await use()).toEqual(good);
    later = 10_100;
    await expect(use()).rejects.toMatchObject({ code: 'API_KEY_REFUSED' });
    await expect(use()).rejects.toMatchObject({ code: 'API_KEY_REFUSED' });
    expect([asked, counted]).toEqual([2, 1]);
  });

  it('is not remembered as wrong because accounts was down, and ends at its time', async () => {
    answer = () => Promise.reject(new DomainError('SERVICE_UNAVAILABLE', 'unavailable'));
    await expect(use()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    answer = () => Promise.resolve(good);
    expect(await use()).toEqual(good);
    answer = () => Promise.resolve({ ...good, expiresAt: '2020-01-01T00:00:00.000Z' });
    await expect(use('flux_une_vieille_cle')).rejects.toMatchObject({ code: 'API_KEY_REFUSED' });
    await expect(use('flux_!')).rejects.toMatchObject({ code: 'API_KEY_REFUSED' });
    expect(asked).toBe(3);
  });
});
