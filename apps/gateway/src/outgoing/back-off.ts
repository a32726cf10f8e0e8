const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];
/** Waits after the first, second … failed try; the last one repeats. */
const WAITS_MS = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];
/** A receiver may ask for a longer wait, up to this. */
const LONGEST_ASKED_MS = 24 * HOUR;
/** Deliveries are tried for this long; an endpoint to which nothing gets through for as long is disabled. */
export const PATIENCE_MS = 72 * HOUR;

/**
 * When a delivery is tried again.
 * @param tries that have failed, 1 or more
 * @param askedMs what the receiver's Retry-After asks for
 * @param chance 0 to 1: what failed together does not come back together
 * @returns nothing when it is given up: the next try would come after 3 days
 */
export function nextTry(
  { tries, since, askedMs = 0 }: { tries: number; since: Date; askedMs?: number },
  now = new Date(),
  chance = Math.random(),
): Date | undefined {
  const wait = WAITS_MS[Math.min(tries, WAITS_MS.length) - 1]! * (0.9 + 0.2 * chance);
  const at = now.getTime() + Math.max(wait, Math.min(askedMs, LONGEST_ASKED_MS));
  return at - since.getTime() > PATIENCE_MS ? undefined : new Date(at);
}
