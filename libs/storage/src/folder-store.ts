import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Metered } from './metered.js';
import { asStoreError, assertKey, type ByteRange, type ObjectStore, type OpenObject, type PutFacts } from './object-store.js';

/** Where files stand until they are whole; no key begins with a dot. */
const DRAFTS = '.drafts';
/** A draft this old was left by a process that died. */
const ABANDONED_MS = 24 * 3_600_000;

/** Files in a folder of this machine, or of a network drive that all replicas share. */
export class FolderStore implements ObjectStore {
  private readonly root: string;
  private swept?: Promise<void>;

  constructor(folder: string) {
    this.root = resolve(folder);
  }

  async put(key: string, content: Readable | Buffer, facts: PutFacts): Promise<string> {
    const path = this.pathOf(key);
    const draft = join(this.root, DRAFTS, randomUUID());
    try {
      this.swept ??= this.sweep();
      await this.swept;
      const metered = new Metered(facts);
      const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
      // `flush`: on the disk before it is closed, so that the name never stands for a file that a power cut emptied.
      await pipeline(source, metered, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(draft, path);
      await syncFolder(dirname(path));
      return metered.sha256;
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw asStoreError(error);
    }
  }

  async open(key: string, range?: ByteRange): Promise<OpenObject | undefined> {
    const path = this.pathOf(key);
    let file: FileHandle | undefined;
    try {
      file = await open(path, 'r');
      const { size } = await file.stat();
      const stream = file.createReadStream(range ? { start: range.from, end: range.to } : {});
      return { sizeBytes: size, stream };
    } catch (error) {
      await file?.close().catch(() => undefined);
      if (isMissing(error)) return undefined;
      throw asStoreError(error);
    }
  }

  async exists(key: string): Promise<boolean> {
    const path = this.pathOf(key);
    try {
      return (await stat(path)).isFile();
    } catch (error) {
      if (isMissing(error)) return false;
      throw asStoreError(error);
    }
  }

  async remove(key: string): Promise<void> {
    const path = this.pathOf(key);
    try {
      await rm(path, { force: true });
    } catch (error) {
      if (!isMissing(error)) throw asStoreError(error);
    }
  }

  async close(): Promise<void> {}

  /** Spread over 256 folders: one shop's year of photos must not stand in one. */
  private pathOf(key: string): string {
    assertKey(key);
    const shard = createHash('sha256').update(key).digest('hex').slice(0, 2);
    return join(this.root, shard, ...key.split('/'));
  }

  /** Makes the folder of drafts, and removes those of processes that died. */
  private async sweep(): Promise<void> {
    const drafts = join(this.root, DRAFTS);
    try {
      await mkdir(drafts, { recursive: true, mode: 0o700 });
      for (const name of await readdir(drafts)) {
        const age = Date.now() - (await stat(join(drafts, name))).mtimeMs;
        if (age > ABANDONED_MS) await rm(join(drafts, name), { force: true });
      }
    } catch (error) {
      this.swept = undefined;
      // Another replica may sweep at the same time.
      if (!isMissing(error)) throw error;
    }
  }
}

/** A name is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
