import { createHash, randomBytes } from 'node:crypto';
import { answer, type FluxAsync } from '#api-client';
import { eventually } from '#testing';
import { S3Server } from '../../libs/storage/test/s3-server.js';
import { WholePlatform } from './whole-platform.js';

const NUMBER = { phoneNumberId: '109933334444', businessAccountId: 'WABA_33334444', accessToken: 'EAAB-33334444' };
const AWA = '2250501020304';
const DAY_MS = 86_400_000;
const OWNER = { region: 'eu-west-3', accessKey: 'AKFLUX', secretKey: 'clef-du-seau' };
const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(60_000)]);
const VOICE = Buffer.concat([Buffer.from('OggS'), randomBytes(20_000)]);
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(40_000)]);

interface Bubble {
  direction: 'inbound' | 'outbound';
  type: string;
  media?: { id: string; url: string; caption?: string };
}

/** Files from end to end, in a bucket that conversations and the gateway share by configuration alone. */
describe('a photo', () => {
  let s3: S3Server;
  let platform: WholePlatform;
  let flux: FluxAsync;
  let stranger: FluxAsync;
  let sellerId: string;
  let conversationId: string;

  beforeAll(async () => {
    s3 = await S3Server.start(OWNER);
    platform = await WholePlatform.start(
      {},
      {
        MEDIA_STORE: 's3:flux-medias',
        MEDIA_S3_URL: s3.url,
        MEDIA_S3_REGION: OWNER.region,
        MEDIA_S3_ACCESS_KEY: OWNER.accessKey,
        MEDIA_S3_SECRET_KEY: OWNER.secretKey,
      },
    );
    [flux, stranger] = [platform.client(), platform.client()];
    sellerId = await open(flux, 'Kouadio', '33');
    await open(stranger, 'Adjoua', '44');
    await platform.sandboxed('POST', 'accounts', { ...NUMBER, phone: '2250533334444', name: 'Kouadio' });
    await answer(flux.api.POST('/v1/whatsapp-accounts', { body: { ...NUMBER, phone: '+2250533334444' } }));
    await write({ text: 'Bonjour' });
    conversationId = await eventually(async () => {
      const { items } = await answer(flux.api.GET('/v1/conversations'));
      expect(items).toHaveLength(1);
      return items[0]!.id;
    });
  }, 120_000);

  afterAll(async () => {
    await platform?.stop();
    await s3?.stop();
  });

  async function open(client: FluxAsync, name: string, digits: string): Promise<string> {
    const session = await client.signUp({
      lastName: name,
      firstName: 'Jean',
      email: `${name.toLowerCase()}@exemple.ci`,
      phone: `+22507000000${digits}`,
      password: 'des-chaussures-pour-tous',
      country: "Côte d'Ivoire",
      sector: 'Chaussures',
      shopName: `Boutique ${name}`,
      pickupAddress: 'Abobo',
    });
    return session.sellerId;
  }
  const write = (content: object) =>
    platform.sandboxed<{ wamid: string }>('POST', 'inbound', {
      from: AWA,
      name: 'Awa',
      toPhoneNumberId: NUMBER.phoneNumberId,
      ...content,
    });
  const fault = (mediaError: string) => platform.sandboxed('POST', 'faults', { phoneNumberId: NUMBER.phoneNumberId, mediaError });
  const messages = async () => {
    const params = { path: { conversationId }, query: { limit: 100 } };
    return (await answer(flux.api.GET('/v1/conversations/{conversationId}/messages', { params }))).items;
  };
  const reply = (body: { text?: string; mediaId?: string }) =>
    answer(flux.api.POST('/v1/conversations/{conversationId}/messages', { params: { path: { conversationId } }, body }));
  async function read(mediaId: string, reader = flux) {
    const response = await fetch(`${platform.url}/v1/media/${mediaId}`, {
      headers: { authorization: `Bearer ${reader.token()}` },
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }
  /** The newest file that she sent and that is no longer on its way. */
  const newestFile = (known: ReadonlySet<string>) =>
    eventually(
      async () => {
        const media = (await messages()).find(
          (one) => one.direction === 'inbound' && one.media && !known.has(one.media.id),
        )?.media;
        expect(media?.state).toMatch(/ready|failed/);
        return media!;
      },
      { withinMs: 15_000 },
    );
  const files = async () => new Set((await messages()).flatMap(({ media }) => media?.id ?? []));
  const shown = async () => {
    const { messages: bubbles } = await platform.sandboxed<{ messages: Bubble[] }>('GET', `phones/${AWA}/thread`);
    return bubbles.filter((one) => one.direction === 'outbound' && one.type === 'image');
  };

  it('and a voice note of a customer are fetched, checked, kept in the bucket, and read by her seller alone', async () => {
    await write({ image: { mimeType: 'image/jpeg', data: PHOTO.toString('base64'), caption: 'Ce modèle ?' } });
    await write({ audio: { mimeType: 'audio/ogg; codecs=opus', data: VOICE.toString('base64') } });
    const [voice, photo] = await eventually(async () => {
      const found = (await messages()).filter(({ direction, media }) => direction === 'inbound' && media);
      expect(found.map(({ type, media }) => [type, media!.state])).toEqual([
        ['audio', 'ready'],
        ['image', 'ready'],
      ]);
      return found;
    });
    expect(photo).toMatchObject({ text: expect.stringContaining('Ce modèle ?') as string, media: { sizeBytes: PHOTO.length } });
    expect(await read(photo!.media!.id)).toEqual({ status: 200, type: 'image/jpeg', bytes: PHOTO });
    expect(await read(voice!.media!.id)).toEqual({ status: 200, type: 'audio/ogg', bytes: VOICE });
    expect((await read(photo!.media!.id, stranger)).status).toBe(404);
    expect((await fetch(`${platform.url}/v1/media/${photo!.media!.id}`)).status).toBe(401);
    const kept = [...s3.objects].filter(([key]) => key.startsWith(`/flux-medias/${sellerId}/`));
    expect(kept.map(([, bytes]) => bytes.length).sort()).toEqual([VOICE.length, PHOTO.length].sort());
    const rows = await platform.sql<{ sha256: string }>(`select sha256 from conversations.medias where id_media = $1`, [
      photo!.media!.id,
    ]);
    expect(rows).toEqual([{ sha256: createHash('sha256').update(PHOTO).digest('hex') }]);
  });

  it('of the seller is uploaded once, shows on her phone, and is given to WhatsApp anew when its id has died there', async () => {
    const upload = await fetch(`${platform.url}/v1/media?fileName=Nike.png`, {
      method: 'POST',
      headers: { authorization: `Bearer ${flux.token()}`, 'content-type': 'image/png' },
      body: new Uint8Array(PNG),
    });
    expect(upload.status).toBe(201);
    const { id: mediaId } = (await upload.json()) as { id: string };
    expect((await read(mediaId, stranger)).status).toBe(404);
    const sent = await reply({ mediaId, text: 'La voici' });
    await eventually(async () => expect((await messages()).find(({ id }) => id === sent.id)).toMatchObject({ state: 'read' }));
    const [first] = await shown();
    expect(first).toMatchObject({ media: { caption: 'La voici' } });
    const onPhone = await fetch(`${platform.sandbox.url}/${first!.media!.url}`);
    expect(Buffer.from(await onPhone.arrayBuffer())).toEqual(PNG);
    // WhatsApp keeps an upload for 30 days.
    await platform.sandboxed('POST', 'clock', { advanceMs: 31 * DAY_MS });
    await platform.sql(`update conversations.envois_medias set depose_le = depose_le - interval '31 days' where id_media = $1`, [
      mediaId,
    ]);
    await write({ text: 'Je peux revoir la photo ?' });
    const again = await reply({ mediaId });
    await eventually(async () => expect((await messages()).find(({ id }) => id === again.id)).toMatchObject({ state: 'read' }));
    const [, second] = await shown();
    expect(second!.media!.id).not.toBe(first!.media!.id);
  });

  it.each<[string, string, string | undefined]>([
    ['whose address has expired', 'expired', undefined],
    ['whose download broke off', 'reset', undefined],
    ['that WhatsApp has no more', 'gone', "n'a plus ce fichier"],
    ['at an address that is not WhatsApp’s', 'foreign-host', 'pas chez WhatsApp'],
    ['whose address leads elsewhere', 'redirect', 'pas chez WhatsApp'],
    ['without an end', 'endless', 'dépasse 5 Mo'],
  ])('%s is fetched all the same, or told why not', async (_what, mediaError, problem) => {
    const known = await files();
    await fault(mediaError);
    await write({ image: { mimeType: 'image/jpeg', data: PHOTO.toString('base64') } });
    const media = await newestFile(known);
    if (problem === undefined) expect(await read(media.id)).toMatchObject({ status: 200, bytes: PHOTO });
    else {
      expect(media).toMatchObject({ state: 'failed', problem: expect.stringContaining(problem) as string });
      expect((await read(media.id)).status).toBe(404);
    }
  });

  it('with other bytes than WhatsApp announced is asked for again, and refused in the end', async () => {
    const known = await files();
    for (let n = 0; n < 4; n++) await fault('wrong-digest');
    await write({ image: { mimeType: 'image/jpeg', data: PHOTO.toString('base64') } });
    await eventually(async () => {
      await platform.sql(
        `update conversations.medias set prochaine_tentative = now() where etat = 'a_recuperer' and bail is null`,
      );
      platform.running.get('conversations')!.workers.wake('medias');
      const media = (await messages()).find((one) => one.media && !known.has(one.media.id))?.media;
      expect(media).toMatchObject({
        state: 'failed',
        problem: expect.stringContaining("n'est pas celui qui a été envoyé") as string,
      });
    });
  });
});
