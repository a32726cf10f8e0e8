import { ProviderError, WhatsAppClient } from '#providers';
import { AMINATA_ID, changeOf, eventually, openChat, SHOP, startReceiver, startTestSandbox } from './harness.js';
import type { Receiver, TestSandbox } from './harness.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0x0d, 0x0a, 0x00, 0x2d, 0x2d]);
const account = { phoneNumberId: SHOP.phoneNumberId, accessToken: SHOP.accessToken };

/** The platform's own client against the sandbox: the two must mean the same wire. */
describe('the platform’s WhatsApp client at the sandbox', () => {
  let receiver: Receiver;
  let sandbox: TestSandbox;
  let whatsapp: WhatsAppClient;

  beforeAll(async () => {
    receiver = await startReceiver();
    sandbox = await startTestSandbox(receiver);
    await openChat(sandbox);
    whatsapp = new WhatsAppClient({ baseUrl: sandbox.url, timeoutMs: 2000 });
  });
  afterAll(async () => {
    await whatsapp.close();
    await sandbox.close();
    await receiver.close();
  });

  const to = `+${AMINATA_ID}`;
  const failureOf = (promise: Promise<unknown>) => promise.then(() => undefined, (error: unknown) => error as ProviderError); // prettier-ignore
  const fault = (body: object) => sandbox.control('faults', { phoneNumberId: SHOP.phoneNumberId, ...body });
  const thread = async () =>
    ((await sandbox.call('GET', `/__sandbox/phones/${AMINATA_ID}/thread`)).json as { messages: { type: string; text: string }[] })
      .messages;

  it('uploads a photo and sends it, with everything else a shop writes', async () => {
    const id = await whatsapp.uploadMedia(account, { bytes: JPEG, mimeType: 'image/jpeg', filename: 'pagne.jpg' });
    const media = { id };
    const contents = [
      { type: 'image', media, caption: 'Le pagne' },
      { type: 'document', media, filename: 'Facture.pdf' },
      { type: 'video', media: { link: 'https://cdn.fluxasync.test/v.mp4' } },
      { type: 'audio', media: { link: 'https://cdn.fluxasync.test/a.ogg' } },
      { type: 'location', latitude: 5.35, longitude: -4, name: 'Boutique' },
      { type: 'locationRequest', body: 'Où livrer ?' },
      { type: 'link', body: 'Votre facture', text: 'Payer', url: 'https://pay.fluxasync.test/42' },
      { type: 'buttons', body: 'On confirme ?', buttons: [{ id: 'oui', title: 'Confirmer' }] },
      { type: 'list', body: 'Zone ?', button: 'Voir', sections: [{ rows: [{ id: 'z1', title: 'Cocody' }] }] },
    ] as const;
    for (const [index, content] of contents.entries())
      await whatsapp.send(account, { to, callbackData: `m${index}`, content: structuredClone(content) as never });
    expect((await thread()).slice(1).map((message) => message.type)).toEqual(
      ['image', 'document', 'video', 'audio', 'location', 'interactive', 'interactive', 'interactive', 'interactive'], // prettier-ignore
    );
  });

  it('fetches what a customer sent, and is not led elsewhere, held up or given another file', async () => {
    const image = { mimeType: 'image/jpeg', data: JPEG.toString('base64') };
    await sandbox.control('inbound', { from: AMINATA_ID, toPhoneNumberId: SHOP.phoneNumberId, image });
    const found = await eventually(() =>
      receiver.received.flatMap((one) => changeOf(one).value.messages ?? []).find((one) => one.type === 'image'),
    );
    const { id, sha256 } = found['image'] as { id: string; sha256: string };
    const fetching = (limits: object = {}) => whatsapp.downloadMedia(account, id, { sha256, ...limits });
    expect((await fetching()).bytes).toEqual(JPEG);
    await fault({ mediaError: 'expired' });
    expect((await fetching()).bytes).toEqual(JPEG);
    const outcomes: [string, string][] = [];
    for (const mediaError of ['foreign-host', 'wrong-digest', 'redirect', 'endless', 'drip', 'gone']) {
      await fault({ mediaError });
      outcomes.push([mediaError, (await failureOf(fetching({ timeoutMs: 500, maxBytes: 1_000_000 })))?.code ?? 'none']);
    }
    expect(outcomes).toEqual([
      ['foreign-host', 'media_host'],
      ['wrong-digest', 'media_digest'],
      ['redirect', 'media_host'],
      ['endless', 'answer_too_large'],
      ['drip', 'timeout'],
      ['gone', '100'],
    ]);
  });

  /** Every code that Meta documents, by what a sender does about it. */
  it.each<[action: string, codes: number[]]>([
    ['reconnect', [0, 190]],
    ['stop-account', [3, 10, 200, 131005, 368, 131031, 130497, 131042, 131037, 131045, 133010]],
    ['restrict', [131048, 131064]],
    ['retry', [1, 2, 131000, 131016, 133004]],
    ['wait', [4, 80007, 130429, 131049, 131056, 131057]],
    ['stop-recipient', [131026, 131050, 130403]],
    ['reject', [33, 100, 131008, 131009, 131021, 131047, 130472, 131051, 131052, 131053, 131062]],
    ['reject', [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018]],
  ])('every code of Meta’s is answered by one and understood by the other: %s', async (action, codes) => {
    // A client of its own: the services that are said to be down would open the other's circuit.
    const patient = new WhatsAppClient({ baseUrl: sandbox.url, breaker: { window: 100, minimumCalls: 100 } });
    for (const sendError of codes) {
      await fault({ sendError });
      const sending = patient.send(account, { to, callbackData: 'm', content: { type: 'text', body: 'Bonjour' } });
      expect([sendError, await failureOf(sending)]).toMatchObject([sendError, { code: String(sendError), action }]);
    }
    await patient.close();
  });

  it('tells what may be repeated from what may be on its way', async () => {
    const send = () => whatsapp.send(account, { to, callbackData: 'm', content: { type: 'text', body: 'Bonjour' } });
    const actions: (string | undefined)[] = [];
    for (const sendError of [130429, 131056, 131047, 190, 'http502', 'reset-after']) {
      await fault({ sendError });
      actions.push((await failureOf(send()))?.action);
    }
    expect(actions).toEqual(['wait', 'wait', 'reject', 'reconnect', 'unknown', 'unknown']);
    await fault({ sendError: 130429, http: 429, retryAfter: 7 });
    expect(await failureOf(send())).toMatchObject({ action: 'wait', retryAfterMs: 7000 });
  });
});
