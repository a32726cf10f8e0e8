import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Drawn from the system 256 ids at a time: one draw costs as much as all the rest of an id many times over (docs/performance.md). */
const drawn = Buffer.alloc(256 * BYTES);
let used = drawn.length;
let msecs = 0;
let seq = 0;

/** A new UUID version 7: unique, and sorted by creation time, so indexes grow at their right edge and a page can be cut by id. Of one process each is greater than the one before. */
export function newId(): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const random = drawn.subarray(used, (used += BYTES));
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // Half of the range is left to count in.
    seq = random.readUInt32BE() >>> 1;
  } else if (seq === 0xffff_ffff) {
    msecs += 1;
    seq = 0;
  } else seq += 1;
  return v7({ random, msecs, seq });
}
