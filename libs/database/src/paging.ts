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

/** Where a page of a list ordered by time ends: the time to the microsecond (ISO 8601, UTC) and the id, which decides between equal times. */
export interface TimedKey {
  at: string;
  id: string;
}

/** SQL: a timestamptz column as {@link TimedKey.at}. A JavaScript date would lose its microseconds, and the page its place. */
export const timeKeySql = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const TIMED = /^((?:19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads `limit` (50) and `cursor` of a list ordered by a time that may change, newest first. @throws DomainError VALIDATION_FAILED when the cursor is not one of ours */
export function timedPageRequest({ limit = 50, cursor }: { limit?: number; cursor?: string }): {
  limit: number;
  after?: TimedKey;
} {
  if (!cursor) return { limit };
  const [, at, id] = TIMED.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!at || !id || !isCalendarTime(at))
    throw invalid('the cursor is not one of ours', [{ field: 'cursor', problem: 'is not a cursor' }]);
  return { limit, after: { at, id } };
}

/** JavaScript takes a 31st of February for the 3rd of March; PostgreSQL refuses it. */
const isCalendarTime = (at: string) =>
  !Number.isNaN(Date.parse(at)) && new Date(at).toISOString().slice(0, 19) === at.slice(0, 19);

/** Cuts rows (one more than `limit`) of a list ordered by time to a page. @param keyOf time and id that the next page starts after */
export function pageOfTimedRows<R, T>(rows: R[], limit: number, view: (row: R) => T, keyOf: (row: R) => TimedKey): Page<T> {
  return pageOfRows(rows, limit, view, (row) => `${keyOf(row).at}|${keyOf(row).id}`);
}
