import { AMINATA_ID, eventually, openChat, SHOP, startReceiver, startTestSandbox } from './harness.js';
import type { Receiver, TestSandbox } from './harness.js';

interface GraphErrorBody {
  error: { code: number; type: string; fbtrace_id: string; error_data: { details: string } };
}
interface Sent {
  contacts: { input: string; wa_id: string }[];
  messages: { id: string }[];
}

describe('sending by the Cloud API', () => {
  let receiver: Receiver;
  let sandbox: TestSandbox;

  beforeEach(async () => {
    receiver = await startReceiver();
    sandbox = await startTestSandbox(receiver);
    await openChat(sandbox);
  });
  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const hello = { text: { body: 'Bonjour' } };
  const refusal = async (body: object, token?: string) => {
    const { status, json } = await sandbox.send(body, token);
    return { status, code: (json as GraphErrorBody).error?.code };
  };
  const ledger = async () => (await sandbox.call('GET', '/__sandbox/ledger')).json as { counts: Record<string, number> };
  const thread = async () =>
    ((await sandbox.call('GET', `/__sandbox/phones/${AMINATA_ID}/thread`)).json as { messages: Record<string, unknown>[] })
      .messages;

  it('answers with the number as written, the WhatsApp id and a wamid, under Meta’s headers', async () => {
    const { status, json, headers } = await sandbox.send(hello);
    expect(status).toBe(200);
    expect(json as Sent).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: `+${AMINATA_ID}`, wa_id: AMINATA_ID }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    });
    expect(headers.get('facebook-api-version')).toBe('v26.0');
    expect(headers.get('x-fb-trace-id')).toBeTruthy();
  });

  it('puts the country code before a number without its +, and a stranger gets the message', async () => {
    const { status, json } = await sandbox.send({ ...hello, to: AMINATA_ID });
    expect(status).toBe(200);
    expect((json as Sent).contacts[0]?.wa_id).toBe(`225${AMINATA_ID}`);
    expect((await ledger()).counts).toMatchObject({ sends: 1, strangers: 1 });
    expect((await thread()).filter((message) => message.direction === 'outbound')).toHaveLength(0);
  });

  it('reaches an account from before 2021 by its number and answers with its eight-digit id', async () => {
    await sandbox.control('phones', { waId: '22504030201', phone: '+2250504030201', name: 'Adjoua' });
    await sandbox.control('inbound', { from: '22504030201', toPhoneNumberId: SHOP.phoneNumberId, text: 'Bonsoir' });
    const { json } = await sandbox.send({ ...hello, to: '+2250504030201' });
    expect((json as Sent).contacts[0]).toEqual({ input: '+2250504030201', wa_id: '22504030201' });
  });

  it('refuses in Meta’s words: token, own number, unknown number, another’s number', async () => {
    expect(await refusal(hello, 'stolen')).toEqual({ status: 401, code: 190 });
    expect(await refusal({ ...hello, to: SHOP.phone })).toEqual({ status: 400, code: 131021 });
    expect(await refusal({ ...hello, to: '+2250101010101' })).toEqual({ status: 400, code: 131026 });
    const other = await sandbox.call('POST', '/v26.0/42/messages', { messaging_product: 'whatsapp' }, SHOP.accessToken);
    expect(other.json as GraphErrorBody).toMatchObject({ error: { code: 100, error_subcode: 33, type: 'GraphMethodException' } });
    expect((await ledger()).counts.sends).toBe(0);
  });

  it('takes free-form text for 24 hours after her last message and only a template afterwards', async () => {
    const components = [{ type: 'BODY', text: 'Bonjour {{1}}, votre commande {{2}} est prête.' }];
    const template = { name: 'commande_prete', language: 'fr', category: 'UTILITY', components };
    await sandbox.call('POST', `/v26.0/${SHOP.businessAccountId}/message_templates`, template, SHOP.accessToken);
    await sandbox.control('clock', { advanceMs: 24 * 3_600_000 - 60_000 });
    expect((await sandbox.send(hello)).status).toBe(200);
    await sandbox.control('clock', { advanceMs: 60_001 });
    const { json } = await sandbox.send(hello);
    expect(json as GraphErrorBody).toMatchObject({
      error: { code: 131047, type: 'OAuthException', fbtrace_id: expect.any(String) },
    });

    const parameters = [{ type: 'text', text: 'Aminata' }, { type: 'text', text: 'CMD-42' }]; // prettier-ignore
    const send = { name: 'commande_prete', language: { code: 'fr' }, components: [{ type: 'body', parameters }] };
    expect((await sandbox.send({ type: 'template', template: send })).status).toBe(200);
    expect((await thread()).at(-1)).toMatchObject({ text: 'Bonjour Aminata, votre commande CMD-42 est prête.' });
    expect(await refusal({ type: 'template', template: { ...send, components: [] } })).toEqual({ status: 400, code: 132000 });
    expect(await refusal({ type: 'template', template: { ...send, language: { code: 'en' } } })).toEqual({
      status: 404,
      code: 132001,
    });
  });

  it.each([
    ['spam', 131048],
    ['misclassified', 131064],
  ])(
    'lets a number restricted for %s only answer: templates within 24 hours leave, later ones and advertising do not',
    async (restricted, code) => {
      for (const category of ['UTILITY', 'MARKETING']) {
        const components = [{ type: 'BODY', text: 'Bonjour.' }];
        const made = { name: `bonjour_${category.toLowerCase()}`, language: 'fr', category, components };
        await sandbox.call('POST', `/v26.0/${SHOP.businessAccountId}/message_templates`, made, SHOP.accessToken);
      }
      await sandbox.control('accounts', { ...SHOP, restricted });
      const template = (name: string) => ({ type: 'template', template: { name, language: { code: 'fr' } } });
      expect((await sandbox.send(hello)).status).toBe(200);
      expect((await sandbox.send(template('bonjour_utility'))).status).toBe(200);
      expect(await refusal(template('bonjour_marketing'))).toEqual({ status: 400, code });
      await sandbox.control('clock', { advanceMs: 25 * 3_600_000 });
      expect(await refusal(template('bonjour_utility'))).toEqual({ status: 400, code });
      await sandbox.control('accounts', SHOP);
      expect((await sandbox.send(template('bonjour_utility'))).status).toBe(200);
    },
  );

  it('refuses by a failed status instead, for an account set to asynchronous refusals', async () => {
    await sandbox.control('accounts', { ...SHOP, refusals: 'async' });
    expect((await sandbox.send({ ...hello, to: '+2250101010101' })).status).toBe(200);
    const failed = await eventually(() => receiver.received.find((one) => one.raw.includes('131026')));
    expect(failed.raw.toString()).toContain('"status":"failed"');
  });

  it.each([
    ['a body of 4097 characters', { text: { body: 'é'.repeat(4097) } }, 100],
    ['no body', { text: {} }, 100],
    ['an unknown type', { type: 'poll', poll: {} }, 100],
    ['four buttons', buttons(4), 131009],
    ['a button title of 21 characters', buttons(1, 'x'.repeat(21)), 131009],
    ['two buttons of one title', buttons(2, 'Oui'), 131009],
    ['eleven list rows over two sections', list([6, 5]), 131009],
    ['two sections without titles', list([1, 1], false), 100],
    ['an image by id and by link', { type: 'image', image: { id: '1', link: 'https://x.test/a.jpg' } }, 131008],
    ['callback data of 513 characters', { ...{ text: { body: 'x' } }, biz_opaque_callback_data: 'x'.repeat(513) }, 100],
    ['no recipient', { to: undefined, text: { body: 'x' } }, 100],
  ])('refuses %s', async (_what, body, code) => {
    expect(await refusal(body)).toEqual({ status: 400, code });
  });

  it('takes what is just within the limits', async () => {
    for (const body of [{ text: { body: '😊'.repeat(4096) } }, buttons(3), list([5, 5])])
      expect((await sandbox.send(body)).status).toBe(200);
  });

  it('plays faults as often as asked: a code, a broken server, a cut before and after acceptance', async () => {
    const fault = (sendError: unknown, times = 1) =>
      sandbox.control('faults', { phoneNumberId: SHOP.phoneNumberId, sendError, times });
    await fault(130429, 2);
    expect(await refusal(hello)).toEqual({ status: 400, code: 130429 });
    expect(await refusal(hello)).toEqual({ status: 400, code: 130429 });
    await fault('http500');
    expect((await sandbox.send(hello)).status).toBe(500);
    await fault('reset');
    await expect(sandbox.send(hello)).rejects.toThrow('fetch failed');
    expect((await ledger()).counts.sends).toBe(0);
    await fault('reset-after');
    await expect(sandbox.send({ ...hello, biz_opaque_callback_data: 'm1' })).rejects.toThrow('fetch failed');
    expect((await sandbox.send({ ...hello, biz_opaque_callback_data: 'm1' })).status).toBe(200);
    expect((await ledger()).counts).toMatchObject({ sends: 2, repeatedCallbackData: 1 });
  });

  it('marks her messages read, shows that the shop is typing, and refuses an unknown message', async () => {
    const [first] = await thread();
    const read = { status: 'read', message_id: first?.wamid, typing_indicator: { type: 'text' }, to: undefined };
    expect((await sandbox.send(read)).json as unknown).toEqual({ success: true });
    expect((await thread())[0]).toMatchObject({ tick: 'read' });
    const board = (await sandbox.call('GET', '/__sandbox/board')).json as { phones: { chats: { typing: boolean }[] }[] };
    expect(board.phones[0]?.chats[0]?.typing).toBe(true);
    expect(await refusal({ ...read, message_id: 'wamid.X' })).toEqual({ status: 400, code: 100 });
  });

  it('keeps media: upload, lookup, download with the token only, and refuses a type WhatsApp does not take', async () => {
    const upload = async (type: string) => {
      const form = new FormData();
      form.set('messaging_product', 'whatsapp');
      form.set('type', type);
      form.set('file', new Blob([Buffer.from([0xff, 0xd8, 0xff, 0x0d, 0x0a])], { type }), 'pagne.jpg');
      const headers = { authorization: `Bearer ${SHOP.accessToken}` };
      return fetch(`${sandbox.url}/v26.0/${SHOP.phoneNumberId}/media`, { method: 'POST', headers, body: form });
    };
    const { id } = (await (await upload('image/jpeg')).json()) as { id: string };
    const { json } = await sandbox.call('GET', `/v26.0/${id}`, undefined, SHOP.accessToken);
    const media = json as { url: string; file_size: string; mime_type: string };
    expect(media).toMatchObject({ messaging_product: 'whatsapp', file_size: '5', mime_type: 'image/jpeg', id });
    const bytes = await fetch(media.url, { headers: { authorization: `Bearer ${SHOP.accessToken}` } });
    expect(Buffer.from(await bytes.arrayBuffer())).toEqual(Buffer.from([0xff, 0xd8, 0xff, 0x0d, 0x0a]));
    expect((await fetch(media.url)).status).toBe(401);
    await sandbox.control('clock', { advanceMs: 6 * 60_000 });
    expect((await fetch(media.url, { headers: { authorization: `Bearer ${SHOP.accessToken}` } })).status).toBe(404);
    expect(((await (await upload('image/gif')).json()) as GraphErrorBody).error.code).toBe(131053);
  });

  it('shows the phone number’s profile and the asked-for fields', async () => {
    const at = (query: string) => sandbox.call('GET', `/v26.0/${SHOP.phoneNumberId}${query}`, undefined, SHOP.accessToken);
    expect((await at('')).json as unknown).toMatchObject({
      verified_name: SHOP.name,
      display_phone_number: '+225 07 00 11 2233',
    });
    expect((await at('?fields=whatsapp_business_manager_messaging_limit')).json as unknown).toEqual({
      whatsapp_business_manager_messaging_limit: 'TIER_250',
      id: SHOP.phoneNumberId,
    });
  });

  it('answers malformed JSON as the Graph API does', async () => {
    const reply = await fetch(`${sandbox.url}/v26.0/${SHOP.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"messaging_product":',
    });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: { code: 100, type: 'OAuthException' } });
  });
});

function buttons(count: number, title?: string): object {
  const replies = Array.from({ length: count }, (_, index) => ({
    type: 'reply',
    reply: { id: `id${index}`, title: title ?? `Choix ${index}` },
  }));
  return { type: 'interactive', interactive: { type: 'button', body: { text: 'Que choisir ?' }, action: { buttons: replies } } };
}

function list(sizes: number[], titled = true): object {
  const sections = sizes.map((size, section) => ({
    ...(titled ? { title: `Zone ${section}` } : {}),
    rows: Array.from({ length: size }, (_, row) => ({ id: `${section}.${row}`, title: `Quartier ${row}` })),
  }));
  return { type: 'interactive', interactive: { type: 'list', body: { text: 'Où ?' }, action: { button: 'Voir', sections } } };
}
