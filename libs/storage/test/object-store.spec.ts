import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FolderStore, type ObjectStore, openStore, S3Store } from '../src/index.js';
import { S3Server } from './s3-server.js';

const OWNER = { region: 'af-south-1', accessKey: 'FLUXASYNC', secretKey: 'un/secret+de/boutique' };
const KEY = '0199d3a0-7c1e/2026/11/photo_1.jpg';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const facts = (bytes: Buffer) => ({ sizeBytes: bytes.length, type: 'image/jpeg' });

let folder: string;
let s3: S3Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxasync-store-'));
  s3 = await S3Server.start(OWNER);
});
afterAll(async () => {
  await s3?.stop();
  await rm(folder, { recursive: true, force: true });
});

const s3Store = (more = {}) => new S3Store({ ...OWNER, url: s3.url, bucket: 'fichiers', ...more });
const stores: [string, () => ObjectStore][] = [
  ['a folder', () => new FolderStore(folder)],
  ['an S3-compatible store', () => s3Store()],
];

describe.each(stores)('files in %s', (_name, open) => {
  let store: ObjectStore;
  beforeAll(() => (store = open()));
  afterAll(() => store.close());

  const read = async (key: string, range?: { from: number; to: number }) => {
    const found = await store.open(key, range);
    return found && { size: found.sizeBytes, bytes: await buffer(found.stream) };
  };

  it('are read as they were put, whole or in part', async () => {
    const photo = randomBytes(300_000);
    expect(await store.put(KEY, Readable.from([photo.subarray(0, 7), photo.subarray(7)]), facts(photo))).toBe(sha256(photo));
    expect(await store.exists(KEY)).toBe(true);
    expect(await read(KEY)).toEqual({ size: photo.length, bytes: photo });
    expect(await read(KEY, { from: 5, to: 9 })).toEqual({ size: photo.length, bytes: photo.subarray(5, 10) });
    const other = randomBytes(10);
    await store.put(KEY, other, { ...facts(other), sha256: sha256(other) });
    expect(await read(KEY)).toEqual({ size: 10, bytes: other });
  });

  it('are gone when they are removed, and removed twice without complaint', async () => {
    await store.put(KEY, Buffer.from('photo'), facts(Buffer.from('photo')));
    await store.remove(KEY);
    await store.remove(KEY);
    expect([await store.exists(KEY), await store.open(KEY)]).toEqual([false, undefined]);
  });

  it('are not kept when they are larger, smaller or others than announced', async () => {
    const photo = randomBytes(200_000);
    const key = 'boutique/uploads/refusee';
    await expect(store.put(key, Readable.from([photo]), { ...facts(photo), sizeBytes: 199_999 })).rejects.toMatchObject({
      code: 'wrong_size',
    });
    await expect(store.put(key, Readable.from([photo]), { ...facts(photo), sizeBytes: 200_001 })).rejects.toMatchObject({
      code: 'wrong_size',
    });
    await expect(store.put(key, photo, { ...facts(photo), sha256: sha256(Buffer.from('autre')) })).rejects.toMatchObject({
      code: 'wrong_digest',
    });
    expect(await store.exists(key)).toBe(false);
  });

  it.each<[string, (cut: Readable) => unknown]>([
    ['while they are put', (cut) => setTimeout(() => cut.destroy(), 20)],
    ['before', (cut) => once(cut.destroy(), 'close')],
  ])(
    'are not kept, nor waited for, when they are cut off %s',
    async (_when, cutOff) => {
      const photo = randomBytes(200_000);
      const cut = new Readable({ read() {} });
      cut.push(photo.subarray(0, 1_000));
      await cutOff(cut);
      await expect(store.put('boutique/uploads/coupee', cut, facts(photo))).rejects.toMatchObject({ name: 'StoreError' });
      expect(await store.exists('boutique/uploads/coupee')).toBe(false);
    },
    5_000,
  );

  it.each([
    '../secret',
    'a/../../secret',
    '/etc/passwd',
    'a//b',
    '.drafts/x',
    'a/.b',
    'a\\..\\b',
    'a\0b',
    'é',
    '',
    'x'.repeat(301),
  ])('have no key like %j', async (key) => {
    for (const call of [
      () => store.put(key, Buffer.from('x'), { sizeBytes: 1, type: 'a/b' }),
      () => store.open(key),
      () => store.remove(key),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'key_refused' });
  });
});

describe('a folder', () => {
  it('holds no half file, and forgets drafts of processes that died', async () => {
    const store = new FolderStore(folder);
    await store.put('boutique/a', Buffer.from('a'), { sizeBytes: 1, type: 'text/plain' });
    expect(await readdir(join(folder, '.drafts'))).toEqual([]);
  });

  it('that cannot be written says so', async () => {
    await writeFile(join(folder, 'fichier'), '');
    const store = new FolderStore(join(folder, 'fichier'));
    await expect(store.put('a', Buffer.from('a'), { sizeBytes: 1, type: 'text/plain' })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

describe('an S3-compatible store', () => {
  it('is told the type, and refuses who has not its secret', async () => {
    const photo = Buffer.from('photo');
    await s3Store().put(KEY, photo, facts(photo));
    expect(s3.types.get(`/fichiers/${KEY}`)).toBe('image/jpeg');
    const thief = s3Store({ secretKey: 'devine' });
    await expect(thief.put(KEY, photo, facts(photo))).rejects.toMatchObject({ code: 'unavailable' });
    await expect(thief.open(KEY)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('that fails or is not there is unavailable', async () => {
    s3.faults.push(503);
    await expect(s3Store().exists(KEY)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(s3Store({ url: 'http://127.0.0.1:1' }).open(KEY)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('the setting MEDIA_STORE', () => {
  it('names a folder or a bucket, and says what is missing', () => {
    expect(openStore({ store: 'folder:/var/lib/fluxasync' })).toBeInstanceOf(FolderStore);
    expect(() => openStore({ store: 's3:fichiers', s3Url: 'http://minio:9000' })).toThrow(
      'MEDIA_S3_REGION, MEDIA_S3_ACCESS_KEY, MEDIA_S3_SECRET_KEY',
    );
    expect(() => openStore({ store: '/var/lib' })).toThrow('folder:<path> or s3:<bucket>');
    expect(() => openStore({ store: 's3:../autre' })).toThrow('names no bucket');
  });
});
