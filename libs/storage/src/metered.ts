import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { type PutFacts, StoreError } from './object-store.js';

/** Counts and digests what passes; ends in an error as soon as it is more than was said, or at the end when it is less or something else. */
export class Metered extends Transform {
  private readonly hash = createHash('sha256');
  private size = 0;
  private digest?: string;

  constructor(private readonly facts: Pick<PutFacts, 'sizeBytes' | 'sha256'>) {
    super();
  }

  /** SHA-256 of what passed, hexadecimal. */
  get sha256(): string {
    this.digest ??= this.hash.digest('hex');
    return this.digest;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    if (this.size > this.facts.sizeBytes) return done(this.wrongSize('more'));
    this.hash.update(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    if (this.size < this.facts.sizeBytes) return done(this.wrongSize('fewer'));
    if (this.facts.sha256 !== undefined && this.facts.sha256 !== this.sha256)
      return done(new StoreError('wrong_digest', 'the bytes are not those that were announced'));
    done();
  }

  private wrongSize(than: string): StoreError {
    return new StoreError('wrong_size', `${than} bytes came than the ${this.facts.sizeBytes} that were announced`);
  }
}
