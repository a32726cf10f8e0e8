import { createHash } from 'node:crypto';
import { invalid } from '#contracts';
import type { Route } from './route.js';

const STRONG = /^"([1-9]\d{0,9})(?:-[\w-]{8})?"$/;
const NEWEST = 2_147_483_647;

/**
 * The ETag of an answer, when the route answers one thing that has a version: `"<version>-<digest>"`. What is shown of a thing but is not its own (the name of a
 * conversation's customer, when a prospect last wrote) changes without its version.
 */
export function etagOf({ versioned }: Pick<Route, 'versioned'>, body: unknown): string | undefined {
  const { version } = (body ?? {}) as { version?: unknown };
  if (!versioned || typeof version !== 'number') return undefined;
  return `"${version}-${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 8)}"`;
}

/**
 * The version that an edit is made on, as an ETag begins; undefined without If-Match, and for `*`: any version will do.
 * @throws DomainError VALIDATION_FAILED naming the header when it is weak, malformed, more than one, or the operation takes none
 */
export function versionAsked({ edits }: Pick<Route, 'edits'>, ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  if (!edits) throw refused('is not taken by this operation');
  if (ifMatch.trim() === '*') return undefined;
  const version = Number(STRONG.exec(ifMatch.trim())?.[1] ?? Number.NaN);
  if (!(version <= NEWEST)) throw refused('must be one strong ETag as it was given, e.g. "7", or *');
  return version;
}

const refused = (problem: string) => invalid('the precondition cannot be checked', [{ field: 'If-Match', problem }]);

/** True when the caller has this already (If-None-Match, compared weakly as RFC 9110 asks). */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes('*') || known.includes(etag);
}
