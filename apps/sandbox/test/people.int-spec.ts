import { AMINATA, AMINATA_ID, changeOf, eventually, openChat, SHOP, startReceiver, startTestSandbox } from './harness.js';
import type { Receiver, TestSandbox } from './harness.js';

type Json = Record<string, unknown>;
const HOUR = 3_600_000;

describe('what people and the seller do', () => {
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

  const write = (body: object, from: string = AMINATA_ID) =>
    sandbox.control('inbound', { from, toPhoneNumberId: SHOP.phoneNumberId, ...body });
  const changes = () => receiver.received.map(changeOf) as unknown as { field: string; value: Json }[];
  const valueOf = (field: string) => eventually(() => changes().find((change) => change.field === field)?.value);
  const message = (fits: (one: Json) => boolean) =>
    eventually(() =>
      changes()
        .flatMap((change) => (change.value['messages'] ?? []) as Json[])
        .find(fits),
    );
  const codeOf = async (body: object) => {
    const { status, json } = await sandbox.send(body);
    return status === 200 ? 200 : (json as { error: { code: number } }).error.code;
  };
  const ledger = async () => (await sandbox.call('GET', '/__sandbox/ledger')).json as Json & { counts: Record<string, number> };
  const hello = { text: { body: 'Bonjour' } };

  it.each<[string, object, Json]>([
    ['a voice note', { audio: { mimeType: 'audio/ogg; codecs=opus', data: 'T2dnUw==' } }, { audio: { voice: true } }],
    ['a place', { location: { latitude: 5.35, longitude: -4 } }, { location: { latitude: 5.35, longitude: -4 } }],
    ['a basket', { order: { catalog_id: '7', product_items: [] } }, { order: { catalog_id: '7' } }],
    [
      'a form’s answer, JSON inside a text',
      { flow: { response: { quartier: 'Yopougon' } } },
      { interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"quartier":"Yopougon"}' } } },
    ],
    ['a reaction', { reaction: { messageId: 'wamid.A', emoji: '👍🏿' } }, { reaction: { message_id: 'wamid.A', emoji: '👍🏿' } }],
    ['the end of a reaction, without emoji', { reaction: { messageId: 'wamid.A' } }, { reaction: { message_id: 'wamid.A' } }],
    ['a revocation', { revoke: { messageId: 'wamid.A' } }, { revoke: { original_message_id: 'wamid.A' } }],
    [
      'an edit',
      { edit: { messageId: 'wamid.A', text: '3 pagnes' } },
      { edit: { original_message_id: 'wamid.A', message: { type: 'text', text: { body: '3 pagnes' } } } },
    ],
    ['something WhatsApp cannot pass on', { unsupported: { type: 'poll_creation' } }, { unsupported: { type: 'poll_creation' } }],
    ['a forwarded text', { text: 'promo', context: { forwarded: true } }, { context: { forwarded: true } }],
  ])('a person sends %s', async (_what, body, wire) => {
    expect((await write(body)).status).toBe(201);
    expect(await message(() => true)).toMatchObject(wire);
  });

  it('a person without a known number is told by the user id alone, and answered by it', async () => {
    await sandbox.control('phones', { phone: '+2250777000111', name: 'Awa', hidden: true, username: 'awa.k', userId: 'CI.777' });
    await write({ text: 'Bonsoir' }, 'CI.777');
    const value = await valueOf('messages');
    expect(value['contacts']).toEqual([{ profile: { name: 'Awa', username: 'awa.k' }, user_id: 'CI.777' }]);
    const [said] = value['messages'] as Json[];
    expect(said).toMatchObject({ from_user_id: 'CI.777' });
    expect(said).not.toHaveProperty('from');
    const sent = await sandbox.send({ ...hello, to: undefined, recipient: 'CI.777' });
    expect(sent.json as unknown).toMatchObject({ contacts: [{ input: 'CI.777', user_id: 'CI.777' }] });
    const told = await eventually(() => changes().flatMap((change) => (change.value['statuses'] ?? []) as Json[])[0]);
    expect(told).toMatchObject({ recipient_user_id: 'CI.777' });
    expect(told).not.toHaveProperty('recipient_id');
  });

  it('a stranger may be known by a user id only', async () => {
    expect((await write({ text: 'Bonsoir' }, 'CI.2468013579')).status).toBe(201);
    const said = await message((one) => one['from_user_id'] === 'CI.2468013579');
    expect(said).not.toHaveProperty('from');
    expect((await write({ text: 'Bonsoir' }, 'nobody')).status).toBe(400);
  });

  it('a person changes numbers: told without contacts, the chat goes along, the old number is free', async () => {
    const changed = await sandbox.control(`phones/${AMINATA_ID}/number`, { phone: '+2250708091011' });
    expect(changed.json as Json).toMatchObject({ waId: '2250708091011', name: AMINATA.name });
    const system = await message((one) => one['type'] === 'system');
    expect(system).toMatchObject({ from: AMINATA_ID, system: { type: 'user_changed_number', wa_id: '2250708091011' } });
    expect(changes().find((change) => change.value['messages'])?.value).not.toHaveProperty('contacts');
    const update = (await valueOf('user_id_update'))['user_id_update'] as { user_id: { previous: string; current: string } }[];
    expect(update[0]?.user_id.current).not.toBe(update[0]?.user_id.previous);
    expect(await codeOf({ ...hello, to: '+2250708091011' })).toBe(200);
    expect(await codeOf({ ...hello, to: `+${AMINATA_ID}` })).toBe(131026);
    await write({ text: 'Je suis quelqu’un d’autre' });
    const { messages } = (await sandbox.call('GET', `/__sandbox/phones/${AMINATA_ID}/thread`)).json as { messages: Json[] };
    expect(messages).toHaveLength(1);
  });

  it('a person stops marketing and takes it again', async () => {
    const components = [{ type: 'BODY', text: 'Nouveaux modèles !' }];
    const promo = { name: 'promo', language: 'fr', category: 'MARKETING', components };
    await sandbox.control('templates', { businessAccountId: SHOP.businessAccountId, ...promo });
    const send = { type: 'template', template: { name: 'promo', language: { code: 'fr' } } };
    await sandbox.control(`phones/${AMINATA_ID}/preferences`, { marketing: 'stop' });
    const [wish] = (await valueOf('user_preferences'))['user_preferences'] as Json[];
    expect(wish).toMatchObject({ category: 'marketing_messages', value: 'stop', timestamp: expect.any(Number) });
    expect(await codeOf(send)).toBe(131050);
    expect(await codeOf(hello)).toBe(200);
    await sandbox.control(`phones/${AMINATA_ID}/preferences`, { marketing: 'resume' });
    expect(await codeOf(send)).toBe(200);
  });

  it('the seller writes in his own app: an echo, no status, no window, no send of ours', async () => {
    const wrote = await sandbox.control('echo', {
      phoneNumberId: SHOP.phoneNumberId,
      to: '+2250101010101',
      text: 'Je vous rappelle',
    });
    expect(wrote.status).toBe(201);
    const [echo] = (await valueOf('smb_message_echoes'))['message_echoes'] as Json[];
    expect(echo).toMatchObject({ from: '2250700112233', to: '2250101010101', text: { body: 'Je vous rappelle' } });
    expect(await codeOf({ ...hello, to: '+2250101010101' })).toBe(131047);
    expect((await ledger()).counts).toMatchObject({ sends: 0, echoes: 1 });
  });

  it('an answer within 72 hours of an ad is free, and names the window it is free in', async () => {
    await write({ text: 'Combien ?', referral: { source_type: 'ad', source_id: '12', ctwa_clid: 'Aff' } });
    await sandbox.control('clock', { advanceMs: 2 * HOUR });
    await sandbox.send(hello);
    const told = await eventually(() => changes().flatMap((change) => (change.value['statuses'] ?? []) as Json[])[0]);
    expect(told).toMatchObject({
      pricing: { billable: false, type: 'free_entry_point', category: 'referral_conversion' },
      conversation: { origin: { type: 'referral_conversion' } },
    });
    const { now } = (await sandbox.call('GET', '/__sandbox/clock')).json as { now: string };
    const expires = Number((told['conversation'] as Json)['expiration_timestamp']);
    expect(expires - Date.parse(now) / 1000).toBeCloseTo(70 * 3600, -2);
    await sandbox.control('clock', { advanceMs: 71 * HOUR });
    await write({ text: 'Toujours là ?' });
    await sandbox.send({ ...hello, biz_opaque_callback_data: 'later' });
    const later = await eventually(() =>
      changes()
        .flatMap((change) => (change.value['statuses'] ?? []) as Json[])
        .find((one) => one['biz_opaque_callback_data'] === 'later'),
    );
    expect(later).toMatchObject({ pricing: { type: 'free_customer_service' } });
    expect(later).not.toHaveProperty('conversation');
  });

  it('a message read in an open chat was never told delivered', async () => {
    await sandbox.control('phones', { ...AMINATA, open: true });
    await sandbox.send(hello);
    const seen = () => changes().flatMap((change) => (change.value['statuses'] ?? []) as { status: string; pricing?: Json }[]);
    await eventually(() => seen().length === 2);
    expect(seen().map((one) => [one.status, one.pricing !== undefined])).toEqual([
      ['sent', true],
      ['read', true],
    ]);
  });

  it('a reaction goes to a message of the same chat only', async () => {
    const { messages } = (await sandbox.send(hello)).json as { messages: { id: string }[] };
    const react = (id: string | undefined) => codeOf({ type: 'reaction', reaction: { message_id: id, emoji: '✅' } });
    expect([await react(messages[0]?.id), await react('wamid.ELSEWHERE')]).toEqual([200, 131009]);
  });
});
