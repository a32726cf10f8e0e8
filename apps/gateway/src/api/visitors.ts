import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallContext } from '#bus';
import { type Caller, DomainError } from '#contracts';
import { ApiKeys } from './api-keys.js';
import { Authentication } from './authentication.js';
import { assertMay, type Door, type Identity } from './identity.js';
import { type Allowance, RateLimits, showAllowance } from './rate-limits.js';

type Visit = Pick<FastifyRequest, 'headers' | 'chain' | 'ip' | 'socket'>;

/** Lets callers in: finds out who they are, that they may, and that they do not come too often. */
@Injectable()
export class Visitors {
  constructor(
    private readonly authentication: Authentication,
    private readonly keys: ApiKeys,
    private readonly limits: RateLimits,
  ) {}

  /**
   * The seller comes from the token or key and from nowhere else; on a public door whatever token comes along is ignored.
   * @throws DomainError TOKEN_MISSING, TOKEN_EXPIRED, TOKEN_REFUSED, API_KEY_REFUSED, ROLE_FORBIDS, SCOPE_MISSING, RATE_LIMITED
   */
  async letIn(door: Door, request: Visit, reply: FastifyReply): Promise<Caller> {
    const from = whereFrom(request);
    const stranger: Caller = { ...request.chain, ...from };
    if (door.access === 'public') {
      admit(this.limits.admitAddress(from.address), reply);
      return stranger;
    }
    // Who is not known yet counts with his address.
    showAllowance(reply, this.limits.ofAddress(from.address));
    const identity = await this.identityOf(request.headers.authorization, request.chain, from.address);
    admit(await this.limits.admitSeller(identity.sellerId), reply);
    assertMay(identity, door);
    const { role: _role, scopes: _scopes, expiresAt: _expiresAt, ...who } = identity;
    return { ...stranger, ...who };
  }

  /**
   * Whom an Authorization header speaks for: a person's access token, or a program's key.
   * @throws DomainError TOKEN_MISSING, TOKEN_EXPIRED, TOKEN_REFUSED, API_KEY_REFUSED, SERVICE_UNAVAILABLE
   */
  async identityOf(authorization: string | undefined, chain: CallContext, address: string): Promise<Identity> {
    const credential = /^Bearer ([\w.~+/-]{1,4096}=*)$/i.exec(authorization ?? '')?.[1];
    if (!credential) throw new DomainError('TOKEN_MISSING', 'unauthenticated');
    if (!credential.startsWith('flux_')) return this.authentication.identityOf(credential, chain);
    const { keyId, sellerId, scopes, expiresAt } = await this.keys.grantOf(credential, chain, address);
    return { sellerId, scopes, actor: `api-key:${keyId}`, ...(expiresAt ? { expiresAt: new Date(expiresAt) } : {}) };
  }
}

function admit(allowance: Allowance, reply: FastifyReply): void {
  showAllowance(reply, allowance);
  if (allowance.admitted) return;
  const { limit, resetSeconds } = allowance;
  throw new DomainError('RATE_LIMITED', 'rate-limited', { limit, retryAfterSeconds: resetSeconds });
}

/** Network address and program of a request, fit for a header. */
export function whereFrom({ ip, socket, headers }: Pick<FastifyRequest, 'headers' | 'ip' | 'socket'>): {
  address: string;
  userAgent?: string;
} {
  const address = (isIP(ip) ? ip : (socket.remoteAddress ?? '')).replace(/^::ffff:(?=\d+\.)/i, '');
  const userAgent = (headers['user-agent'] ?? '')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 200)
    .trim();
  return { address, ...(userAgent ? { userAgent } : {}) };
}
