import { ProviderError, type ProviderErrorFacts } from '#providers';
import { MAX_ATTEMPTS, whatNext } from './what-next.js';

const refused = (facts: Partial<ProviderErrorFacts>) =>
  new ProviderError({ provider: 'whatsapp', code: '1', action: 'retry', message: 'no', explanationFr: 'non', ...facts });
const A_DAY = 25 * 3_600_000;

describe('after a notice was not sent', () => {
  it.each([
    ['a passing failure is tried again, later each time', refused({}), 1, { do: 'postpone', inMs: 2_000, spent: true }],
    ['the third time after two minutes', refused({}), 3, { do: 'postpone', inMs: 120_000, spent: true }],
    ['it is given up at the last attempt', refused({}), MAX_ATTEMPTS, { do: 'fail' }],
    [
      'a limit of the recipient holds back this number only, and costs no attempt',
      refused({ action: 'wait', scope: 'recipient', retryAfterMs: 6_000 }),
      1,
      { do: 'postpone', inMs: 6_000, spent: false, hold: 'recipient' },
    ],
    [
      'a limit of the account holds back everybody',
      refused({ action: 'wait', scope: 'account', retryAfterMs: 1_000 }),
      1,
      { do: 'postpone', inMs: 1_000, spent: false, hold: 'all' },
    ],
    [
      'a dead token of the platform fails no notice',
      refused({ action: 'reconnect' }),
      MAX_ATTEMPTS,
      { do: 'postpone', inMs: 60_000, spent: false, hold: 'all' },
    ],
    [
      'a platform that WhatsApp lets only answer waits longer',
      refused({ action: 'restrict', scope: 'account' }),
      1,
      { do: 'postpone', inMs: 900_000, spent: false, hold: 'all' },
    ],
    ['a recipient who is not on WhatsApp ends it', refused({ action: 'stop-recipient', code: '131026' }), 1, { do: 'fail' }],
    [
      'a template that is not approved yet is waited for',
      refused({ action: 'reject', code: '132001' }),
      2,
      { do: 'postpone', inMs: 15_000, spent: true },
    ],
    ['wrong values end it', refused({ action: 'reject', code: '132000' }), 1, { do: 'fail' }],
    ['no answer is a doubt, never a plain retry', refused({ action: 'unknown', code: 'timeout' }), 1, { do: 'doubt' }],
  ])('%s', (_, error, attempts, expected) => {
    expect(whatNext(error, attempts, 0)).toEqual({ hold: undefined, ...expected });
  });

  it('does not wait for ever: a notice of yesterday helps nobody', () => {
    expect(whatNext(refused({ action: 'reconnect' }), 1, A_DAY)).toEqual({ do: 'fail' });
    expect(whatNext(refused({ action: 'unknown' }), 1, A_DAY)).toEqual({ do: 'doubt' });
  });
});
