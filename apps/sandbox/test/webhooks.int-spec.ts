import { createHmac } from 'node:crypto';
import { AMINATA_ID, APP_SECRET, changeOf, eventually, openChat, SHOP, startReceiver, startTestSandbox } from './harness.js';
import type { Receiver, TestSandbox } from './harness.js';

describe('what the platform’s webhook gets', () => {
  let receiver: Receiver;
  let sandbox: TestSandbox;

  beforeEach(async () => {
    receiver = await startReceiver();
    sandbox = await startTestSandbox(receiver);
    await openChat(sandbox);
    await eventually(() => receiver.received.length === 1);
  });
  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const write = (body: object) => sandbox.control('inbound', { from: AMINATA_ID, toPhoneNumberId: SHOP.phoneNumberId, ...body });
  const inbound = () => receiver.received.map(changeOf).flatMap((change) => change.value.messages ?? []);
  const statuses = () => receiver.received.map(changeOf).flatMap((change) => change.value.statuses ?? []);

  it('is signed over the escaped bytes on the wire, and over no re-serialisation of them', async () => {
    await write({ text: 'Ça coûte combien ? 😊 https://fb.me/x' });
    const raw = (await eventually(() => receiver.received[1])).raw;
    const signature = (body: Buffer | string) => `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;
    expect(raw.toString()).toContain(String.raw`\u00c7a co\u00fbte combien ? \ud83d\ude0a https:\/\/fb.me\/x`);
    expect(receiver.received[1]?.headers['x-hub-signature-256']).toBe(signature(raw));
    expect(signature(JSON.stringify(JSON.parse(raw.toString())))).not.toBe(signature(raw));
  });

  it('is Meta’s envelope with a wamid of Meta’s layout, the ad she came by and her profile', async () => {
    await write({ text: 'Je peux avoir plus d’infos ?', referral: { source_type: 'ad', source_id: '12', ctwa_clid: 'Aff' } });
    const { field, value } = changeOf(await eventually(() => receiver.received[1]));
    expect(field).toBe('messages');
    expect(value.metadata).toEqual({ display_phone_number: '2250700112233', phone_number_id: SHOP.phoneNumberId });
    expect(value.contacts?.[0]).toMatchObject({ profile: { name: 'Aminata Traoré 🌸' }, wa_id: AMINATA_ID });
    expect(value.messages?.[0]).toMatchObject({
      from: AMINATA_ID,
      timestamp: expect.stringMatching(/^\d{10}$/),
      text: { body: 'Je peux avoir plus d’infos ?' },
      referral: { source_type: 'ad', source_id: '12', ctwa_clid: 'Aff' },
    });
    const id = Buffer.from(String(value.messages?.[0]?.id).replace('wamid.', ''), 'base64');
    expect(id.subarray(0, 3)).toEqual(Buffer.from([0x1c, 0x18, AMINATA_ID.length]));
    expect(id.toString('latin1', 3, 3 + AMINATA_ID.length)).toBe(AMINATA_ID);
    expect(id.subarray(16, 20)).toEqual(Buffer.from([0x15, 0x02, 0x00, 0x12]));
  });

  it('comes again until it is answered 200, at pauses that double up to the longest', async () => {
    let refusals = 3;
    const came: number[] = [];
    receiver.answerWith(() => {
      came.push(performance.now());
      return refusals-- > 0 ? 503 : 200;
    });
    await write({ text: 'Vous êtes là ?' });
    await eventually(() => inbound().length === 5);
    expect(new Set(inbound().map((message) => message.id)).size).toBe(2);
    const ledger = await eventually(async () => {
      const { json } = await sandbox.call('GET', '/__sandbox/ledger');
      const { counts, webhooks } = json as { counts: { pending: number }; webhooks: { attempts: number }[] };
      return counts.pending === 0 && webhooks;
    });
    expect(ledger.map((one) => one.attempts)).toEqual([1, 4]);
    // A timer may end a millisecond early.
    for (const [index, pause] of [20, 40, 50].entries())
      expect(came[index + 1]! - came[index]!).toBeGreaterThanOrEqual(pause - 1);
  });

  it('shows her one tick until it is acknowledged, then two', async () => {
    receiver.answerWith(() => 500);
    await write({ text: 'Allô ?' });
    const tick = async () => {
      const { json } = await sandbox.call('GET', `/__sandbox/phones/${AMINATA_ID}/thread`);
      return (json as { messages: { tick: string }[] }).messages.at(-1)?.tick;
    };
    await eventually(() => receiver.received.length > 2);
    expect(await tick()).toBe('sent');
    receiver.answerWith(() => 200);
    await eventually(async () => (await tick()) === 'delivered');
  });

  it('comes as often as the test asks for duplicates, with the same bytes', async () => {
    await write({ text: 'Je fais du 38', duplicates: 2 });
    await eventually(() => receiver.received.length === 4);
    expect(new Set(receiver.received.slice(1).map((one) => one.raw.toString())).size).toBe(1);
  });

  it('tells sent, delivered and read in this order, with callback data and the price where Meta puts it', async () => {
    await sandbox.send({ text: { body: 'Quelle pointure ?' }, biz_opaque_callback_data: 'msg_7f3a' });
    await eventually(() => statuses().length === 3);
    expect(statuses().map((one) => one.status)).toEqual(['sent', 'delivered', 'read']);
    expect(new Set(statuses().map((one) => one.biz_opaque_callback_data))).toEqual(new Set(['msg_7f3a']));
    expect(statuses().map((one) => one.pricing !== undefined)).toEqual([true, true, false]);
    expect(statuses()[0]).toMatchObject({ recipient_id: AMINATA_ID, pricing: { category: 'service', billable: false } });
  });

  it('stops at delivered for somebody without blue ticks', async () => {
    await sandbox.control('phones', { phone: AMINATA_ID, name: 'Aminata', reads: false });
    await sandbox.send({ text: { body: 'Quelle pointure ?' } });
    await sandbox.send({ text: { body: 'Du 38 ?' } });
    await eventually(() => statuses().length === 4);
    expect(
      statuses()
        .map((one) => one.status)
        .sort(),
    ).toEqual(['delivered', 'delivered', 'sent', 'sent']);
  });

  it('gets a failed status without contacts when Meta changes its mind after HTTP 200', async () => {
    await sandbox.control('faults', { phoneNumberId: SHOP.phoneNumberId, statusError: 131049 });
    expect((await sandbox.send({ text: { body: 'Promo' } })).status).toBe(200);
    const failed = await eventually(() => statuses()[0]);
    expect(failed).toMatchObject({ status: 'failed', errors: [{ code: 131049 }] });
    expect(failed).not.toHaveProperty('recipient_user_id');
  });

  it('gets a tap as a button reply, a list reply or a template button, quoting the message tapped', async () => {
    const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
    const buttons = {
      type: 'button',
      body: { text: '45.000' },
      action: { buttons: [reply('oui', 'Confirmer'), reply('non', 'Annuler')] },
    };
    const rows = [{ id: 'z1', title: 'Cocody', description: '2.000 F' }];
    const list = { type: 'list', body: { text: 'Zone ?' }, action: { button: 'Zones', sections: [{ rows }] } };
    const sent = (await sandbox.send({ type: 'interactive', interactive: buttons })).json as { messages: { id: string }[] };
    await sandbox.send({ type: 'interactive', interactive: list });
    await write({ button: 'oui' });
    await write({ list: { id: 'z1' } });
    const [first, second] = await eventually(() => inbound().length === 3 && inbound().slice(1));
    expect(first).toMatchObject({
      type: 'interactive',
      context: { from: '2250700112233', id: sent.messages[0]?.id },
      interactive: { type: 'button_reply', button_reply: { id: 'oui', title: 'Confirmer' } },
    });
    expect(second?.interactive).toEqual({
      type: 'list_reply',
      list_reply: { id: 'z1', title: 'Cocody', description: '2.000 F' },
    });
    expect((await write({ button: 'jamais-propose' })).status).toBe(400);
  });

  it('shakes hands with the verify token and with no other', async () => {
    expect((await sandbox.control('verify-webhook', {})).json).toEqual({ verified: true, status: 200 });
    expect((await sandbox.control('verify-webhook', { token: 'wrong' })).json).toEqual({ verified: false, status: 403 });
  });
});
