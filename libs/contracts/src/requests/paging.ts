import { Asks } from '../message.js';
import { count, listOf, type Shape, text, version } from '../schema.js';

/** One page of a list, newest first. */
export interface Page<T> {
  items: T[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor?: string;
}

/** Base of every list request: newest first, cut by a cursor that stays right while rows are added. */
export abstract class AsksPage<T> extends Asks<Page<T>> {
  @count('How many, 1 to 100 (50)', { min: 1, max: 100, optional: true }) limit?: number;
  @text('`nextCursor` of the page before', { max: 200, optional: true }) cursor?: string;
}

/** The contract class of a page of `view`. */
export function pageOf<T extends object>(view: () => Shape<T>, description: string): new () => Page<T> {
  class PageContract implements Page<T> {
    items!: T[];
    nextCursor?: string;
  }
  listOf(description, view, { max: 100 })(PageContract.prototype, 'items');
  text('Give it back as `cursor` for the next page; absent on the last', { max: 200, optional: true })(
    PageContract.prototype,
    'nextCursor',
  );
  return PageContract;
}

/** Base of every request that edits one thing: the edit is refused (VERSION_MISMATCH) when somebody else's came first. At the gateway it is the If-Match header. */
export abstract class Edits<R> extends Asks<R> {
  @version({ optional: true }) ifVersion?: number;
}
