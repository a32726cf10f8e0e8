import { DomainError } from '#contracts';
import { StoreError } from '#storage';

/** The store of files, for injection. */
export const MEDIA_STORE = Symbol('media-store');

/** What a failure of the store is to whoever asked for a file or sent one. */
export function storeFault(error: unknown): unknown {
  if (!(error instanceof StoreError)) return error;
  if (error.code === 'wrong_size') return new DomainError('UPLOAD_CUT', 'invalid');
  return new DomainError('MEDIA_STORE_UNAVAILABLE', 'unavailable', { reason: error.message });
}
