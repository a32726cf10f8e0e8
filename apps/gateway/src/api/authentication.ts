import { Injectable } from '@nestjs/common';
import { errors, importJWK, jwtVerify, type CryptoKey, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { type CallContext, Requests } from '#bus';
import { DomainError, GetSigningKeys, MEMBER_ROLES, type MemberRole } from '#contracts';
import { GatewayEnv } from '../gateway.env.js';
import { EndedSessions } from './ended-sessions.js';
import type { Identity } from './identity.js';
import { within } from './within.js';

/** Keys are asked for again after this time, so that one that accounts gave up is forgotten here too. */
const KEEP_MS = 600_000;
/** An unknown key id makes us ask; made-up ones must not make us ask without end. */
const COOL_DOWN_MS = 5_000;
/** What a caller may wait for keys to be renewed while those we have would do. */
const PATIENCE_MS = 300;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Key = CryptoKey | Uint8Array;

/** Finds out whom an access token speaks for. The keys it was signed with come from accounts and are kept, so that reading goes on while accounts is down. */
@Injectable()
export class Authentication {
  private keys = new Map<string, Key>();
  private askedAt = -Infinity;
  private renewedAt = -Infinity;
  private asking?: Promise<void>;

  constructor(
    private readonly requests: Requests,
    private readonly env: GatewayEnv,
    private readonly ended: EndedSessions,
  ) {}

  /** @throws DomainError TOKEN_EXPIRED, TOKEN_REFUSED (also when its session is over), or SERVICE_UNAVAILABLE when no key is known and accounts does not answer */
  async identityOf(token: string, chain: CallContext): Promise<Identity> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.keyFor(header, chain), {
        algorithms: ['EdDSA'],
        typ: 'at+jwt',
        issuer: this.env.issuer,
        audience: this.env.audience,
        requiredClaims: ['sub', 'iat', 'exp', 'role'],
      });
      const person = personOf(payload);
      if (person.sessionId && (await this.ended.has(person.sessionId))) throw refused();
      return person;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new DomainError('TOKEN_EXPIRED', 'unauthenticated');
      if (error instanceof errors.JOSEError) throw refused();
      throw error;
    }
  }

  private async keyFor({ kid = '' }: JWTHeaderParameters, chain: CallContext): Promise<Key> {
    if (this.keys.has(kid)) await this.renew(chain);
    else if (performance.now() - this.askedAt > COOL_DOWN_MS) await this.refresh(chain);
    const key = this.keys.get(kid);
    if (!key) throw refused();
    return key;
  }

  /** Asks again when the keys are old. While accounts does not answer those we have go on, and hold a caller up for a moment at most, now and then. */
  private async renew(chain: CallContext): Promise<void> {
    const now = performance.now();
    if (now - this.askedAt <= KEEP_MS || now - this.renewedAt <= COOL_DOWN_MS) return;
    this.renewedAt = now;
    await within(PATIENCE_MS, this.refresh(chain)).catch(() => undefined);
  }

  /** Asks accounts, once for all who wait. */
  private async refresh(chain: CallContext): Promise<void> {
    this.asking ??= this.load(chain).finally(() => (this.asking = undefined));
    await this.asking;
  }

  private async load(chain: CallContext): Promise<void> {
    const { keys } = await this.requests.ask(GetSigningKeys, {}, chain, { timeoutMs: 1_500 });
    const imported = await Promise.all(
      keys.map(async (key) => [key.kid, (await importJWK({ ...key }, 'EdDSA')) as Key] as const),
    );
    this.keys = new Map(imported);
    this.askedAt = performance.now();
  }
}

const refused = () => new DomainError('TOKEN_REFUSED', 'unauthenticated');

/** `sub` is the shop; `act.sub` the member who acts for it, absent for its founder, whose id is the shop's. */
function personOf({ sub, sid, act, role, exp }: JWTPayload): Identity {
  const memberId = (act as { sub?: unknown } | undefined)?.sub ?? sub;
  const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
  const known = (MEMBER_ROLES as readonly unknown[]).includes(role);
  const founder = memberId === sub;
  if (!isId(sub) || !isId(memberId) || !known || (sid !== undefined && !isId(sid)) || (founder && role !== 'owner'))
    throw refused();
  return {
    sellerId: sub,
    memberId,
    role: role as MemberRole,
    actor: founder ? `seller:${sub}` : `member:${memberId}`,
    expiresAt: new Date(exp! * 1_000),
    ...(sid === undefined ? {} : { sessionId: sid }),
  };
}
