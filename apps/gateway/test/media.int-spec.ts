import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { CheckApiKey, DomainError, GetMedia, GetNumberRoutes, type MediaFile, notFound, RegisterMedia } from '#contracts';
import { newId } from '#database';
import { FolderStore } from '#storage';
import { eventually, startWorld, type World } from '#testing';
import { Neighbours } from './neighbours.js';

const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(100_000)]);

describe('files at the door', () => {
  let world: World;
  let others: Neighbours;
  let store: FolderStore;
  const kouadio = newId();
  const files = new Map<string, MediaFile & { sellerId: string }>();

  beforeAll(async () => {
    world = await startWorld();
    others = await Neighbours.start(world);
    store = new FolderStore(world.mediaFolder);
    await others.answer(GetNumberRoutes, () => ({ routes: [] }));
    await others.answer(CheckApiKey, () => ({ keyId: newId(), sellerId: kouadio, scopes: ['conversations:read' as const] }));
    await others.answer(GetMedia, ({ mediaId }, caller) => {
      const file = files.get(mediaId);
      if (file?.sellerId !== caller.sellerId) throw notFound('media', mediaId);
      if (file!.state === 'pending') throw new DomainError('MEDIA_NOT_READY', 'conflict', { mediaId });
      const { sellerId: _sellerId, ...view } = file!;
      return view;
    });
    await others.answer(RegisterMedia, ({ mediaId, sha256, key, ...file }, caller) => {
      if (file.fileName === 'de-trop.png') throw new DomainError('MEDIA_FULL', 'conflict');
      const view = { id: mediaId, kind: 'image' as const, ...file, state: 'ready' as const, createdAt: new Date().toISOString() };
      files.set(mediaId, { ...view, key, sha256, sellerId: caller.sellerId! });
      return view;
    });
    await others.startGateway({ GATEWAY_RATE_LIMIT: '10000' });
  }, 60_000);
  afterAll(async () => {
    await others?.stop();
    await world?.stop();
  });

  const url = (path: string) => `http://127.0.0.1:${others.gateway.httpPort}${path}`;
  const bearer = async (seller = kouadio) => `Bearer ${await others.token(seller)}`;
  async function get(id: string, headers: Record<string, string> = {}, seller = kouadio) {
    const response = await fetch(url(`/v1/media/${id}`), { headers: { authorization: await bearer(seller), ...headers } });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }
  async function upload(bytes: Buffer, type: string, query = '', headers: Record<string, string> = {}) {
    const response = await fetch(url(`/v1/media${query}`), {
      method: 'POST',
      headers: { authorization: await bearer(), 'content-type': type, ...headers },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, headers: response.headers, json: (await response.json()) as Record<string, unknown> };
  }
  async function stored(more: Partial<MediaFile>, bytes = PNG): Promise<string> {
    const id = newId();
    const key = `${kouadio}/2026/11/${id}`;
    const sha256 = await store.put(key, bytes, { sizeBytes: bytes.length, type: 'image/png' });
    const file = {
      id,
      kind: 'image' as const,
      state: 'ready' as const,
      mimeType: 'image/png',
      sizeBytes: bytes.length,
      createdAt: new Date().toISOString(),
    };
    files.set(id, { ...file, key, sha256, sellerId: kouadio, ...more });
    return id;
  }
  const kept = async () =>
    (await readdir(world.mediaFolder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();

  it('are put here by the shop and read again, by it alone', async () => {
    const { status, headers, json } = await upload(PNG, 'image/png', '?fileName=Nike%20%C3%89t%C3%A9.png');
    expect([status, json]).toMatchObject([
      201,
      { kind: 'image', mimeType: 'image/png', fileName: 'Nike Été.png', sizeBytes: PNG.length },
    ]);
    expect(json).not.toHaveProperty('key');
    expect(headers.get('location')).toBe(`/v1/media/${json.id as string}`);
    expect(files.get(json.id as string)!.key).toBe(`${kouadio}/uploads/${json.id as string}`);
    const read = await get(json.id as string);
    expect(read.bytes).toEqual(PNG);
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': `inline; filename="Nike Ete.png"; filename*=UTF-8''Nike%20%C3%89t%C3%A9.png`,
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/) as string,
      etag: `"${createHash('sha256').update(PNG).digest('hex')}"`,
    });
    expect((await get(json.id as string, {}, newId())).status).toBe(404);
    expect((await fetch(url(`/v1/media/${json.id as string}`))).status).toBe(401);
    const program = { authorization: 'Bearer flux_lecture-seule' };
    expect((await get(json.id as string, program)).status).toBe(200);
    expect(await upload(PNG, 'image/png', '', program)).toMatchObject({ status: 403, json: { code: 'SCOPE_MISSING' } });
  });

  it('are sent in part, or not again to who has them', async () => {
    const id = await stored({});
    const { headers } = await get(id);
    const etag = headers.get('etag')!;
    expect(await get(id, { 'if-none-match': `W/"x", ${etag}` })).toMatchObject({ status: 304, bytes: Buffer.alloc(0) });
    const part = await get(id, { range: 'bytes=10-19', 'if-range': etag });
    expect([part.status, part.headers.get('content-range'), part.bytes]).toEqual([
      206,
      `bytes 10-19/${PNG.length}`,
      PNG.subarray(10, 20),
    ]);
    expect((await get(id, { range: 'bytes=10-19', 'if-range': '"autre"' })).status).toBe(200);
    const beyond = await get(id, { range: `bytes=${PNG.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${PNG.length}`]);
  });

  it.each<[what: string, file: Partial<MediaFile>, type: string, disposition: string]>([
    ['a page', { mimeType: 'text/html', fileName: 'page.html' }, 'application/octet-stream', 'attachment; filename="page.html"'],
    ['a drawing with a script', { mimeType: 'image/svg+xml' }, 'application/octet-stream', 'attachment; filename="'],
    ['a voice note', { mimeType: 'audio/ogg; codecs=opus' }, 'audio/ogg', 'inline; filename="'],
    [
      'a receipt',
      { mimeType: 'application/pdf', fileName: '..\\reçu"\r\nX: y.pdf' },
      'application/pdf',
      'attachment; filename="_recu_X_ y.pdf"',
    ],
  ])('%s comes as what it is safe as', async (_what, file, type, disposition) => {
    const { headers } = await get(await stored(file), { 'accept-encoding': 'gzip' });
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')!.startsWith(disposition)).toBe(true);
    expect([headers.get('content-encoding'), headers.get('x')]).toEqual([null, null]);
  });

  it('that are not here say why', async () => {
    const pending = await get(await stored({ state: 'pending' }));
    expect([pending.status, pending.headers.get('retry-after'), pending.headers.get('cache-control')]).toEqual([
      409,
      '2',
      'no-store',
    ]);
    const lost = await stored({});
    await store.remove(files.get(lost)!.key);
    expect((await get(lost)).status).toBe(503);
    expect((await get(await stored({ key: `${newId()}/2026/11/autre` }))).status).toBe(500);
    expect((await get('pas-un-id')).status).toBe(400);
  });

  it.each<[what: string, send: () => ReturnType<typeof upload>, status: number, code: string]>([
    ['of a type that WhatsApp refuses', () => upload(PNG, 'image/svg+xml'), 415, 'MEDIA_TYPE_REFUSED'],
    ['of another type than it says', () => upload(PNG, 'image/jpeg'), 415, 'MEDIA_CONTENT_MISMATCH'],
    ['shorter than any of its type', () => upload(Buffer.from('a'), 'application/pdf'), 415, 'MEDIA_CONTENT_MISMATCH'],
    ['too large', () => upload(Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]), 'image/png'), 413, 'MEDIA_TOO_LARGE'],
    ['empty', () => upload(Buffer.alloc(0), 'image/png'), 400, 'VALIDATION_FAILED'],
    ['with a strange field', () => upload(PNG, 'image/png', '?key=a'), 400, 'VALIDATION_FAILED'],
    ['with two names', () => upload(PNG, 'image/png', '?fileName=a&fileName=b'), 400, 'VALIDATION_FAILED'],
    ['that its owner has no room for', () => upload(PNG, 'image/png', '?fileName=de-trop.png'), 409, 'MEDIA_FULL'],
  ])('one %s is refused and leaves nothing', async (_what, send, status, code) => {
    const before = await kept();
    const answer = await send();
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(await kept()).toEqual(before);
  });

  it('one whose length is not told is refused, and one that is cut off leaves nothing', async () => {
    const before = await kept();
    const headers = { authorization: await bearer(), 'content-type': 'image/png' };
    const chunked = await fetch(url('/v1/media'), {
      method: 'POST',
      headers,
      body: new Blob([new Uint8Array(PNG)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect([chunked.status, await chunked.json()]).toMatchObject([411, { code: 'LENGTH_REQUIRED' }]);
    const cut = request(url('/v1/media'), { method: 'POST', headers: { ...headers, 'content-length': PNG.length } });
    cut.on('error', () => undefined);
    cut.write(PNG.subarray(0, 50_000));
    await eventually(async () => expect(await kept()).not.toEqual(before));
    cut.destroy();
    await eventually(async () => expect(await kept()).toEqual(before));
  });

  it('no more than four of a shop are on their way at once', async () => {
    const headers = { authorization: await bearer(), 'content-type': 'image/png', 'content-length': PNG.length };
    const before = (await kept()).length;
    const slow = Array.from({ length: 4 }, () => {
      const one = request(url('/v1/media'), { method: 'POST', headers });
      one.on('error', () => undefined);
      one.write(PNG.subarray(0, 50_000));
      return one;
    });
    await eventually(async () => expect(await kept()).toHaveLength(before + 4));
    expect(await upload(PNG, 'image/png')).toMatchObject({ status: 429, json: { code: 'UPLOADS_BUSY' } });
    for (const one of slow) one.destroy();
    await eventually(async () => expect(await upload(PNG, 'image/png')).toMatchObject({ status: 201 }));
  });
});
