import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { GuardedCalls, type ObservedCall } from '../breaker.js';
import { ProviderError } from '../provider-error.js';
import { failure, standIn, type Behaviour, type StandIn } from '../../test/stand-in.js';
import { MediaDownload, mediaOriginsOf } from './media-download.js';
import type { OutboundContent, OutboundMessage } from './outbound-message.js';
import { classifyWhatsAppFault } from './errors.js';
import { WhatsAppClient } from './whatsapp.client.js';

const kouadio = { phoneNumberId: '109988776655443', accessToken: 'EAAG-kouadio' };
const WAMID = 'wamid.HBgNMjI1MDUwNDAzMDIwMRUCABEYEjVGMDAwMDAwMDAwQjBCMDAwMQA=';

const toAminata = (content: OutboundContent, fields: Partial<OutboundMessage> = {}): OutboundMessage => ({
  to: '+2250504030201',
  callbackData: 'msg_7f3a',
  content,
  ...fields,
});
const hello = toAminata({ type: 'text', body: 'Oui, 12 500 F. On livre demain à Cocody ?' });

const accepted = {
  body: {
    messaging_product: 'whatsapp',
    contacts: [{ input: '+2250504030201', wa_id: '2250504030201' }],
    messages: [{ id: WAMID, message_status: 'accepted' }],
  },
};
const graphError = (code: number, status: number, details = 'détails', extra: object = {}): Behaviour => ({
  status,
  body: {
    error: {
      message: `(#${code}) x`,
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details },
      fbtrace_id: 'Az8',
      ...extra,
    },
  },
});

