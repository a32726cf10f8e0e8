import { ProviderError, type ProviderErrorFacts } from '#providers';
import { afterFailure } from './after-failure.js';

const refused = (facts: Partial<ProviderErrorFacts>) =>
  new ProviderError({ provider: 'gmail', code: 'x', action: 'retry', message: 'no', explanationFr: 'non', ...facts });

describe('a mailbox that could not be read', () => {
  it.each([
    ['waits for its owner when the consent is dead', refused({ action: 'reconnect' }), 1, { do: 'reconnect' }],
    ['and when this account is refused', refused({ action: 'stop-account', scope: 'account' }), 1, { do: 'reconnect' }],
    [
      'is tried again when the platform is refused: no owner can help',
      refused({ action: 'stop-account', scope: 'provider' }),
      1,
      { do: 'later', inMs: 5_000 },
    ],
    ['is tried again later each time', refused({}), 3, { do: 'later', inMs: 45_000 }],
    ['at least every quarter of an hour', refused({}), 40, { do: 'later', inMs: 900_000 }],
    ['waits as long as Gmail asks', refused({ action: 'wait', retryAfterMs: 1_234 }), 5, { do: 'later', inMs: 1_234 }],
  ])('%s', (_, error, failures, expected) => {
    expect(afterFailure(error, failures)).toEqual(expected);
  });
});
