import { type ApiScope, type Caller, DomainError, type MemberRole } from '#contracts';
import { type Route, scopeOf } from './route.js';

/** Whom a bearer token or key speaks for, and what he may do. */
export interface Identity extends Pick<Caller, 'memberId' | 'sessionId' | 'actor'> {
  sellerId: string;
  /** Of a person; absent for a program. */
  role?: MemberRole;
  /** Of a program with a key; absent for people. */
  scopes?: readonly ApiScope[];
  /** When the token or key ends; absent for a key without end. */
  expiresAt?: Date;
}

/** What must hold for a caller to be let into an operation. */
export type Door = Pick<Route, 'method' | 'access' | 'owner' | 'scope'>;

/** Lets people in by their role and programs by what their key allows. @throws DomainError ROLE_FORBIDS, SCOPE_MISSING (facts name the scope) */
export function assertMay({ role, scopes }: Identity, door: Door): void {
  if (scopes) {
    const scope = scopeOf(door);
    if (!scope) throw new DomainError('SCOPE_MISSING', 'forbidden', { reason: 'no key opens this: it is for people' });
    if (!(scopes as readonly string[]).includes(scope)) throw new DomainError('SCOPE_MISSING', 'forbidden', { scope });
  } else if (door.owner && role !== 'owner') throw new DomainError('ROLE_FORBIDS', 'forbidden', { role, needs: 'owner' });
}
