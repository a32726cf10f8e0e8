import { DomainError } from '#contracts';

/** Bytes of a file, both counted in. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * The one part of a file that a Range header asks for (RFC 9110); undefined for the whole: without the header, for several parts, or for what is no range of bytes.
 * @throws DomainError RANGE_NOT_SATISFIABLE
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  // `-500`: the last 500.
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (from >= size || to < from) throw new DomainError('RANGE_NOT_SATISFIABLE', 'invalid', { size });
  return { from, to };
}
