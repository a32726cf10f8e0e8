import { invalid, type Page } from '#contracts';

/** Rows of a page, fetched one more than asked so that the end is known. Ids are UUIDv7: newest first by id is newest first by time, at the same cost on every page. */
export interface PageRequest {
  limit: number;
  /** Id of the last item of the page before. */
  after?: string;
}

/** Reads `limit` (50) and `cursor` of a list request. @throws DomainError VALIDATION_FAILED when the cursor is not one of ours */
export function pageRequest({ limit = 50, cursor }: { limit?: number; cursor?: string }): PageRequest {
  if (!cursor) return { limit };
  const after = Buffer.from(cursor, 'base64url').toString();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after))
    throw invalid('the cursor is not one of ours', [{ field: 'cursor', problem: 'is not a cursor' }]);
  return { limit, after };
}

/** Cuts rows (one more than `limit`) to a page. @param idOf id that the next page starts after */
export function pageOfRows<R, T>(rows: R[], limit: number, view: (row: R) => T, idOf: (row: R) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(view),
    ...(rows.length > limit && last ? { nextCursor: Buffer.from(idOf(last)).toString('base64url') } : {}),
  };
}
