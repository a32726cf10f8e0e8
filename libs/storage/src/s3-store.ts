import { Readable } from 'node:stream';
import { type Dispatcher, Pool } from 'undici';
import { Metered } from './metered.js';
import {
  asStoreError,
  assertKey,
  type ByteRange,
  type ObjectStore,
  type OpenObject,
  type PutFacts,
  StoreError,
} from './object-store.js';
import { EMPTY, encodePath, signed, type Signer, UNSIGNED } from './sigv4.js';

export interface S3Options extends Signer {
  /** Scheme, host and port; a path in front of the bucket is kept. */
  url: string;
  bucket: string;
  /** How long the store may be silent, in ms. Default 30 000. */
  timeoutMs?: number;
}

/** Files in a bucket of an S3-compatible store (AWS, MinIO, Ceph, R2 …), addressed by path: `<url>/<bucket>/<key>`. */
export class S3Store implements ObjectStore {
  private readonly base: URL;
  private readonly pool: Pool;

  constructor(private readonly options: S3Options) {
    this.base = new URL(options.url);
    const silence = options.timeoutMs ?? 30_000;
    this.pool = new Pool(this.base.origin, {
      connections: 32,
      connectTimeout: 5_000,
      headersTimeout: silence,
      bodyTimeout: silence,
    });
  }

  /** The size is signed with the request; the digest too where it is known, and then the store itself refuses other bytes. */
  async put(key: string, content: Readable | Buffer, facts: PutFacts): Promise<string> {
    const metered = new Metered(facts);
    const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
    // One that is over already says nothing more: nobody would ever end the request.
    if (source.destroyed) throw cutOff();
    source.once('error', (error) => metered.destroy(error));
    // An upload that was cut off ends without an error event.
    source.once('close', () => source.readableEnded || metered.destroy(cutOff()));
    try {
      const answer = await this.call('PUT', key, {
        headers: { 'content-length': String(facts.sizeBytes), 'content-type': facts.type },
        payload: facts.sha256 ?? UNSIGNED,
        body: source.pipe(metered),
      });
      await answer.body.dump();
      if (answer.statusCode !== 200) throw refused(answer.statusCode);
      return metered.sha256;
    } catch (error) {
      source.unpipe(metered);
      metered.destroy();
      throw metered.errored instanceof StoreError ? metered.errored : asStoreError(error);
    }
  }

  async open(key: string, range?: ByteRange): Promise<OpenObject | undefined> {
    const answer = await this.call('GET', key, range ? { headers: { range: `bytes=${range.from}-${range.to}` } } : {});
    if (answer.statusCode !== 200 && answer.statusCode !== 206) {
      await answer.body.dump();
      if (answer.statusCode === 404) return undefined;
      throw refused(answer.statusCode);
    }
    const whole = /\/(\d+)$/.exec(String(answer.headers['content-range'] ?? ''))?.[1] ?? answer.headers['content-length'];
    return { sizeBytes: Number(whole), stream: answer.body };
  }

  async exists(key: string): Promise<boolean> {
    const { statusCode, body } = await this.call('HEAD', key);
    await body.dump();
    if (statusCode !== 200 && statusCode !== 404) throw refused(statusCode);
    return statusCode === 200;
  }

  async remove(key: string): Promise<void> {
    const { statusCode, body } = await this.call('DELETE', key);
    await body.dump();
    if (![200, 204, 404].includes(statusCode)) throw refused(statusCode);
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private async call(
    method: 'PUT' | 'GET' | 'HEAD' | 'DELETE',
    key: string,
    { headers, payload = EMPTY, body }: { headers?: Record<string, string>; payload?: string; body?: Readable } = {},
  ): Promise<Dispatcher.ResponseData> {
    assertKey(key);
    const path = encodePath(`${this.base.pathname.replace(/\/$/, '')}/${this.options.bucket}/${key}`);
    try {
      return await this.pool.request({
        method,
        path,
        headers: signed({ method, host: this.base.host, path, headers, payload }, this.options),
        body,
      });
    } catch (error) {
      throw asStoreError(error);
    }
  }
}

const cutOff = () => new StoreError('wrong_size', 'the file was cut off');

const refused = (status: number) =>
  status === 400
    ? new StoreError('wrong_digest', 'the store refused the bytes (HTTP 400)')
    : new StoreError('unavailable', `the store answered HTTP ${status}`);
