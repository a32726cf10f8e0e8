import type { ProviderError } from '#providers';

export type AfterFailure = { do: 'reconnect' } | { do: 'later'; inMs: number };

const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;

/**
 * What becomes of a mailbox that could not be read: a dead consent waits for the seller, everything else is tried again, later each time.
 * @param failures in a row, this one included
 */
export function afterFailure(error: ProviderError, failures: number): AfterFailure {
  const theSellersMatter = error.action === 'reconnect' || (error.action === 'stop-account' && error.scope === 'account');
  if (theSellersMatter) return { do: 'reconnect' };
  const backOff = Math.min(FIRST_MS * 3 ** (failures - 1), LONGEST_MS);
  const inMs = error.action === 'wait' ? (error.retryAfterMs ?? backOff) : Math.max(error.retryAfterMs ?? 0, backOff);
  return { do: 'later', inMs };
}
