/** Milliseconds that a Retry-After header asks for, in seconds or as an HTTP date; 0 when there is none that can be read. */
export function retryAfterMs(header: string | undefined, now = Date.now()): number {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}
