import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import {
  EraseProspect,
  GetMedia,
  ListConversations,
  ListMessages,
  type MediaView,
  type MessageView,
  ProductUpdatedV1,
  RegisterMedia,
  WhatsAppAccountConnectedV1,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { FolderStore } from '#storage';
import { eventually, type World } from '#testing';
import type { FakeFile } from './fake-media.js';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

describe('files of customers', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];
  let shop: Shop;
  let aminata: Customer;
  let store: FolderStore;

  beforeAll(async () => {
    ({ world, whatsapp, service, stop } = await startStage());
    shop = await new Shop(world, service).open();
    aminata = new Customer(whatsapp, 'Aminata Traoré');
    store = new FolderStore(world.mediaFolder);
  }, STAGE_MS);
  afterAll(() => stop?.());

  const photo = (size = 5_000): FakeFile => ({ bytes: randomBytes(size), mimeType: 'image/jpeg' });
  /** Sends a file and @returns its message's wamid. */
  async function send(file: FakeFile, more: Record<string, unknown> = {}, type = 'image', from = aminata): Promise<string> {
    const announced = { ...whatsapp.media.keep(newId(), file), ...more };
    const item = from.item('', { type, [type]: announced, text: undefined });
    await shop.update('message', item, from.contact);
    return String(item['id']);
  }
  const inbox = async (): Promise<MessageView[]> => {
    const { items } = await world.ask(ListConversations, { limit: 50 }, shop.sellerId);
    return (
      await Promise.all(items.map(({ id }) => world.ask(ListMessages, { conversationId: id, limit: 100 }, shop.sellerId)))
    ).flatMap((page) => page.items);
  };
  async function mediaOf(wamid: string, state: MediaView['state']): Promise<MediaView> {
    return eventually(async () => {
      const [row] = await shop.rows<{ id: string }>('select id_message as id from messages where wamid = $1', [wamid]);
      const media = (await inbox()).find(({ id }) => id === row?.id)?.media;
      expect(media?.state).toBe(state);
      return media!;
    });
  }
  const get = (mediaId: string, sellerId = shop.sellerId) => world.ask(GetMedia, { mediaId }, sellerId);
  const bytesOf = async (key: string) => buffer((await store.open(key))!.stream);

  it('are fetched once, checked, and shown with their message', async () => {
    const file = { ...photo(), deadAddresses: 1 };
    const wamid = await send(file, { caption: 'Je veux ce modèle' });
    const media = await mediaOf(wamid, 'ready');
    expect(media).toMatchObject({ kind: 'image', mimeType: 'image/jpeg', sizeBytes: 5_000 });
    const found = await get(media.id);
    const now = new Date().toISOString();
    expect(found.key).toBe(`${shop.sellerId}/${now.slice(0, 4)}/${now.slice(5, 7)}/${media.id}`);
    expect(found.sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'));
    expect(await bytesOf(found.key)).toEqual(file.bytes);
    const [row] = await shop.rows<{ n: number }>('select tentatives as n from medias where id_media = $1', [media.id]);
    expect(row).toEqual({ n: 1 });
    expect(whatsapp.media.fetched).toHaveLength(1);
    await expect(get(media.id, newId())).rejects.toMatchObject({ code: 'MEDIA_NOT_FOUND' });
  });

  it('keep their name, also an echo from the phone of the seller; a message without its file says so', async () => {
    const pdf = { bytes: Buffer.from('%PDF-1.7'), mimeType: 'application/pdf' };
    const document = await mediaOf(await send(pdf, { filename: 'Reçu\u202e Orange\r\nMoney.pdf' }, 'document'), 'ready');
    expect(document).toMatchObject({ kind: 'document', fileName: 'Reçu OrangeMoney.pdf' });
    const voice = whatsapp.media.keep(newId(), { bytes: Buffer.from('OggS'), mimeType: 'audio/ogg; codecs=opus' });
    const echo: Record<string, unknown> = {
      ...aminata.item(''),
      from: shop.phoneNumberId,
      to: aminata.waId,
      type: 'audio',
      audio: { ...voice, voice: true },
    };
    await shop.update('echo', echo);
    expect(await mediaOf(echo['id'] as string, 'ready')).toMatchObject({ kind: 'audio', mimeType: 'audio/ogg; codecs=opus' });
    const lost = aminata.item('', { type: 'sticker', sticker: 'rien' });
    await shop.update('message', lost, aminata.contact);
    expect(await mediaOf(lost['id'] as string, 'failed')).toMatchObject({
      kind: 'sticker',
      problem: expect.stringContaining('pas joint') as string,
    });
  });

  it.each<[what: string, file: () => FakeFile, problem: string]>([
    ['too large', () => photo(5 * 1024 * 1024 + 1), 'Le fichier dépasse 5 Mo, le maximum pour une photo.'],
    [
      'at an address that is not WhatsApp’s',
      () => ({ ...photo(), origin: 'https://lookaside.fbsbx.com.example' }),
      'chez WhatsApp',
    ],
    ['of another type', () => ({ ...photo(), mimeType: 'text/html' }), 'type annoncé'],
  ])('that are %s are refused in French', async (_what, file, problem) => {
    const media = await mediaOf(await send(file()), 'failed');
    expect(media.problem).toContain(problem);
    await expect(get(media.id)).rejects.toMatchObject({ code: 'MEDIA_FAILED', facts: { problem: media.problem } });
    expect(await store.exists(`${shop.sellerId}/2026/11/${media.id}`)).toBe(false);
  });

  it('whose bytes are others than the webhook announced are asked for again, and refused in the end', async () => {
    const wamid = await send(photo(), { sha256: createHash('sha256').update('autre').digest('base64') });
    const media = await mediaOf(wamid, 'pending');
    await expect(get(media.id)).rejects.toMatchObject({ code: 'MEDIA_NOT_READY' });
    await eventually(async () => {
      await shop.rows('update medias set prochaine_tentative = now() where id_media = $1 and bail is null', [media.id]);
      service.workers.wake('medias');
      await expect(get(media.id)).rejects.toMatchObject({ code: 'MEDIA_FAILED' });
    });
    expect((await mediaOf(wamid, 'failed')).problem).toContain('pas celui qui a été envoyé');
    const [{ n } = { n: 0 }] = await shop.rows<{ n: number }>('select tentatives as n from medias where id_media = $1', [
      media.id,
    ]);
    expect(n).toBe(4);
  });

  it('that WhatsApp has no more are failed at once, and those that could not be had for 7 days in the end', async () => {
    const file = whatsapp.media.keep(newId(), photo());
    whatsapp.media.forget(file.id);
    const gone = aminata.item('', { type: 'image', image: file });
    await shop.update('message', gone, aminata.contact);
    expect((await mediaOf(gone['id'] as string, 'failed')).problem).toContain("n'a plus ce fichier");
    const wamid = await send({ ...photo(), refusals: Array<number>(50).fill(500) });
    const late = await mediaOf(wamid, 'pending');
    await shop.rows(
      `update medias set date_creation = now() - interval '8 days', prochaine_tentative = now() + interval '1 hour' where id_media = $1`,
      [late.id],
    );
    service.workers.wake('menage-medias');
    expect((await mediaOf(wamid, 'failed')).problem).toContain('7 jours');
  });

  it('wait for the number to be linked again when its token was revoked', async () => {
    const wamid = await send({ ...photo(), refusals: [401] });
    const media = await mediaOf(wamid, 'pending');
    await eventually(async () => {
      const [row] = await shop.rows<{ code_erreur: string; tentatives: number }>(
        'select code_erreur, tentatives from medias where id_media = $1',
        [media.id],
      );
      expect(row).toEqual({ code_erreur: '190', tentatives: 0 });
    });
    await shop.rows(`update comptes_copie set statut = 'suspendu' where id_compte_whatsapp = $1`, [shop.accountId]);
    await shop.rows('update medias set prochaine_tentative = now() where id_media = $1', [media.id]);
    service.workers.wake('medias');
    const other = await new Shop(world, service).open();
    const item = aminata.item('', { type: 'image', image: whatsapp.media.keep(newId(), photo()) });
    await other.update('message', item, aminata.contact);
    await eventually(async () =>
      expect(await shop.rows(`select from medias where id_utilisateur = $1 and etat = 'pret'`, [other.sellerId])).toHaveLength(1),
    );
    await mediaOf(wamid, 'pending');
    await shop.tell(WhatsAppAccountConnectedV1, shop.accountId, shop.link, 2);
    await mediaOf(wamid, 'ready');
  });

  it('go with who is forgotten', async () => {
    const fatou = new Customer(whatsapp, 'Fatou Bamba');
    const { id } = await mediaOf(await send(photo(), {}, 'image', fatou), 'ready');
    const { key } = await get(id);
    const [prospect] = await shop.rows<{ id: string }>('select id_prospect as id from prospects where numero_telephone = $1', [
      fatou.phone,
    ]);
    await world.ask(EraseProspect, { prospectId: prospect!.id }, shop.sellerId);
    await expect(get(id)).rejects.toMatchObject({ code: 'MEDIA_NOT_FOUND' });
    await eventually(async () => {
      expect(await store.exists(key)).toBe(false);
      expect(await shop.rows('select from medias where id_media = $1', [id])).toEqual([]);
    });
  });

  it('that the shop puts here are its own, of a type and size that WhatsApp takes, and go when they are not sent within 30 days', async () => {
    const bytes = Buffer.from('photo');
    const mediaId = newId();
    const key = `${shop.sellerId}/uploads/${mediaId}`;
    const sha256 = await store.put(key, bytes, { sizeBytes: 5, type: 'image/png' });
    const file = { mediaId, key, mimeType: 'image/png', fileName: 'Nike.png', sizeBytes: 5, sha256 };
    const register = (more = {}) => world.ask(RegisterMedia, { ...file, ...more }, shop.sellerId);
    await expect(register({ key: `${newId()}/uploads/${mediaId}` })).rejects.toMatchObject({ code: 'MEDIA_KEY_REFUSED' });
    await expect(register({ mimeType: 'text/html' })).rejects.toMatchObject({ code: 'MEDIA_TYPE_REFUSED' });
    await expect(register({ sizeBytes: 5 * 1024 * 1024 + 1 })).rejects.toMatchObject({ code: 'MEDIA_TOO_LARGE' });
    expect(await register()).toMatchObject({ id: mediaId, kind: 'image', state: 'ready', fileName: 'Nike.png', sizeBytes: 5 });
    expect(await register()).toMatchObject({ id: mediaId });
    expect(await get(mediaId)).toMatchObject({ key, sha256 });
    await shop.rows('update medias set taille = 2147483647 where id_media = $1', [mediaId]);
    const second = newId();
    await expect(register({ mediaId: second, key: `${shop.sellerId}/uploads/${second}` })).rejects.toMatchObject({
      code: 'MEDIA_FULL',
    });
    // A product's photo is asked for again and again; it goes when the product shows it no more.
    const photo = newId();
    const photoKey = `${shop.sellerId}/uploads/${photo}`;
    await store.put(photoKey, bytes, { sizeBytes: 5, type: 'image/png' });
    await shop.rows('update medias set taille = 5 where id_media = $1', [mediaId]);
    await register({ mediaId: photo, key: photoKey });
    const [nike] = shop.products;
    await shop.tell(ProductUpdatedV1, nike!.productId, { ...nike!, photos: [photo] }, 2);
    await eventually(async () =>
      expect(await shop.rows('select from produits_copie where $1 = any(photos)', [photo])).toHaveLength(1),
    );
    await shop.rows(`update medias set date_creation = now() - interval '31 days' where id_media = any($1)`, [[mediaId, photo]]);
    service.workers.wake('menage-medias');
    await eventually(async () => expect(await store.exists(key)).toBe(false));
    await expect(get(mediaId)).rejects.toMatchObject({ code: 'MEDIA_NOT_FOUND' });
    expect(await get(photo)).toMatchObject({ state: 'ready' });
    await shop.tell(ProductUpdatedV1, nike!.productId, nike!, 3);
    await eventually(async () => {
      service.workers.wake('menage-medias');
      expect(await store.exists(photoKey)).toBe(false);
    });
  });
});
