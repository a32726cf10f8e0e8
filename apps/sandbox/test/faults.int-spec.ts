import { AMINATA_ID, eventually, openChat, SHOP, startReceiver, startTestSandbox } from './harness.js';
import { changeOf, type Receiver, type TestSandbox } from './harness.js';

interface Refusal {
  error: { code: number };
}

describe('sends that go wrong', () => {
  let receiver: Receiver;
  let sandbox: TestSandbox;

  beforeAll(async () => {
    receiver = await startReceiver();
    sandbox = await startTestSandbox(receiver);
  });
  beforeEach(async () => {
    await sandbox.call('DELETE', '/__sandbox/state');
    receiver.received.length = 0;
    await openChat(sandbox);
    await eventually(() => receiver.received.length === 1);
    receiver.received.length = 0;
  });
  afterAll(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const hello = { text: { body: 'Bonjour' }, biz_opaque_callback_data: 'm1' };
  const fault = (what: object) => sandbox.control('faults', { phoneNumberId: SHOP.phoneNumberId, ...what });
  const codeOf = async (body: object = hello) => {
    const { status, json } = await sandbox.send(body);
    return status === 200 ? 200 : (json as Refusal).error.code;
  };
  const statuses = () => receiver.received.map(changeOf).flatMap((change) => change.value.statuses ?? []);
  const ledger = async () =>
    (await sandbox.call('GET', '/__sandbox/ledger')).json as {
      counts: Record<string, number>;
      accounts: Record<string, Record<string, unknown>>;
      refusals: Record<string, unknown>[];
    };

  it('are refused by a code with the HTTP status and the pause asked for', async () => {
    await fault({ sendError: 130429, http: 429, retryAfter: 7 });
    const { status, headers, json } = await sandbox.send(hello);
    expect([status, headers.get('retry-after'), (json as Refusal).error.code]).toEqual([429, '7', 130429]);
    await fault({ sendError: 'http502' });
    const page = await sandbox.send(hello);
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(await codeOf()).toBe(200);
  });

  it.each(['timeout-before', 'timeout-after'])(
    'get no answer (%s): nothing happened, or the customer has it',
    async (sendError) => {
      await fault({ sendError });
      const sending = fetch(`${sandbox.url}/v26.0/${SHOP.phoneNumberId}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SHOP.accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ messaging_product: 'whatsapp', to: `+${AMINATA_ID}`, ...hello }),
        signal: AbortSignal.timeout(300),
      });
      await expect(sending).rejects.toThrow('timeout');
      const taken = sendError === 'timeout-after' ? 1 : 0;
      expect((await ledger()).counts).toMatchObject({ sends: taken, refused: 1 });
      if (taken)
        await eventually(() => statuses().some((one) => one.status === 'read' && one['biz_opaque_callback_data'] === 'm1'));
    },
  );

  it('strike one shop and leave the other alone', async () => {
    const rival = { ...SHOP, phoneNumberId: '55', businessAccountId: 'WABA_55', phone: '+2250700445566', accessToken: 'rival' };
    await sandbox.control('accounts', rival);
    await sandbox.control('inbound', { from: AMINATA_ID, toPhoneNumberId: '55', text: 'Bonjour' });
    const ofRival = async () => {
      const body = { messaging_product: 'whatsapp', to: `+${AMINATA_ID}`, ...hello };
      return (await sandbox.call('POST', '/v26.0/55/messages', body, 'rival')).status;
    };
    for (const sendError of ['http429', 'http500', 'http503', 'http504']) {
      await fault({ sendError });
      expect([await ofRival(), (await sandbox.send(hello)).status, (await sandbox.send(hello)).status]).toEqual([
        200,
        Number(sendError.slice(4)),
        200,
      ]);
    }
    await fault({ phoneNumberId: '55', sendError: 131031, times: 10 });
    await fault({ sendError: 131031, times: 10 });
    await sandbox.call('DELETE', `/__sandbox/faults?phoneNumberId=${SHOP.phoneNumberId}`);
    expect([await ofRival(), await codeOf()]).toEqual([403, 200]);
  });

  it('are in the ledger with what was asked and what came of it', async () => {
    await fault({ sendError: 131056 });
    await codeOf();
    await fault({ sendError: 'reset-after' });
    await expect(sandbox.send(hello)).rejects.toThrow('fetch failed');
    const { counts, accounts, refusals } = await ledger();
    expect(counts).toMatchObject({ sends: 1, refused: 2 });
    expect(accounts[SHOP.phoneNumberId]).toMatchObject({ sends: 1, refused: 2, inbound: 1 });
    expect(refusals).toMatchObject([
      { outcome: '131056', callbackData: 'm1', to: `+${AMINATA_ID}` },
      { outcome: 'reset-after', wamid: expect.stringMatching(/^wamid\./) },
    ]);
  });

  it('are taken and no status is ever told, while her phone shows the message', async () => {
    await fault({ statusLost: true });
    await sandbox.send(hello);
    await fault({ statusLost: ['delivered'] });
    await sandbox.send({ text: { body: 'Toujours là ?' } });
    await eventually(() => statuses().length === 2);
    expect(statuses().map((one) => one.status)).toEqual(['sent', 'read']);
    const sends = (await ledger()).accounts[SHOP.phoneNumberId];
    await eventually(async () => {
      const now = (await ledger()).accounts[SHOP.phoneNumberId]?.['statuses'] as Record<string, number>;
      return now['read'] === 2;
    });
    expect(sends).toMatchObject({ sends: 2 });
  });

  it('are told of by a status before they are answered', async () => {
    await fault({ statusFirst: true });
    await sandbox.send(hello);
    expect(statuses()[0]?.status).toBe('sent');
  });

  it('are taken at once and answered late', async () => {
    await fault({ slowMs: 1500 });
    let answered = false;
    const sending = sandbox.send(hello).finally(() => (answered = true));
    await eventually(() => statuses().length > 0);
    expect(answered).toBe(false);
    expect((await sending).status).toBe(200);
  });

  it('fail for a share of them, for one person or for read receipts only, until disarmed', async () => {
    await fault({ sendError: 131026, to: '+2250101010101', times: 100 });
    await fault({ sendError: 131000, call: 'read', times: 100 });
    expect(await codeOf()).toBe(200);
    await fault({ sendError: 131048, share: 0.5, times: 1000 });
    const codes = await Promise.all(Array.from({ length: 60 }, () => codeOf()));
    expect(new Set(codes)).toEqual(new Set([200, 131048]));
    await sandbox.call('DELETE', `/__sandbox/faults?phoneNumberId=${SHOP.phoneNumberId}`);
    expect(await codeOf()).toBe(200);
  });

  /** How many of `count` sends made at once were taken, and how many more the time they took allows for. */
  const burst = async (count: number, everyMs: number) => {
    const began = Date.now();
    const codes = await Promise.all(Array.from({ length: count }, () => codeOf()));
    return { codes, taken: codes.filter((code) => code === 200).length, slack: Math.ceil((Date.now() - began) / everyMs) };
  };

  it('exceed the number’s throughput, when the account has that limit', async () => {
    await sandbox.control('accounts', { ...SHOP, throughput: 3 });
    const { codes, taken, slack } = await burst(60, 333);
    expect(taken).toBeGreaterThanOrEqual(3);
    expect(taken).toBeLessThanOrEqual(3 + slack);
    expect(new Set(codes)).toEqual(new Set([200, 130429]));
    await sandbox.control('clock', { advanceMs: 1000 });
    expect(await codeOf()).toBe(200);
  });

  it('exceed the pace to one person: 45 at once, then one every 6 seconds', async () => {
    await sandbox.control('accounts', { ...SHOP, pairLimit: true });
    const { codes, taken, slack } = await burst(60, 6000);
    expect(taken).toBeGreaterThanOrEqual(45);
    expect(taken).toBeLessThanOrEqual(45 + slack);
    expect(new Set(codes)).toEqual(new Set([200, 131056]));
    await sandbox.control('clock', { advanceMs: 6_000 });
    expect(await codeOf()).toBe(200);
    await sandbox.control('clock', { advanceMs: 45 * 6_000 });
    expect((await burst(45, 6000)).taken).toBe(45);
  });
});
