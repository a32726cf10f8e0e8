import { createHmac } from 'node:crypto';
import { AMINATA_ID, APP_SECRET, changeOf, eventually, openChat, SHOP, startReceiver, startTestSandbox } from './harness.js';
import type { Received, Receiver, TestSandbox, Value } from './harness.js';

interface Ledger {
  counts: Record<string, number>;
  webhooks: { about: { wamid?: string; status?: string }; tries: { post: string; updates: number; status?: number }[] }[];
}

const signature = (raw: Buffer, secret = APP_SECRET) => `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;
const entriesOf = (one: Received) =>
  (JSON.parse(one.raw.toString()) as { entry: { id: string; changes: { field: string; value: Value }[] }[] }).entry;

describe('how webhooks go out', () => {
  let receiver: Receiver;
  let sandbox: TestSandbox;

  beforeAll(async () => {
    receiver = await startReceiver();
    sandbox = await startTestSandbox(receiver);
  });
  beforeEach(async () => {
    await sandbox.call('DELETE', '/__sandbox/state');
    receiver.answerWith(() => 200);
    receiver.received.length = 0;
    await openChat(sandbox);
    await eventually(() => receiver.received.length === 1);
    receiver.received.length = 0;
  });
  afterAll(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const behave = (habit: object) => sandbox.control('webhooks', habit);
  const write = (text: string, more: object = {}) =>
    sandbox.control('inbound', { from: AMINATA_ID, toPhoneNumberId: SHOP.phoneNumberId, text, ...more });
  const texts = () =>
    receiver.received
      .flatMap(entriesOf)
      .flatMap((entry) => entry.changes)
      .flatMap((change) => change.value.messages ?? [])
      .map((message) => (message['text'] as { body: string }).body);
  const ledger = async () => (await sandbox.call('GET', '/__sandbox/ledger')).json as Ledger;

  it('together in one POST, up to the size asked for, and a thousand at most', async () => {
    await behave({ hold: true, batch: 1000 });
    const messages = Array.from({ length: 1003 }, (_, n) => ({
      from: '+2250700000001',
      toPhoneNumberId: SHOP.phoneNumberId,
      text: `n° ${n}`,
    }));
    await sandbox.control('inbound/many', { messages });
    expect(receiver.received).toHaveLength(0);
    expect((await sandbox.control('webhooks/release', {})).json).toEqual({ released: 1003 });
    await eventually(() => texts().length === 1003);
    expect(receiver.received.map((one) => entriesOf(one)[0]?.changes.length).sort()).toEqual([1000, 3]);
    expect(receiver.received.every((one) => one.headers['x-hub-signature-256'] === signature(one.raw))).toBe(true);
    expect((await behave({ batch: 1001 })).status).toBe(400);
  });

  it('as several entries, several changes or several messages of one change', async () => {
    for (const [shape, form] of [
      ['entries', [3, 3, 3]],
      ['changes', [1, 3, 3]],
      ['items', [1, 1, 3]],
    ] as const) {
      receiver.received.length = 0;
      await behave({ batch: 3, shape, gatherMs: 5000 });
      for (const text of ['un', 'deux', 'trois']) await write(text);
      const post = await eventually(() => receiver.received[0]);
      const changes = entriesOf(post).flatMap((entry) => entry.changes);
      expect([entriesOf(post).length, changes.length, texts().length]).toEqual(form);
      expect(changes.every((change) => change.value.contacts?.length === 1)).toBe(true);
    }
  });

  it('comes again as one when a batch is not acknowledged, with the same bytes', async () => {
    receiver.answerWith(() => (receiver.received.length < 3 ? 503 : 200));
    await behave({ batch: 2, gatherMs: 5000 });
    await write('un');
    await write('deux');
    await eventually(async () => {
      const { json } = await sandbox.call('GET', '/__sandbox/ledger/counts');
      return (json as Ledger).counts.pending === 0;
    });
    expect(new Set(receiver.received.map((one) => one.raw.toString())).size).toBe(1);
    const { webhooks } = await ledger();
    const [one, two] = webhooks.slice(-2);
    expect(one?.tries.map(({ status, updates }) => ({ status, updates }))).toEqual([
      { status: 503, updates: 2 },
      { status: 503, updates: 2 },
      { status: 200, updates: 2 },
    ]);
    expect(two?.tries.map((attempt) => attempt.post)).toEqual(one?.tries.map((attempt) => attempt.post));
  });

  it('in another order, the same for the same seed', async () => {
    const order = async (how: object) => {
      receiver.received.length = 0;
      await behave({ hold: true, batch: 10, ...how });
      for (const text of ['1', '2', '3', '4', '5', '6']) await write(text);
      await sandbox.control('webhooks/release', {});
      await eventually(() => texts().length === 6);
      return texts().join('');
    };
    expect(await order({ order: 'reversed' })).toBe('654321');
    const shuffled = await order({ order: 'shuffled', seed: 7 });
    expect(shuffled).not.toBe('123456');
    expect(await order({ order: 'shuffled', seed: 7 })).toBe(shuffled);
  });

  it('one by one in another order, once enough of them could change places', async () => {
    await behave({ order: 'shuffled', gatherMs: 1000 });
    for (const text of ['1', '2', '3']) await write(text);
    expect(receiver.received).toHaveLength(0);
    await eventually(() => receiver.received.length === 3);
    expect(texts().sort()).toEqual(['1', '2', '3']);
  });

  it('twice, for the share asked for', async () => {
    await behave({ duplicates: 1 });
    await write('Je fais du 38');
    await eventually(() => texts().length === 2);
    expect(new Set(receiver.received.map((one) => one.raw.toString())).size).toBe(1);
  });

  it('late, and at once again when the habit ends', async () => {
    await behave({ delayMs: 300 });
    const at = Date.now();
    await write('en retard');
    await eventually(() => texts().length === 1);
    expect(Date.now() - at).toBeGreaterThanOrEqual(290);
    await behave({ hold: true });
    await write('retenu');
    expect((await sandbox.call('DELETE', '/__sandbox/webhooks')).json).toEqual({ released: 1 });
    await eventually(() => texts().length === 2);
  });

  it('with a spoilt signature as often as asked, then well signed', async () => {
    for (const fault of ['wrong-secret', 'missing', 'sha1-only', 'reserialised']) {
      receiver.received.length = 0;
      receiver.answerWith((one) => (one.headers['x-hub-signature-256'] === signature(one.raw) ? 200 : 401));
      await sandbox.control('faults', { phoneNumberId: SHOP.phoneNumberId, webhookSignature: fault, times: 2 });
      await write('Ça va ? 😊');
      await eventually(() => texts().length === 3);
      const signed = receiver.received.map((one) => one.headers['x-hub-signature-256'] === signature(one.raw));
      expect([fault, ...signed]).toEqual([fault, false, false, true]);
    }
  });

  it('signed with the other secret while the app’s is being changed', async () => {
    await behave({ secret: 'next-secret' });
    await write('Bonsoir');
    const [post] = await eventually(() => receiver.received.length === 1 && receiver.received);
    expect(post?.headers['x-hub-signature-256']).toBe(signature(post!.raw, 'next-secret'));
  });

  it('with whatever a test makes up: unknown fields, unknown types, several accounts, no JSON', async () => {
    await sandbox.control('webhooks/raw', { phoneNumberId: SHOP.phoneNumberId, field: 'calls', value: { calls: [{ id: '1' }] } });
    const made = changeOf(await eventually(() => receiver.received[0]));
    expect(made).toMatchObject({
      field: 'calls',
      value: { calls: [{ id: '1' }], metadata: { phone_number_id: SHOP.phoneNumberId } },
    });
    receiver.answerWith(() => 400);
    await sandbox.control('webhooks/raw', { body: '{"object":', once: true });
    await eventually(async () => (await ledger()).counts.abandoned === 1);
    expect(receiver.received.at(-1)?.raw.toString()).toBe('{"object":');
    receiver.answerWith(() => 200);
    await sandbox.control('inbound', {
      from: AMINATA_ID,
      toPhoneNumberId: SHOP.phoneNumberId,
      raw: { type: 'hologram', hologram: { shape: 'cube' } },
      extra: { from_logical_id: '7' },
    });
    const unknown = await eventually(() => receiver.received.find((one) => one.raw.includes('hologram')));
    expect(changeOf(unknown).value.messages?.[0]).toMatchObject({ hologram: { shape: 'cube' }, from_logical_id: '7' });
  });

  it('tells any status of any message, in any order and as often as asked', async () => {
    await sandbox.control('faults', { phoneNumberId: SHOP.phoneNumberId, statusLost: true });
    const { messages } = (await sandbox.send({ text: { body: 'Bonjour' } })).json as { messages: { id: string }[] };
    const wamid = messages[0]?.id;
    for (const status of ['read', 'sent', 'delivered', 'delivered', 'played'])
      await sandbox.control('statuses', { wamid, status });
    await sandbox.control('statuses', { wamid, status: 'failed', code: 131049 });
    await sandbox.control('statuses', {
      wamid: 'wamid.ELSEWHERE',
      status: 'sent',
      phoneNumberId: SHOP.phoneNumberId,
      to: AMINATA_ID,
    });
    const statuses = () => receiver.received.map(changeOf).flatMap((change) => change.value.statuses ?? []);
    await eventually(() => statuses().length === 7);
    expect(statuses().filter((one) => one.id === wamid && one.status === 'delivered')).toHaveLength(2);
    expect(statuses().find((one) => one.status === 'failed')?.errors).toMatchObject([{ code: 131049 }]);
    expect(statuses().some((one) => one.id === 'wamid.ELSEWHERE')).toBe(true);
  });
});
