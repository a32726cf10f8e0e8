import { jest } from '@jest/globals';
import { GuardedCalls, type ObservedCall } from './breaker.js';
import { ProviderError } from './provider-error.js';
import { failure } from '../test/stand-in.js';

const down = () =>
  Promise.reject(
    new ProviderError({
      provider: 'gemini',
      code: 'timeout',
      action: 'retry',
      outage: true,
      message: 'down',
      explanationFr: 'en panne',
    }),
  );
const refused = () =>
  Promise.reject(
    new ProviderError({ provider: 'gemini', code: '400', action: 'reject', message: 'refused', explanationFr: 'refusé' }),
  );
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the circuit of a provider', () => {
  let observed: ObservedCall[];
  let calls: GuardedCalls;

  beforeEach(() => {
    observed = [];
    calls = new GuardedCalls('gemini', (call) => observed.push(call), {
      window: 4,
      minimumCalls: 4,
      threshold: 0.5,
      halfOpenAfterMs: 60,
    });
  });

  const breakIt = async () => {
    for (let call = 0; call < 4; call++) await failure(calls.run('generate', down), ProviderError);
  };

  it('opens on outages, then refuses without calling and says when to come back', async () => {
    await breakIt();
    expect(calls.state).toBe('open');
    let called = false;
    const error = await failure(
      calls.run('generate', () => Promise.resolve((called = true))),
      ProviderError,
    );
    expect(error).toMatchObject({ code: 'circuit_open', action: 'wait', scope: 'provider' });
    expect(error.retryAfterMs).toBeGreaterThan(0);
    expect(error.retryAfterMs).toBeLessThanOrEqual(60);
    expect(called).toBe(false);
    expect(observed).toHaveLength(4);
  });

  it('lets one call try after a while, and closes when it succeeds', async () => {
    await breakIt();
    await pause(80);
    const states: string[] = [];
    await calls.run('generate', () => Promise.resolve(states.push(calls.state)));
    expect(states).toEqual(['half-open']);
    expect(calls.state).toBe('closed');
  });

  it('opens again when the trying call fails', async () => {
    await breakIt();
    await pause(80);
    expect((await failure(calls.run('generate', down), ProviderError)).code).toBe('timeout');
    expect(calls.state).toBe('open');
  });

  it("stays closed on refusals: one seller's wrong request does not cut off the others", async () => {
    for (let call = 0; call < 10; call++) await failure(calls.run('generate', refused), ProviderError);
    expect(calls.state).toBe('closed');
  });

  it('tells the observer each call, its kind, outcome and duration', async () => {
    await calls.run('generate', () => pause(15));
    await failure(calls.run('list', refused), ProviderError);
    expect(observed).toMatchObject([
      { provider: 'gemini', kind: 'generate', ok: true },
      { provider: 'gemini', kind: 'list', ok: false, code: '400' },
    ]);
    expect(observed[0]?.latencyMs).toBeGreaterThan(10);
  });

  it('gives the answer even when the observer fails', async () => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const careless = new GuardedCalls('gemini', () => {
      throw new Error('counter lost');
    });
    await expect(careless.run('generate', () => Promise.resolve('réponse'))).resolves.toBe('réponse');
    expect(warn).toHaveBeenCalledWith('Error: counter lost', 'ObserverFailed');
    warn.mockRestore();
  });
});
