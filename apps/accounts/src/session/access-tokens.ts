import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import type { MemberRole, SigningKeys } from '#contracts';
import { AccountsEnv } from '../accounts.env.js';

/** Seconds an access token runs: short, because it says what its holder was when it was made. */
export const ACCESS_SECONDS = 600;

/** Who a token speaks for. */
export interface TokenHolder {
  sellerId: string;
  /** Who of the shop's team is signed in; the shop's own id for its founder. */
  memberId: string;
  sessionId: string;
  role: MemberRole;
}

/** Makes access tokens (JWT, EdDSA) and publishes the keys they are checked with. */
@Injectable()
export class AccessTokens {
  constructor(private readonly env: AccountsEnv) {}

  /** A token of {@link ACCESS_SECONDS} with claims sub (seller), sid (session), role, and for a member who is not the founder act (who acts for the seller, RFC 8693). */
  async issue({ sellerId, memberId, sessionId, role }: TokenHolder): Promise<string> {
    const { privateKey, public: publicKey } = this.env.signingKey;
    return new SignJWT({ role, sid: sessionId, ...(memberId === sellerId ? {} : { act: { sub: memberId } }) })
      .setProtectedHeader({ alg: 'EdDSA', kid: publicKey.kid, typ: 'at+jwt' })
      .setSubject(sellerId)
      .setIssuer(this.env.issuer)
      .setAudience(this.env.audience)
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_SECONDS}s`)
      .sign(privateKey);
  }

  /** The public keys: the one that signs now, and earlier ones whose tokens may still run. */
  keys(): SigningKeys {
    return { keys: [this.env.signingKey.public, ...(this.env.previousKeys ?? [])] };
  }
}
