import type { Received } from '#contracts';
import { inContext } from './context.js';
import { chainOf } from './wire.js';

/**
 * Handles the events of a batch one after the other, each in its own chain of causes. Sellers are taken in one order everywhere: a handler holds its seller's lock
 * until the batch commits, and two replicas that took the same sellers in opposite order would wait for each other.
 */
export async function sellerBySeller<T extends object>(
  batch: Received<T>[],
  handle: (event: T, sellerId: string, meta: Received<T>['meta']) => Promise<unknown>,
): Promise<void> {
  const sorted = batch.toSorted((a, b) =>
    a.meta.sellerId! < b.meta.sellerId! ? -1 : a.meta.sellerId! > b.meta.sellerId! ? 1 : 0,
  );
  for (const { event, meta } of sorted) await inContext(chainOf(meta), () => handle(event, meta.sellerId!, meta));
}
