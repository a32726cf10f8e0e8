import { inspect } from 'node:util';
import type { ObservedCall } from '../breaker.js';
import { ProviderError } from '../provider-error.js';
import { failure, standIn, type Behaviour, type StandIn } from '../../test/stand-in.js';
import { GeminiClient } from './gemini.client.js';
import type { GeminiContent, GenerateRequest } from './gemini.port.js';

const question: GenerateRequest = {
  model: 'gemini-3.5-flash-lite',
  system: "Tu es l'assistant de la boutique Kouadio.",
  contents: [{ role: 'user', parts: [{ text: 'Le pagne wax est dispo ?' }] }],
};
const usageMetadata = {
  promptTokenCount: 182,
  candidatesTokenCount: 21,
  thoughtsTokenCount: 44,
  cachedContentTokenCount: 30,
  totalTokenCount: 247,
};
const says = (parts: object[], fields: object = {}): Behaviour => ({
  body: {
    candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP', index: 0 }],
    usageMetadata,
    modelVersion: 'gemini-3.5-flash-lite',
    responseId: 'q1',
    ...fields,
  },
});
const fault = (status: number, word: string, details: object[] = [], message = 'refusé'): Behaviour => ({
  status,
  body: { error: { code: status, message, status: word, details } },
});
const quotaFault = (quotaId: string, retryDelay?: string) =>
  fault(429, 'RESOURCE_EXHAUSTED', [
    { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaId }] },
    ...(retryDelay ? [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay }] : []),
  ]);

