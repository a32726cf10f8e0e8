import { type GeminiContent, GeminiClient, type GeminiTool, ProviderError } from '#providers';
import { startReceiver, startTestSandbox } from './harness.js';
import type { Receiver, TestSandbox } from './harness.js';

const MODEL = 'gemini-3.5-flash-lite';
const QUESTION: GeminiContent = { role: 'user', parts: [{ text: 'Le pagne wax est dispo ?' }] };
const TOOLS: GeminiTool[] = ['chercher_produit', 'verifier_stock'].map((name) => ({
  name,
  description: name,
  parameters: { type: 'object', properties: {} },
}));

/** The platform's own client against the sandbox: the two must mean the same wire. */
describe('the platform’s Gemini client at the sandbox', () => {
  let receiver: Receiver;
  let sandbox: TestSandbox;
  let gemini: GeminiClient;

  beforeAll(async () => {
    receiver = await startReceiver();
    sandbox = await startTestSandbox(receiver);
  });
  beforeEach(() => {
    gemini = new GeminiClient({ apiKey: 'AQ.key', baseUrl: sandbox.url, timeoutMs: 2_000 });
  });
  afterEach(() => gemini.close());
  afterAll(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const script = (...answers: object[]) => sandbox.control('gemini/next', { answers });
  const ask = (contents = [QUESTION], timeoutMs = 2_000) => gemini.generate({ model: MODEL, contents, tools: TOOLS, timeoutMs });
  const failure = (promise: Promise<unknown>) => promise.then(() => undefined, (error: unknown) => error as ProviderError); // prettier-ignore
  const calls = async () =>
    ((await sandbox.call('GET', '/__sandbox/ledger')).json as { gemini: { status: number }[] }).gemini.length;

  it('sends parallel calls back with their signatures, each answered by its id', async () => {
    await script({ functionCalls: TOOLS.map(({ name }) => ({ name, args: { requete: 'wax' } })) }, { text: 'Il en reste 3.' });
    const first = await ask();
    expect(first.functionCalls.map((call) => call.name)).toEqual(['chercher_produit', 'verifier_stock']);
    const results: GeminiContent = {
      role: 'user',
      parts: first.functionCalls.map(({ id, name }) => ({ functionResponse: { id: id!, name, response: { output: 3 } } })),
    };
    await expect(ask([QUESTION, first.content!, results])).resolves.toMatchObject({ text: 'Il en reste 3.', finish: 'complete' });
  });

  it('is refused when a signature is lost, which no further try would mend', async () => {
    await script({ functionCalls: [{ name: 'verifier_stock', args: {} }] });
    const { content, functionCalls } = await ask();
    const unsigned = {
      role: 'model' as const,
      parts: content!.parts.map(({ functionCall }) => ({ functionCall: functionCall! })),
    };
    const { id, name } = functionCalls[0]!;
    const results: GeminiContent = { role: 'user', parts: [{ functionResponse: { id: id!, name, response: { output: 3 } } }] };
    expect(await failure(ask([QUESTION, unsigned, results]))).toMatchObject({ action: 'reject', code: 'INVALID_ARGUMENT' });
  });

  const usageMetadata = {
    promptTokenCount: 182,
    cachedContentTokenCount: 100,
    candidatesTokenCount: 21,
    thoughtsTokenCount: 44,
    totalTokenCount: 247,
  };
  const answered = (candidate: object, more: object = {}) => ({
    body: { candidates: [candidate], usageMetadata, modelVersion: 'gemini-3.8-flash', ...more },
  });

  it.each<[string, object, object]>([
    [
      'a refused prompt',
      { body: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata, modelVersion: 'gemini-3.8-flash' } },
      { finish: 'refused' },
    ],
    ['a refused answer', answered({ finishReason: 'SAFETY' }), { finish: 'refused' }],
    [
      'an answer without a word',
      answered({ content: { role: 'model', parts: [] }, finishReason: 'STOP' }),
      { finish: 'complete', functionCalls: [] },
    ],
    ['thoughts that took all the room', answered({ content: {}, finishReason: 'MAX_TOKENS' }), { finish: 'truncated' }],
    ['a call that cannot be read', answered({ finishReason: 'MALFORMED_FUNCTION_CALL' }), { finish: 'malformed' }],
    [
      'arguments that are none',
      answered({
        content: { role: 'model', parts: [{ functionCall: { name: 'verifier_stock' }, thoughtSignature: 'c2ln' }] },
        finishReason: 'STOP',
      }),
      { functionCalls: [{ name: 'verifier_stock', args: {} }] },
    ],
  ])('takes %s for what it is, and counts it on the model that answered, thoughts included', async (_what, answer, expected) => {
    await script(answer);
    await expect(ask()).resolves.toMatchObject({
      ...expected,
      usage: { input: 182, cached: 100, output: 65, modelVersion: 'gemini-3.8-flash' },
    });
  });

  it.each<[string, object, object]>([
    ['a quota of the minute', { error: 'quota-minute' }, { code: 'quota_minute', action: 'wait', retryAfterMs: 1_500 }],
    ['an overloaded model', { error: 'overloaded' }, { code: 'UNAVAILABLE', action: 'retry', outage: true }],
    ['an inner fault', { error: 'internal' }, { code: 'INTERNAL', action: 'retry', outage: true }],
    ['a key that is none', { error: 'invalid-key' }, { code: 'API_KEY_INVALID', action: 'stop-account' }],
    ['a connection that is cut', { error: 'reset' }, { action: 'unknown', outage: true }],
    ['a page of a gateway', { status: 502, body: '<html>Bad Gateway</html>' }, { action: 'retry', outage: true }],
  ])('tells %s from the others', async (_what, answer, expected) => {
    await script(answer);
    expect(await failure(ask())).toMatchObject(expected);
  });

  it('gives up a call that hangs at its own deadline', async () => {
    await script({ error: 'hang' });
    const started = Date.now();
    expect(await failure(ask([QUESTION], 300))).toMatchObject({ code: 'timeout', action: 'unknown', outage: true });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('asks nobody while a quota is spent, and again when it is back', async () => {
    await script({ error: 'quota-minute' }, { text: 'Oui' });
    const before = await calls();
    await failure(ask());
    for (let turn = 0; turn < 3; turn += 1)
      expect(await failure(ask())).toMatchObject({ code: 'quota_minute', action: 'wait', held: true });
    expect(await calls()).toBe(before + 1);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    await expect(ask()).resolves.toMatchObject({ text: 'Oui' });
  });

  it('asks nobody for the rest of the day once the day’s quota is spent', async () => {
    await script({ error: 'quota-day' });
    const before = await calls();
    expect((await failure(ask()))!.code).toBe('quota_day');
    const held = await failure(ask());
    expect(held).toMatchObject({ code: 'quota_day', held: true });
    expect(held!.retryAfterMs).toBeGreaterThan(0);
    expect(await calls()).toBe(before + 1);
  });

  it('costs no customer the time-out once it is known to be dead', async () => {
    await script(...Array.from({ length: 5 }, () => ({ error: 'hang' })));
    await Promise.all(Array.from({ length: 5 }, () => failure(ask([QUESTION], 200))));
    expect(await failure(ask())).toMatchObject({ code: 'circuit_open', held: true });
  });
});
