import { startReceiver, startTestSandbox, type Receiver, type TestSandbox } from './harness.js';

const PATH = '/v1beta/models/gemini-3.5-flash-lite:generateContent';
const QUESTION = { role: 'user', parts: [{ text: 'Le pagne wax est dispo ?' }] };

describe('Gemini', () => {
  let receiver: Receiver;
  let sandbox: TestSandbox;

  beforeEach(async () => {
    receiver = await startReceiver();
    sandbox = await startTestSandbox(receiver);
  });
  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const ask = async (contents: unknown[], key: string | undefined = 'AQ.key') => {
    const headers = { 'content-type': 'application/json', ...(key ? { 'x-goog-api-key': key } : {}) };
    const reply = await fetch(`${sandbox.url}${PATH}`, { method: 'POST', headers, body: JSON.stringify({ contents }) });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };

  it('is overloaded unless told otherwise, so that the offline assistant answers', async () => {
    expect(await ask([QUESTION])).toMatchObject({ status: 503, body: { error: { code: 503, status: 'UNAVAILABLE' } } });
  });

  it('gives the scripted answers in order, then is overloaded again', async () => {
    const blocked = { promptFeedback: { blockReason: 'SAFETY' } };
    await sandbox.control('gemini/next', { answers: [{ text: 'Oui' }, { body: blocked }, { error: 'quota-minute' }] });
    expect((await ask([QUESTION])).body).toMatchObject({
      candidates: [{ content: { role: 'model', parts: [{ text: 'Oui' }] }, finishReason: 'STOP' }],
      usageMetadata: { promptTokenCount: expect.any(Number), totalTokenCount: expect.any(Number) },
      modelVersion: 'gemini-3.5-flash-lite',
    });
    expect(await ask([QUESTION])).toEqual({ status: 200, body: blocked });
    const quota = await ask([QUESTION]);
    expect(quota.status).toBe(429);
    expect(JSON.stringify(quota.body)).toContain('"retryDelay":"1.5s"');
    expect((await ask([QUESTION])).status).toBe(503);
    const ledger = (await sandbox.call('GET', '/__sandbox/ledger')).json as { gemini: { status: number }[] };
    expect(ledger.gemini.map((call) => call.status)).toEqual([200, 200, 429, 503]);
  });

  it('wants a function call back as it gave it: signature kept, each call answered by id', async () => {
    const functionCalls = [
      { name: 'chercher_produit', args: { requete: 'wax' } },
      { name: 'verifier_stock', args: {} },
    ];
    await sandbox.control('gemini/next', { answers: [{ functionCalls }, { text: 'Il en reste 3.' }] });
    const turn = ((await ask([QUESTION])).body['candidates'] as { content: { parts: Part[] } }[])[0]?.content;
    const parts = turn?.parts ?? [];
    expect(parts.map((part) => part.thoughtSignature !== undefined)).toEqual([true, false]);
    const answers = parts.map(({ functionCall: { id, name } }) => ({ functionResponse: { id, name, response: { output: 3 } } }));
    const unsigned = { ...turn, parts: parts.map(({ functionCall }) => ({ functionCall })) };
    expect(await ask([QUESTION, unsigned, { role: 'user', parts: answers }])).toMatchObject({ status: 400 });
    expect(await ask([QUESTION, turn, { role: 'user', parts: answers.slice(1) }])).toMatchObject({ status: 400 });
    expect(await ask([QUESTION, turn, { role: 'user', parts: answers }])).toMatchObject({ status: 200 });
  });

  it('refuses a call without a key or without contents', async () => {
    expect((await ask([QUESTION], '')).status).toBe(403);
    expect(await ask([])).toMatchObject({ status: 400, body: { error: { status: 'INVALID_ARGUMENT' } } });
  });
});

interface Part {
  functionCall: { id: string; name: string };
  thoughtSignature?: string;
}
