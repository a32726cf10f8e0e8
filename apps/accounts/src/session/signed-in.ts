import { type Caller, DomainError } from '#contracts';

/** The member and the session of a caller who is signed in. @throws DomainError MEMBER_NEEDED for a program with a key */
export function signedIn({ sellerId, memberId, sessionId }: Caller): { sellerId: string; memberId: string; sessionId: string } {
  if (!sellerId || !memberId || !sessionId) throw new DomainError('MEMBER_NEEDED', 'forbidden');
  return { sellerId, memberId, sessionId };
}
