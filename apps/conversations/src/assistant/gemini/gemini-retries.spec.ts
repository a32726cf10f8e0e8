import { AssistantWithFallback } from '../assistant-with-fallback.js';
import { OfflineAssistant } from '../offline/offline-assistant.js';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { call, Scripted, ScriptedModel } from '../testing/scripted-model.js';
import { GeminiAssistant } from './gemini-assistant.js';

const offline = () => new OfflineAssistant(() => 'offline');
const fails = (failure: object) => Object.assign(new Error('failed'), failure);
const OVERLOADED = fails({ code: 'UNAVAILABLE', action: 'retry' });

async function played(...script: Scripted[]) {
  const model = new ScriptedModel(script);
  const gemini = new GeminiAssistant(model, offline(), {
    model: 'asked',
    nonce: () => 'recap',
    retryMs: 1,
    maxOutputTokens: 500,
  });
  const started = Date.now();
  const reply = await new Chat(new AssistantWithFallback(gemini, offline()), InMemoryShop.withSizes()).says(
    'la nike en 38 svp ?',
  );
  return { reply, model, tookMs: Date.now() - started };
}

describe('what nothing can be made of is asked for once more', () => {
  it.each<[string, Scripted]>([
    ['a malformed call', { finish: 'malformed' }],
    ['an answer cut short', { text: 'La Nike est à 45', finish: 'truncated' }],
    ['an empty answer', ''],
    ['calls without their content', { functionCalls: [call('order_status')] }],
  ])('%s', async (_what, first) => {
    const { reply, model } = await played(first, 'La Nike Air Max 90 en 38 est à 45.000 FCFA.');
    expect(reply).toMatchObject({ engine: 'gemini', usage: [{ calls: 2, errors: 0, inputTokens: 200, outputTokens: 20 }] });
    expect(model.requests.map((request) => request.maxOutputTokens)).toEqual([500, 1_000]);
    expect(model.requests[1]?.contents).toEqual(model.requests[0]?.contents);
  });

  it('and what was refused is not: it would be again', async () => {
    const { reply, model } = await played({ finish: 'refused' }, 'never');
    expect(reply).toMatchObject({ engine: 'offline', fallbackReason: 'refused', usage: [{ calls: 1, inputTokens: 100 }] });
    expect(model.requests).toHaveLength(1);
  });
});

describe('a model that fails for a moment', () => {
  it('is asked once more, and the failed call is counted', async () => {
    const { reply } = await played(OVERLOADED, 'La Nike Air Max 90 en 38 est à 45.000 FCFA.');
    expect(reply.engine).toBe('gemini');
    expect(reply.usage).toMatchObject([
      { model: 'asked', calls: 1, errors: 1, inputTokens: 0 },
      { model: 'gemini-3.5-flash-lite', calls: 1, errors: 0, inputTokens: 100 },
    ]);
  });

  it('and again overloaded: the offline assistant answers', async () => {
    const { reply, model } = await played(OVERLOADED);
    expect(reply).toMatchObject({ engine: 'offline', fallbackReason: 'UNAVAILABLE', usage: [{ calls: 2, errors: 2 }] });
    expect(model.requests).toHaveLength(2);
  });

  it('is waited for as long as its quota asks, where that is short', async () => {
    const { reply, tookMs } = await played(
      fails({ code: 'quota_minute', action: 'wait', retryAfterMs: 120 }),
      'La Nike en 38 est à 45.000 FCFA.',
    );
    expect(reply.engine).toBe('gemini');
    expect(tookMs).toBeGreaterThanOrEqual(115);
  });

  it.each([
    ['a quota that is back in half a minute', { code: 'quota_minute', action: 'wait', retryAfterMs: 30_000 }],
    ['a circuit that is open', { code: 'circuit_open', action: 'wait', retryAfterMs: 14_000, held: true }],
    ['a key that is refused', { code: 'API_KEY_INVALID', action: 'stop-account' }],
    ['a call that came to no end', { code: 'timeout', action: 'unknown' }],
  ])('is not waited for: %s', async (_what, failure) => {
    const { reply, model, tookMs } = await played(fails(failure));
    expect(reply).toMatchObject({ engine: 'offline', fallbackReason: failure.code });
    expect(model.requests).toHaveLength(1);
    expect(tookMs).toBeLessThan(1_000);
    // Who was not asked costs nothing.
    expect(reply.usage ?? []).toHaveLength('held' in failure ? 0 : 1);
  });
});

it('more calls at once than are carried out are each answered all the same', async () => {
  const many = Array.from({ length: 25 }, (_, i) => ({ ...call('order_status'), id: `c${i}` }));
  const { model } = await played(many, 'La Nike en 38 est à 45.000 FCFA.');
  const answers = model.requests[1]!.contents.at(-1)!.parts.map((part) => part.functionResponse!);
  expect(answers.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  expect(answers[24]!.response).toEqual({ error: "trop d'appels à la fois" });
});

it('usage is told by the model that answered, when Google answers with another in the middle of a turn', async () => {
  const { reply } = await played([call('order_status')], {
    text: 'La Nike en 38 est à 45.000 FCFA.',
    usage: { input: 7, output: 3, modelVersion: 'gemini-3.8-flash' },
  });
  expect(reply.usage).toMatchObject([
    { model: 'gemini-3.5-flash-lite', calls: 1, inputTokens: 100 },
    { model: 'gemini-3.8-flash', calls: 1, inputTokens: 7, outputTokens: 3 },
  ]);
});