describe('the WhatsApp client', () => {
  let meta: StandIn;
  let whatsapp: WhatsAppClient;
  let observed: ObservedCall[];

  const connect = (options: object = {}) =>
    new WhatsAppClient({ baseUrl: meta.url, timeoutMs: 2_000, observe: (call) => observed.push(call), ...options });

  beforeEach(async () => {
    meta = await standIn(() => accepted);
    observed = [];
    whatsapp = connect();
  });

  afterEach(async () => {
    await meta.close();
    await whatsapp.close();
  });

  describe('sends', () => {
    it('a text to the number with its +, carrying our message id, and gives the wamid', async () => {
      await expect(whatsapp.send(kouadio, { ...hello, contextWamid: 'wamid.Q' })).resolves.toEqual({
        wamid: WAMID,
        waId: '2250504030201',
      });
      expect(meta.seen[0]).toMatchObject({ method: 'POST', url: '/v26.0/109988776655443/messages' });
      expect(meta.seen[0]?.headers).toMatchObject({ authorization: 'Bearer EAAG-kouadio', 'content-type': 'application/json' });
      expect(JSON.parse(meta.seen[0]!.body)).toEqual({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '+2250504030201',
        context: { message_id: 'wamid.Q' },
        biz_opaque_callback_data: 'msg_7f3a',
        type: 'text',
        text: { body: 'Oui, 12 500 F. On livre demain à Cocody ?', preview_url: false },
      });
      expect(observed).toMatchObject([{ provider: 'whatsapp', kind: 'send', ok: true }]);
    });

    it('to a customer without a phone number, by business-scoped id', async () => {
      meta.play(() => ({ body: { contacts: [{ input: 'CI.24', user_id: 'CI.24' }], messages: [{ id: WAMID }] } }));
      await expect(whatsapp.send(kouadio, { ...hello, to: { bsuid: 'CI.24681357902468135790' } })).resolves.toEqual({
        wamid: WAMID,
      });
      const sent = JSON.parse(meta.seen[0]!.body) as Record<string, unknown>;
      expect(sent).toMatchObject({ recipient: 'CI.24681357902468135790' });
      expect(sent).not.toHaveProperty('to');
    });

    it.each<[string, OutboundContent, object]>([
      [
        'an image',
        { type: 'image', media: { id: '10' }, caption: 'Pagne' },
        { type: 'image', image: { id: '10', caption: 'Pagne' } },
      ],
      [
        'a document',
        { type: 'document', media: { link: 'https://cdn.fluxasync.test/f.pdf' }, filename: 'Facture.pdf' },
        { type: 'document', document: { link: 'https://cdn.fluxasync.test/f.pdf', filename: 'Facture.pdf' } },
      ],
      [
        'a video',
        { type: 'video', media: { id: '12' }, caption: 'Le tissu' },
        { type: 'video', video: { id: '12', caption: 'Le tissu' } },
      ],
      [
        'a place',
        { type: 'location', latitude: 5.35, longitude: -4, name: 'Boutique' },
        { type: 'location', location: { latitude: 5.35, longitude: -4, name: 'Boutique' } },
      ],
      [
        'a button that opens a page',
        { type: 'link', body: 'Votre facture', text: 'Payer', url: 'https://pay.fluxasync.test/42' },
        {
          type: 'interactive',
          interactive: {
            type: 'cta_url',
            body: { text: 'Votre facture' },
            action: { name: 'cta_url', parameters: { display_text: 'Payer', url: 'https://pay.fluxasync.test/42' } },
          },
        },
      ],
      ['a voice note', { type: 'audio', media: { id: '11' } }, { type: 'audio', audio: { id: '11' } }],
      [
        'buttons',
        {
          type: 'buttons',
          header: 'Commande 42',
          body: '25 000 F',
          footer: 'Kouadio',
          buttons: [{ id: 'confirmer:cmd_42', title: 'Confirmer' }],
        },
        {
          type: 'interactive',
          interactive: {
            type: 'button',
            header: { type: 'text', text: 'Commande 42' },
            body: { text: '25 000 F' },
            footer: { text: 'Kouadio' },
            action: { buttons: [{ type: 'reply', reply: { id: 'confirmer:cmd_42', title: 'Confirmer' } }] },
          },
        },
      ],
      [
        'a list',
        {
          type: 'list',
          body: 'Zone ?',
          button: 'Voir',
          sections: [{ title: 'Abidjan', rows: [{ id: 'zone:cocody', title: 'Cocody', description: '1500 F' }] }],
        },
        {
          type: 'interactive',
          interactive: {
            type: 'list',
            body: { text: 'Zone ?' },
            action: {
              button: 'Voir',
              sections: [{ title: 'Abidjan', rows: [{ id: 'zone:cocody', title: 'Cocody', description: '1500 F' }] }],
            },
          },
        },
      ],
      [
        'a request for the location',
        { type: 'locationRequest', body: 'Où livrer ?' },
        {
          type: 'interactive',
          interactive: { type: 'location_request_message', body: { text: 'Où livrer ?' }, action: { name: 'send_location' } },
        },
      ],
      [
        'a template',
        {
          type: 'template',
          name: 'confirmation_commande',
          language: 'fr',
          header: { image: { id: '12' } },
          body: ['Aminata', 'CMD-42'],
          buttons: [
            { index: 0, kind: 'quick_reply', payload: 'STOP_PROMO' },
            { index: 1, kind: 'url', suffix: 'CMD-42' },
          ],
        },
        {
          type: 'template',
          template: {
            name: 'confirmation_commande',
            language: { code: 'fr' },
            components: [
              { type: 'header', parameters: [{ type: 'image', image: { id: '12' } }] },
              {
                type: 'body',
                parameters: [
                  { type: 'text', text: 'Aminata' },
                  { type: 'text', text: 'CMD-42' },
                ],
              },
              { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'STOP_PROMO' }] },
              { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'CMD-42' }] },
            ],
          },
        },
      ],
      [
        'a template with named values',
        { type: 'template', name: 'relance', language: 'fr_CI', body: { prenom: 'Aminata' } },
        {
          type: 'template',
          template: {
            name: 'relance',
            language: { code: 'fr_CI' },
            components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'prenom', text: 'Aminata' }] }],
          },
        },
      ],
      [
        'a reaction',
        { type: 'reaction', wamid: WAMID, emoji: '✅' },
        { type: 'reaction', reaction: { message_id: WAMID, emoji: '✅' } },
      ],
      [
        'the end of a reaction',
        { type: 'reaction', wamid: WAMID, emoji: '' },
        { type: 'reaction', reaction: { message_id: WAMID, emoji: '' } },
      ],
    ])('%s', async (_what, content, wire) => {
      await whatsapp.send(kouadio, toAminata(content));
      expect(JSON.parse(meta.seen[0]!.body)).toMatchObject(wire);
    });

    it('many messages over kept-alive connections', async () => {
      for (let message = 0; message < 5; message++) await whatsapp.send(kouadio, hello);
      expect(new Set(meta.seen.map((request) => request.connection)).size).toBeLessThanOrEqual(2);
    });
  });

  describe('refuses before the call', () => {
    const row = (id: number) => ({ id: `r${id}`, title: `Ligne ${id}` });
    const button = (id: number) => ({ id: `b${id}`, title: `Bouton ${id}` });
    it.each<[string, OutboundMessage, string]>([
      ['a number without +', { ...hello, to: '2250504030201' }, 'to'],
      ['a number with spaces', { ...hello, to: '+225 05 04 03 02 01' }, 'to'],
      ['no message id', { ...hello, callbackData: '' }, 'callbackData'],
      ['a message id above 512 bytes', { ...hello, callbackData: 'é'.repeat(257) }, 'callbackData'],
      ['an empty text', toAminata({ type: 'text', body: ' ' }), 'text.body'],
      ['a text above 4096 characters', toAminata({ type: 'text', body: '🌸'.repeat(4097) }), 'text.body'],
      ['a long caption', toAminata({ type: 'image', media: { id: '1' }, caption: 'x'.repeat(1025) }), 'image.caption'],
      ['a link that is no address', toAminata({ type: 'audio', media: { link: 'file:///etc/passwd' } }), 'audio.link'],
      ['a place off the globe', toAminata({ type: 'location', latitude: 95, longitude: 0 }), 'location.latitude'],
      ['a page that is no address', toAminata({ type: 'link', body: 'x', text: 'y', url: 'javascript:1' }), 'link.url'],
      ['four buttons', toAminata({ type: 'buttons', body: 'x', buttons: [1, 2, 3, 4].map(button) }), 'buttons'],
      [
        'two buttons with one title',
        toAminata({ type: 'buttons', body: 'x', buttons: [button(1), { ...button(1), id: 'b2' }] }),
        'buttons.title',
      ],
      [
        'a long button',
        toAminata({ type: 'buttons', body: 'x', buttons: [{ id: 'a', title: 'x'.repeat(21) }] }),
        'buttons.title',
      ],
      [
        'eleven rows over two sections',
        toAminata({
          type: 'list',
          body: 'x',
          button: 'y',
          sections: [
            { title: 'a', rows: [1, 2, 3, 4, 5, 6].map(row) },
            { title: 'b', rows: [7, 8, 9, 10, 11].map(row) },
          ],
        }),
        'list.rows',
      ],
      [
        'two sections without titles',
        toAminata({ type: 'list', body: 'x', button: 'y', sections: [{ rows: [row(1)] }, { rows: [row(2)] }] }),
        'list.sections.title',
      ],
      [
        'two rows with one id',
        toAminata({ type: 'list', body: 'x', button: 'y', sections: [{ rows: [row(1), row(1)] }] }),
        'list.rows.id',
      ],
      ['a template name with capitals', toAminata({ type: 'template', name: 'Promo', language: 'fr' }), 'template.name'],
    ])('%s', async (_what, message, field) => {
      const error = await failure(whatsapp.send(kouadio, message), ProviderError);
      expect(error).toMatchObject({ code: 'invalid_message', action: 'reject' });
      expect(error.message).toContain(`${field} `);
      expect(meta.seen).toHaveLength(0);
    });

    it('but lets 4096 emoji through', async () => {
      await whatsapp.send(kouadio, toAminata({ type: 'text', body: '🌸'.repeat(4096) }));
      expect(meta.seen).toHaveLength(1);
    });
  });

  describe('classifies', () => {
    it.each<[number, number, string, Partial<ProviderError>]>([
      [190, 401, 'an expired token', { action: 'reconnect', scope: 'account' }],
      [0, 401, 'an invalid token', { action: 'reconnect' }],
      [10, 403, 'a missing permission', { action: 'stop-account' }],
      [240, 403, 'a permission of the 200 family', { action: 'stop-account' }],
      [2, 503, 'a service that is down', { action: 'retry', outage: true }],
      [131016, 500, 'a service that is unavailable', { action: 'retry', outage: true }],
      [4, 400, 'too many calls of the app', { action: 'wait', scope: 'provider' }],
      [80007, 400, 'too many calls of the account', { action: 'wait', scope: 'account' }],
      [130429, 400, 'too many messages a second', { action: 'wait', scope: 'account' }],
      [131056, 400, 'too many messages to one person', { action: 'wait', scope: 'recipient', retryAfterMs: 6_000 }],
      [131049, 400, 'the marketing limit', { action: 'wait', scope: 'recipient', retryAfterMs: 86_400_000 }],
      [131048, 400, 'a spam restriction', { action: 'restrict', scope: 'account' }],
      [368, 403, 'a policy block', { action: 'stop-account' }],
      [131021, 400, 'a message to oneself', { action: 'reject' }],
      [131026, 400, 'a number that is not on WhatsApp', { action: 'stop-recipient' }],
      [131047, 400, 'a closed 24-hour window', { action: 'reject' }],
      [131050, 400, 'an opt-out', { action: 'stop-recipient' }],
      [132001, 404, 'a template that does not exist', { action: 'reject' }],
      [100, 400, 'a wrong parameter', { action: 'reject', outage: false }],
      [999_999, 400, 'a code nobody knows', { action: 'reject' }],
      [999_999, 500, 'a code nobody knows with HTTP 500', { action: 'retry' }],
    ])('%i (HTTP %i): %s', async (code, status, _what, expected) => {
      meta.play(() => graphError(code, status));
      const error = await failure(whatsapp.send(kouadio, hello), ProviderError);
      expect(error).toMatchObject({ provider: 'whatsapp', code: String(code), httpStatus: status, ...expected });
      expect(error.explanationFr.length).toBeGreaterThan(10);
      expect(observed).toMatchObject([{ kind: 'send', ok: false, code: String(code) }]);
    });

    it.each<[ProviderError['action'], number[]]>([
      ['reconnect', [0, 190]],
      ['restrict', [131048, 131064]],
      ['stop-account', [3, 10, 200, 299, 131005, 368, 131031, 130497, 131042, 131037, 131045, 133010]],
      ['retry', [1, 2, 131000, 131016, 133004]],
      ['wait', [4, 80007, 130429, 131049, 131056, 131057]],
      ['stop-recipient', [131026, 131050, 130403]],
      ['reject', [33, 100, 131008, 131009, 131021, 131047, 130472, 131051, 131052, 131053, 131062]],
      ['reject', [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018]],
    ])('as %s, whatever the HTTP status, with words for the seller: %j', (action, codes) => {
      for (const code of codes) {
        const error = classifyWhatsAppFault({ code, message: 'English words' });
        expect({ code, action: error.action }).toEqual({ code, action });
        expect(error.explanationFr).toMatch(/^[A-ZÀ-Ý].{20,}\.$/s);
        expect(error.explanationFr).not.toContain('English');
        expect(classifyWhatsAppFault({ code }, { status: 503 }).action).toBe(action);
      }
    });

    it('a fault Meta calls transient as one to try again', async () => {
      meta.play(() => graphError(424_242, 400, 'x', { is_transient: true }));
      expect((await failure(whatsapp.send(kouadio, hello), ProviderError)).action).toBe('retry');
    });

    it('a limit with the delay Meta asks for', async () => {
      meta.play(() => ({ ...(graphError(80007, 429) as object), headers: { 'retry-after': '17' } }));
      expect((await failure(whatsapp.send(kouadio, hello), ProviderError)).retryAfterMs).toBe(17_000);
    });

    it("without repeating the customer's number, which Meta quotes in its texts", async () => {
      meta.play(() => graphError(131026, 400, 'Unable to deliver to +2250504030201'));
      expect((await failure(whatsapp.send(kouadio, hello), ProviderError)).message).not.toContain('0504030201');
    });
  });

  describe('tells a message that may be on its way from one that is not', () => {
    const send = () => failure(whatsapp.send(kouadio, hello), ProviderError);

    it('a connection cut after the request left: unknown', async () => {
      meta.play(() => 'reset');
      expect(await send()).toMatchObject({ code: 'connection_lost', action: 'unknown', outage: true });
    });

    it('no answer in time after the request left: unknown', async () => {
      whatsapp = connect({ timeoutMs: 150 });
      meta.play(() => 'hang');
      expect(await send()).toMatchObject({ code: 'timeout', action: 'unknown', outage: true });
    });

    it.each<Behaviour>(['reset', { status: 502, body: 'x' }])(
      'without the token in the error of %j, for errors are logged',
      async (behaviour) => {
        meta.play(() => behaviour);
        expect(inspect(await send(), { depth: 10, showHidden: true })).not.toContain('EAAG');
      },
    );

    it('nobody listening: try again', async () => {
      await meta.close();
      expect(await send()).toMatchObject({ code: 'connect_failed', action: 'retry', outage: true });
    });

    it("a gateway's HTML 502: unknown", async () => {
      meta.play(() => ({ status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }));
      expect(await send()).toMatchObject({ code: 'http_502', action: 'unknown', outage: true });
    });

    it.each([
      ['an HTML page', '<html>'],
      ['no message id', { messaging_product: 'whatsapp', messages: [] }],
    ])('HTTP 200 with %s: unknown', async (_what, body) => {
      meta.play(() => ({ body }));
      expect(await send()).toMatchObject({ code: 'bad_answer', action: 'unknown' });
    });

    it('a read that times out: try again, nothing can have happened', async () => {
      whatsapp = connect({ timeoutMs: 150 });
      meta.play(() => 'hang');
      expect(await failure(whatsapp.mediaInfo(kouadio, '1'), ProviderError)).toMatchObject({ code: 'timeout', action: 'retry' });
    });

    it('a token with a line break: refused here', async () => {
      const error = await failure(whatsapp.send({ ...kouadio, accessToken: 'EAAG\r\nx: y' }, hello), ProviderError);
      expect(error).toMatchObject({ code: 'invalid_request', action: 'reject' });
      expect(meta.seen).toHaveLength(0);
    });
  });

  it('stops calling while WhatsApp is down, and not because one token is dead', async () => {
    whatsapp = connect({ breaker: { window: 3, minimumCalls: 3 } });
    meta.play(() => graphError(190, 401));
    for (let call = 0; call < 5; call++) await failure(whatsapp.send(kouadio, hello), ProviderError);
    meta.play(() => graphError(131016, 500));
    for (let call = 0; call < 3; call++) await failure(whatsapp.send(kouadio, hello), ProviderError);
    const before = meta.seen.length;
    expect(await failure(whatsapp.send(kouadio, hello), ProviderError)).toMatchObject({ code: 'circuit_open', action: 'wait' });
    expect(meta.seen).toHaveLength(before);
  });

  it('marks a message as read and shows that an answer is being written', async () => {
    meta.play(() => ({ body: { success: true } }));
    await whatsapp.markRead(kouadio, WAMID, { typing: true });
    expect(JSON.parse(meta.seen[0]!.body)).toEqual({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: WAMID,
      typing_indicator: { type: 'text' },
    });
  });

  it('creates a template', async () => {
    meta.play(() => ({ body: { id: '1689556908120001', status: 'PENDING', category: 'UTILITY' } }));
    const components = [{ type: 'BODY', text: 'Bonjour {{prenom}}' }];
    const template = { name: 'relance', language: 'fr', category: 'UTILITY', components, parameterFormat: 'named' } as const;
    await expect(whatsapp.createTemplate('104857600112233', 'EAAG', template)).resolves.toMatchObject({ status: 'PENDING' });
    expect(meta.seen[0]?.path).toBe('/v26.0/104857600112233/message_templates');
    expect(JSON.parse(meta.seen[0]!.body)).toMatchObject({ name: 'relance', parameter_format: 'named', components });
  });

  it('lists templates to the last page, without following the address Meta gives for it', async () => {
    const template = (id: string) => ({ id, name: `t${id}`, language: 'fr', status: 'APPROVED', category: 'UTILITY' });
    meta.play((request) =>
      request.query.get('after') === 'c1'
        ? { body: { data: [template('2')], paging: { cursors: { after: 'c2' } } } }
        : { body: { data: [template('1')], paging: { cursors: { after: 'c1' }, next: 'http://elsewhere.test/steal' } } },
    );
    const listed = await whatsapp.listTemplates('104857600112233', 'EAAG');
    expect(listed.map((entry) => entry.name)).toEqual(['t1', 't2']);
    expect(meta.seen).toHaveLength(2);
  });

  describe('uploads a file to send', () => {
    const photo = { bytes: Buffer.from([0xff, 0xd8, 0xff, 0x0d, 0x0a, 0x00]), mimeType: 'image/jpeg', filename: 'Reçu "1".jpg' };

    it('as a form with its type and its bytes untouched, and gives the id', async () => {
      meta.play(() => ({ body: { id: '1037543291540001' } }));
      await expect(whatsapp.uploadMedia(kouadio, photo)).resolves.toBe('1037543291540001');
      const [seen] = meta.seen;
      expect(seen).toMatchObject({ method: 'POST', url: '/v26.0/109988776655443/media' });
      expect(seen?.headers).toMatchObject({ authorization: 'Bearer EAAG-kouadio' });
      const form = await new Response(new Uint8Array(seen!.bytes), {
        headers: { 'content-type': seen!.headers['content-type']! },
      }).formData();
      expect([form.get('messaging_product'), form.get('type')]).toEqual(['whatsapp', 'image/jpeg']);
      const file = form.get('file') as File;
      expect({ name: file.name, type: file.type }).toEqual({ name: 'Reçu "1".jpg', type: 'image/jpeg' });
      expect(Buffer.from(await file.arrayBuffer())).toEqual(photo.bytes);
    });

    it.each([
      ['a type WhatsApp does not take', { ...photo, mimeType: 'image/gif' }],
      ['an empty file', { ...photo, bytes: Buffer.alloc(0) }],
      ['a photo above 5 MB', { ...photo, bytes: Buffer.alloc(5 * 1024 * 1024 + 1) }],
    ])('but not %s', async (_what, file) => {
      expect(await failure(whatsapp.uploadMedia(kouadio, file), ProviderError)).toMatchObject({
        code: 'invalid_media',
        action: 'reject',
      });
      expect(meta.seen).toHaveLength(0);
    });

    it('again when the first try got no answer: a second copy does no harm', async () => {
      meta.play(() => 'reset');
      expect(await failure(whatsapp.uploadMedia(kouadio, photo), ProviderError)).toMatchObject({ action: 'retry' });
    });
  });

  describe('fetches what a customer sent', () => {
    const file = Buffer.from([0xff, 0xd8, 1, 2, 3]);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const info = (url: string, fields: object = {}) => ({
      body: { messaging_product: 'whatsapp', url, mime_type: 'image/jpeg', sha256, file_size: '5', id: '1003', ...fields },
    });
    const plays = (download: () => Behaviour, url = () => `${meta.url}/attachments/?mid=1003`, fields: object = {}) =>
      meta.play((request) => (request.path.startsWith('/attachments') ? download() : info(url(), fields)));

    it('with the token, after asking for its address', async () => {
      plays(() => ({ body: file }));
      const got = await whatsapp.downloadMedia(kouadio, '1003', { sha256: createHash('sha256').update(file).digest('base64') });
      expect(got).toEqual({ bytes: file, mimeType: 'image/jpeg' });
      expect(meta.seen.map((request) => request.url)).toEqual([
        '/v26.0/1003?phone_number_id=109988776655443',
        '/attachments/?mid=1003',
      ]);
      expect(meta.seen[1]?.headers.authorization).toBe('Bearer EAAG-kouadio');
    });

    it('reads the size, a string on the wire', async () => {
      plays(() => ({ body: file }));
      expect((await whatsapp.mediaInfo(kouadio, '1003')).sizeBytes).toBe(5);
    });

    it('asks once for a new address when the first has expired', async () => {
      let downloads = 0;
      plays(() => (++downloads === 1 ? { status: 404, body: 'expired' } : { body: file }));
      expect((await whatsapp.downloadMedia(kouadio, '1003')).bytes).toEqual(file);
      for (const status of [401, 403, 404, 410]) {
        plays(() => ({ status, body: 'expired' }));
        expect(await failure(whatsapp.downloadMedia(kouadio, '1003'), ProviderError)).toMatchObject({ code: 'media_expired' });
      }
    });

    it('never from another host: the token stays here', async () => {
      const other = await standIn(() => ({ body: file }));
      plays(
        () => ({ body: file }),
        () => `${other.url}/attachments`,
      );
      expect(await failure(whatsapp.downloadMedia(kouadio, '1003'), ProviderError)).toMatchObject({
        code: 'media_host',
        action: 'reject',
      });
      plays(() => ({ status: 302, headers: { location: `${other.url}/attachments` } }));
      expect(await failure(whatsapp.downloadMedia(kouadio, '1003'), ProviderError)).toMatchObject({ code: 'media_host' });
      expect(other.seen).toHaveLength(0);

      whatsapp = connect({ mediaOrigins: [`${other.url}/any/path`] });
      plays(
        () => ({ body: file }),
        () => `${other.url}/attachments`,
      );
      expect((await whatsapp.downloadMedia(kouadio, '1003')).bytes).toEqual(file);
      await other.close();
    });

    it.each([
      'http://127.0.0.1:8090/whatsapp_business/attachments/',
      'http://lookaside.fbsbx.com/x',
      'https://lookaside.fbsbx.com:8443/x',
      'https://lookaside.fbsbx.com.example/x',
      'https://lookaside.fbsbx.com@example.ci/x',
      'http://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
    ])('from Meta alone unless configured otherwise: not from %s', async (url) => {
      const origins = mediaOriginsOf(new URL('https://graph.facebook.com'));
      expect([...origins]).toEqual(['https://graph.facebook.com', 'https://lookaside.fbsbx.com']);
      const media = new MediaDownload(origins, new GuardedCalls('whatsapp'), 1_000);
      const fetched = media.fetch(url, kouadio.accessToken, { maxBytes: 10, timeoutMs: 1_000 });
      expect(await failure(fetched, ProviderError)).toMatchObject({ code: 'media_host' });
      await media.close();
    });

    it('not at all when Meta says that it is too large', async () => {
      plays(() => ({ body: file }), undefined, { file_size: '5000' });
      const error = await failure(whatsapp.downloadMedia(kouadio, '1003', { maxBytes: 4_999 }), ProviderError);
      expect(error).toMatchObject({ code: 'answer_too_large', action: 'reject' });
      expect(meta.seen).toHaveLength(1);
    });

    it('up to the size limit', async () => {
      plays(() => ({ body: Buffer.alloc(2_000_000) }));
      const error = await failure(whatsapp.downloadMedia(kouadio, '1003', { maxBytes: 100_000 }), ProviderError);
      expect(error).toMatchObject({ code: 'answer_too_large', action: 'reject' });
    });

    it('within the time limit', async () => {
      plays(() => 'hang');
      const error = await failure(whatsapp.downloadMedia(kouadio, '1003', { timeoutMs: 120 }), ProviderError);
      expect(error).toMatchObject({ code: 'timeout', action: 'retry' });
    });

    it('not when the bytes are not those announced', async () => {
      plays(() => ({ body: Buffer.from('autre chose') }));
      expect(await failure(whatsapp.downloadMedia(kouadio, '1003'), ProviderError)).toMatchObject({ code: 'media_digest' });
    });
  });
});
