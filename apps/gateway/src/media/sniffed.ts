import { Transform, type TransformCallback } from 'node:stream';
import { DomainError } from '#contracts';
import { beginsLike, HEAD_BYTES } from './signatures.js';

/** Lets a file pass that begins as files of its type do; ends in MEDIA_CONTENT_MISMATCH otherwise, before anything of it has passed. */
export class Sniffed extends Transform {
  private head?: Buffer = Buffer.alloc(0);

  constructor(private readonly type: string) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (!this.head) return done(null, chunk);
    this.head = Buffer.concat([this.head, chunk]);
    if (this.head.length < HEAD_BYTES) return done();
    this.release(done);
  }

  override _flush(done: TransformCallback): void {
    if (this.head) this.release(done);
    else done();
  }

  private release(done: TransformCallback): void {
    const head = this.head!;
    this.head = undefined;
    if (beginsLike(this.type, head)) return done(null, head);
    done(new DomainError('MEDIA_CONTENT_MISMATCH', 'invalid', { mimeType: this.type }));
  }
}
