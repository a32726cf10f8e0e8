import { ProviderError, type ProviderErrorFacts } from '#providers';
import { type ActTried, afterActFailure } from './after-act-failure.js';

const refused = (facts: Partial<ProviderErrorFacts>) =>
  new ProviderError({ provider: 'gmail', code: 'x', action: 'retry', message: 'no', explanationFr: 'Non.', ...facts });
const tried = (facts: Partial<ActTried> = {}): ActTried => ({
  type: 'repondre',
  attempts: 1,
  createdAt: new Date(),
  mayHaveLeft: false,
  ...facts,
});
const yesterday = new Date(Date.now() - 25 * 3_600_000);

describe('an act in a mailbox that did not succeed', () => {
  it.each<[string, ProviderError, ActTried, object]>([
    ['is tried again', refused({}), tried(), { do: 'later', inMs: 5_000 }],
    ['later each time', refused({}), tried({ attempts: 3 }), { do: 'later', inMs: 45_000 }],
    ['at least every quarter of an hour', refused({}), tried({ attempts: 40 }), { do: 'later', inMs: 900_000 }],
    ['waits as long as Gmail asks', refused({ action: 'wait', retryAfterMs: 1_234 }), tried(), { do: 'later', inMs: 1_234 }],
    [
      'is looked for when it may have left',
      refused({ action: 'unknown' }),
      tried({ mayHaveLeft: true }),
      { do: 'look', inMs: 77 },
    ],
    ['also when the look failed', refused({}), tried({ mayHaveLeft: true }), { do: 'look', inMs: 5_000 }],
    ['ends when Gmail refuses it', refused({ action: 'reject' }), tried(), { do: 'fail', explanation: 'Non.' }],
    ['ends when the mailbox is refused', refused({ action: 'stop-account' }), tried(), { do: 'fail', explanation: 'Non.' }],
    ['ends after a day', refused({ action: 'wait' }), tried({ createdAt: yesterday }), { do: 'fail', explanation: 'Non.' }],
    [
      'names the right that is missing',
      refused({ action: 'reconnect', code: 'insufficientPermissions' }),
      tried(),
      { do: 'fail', explanation: 'La boîte doit être reliée à nouveau avec le droit d’envoyer.' },
    ],
    [
      'says that the answer may be out all the same',
      refused({ action: 'reconnect' }),
      tried({ mayHaveLeft: true }),
      { do: 'fail', explanation: 'Non. Vérifiez dans vos messages envoyés si la réponse est partie.' },
    ],
  ])('%s', (_, error, act, expected) => {
    expect(afterActFailure(error, act, 77)).toEqual(expected);
  });
});
