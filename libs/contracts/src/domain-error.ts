/**
 * What an error means to whoever meets it. Decides, in one place each, the HTTP status (gateway), and whether an event is retried or set aside
 * (bus): `unavailable` passes by itself, the others need somebody to act.
 */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'rate-limited' | 'unavailable' | 'internal';

/** The facts of the case, for the person at 3 a.m.: "asked 12, 10 left". No secret, telephone number or message text. */
export type Facts = Record<string, unknown>;

/**
 * The one error of the platform: `code` for machines (stable, SCREAMING_SNAKE), `kind` for status and retry, `facts` for people.
 * Crosses the wire between services and comes out as the same error on the other side.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly facts: Facts = {},
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'DomainError';
  }
}

/** Somebody else's thing and a thing that is not there look the same: 404, no hint which. */
export const notFound = (what: string, id: string) =>
  new DomainError(`${what.toUpperCase()}_NOT_FOUND`, 'not-found', { what, id });

/** A field with what is wrong with it, as shown to the caller. */
export interface FieldProblem {
  field: string;
  problem: string;
}

/** Input that breaks its contract. */
export const invalid = (message: string, fields: FieldProblem[]) =>
  new DomainError('VALIDATION_FAILED', 'invalid', { message, fields });

/** Holds an edit to the version it was made on. @throws DomainError VERSION_MISMATCH when the thing has changed since */
export function assertVersion(actual: number, asked?: number): void {
  if (asked !== undefined && asked !== actual) throw new DomainError('VERSION_MISMATCH', 'conflict', { asked, actual });
}
