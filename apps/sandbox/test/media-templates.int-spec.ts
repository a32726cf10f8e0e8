import { AMINATA_ID, changeOf, eventually, openChat, SHOP, startReceiver, startTestSandbox } from './harness.js';
import type { Receiver, TestSandbox } from './harness.js';

const DAY = 86_400_000;
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0x0d, 0x0a]);

describe('files and templates of the Cloud API', () => {
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
  });
  afterAll(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const authorization = `Bearer ${SHOP.accessToken}`;
  const upload = async (type = 'image/jpeg', bytes: Buffer = JPEG) => {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('type', type);
    form.set('file', new Blob([new Uint8Array(bytes)], { type }), 'pagne.jpg');
    const address = `${sandbox.url}/v26.0/${SHOP.phoneNumberId}/media`;
    const reply = await fetch(address, { method: 'POST', headers: { authorization }, body: form });
    return (await reply.json()) as { id: string; error?: { code: number } };
  };
  const lookup = (id: string, token = SHOP.accessToken) => sandbox.call('GET', `/v26.0/${id}`, undefined, token);
  const urlOf = async (id: string) => ((await lookup(id)).json as { url: string }).url;
  const fetchFile = (url: string) => fetch(url, { headers: { authorization }, redirect: 'manual' });
  const codeOf = async (body: object) => {
    const { status, json } = await sandbox.send(body);
    return status === 200 ? 200 : (json as { error: { code: number } }).error.code;
  };
  const fault = (mediaError: string) => sandbox.control('faults', { phoneNumberId: SHOP.phoneNumberId, mediaError });
  const inboundImage = async () => {
    const image = { mimeType: 'image/jpeg', data: JPEG.toString('base64') };
    await sandbox.control('inbound', { from: AMINATA_ID, toPhoneNumberId: SHOP.phoneNumberId, image });
    const found = await eventually(() =>
      receiver.received.flatMap((one) => changeOf(one).value.messages ?? []).find((one) => one.type === 'image'),
    );
    return found['image'] as { id: string; url: string };
  };

  it('a file is sent by its id, as the type it is, by the number that uploaded it', async () => {
    const { id } = await upload();
    expect(await codeOf({ type: 'image', image: { id, caption: 'Le pagne' } })).toBe(200);
    expect(await codeOf({ type: 'audio', audio: { id } })).toBe(131053);
    expect(await codeOf({ type: 'image', image: { id: '42' } })).toBe(131009);
    const rival = { ...SHOP, phoneNumberId: '55', businessAccountId: 'WABA_55', phone: '+2250700445566', accessToken: 'rival' };
    await sandbox.control('accounts', rival);
    expect((await lookup(id, 'rival')).status).toBe(400);
  });

  it('an id leads to its file for 30 days after an upload and 7 days when a customer sent it', async () => {
    const uploaded = (await upload()).id;
    const received = (await inboundImage()).id;
    await sandbox.control('clock', { advanceMs: 7 * DAY - 60_000 });
    expect([(await lookup(uploaded)).status, (await lookup(received)).status]).toEqual([200, 200]);
    await sandbox.control('clock', { advanceMs: 120_000 });
    expect([(await lookup(uploaded)).status, (await lookup(received)).status]).toEqual([200, 400]);
    await sandbox.control('clock', { advanceMs: 23 * DAY });
    expect((await lookup(uploaded)).status).toBe(400);
  });

  it('a webhook names the file by its id and by an address, good for five minutes and with the token only', async () => {
    const { url } = await inboundImage();
    expect((await fetch(url)).status).toBe(401);
    expect(Buffer.from(await (await fetchFile(url)).arrayBuffer())).toEqual(JPEG);
    await sandbox.control('clock', { advanceMs: 4 * 60_000 });
    expect((await fetchFile(url)).status).toBe(200);
    await sandbox.control('clock', { advanceMs: 62_000 });
    expect((await fetchFile(url)).status).toBe(404);
  });

  it('a lookup can lie: no such file, another host, another digest', async () => {
    const { id } = await upload();
    await fault('gone');
    expect((await lookup(id)).status).toBe(400);
    await fault('foreign-host');
    expect(new URL(await urlOf(id)).host).toBe('media.invalid');
    await fault('wrong-digest');
    expect((await lookup(id)).json as unknown).toMatchObject({ sha256: '0'.repeat(64) });
  });

  it('a download can fail: expired, broken, sent elsewhere, cut, dripping', async () => {
    const { id } = await upload();
    const url = await urlOf(id);
    for (const [name, status] of [
      ['expired', 404],
      ['500', 500],
      ['redirect', 302],
    ] as const) {
      await fault(name);
      expect([name, (await fetchFile(url)).status]).toEqual([name, status]);
    }
    await fault('reset');
    await expect(fetchFile(url).then((reply) => reply.arrayBuffer())).rejects.toThrow('terminated');
    await fault('drip');
    const dripping = await fetchFile(url);
    const first = await dripping.body!.getReader().read();
    expect((first.value as Uint8Array).length).toBe(1);
    await fault('endless');
    const endless = await fetchFile(url);
    let bytes = 0;
    for await (const chunk of endless.body! as unknown as AsyncIterable<Uint8Array>)
      if ((bytes += chunk.length) > 20_000_000) break;
    expect(bytes).toBeGreaterThan(20_000_000);
  });

  it('files too large or of a type WhatsApp does not take are refused', async () => {
    expect((await upload('image/png', Buffer.alloc(5 * 1024 * 1024 + 1))).error?.code).toBe(131053);
    expect((await upload('application/zip')).error?.code).toBe(131053);
  });

  it('a template waits for its review, is approved, paused, disabled, and each is told', async () => {
    await sandbox.control('accounts', { ...SHOP, reviewsTemplates: true });
    const components = [
      { type: 'BODY', text: 'Bonjour {{1}}' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Suivre', url: 'https://suivi.test/{{1}}' }] },
    ];
    const draft = { name: 'suivi', language: 'fr', category: 'UTILITY', components };
    const path = `/v26.0/${SHOP.businessAccountId}/message_templates`;
    expect((await sandbox.call('POST', path, draft, SHOP.accessToken)).json as unknown).toMatchObject({ status: 'PENDING' });
    const parameters = (text: string) => [{ type: 'text', text }];
    const send = (button: object | undefined = { sub_type: 'url', index: '0', parameters: parameters('42') }) =>
      codeOf({
        type: 'template',
        template: {
          name: 'suivi',
          language: { code: 'fr' },
          components: [{ type: 'body', parameters: parameters('Aminata') }, ...(button ? [{ type: 'button', ...button }] : [])],
        },
      });
    const review = (status: string, reason?: string) =>
      sandbox.control('templates/review', { businessAccountId: SHOP.businessAccountId, name: 'suivi', status, reason });
    expect(await send()).toBe(132001);
    await review('APPROVED');
    expect(await send()).toBe(200);
    expect(await send({ sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'x' }] })).toBe(132012);
    expect(await send({ sub_type: 'url', index: '0', parameters: [] })).toBe(132000);
    await review('PAUSED');
    expect(await send()).toBe(132015);
    await review('DISABLED');
    expect(await send()).toBe(132016);
    await review('REJECTED', 'INVALID_FORMAT');
    expect(await send()).toBe(132001);
    const told = () =>
      receiver.received.map(changeOf).flatMap(({ field, value }) => (field === 'message_template_status_update' ? [value] : []));
    await eventually(() => told().length === 4);
    expect(
      told()
        .map((one) => (one as unknown as { event: string }).event)
        .sort(),
    ).toEqual(
      ['APPROVED', 'DISABLED', 'PAUSED', 'REJECTED'], // prettier-ignore
    );
    const { json } = await sandbox.call('GET', `${path}?status=REJECTED`, undefined, SHOP.accessToken);
    expect(json as unknown).toMatchObject({ data: [{ name: 'suivi', rejected_reason: 'INVALID_FORMAT' }] });
  });
});