describe('the Gemini client', () => {
  let google: StandIn;
  let gemini: GeminiClient;
  let observed: ObservedCall[];

  const connect = (options: object = {}) =>
    new GeminiClient({
      apiKey: 'AQ.cle',
      baseUrl: google.url,
      timeoutMs: 3_000,
      observe: (call) => observed.push(call),
      ...options,
    });
  const bodyOf = (index: number) => JSON.parse(google.seen[index]!.body) as Record<string, unknown>;

  beforeEach(async () => {
    google = await standIn(() => says([{ text: 'Oui, il en reste 3.' }]));
    observed = [];
    gemini = connect();
  });

  afterEach(async () => {
    await google.close();
    await gemini.close();
  });

  it('asks with the key in its header, and gives text, finish and the tokens as billed', async () => {
    await expect(gemini.generate({ ...question, maxOutputTokens: 512, thinking: 'low' })).resolves.toEqual({
      text: 'Oui, il en reste 3.',
      functionCalls: [],
      content: { role: 'model', parts: [{ text: 'Oui, il en reste 3.' }] },
      finish: 'complete',
      finishReason: 'STOP',
      usage: { input: 182, cached: 30, output: 65, modelVersion: 'gemini-3.5-flash-lite' },
    });
    const [request] = google.seen;
    expect(request).toMatchObject({ method: 'POST', url: '/v1beta/models/gemini-3.5-flash-lite:generateContent' });
    expect(request?.headers['x-goog-api-key']).toBe('AQ.cle');
    expect(bodyOf(0)).toMatchObject({
      systemInstruction: { parts: [{ text: "Tu es l'assistant de la boutique Kouadio." }] },
      contents: [{ role: 'user', parts: [{ text: 'Le pagne wax est dispo ?' }] }],
      generationConfig: { maxOutputTokens: 512, thinkingConfig: { thinkingLevel: 'LOW' } },
    });
    expect(observed).toMatchObject([{ provider: 'gemini', kind: 'generate', ok: true }]);
  });

  it('keeps a path before the version', async () => {
    gemini = connect({ baseUrl: `${google.url}/gemini` });
    await gemini.generate(question);
    expect(google.seen[0]?.path).toBe('/gemini/v1beta/models/gemini-3.5-flash-lite:generateContent');
  });

  it('asks for JSON of a shape', async () => {
    const responseSchema = { type: 'object', properties: { intention: { type: 'string' } }, required: ['intention'] };
    await gemini.generate({ ...question, responseSchema });
    expect(bodyOf(0)['generationConfig']).toMatchObject({
      responseMimeType: 'application/json',
      responseJsonSchema: responseSchema,
    });
  });

  it('gives the calls of tools, and sends its turn back with signature and ids as they came', async () => {
    const turn = [
      { functionCall: { id: 'a1', name: 'chercher_produit', args: { requete: 'pagne wax' } }, thoughtSignature: 'c2ln' },
      { functionCall: { id: 'a2', name: 'verifier_stock', args: { sku: 'PAGNE-WAX-01' } } },
    ];
    const tools = [
      {
        name: 'chercher_produit',
        description: 'Cherche',
        parameters: { type: 'object', properties: { requete: { type: 'string' } } },
      },
    ];
    google.play(() => says(turn));
    const answer = await gemini.generate({ ...question, tools, toolMode: 'any' });
    expect(answer.text).toBeUndefined();
    expect(answer.functionCalls).toEqual(turn.map((part) => part.functionCall));
    expect(bodyOf(0)).toMatchObject({
      tools: [{ functionDeclarations: [{ name: 'chercher_produit', parametersJsonSchema: tools[0]!.parameters }] }],
      toolConfig: { functionCallingConfig: { mode: 'ANY' } },
    });

    const results: GeminiContent = {
      role: 'user',
      parts: [{ functionResponse: { id: 'a1', name: 'chercher_produit', response: { output: [] } } }],
    };
    await gemini.generate({ ...question, tools, contents: [...question.contents, answer.content!, results] });
    expect(bodyOf(1)['contents']).toEqual([...question.contents, { role: 'model', parts: turn }, results]);
  });

  it('leaves the thoughts out of the text', async () => {
    google.play(() => says([{ text: 'Je réfléchis', thought: true }, { text: 'Oui.' }]));
    expect((await gemini.generate(question)).text).toBe('Oui.');
  });

  it('bills the model that answered, and counts what is left out as zero', async () => {
    google.play(() => says([{ text: 'x' }], { modelVersion: 'gemini-3.8-flash', usageMetadata: undefined }));
    expect((await gemini.generate(question)).usage).toEqual({ input: 0, cached: 0, output: 0, modelVersion: 'gemini-3.8-flash' });
  });

  it.each<[string, object, string, string]>([
    ['a refused prompt', { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata }, 'refused', 'SAFETY'],
    ['a refused answer', { candidates: [{ finishReason: 'RECITATION' }] }, 'refused', 'RECITATION'],
    [
      'thinking that ate the tokens',
      { candidates: [{ content: {}, finishReason: 'MAX_TOKENS' }], usageMetadata },
      'truncated',
      'MAX_TOKENS',
    ],
    ['an unusable call', { candidates: [{ finishReason: 'MALFORMED_FUNCTION_CALL' }] }, 'malformed', 'MALFORMED_FUNCTION_CALL'],
  ])('answers with %s, for it was paid', async (_what, body, finish, finishReason) => {
    google.play(() => ({ body }));
    const answer = await gemini.generate(question);
    expect(answer).toMatchObject({ finish, finishReason, functionCalls: [] });
    expect(answer.text).toBeUndefined();
    expect(answer.content).toBeUndefined();
  });

  it.each<[string, Behaviour, Partial<ProviderError>]>([
    [
      "a minute's quota",
      quotaFault('GenerateRequestsPerMinutePerProjectPerModel-FreeTier', '1.5s'),
      { code: 'quota_minute', action: 'wait', retryAfterMs: 1_500 },
    ],
    [
      'a quota without a delay',
      quotaFault('GenerateRequestsPerMinute'),
      { code: 'quota_minute', action: 'wait', retryAfterMs: 30_000 },
    ],
    ['an overloaded model', fault(503, 'UNAVAILABLE'), { code: 'UNAVAILABLE', action: 'retry', outage: true }],
    ['an inner fault', fault(500, 'INTERNAL'), { code: 'INTERNAL', action: 'retry', outage: true }],
    ['a deadline of theirs', fault(504, 'DEADLINE_EXCEEDED'), { code: 'DEADLINE_EXCEEDED', action: 'retry', outage: true }],
    [
      'an invalid key',
      fault(400, 'INVALID_ARGUMENT', [{ reason: 'API_KEY_INVALID' }]),
      { code: 'API_KEY_INVALID', action: 'stop-account', outage: false },
    ],
    ['a key of the wrong sort', fault(401, 'UNAUTHENTICATED'), { code: 'UNAUTHENTICATED', action: 'stop-account' }],
    ['a forbidden key', fault(403, 'PERMISSION_DENIED'), { code: 'PERMISSION_DENIED', action: 'stop-account' }],
    ['an account without billing', fault(400, 'FAILED_PRECONDITION'), { code: 'FAILED_PRECONDITION', action: 'stop-account' }],
    ['a wrong request', fault(400, 'INVALID_ARGUMENT'), { code: 'INVALID_ARGUMENT', action: 'reject' }],
    ['a model that is gone', fault(404, 'NOT_FOUND'), { code: 'NOT_FOUND', action: 'reject' }],
    [
      "a gateway's HTML 502",
      { status: 502, body: '<html>Bad Gateway</html>' },
      { code: 'http_502', action: 'retry', outage: true },
    ],
    ['a 200 that is no answer', { body: {} }, { code: 'bad_answer', action: 'unknown' }],
    ['a 200 that is no JSON', { body: '<html>' }, { action: 'unknown' }],
    ['a cut connection', 'reset', { code: 'connection_lost', action: 'unknown', outage: true }],
  ])('classifies %s', async (_what, behaviour, expected) => {
    google.play(() => behaviour);
    const error = await failure(gemini.generate(question), ProviderError);
    expect(error).toMatchObject({ provider: 'gemini', ...expected });
    expect(google.seen).toHaveLength(1);
    expect(observed).toMatchObject([{ ok: false, code: error.code }]);
  });

  it("does not ask again today once the day's quota is spent", async () => {
    google.play(() => quotaFault('GenerateRequestsPerDayPerProjectPerModel-FreeTier', '34s'));
    const error = await failure(gemini.generate(question), ProviderError);
    expect(error).toMatchObject({ code: 'quota_day', action: 'wait' });
    expect(error.retryAfterMs).toBeGreaterThan(0);
    expect(error.retryAfterMs).toBeLessThanOrEqual(24 * 3_600_000);
  });

  it('gives up at the deadline: what it cost is not known', async () => {
    google.play(() => 'hang');
    const error = await failure(gemini.generate({ ...question, timeoutMs: 120 }), ProviderError);
    expect(error).toMatchObject({ code: 'timeout', action: 'unknown', outage: true });
  });

  it('tries again when nobody was listening', async () => {
    await google.close();
    expect(await failure(gemini.generate(question), ProviderError)).toMatchObject({ code: 'connect_failed', action: 'retry' });
  });

  it.each<Behaviour>(['reset', fault(503, 'UNAVAILABLE')])(
    'carries no key in the error of %j, for errors are logged',
    async (behaviour) => {
      google.play(() => behaviour);
      const error = await failure(gemini.generate(question), ProviderError);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('AQ.cle');
    },
  );

  it('stops asking while Gemini is down', async () => {
    gemini = connect({ breaker: { window: 2, minimumCalls: 2 } });
    google.play(() => fault(503, 'UNAVAILABLE'));
    for (let call = 0; call < 2; call++) await failure(gemini.generate(question), ProviderError);
    expect(await failure(gemini.generate(question), ProviderError)).toMatchObject({ code: 'circuit_open', action: 'wait' });
    expect(google.seen).toHaveLength(2);
  });

  it('needs a key', () => expect(() => connect({ apiKey: '' })).toThrow(/API key/));
});
