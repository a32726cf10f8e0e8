import type { Readable } from 'node:stream';

/** What is said of a file when it is put away. */
export interface PutFacts {
  /** Exactly this many bytes come; fewer or more and nothing is kept. */
  sizeBytes: number;
  /** MIME type; kept where the store can (S3). */
  type: string;
  /** SHA-256, hexadecimal; other bytes are not kept. */
  sha256?: string;
}

/** A file being read. */
export interface OpenObject {
  /** Of the whole file, also when a part of it is read. */
  sizeBytes: number;
  /** Errors as a {@link StoreError}; whoever does not read it to its end destroys it. */
  stream: Readable;
}

/** Bytes `from` to `to`, both counted in, from 0. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * Where files are kept, outside the database. A file is there whole or not at all, and what was put is on the disk when `put` returns. Keys are paths of letters,
 * digits, `_`, `-` and `.`, at most 300 characters. Every method throws {@link StoreError} and nothing else.
 */
export interface ObjectStore {
  /** Puts a file away; one that was there under this key is replaced. @returns SHA-256 of what came, hexadecimal @throws `key_refused`, `wrong_size`, `wrong_digest`, `unavailable` */
  put(key: string, content: Readable | Buffer, facts: PutFacts): Promise<string>;
  /** @returns undefined when there is none @throws `key_refused`, `unavailable` */
  open(key: string, range?: ByteRange): Promise<OpenObject | undefined>;
  exists(key: string): Promise<boolean>;
  /** A file that is not there is as good as removed. */
  remove(key: string): Promise<void>;
  /** Waits for calls under way. */
  close(): Promise<void>;
}

export type StoreErrorCode = 'key_refused' | 'wrong_size' | 'wrong_digest' | 'unavailable';

/** The one error of a store; `unavailable` passes by itself or needs an operator, the others are the caller's. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(`${code}: ${message}`, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
  }
}

const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/** @throws StoreError `key_refused`: no segment is empty or begins with a dot, so that no key leads out of a folder */
export function assertKey(key: string): void {
  if (key.length > 300 || !key.split('/').every((segment) => SEGMENT.test(segment)))
    throw new StoreError('key_refused', 'a key is a path of plain names');
}

/** What a foreign error means: ours as it is, any other that the store cannot be used at the moment. */
export const asStoreError = (error: unknown): StoreError =>
  error instanceof StoreError
    ? error
    : new StoreError('unavailable', (error as Error | undefined)?.message ?? String(error), error);
