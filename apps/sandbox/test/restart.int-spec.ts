import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AMINATA_ID, changeOf, eventually, openChat, SHOP, startReceiver, startTestSandbox, type Receiver } from './harness.js';

interface Ledger {
  counts: Record<string, number>;
}

describe('a sandbox that is started again', () => {
  let receiver: Receiver;
  let folder: string;

  beforeEach(async () => {
    receiver = await startReceiver();
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });
  afterEach(async () => {
    await receiver.close();
    rmSync(folder, { recursive: true });
  });

  const seen = () =>
    receiver.received.map(changeOf).flatMap(({ value }) => [...(value.messages ?? []), ...(value.statuses ?? [])]);

  it('still knows phones, mail, tokens, clock and ledger', async () => {
    const first = await startTestSandbox(receiver, folder);
    await openChat(first);
    await first.control('mailboxes', { email: 'kouadio@gmail.com', refreshToken: 'r' });
    await first.control('mail', { to: 'kouadio@gmail.com', from: 'a@b.ci', subject: 'Bonjour', text: 'Bonjour' });
    await first.control('clock', { advanceMs: 3_600_000 });
    await first.send({ text: { body: 'Bonjour Aminata' } });
    await eventually(() => seen().length === 4);
    const views = ['ledger', `phones/${AMINATA_ID}/thread`, 'board'];
    const look = (sandbox: typeof first) =>
      Promise.all(views.map(async (view) => (await sandbox.call('GET', `/__sandbox/${view}`)).json as unknown));
    const before = await eventually(async () => {
      const [ledger, ...others] = (await look(first)) as [{ counts: { pending: number } }, ...unknown[]];
      return ledger.counts.pending === 0 && [ledger, ...others];
    });
    const keys = (await first.call('GET', '/oauth2/v3/certs')).json as unknown;
    await first.close();

    const second = await startTestSandbox(receiver, folder);
    expect(JSON.parse(JSON.stringify(await look(second)))).toEqual(before);
    expect((await second.call('GET', '/oauth2/v3/certs')).json as unknown).toEqual(keys);
    await second.close();
    expect(seen()).toHaveLength(4);
  });

  it('still knows who changed numbers, stopped marketing or was told of by the seller, and what was reviewed and read', async () => {
    const first = await startTestSandbox(receiver, folder);
    await openChat(first);
    const { messages } = (await first.call('GET', `/__sandbox/phones/${AMINATA_ID}/thread`)).json as {
      messages: { wamid: string }[];
    };
    await first.send({ status: 'read', message_id: messages[0]?.wamid, to: undefined });
    await first.control('echo', { phoneNumberId: SHOP.phoneNumberId, to: AMINATA_ID, text: 'Je vous le garde' });
    await first.control(`phones/${AMINATA_ID}/preferences`, { marketing: 'stop' });
    const promo = { name: 'promo', language: 'fr', category: 'MARKETING', components: [{ type: 'BODY', text: 'Promo' }] };
    await first.control('templates', { businessAccountId: SHOP.businessAccountId, ...promo });
    await first.control('templates/review', { businessAccountId: SHOP.businessAccountId, name: 'promo', status: 'PAUSED' });
    await first.control(`phones/${AMINATA_ID}/number`, { phone: '+2250708091011' });
    await first.control('faults', { phoneNumberId: SHOP.phoneNumberId, sendError: 131000 });
    await first.send({ text: { body: 'Bonjour' }, to: '+2250708091011' });
    const ledger = async (sandbox: typeof first) => (await sandbox.call('GET', '/__sandbox/ledger')).json as Ledger;
    const before = await eventually(async () => {
      const now = await ledger(first);
      return now.counts['pending'] === 0 && now;
    });
    expect(before.counts).toMatchObject({ echoes: 1, reads: 1, refused: 1, sends: 0, inbound: 2 });
    await first.close();

    const second = await startTestSandbox(receiver, folder);
    expect(JSON.parse(JSON.stringify(await ledger(second)))).toEqual(JSON.parse(JSON.stringify(before)));
    const send = { to: '+2250708091011', type: 'template', template: { name: 'promo', language: { code: 'fr' } } };
    expect((await second.send(send)).json as unknown).toMatchObject({ error: { code: 132015 } });
    await second.control('templates/review', { businessAccountId: SHOP.businessAccountId, name: 'promo', status: 'APPROVED' });
    expect((await second.send(send)).json as unknown).toMatchObject({ error: { code: 131050 } });
    await second.close();
  });

  it('posts what was not acknowledged and finishes the statuses that were under way', async () => {
    receiver.answerWith(() => 503);
    const first = await startTestSandbox(receiver, folder);
    await openChat(first);
    await first.send({ text: { body: 'Bonjour Aminata' } });
    await first.close();
    receiver.answerWith(() => 200);
    receiver.received.length = 0;
    const second = await startTestSandbox(receiver, folder);
    await eventually(() =>
      ['sent', 'delivered', 'read'].every((status) => seen().some((one) => 'status' in one && one.status === status)),
    );
    expect(seen().some((one) => 'type' in one && one.type === 'text')).toBe(true);
    await second.close();
  });

  it('forgets a line that a kill cut short, and nothing before it', async () => {
    const first = await startTestSandbox(receiver, folder);
    await openChat(first);
    await first.close();
    appendFileSync(join(folder, 'journal.jsonl'), '{"type":"phone-regis');
    const second = await startTestSandbox(receiver, folder);
    expect((await second.send({ text: { body: 'Bonjour' } })).status).toBe(200);
    await second.close();
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).not.toContain('phone-regis{');
  });

  it('refuses a journal it cannot read instead of starting empty', async () => {
    const first = await startTestSandbox(receiver, folder);
    await first.close();
    appendFileSync(join(folder, 'journal.jsonl'), 'nonsense\n{"type":"clock-moved","byMs":1}\n');
    await expect(startTestSandbox(receiver, folder)).rejects.toThrow('cannot be read at line 2');
  });

  it('forgets everything when told to, also after a restart', async () => {
    const first = await startTestSandbox(receiver, folder);
    await openChat(first);
    expect((await first.call('DELETE', '/__sandbox/state')).status).toBe(204);
    await first.close();
    const second = await startTestSandbox(receiver, folder);
    expect((await second.call('GET', '/__sandbox/board')).json as unknown).toEqual({ accounts: [], phones: [], mailboxes: [] });
    await second.close();
  });
});
