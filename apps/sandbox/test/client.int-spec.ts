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
