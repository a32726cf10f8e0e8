import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CallContext, Requests } from '#bus';
import { type ApiKeyGrant, CheckApiKey, DomainError } from '#contracts';
import { RateLimits } from './rate-limits.js';

/** A key that was revoked opens nothing any more after this. */
const GRANT_MS = 10_000;
/** Nor does a wrong one make us ask again and again. */
const REFUSAL_MS = 5_000;
const KEPT = 10_000;
const KEY = /^flux_[\w-]{8,200}$/;

interface Known {
  until: number;
  grant: Promise<ApiKeyGrant>;
}

/** What keys of programs stand for; accounts knows, and is asked at most every 10 s for each. */
@Injectable()
export class ApiKeys {
  /** By fingerprint, oldest first. */
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly requests: Requests,
    private readonly limits: RateLimits,
  ) {}

  /**
   * @param address that the key came from: one that tries keys by the dozen is slowed down
   * @throws DomainError API_KEY_REFUSED, RATE_LIMITED, or SERVICE_UNAVAILABLE when accounts does not answer
   */
  async grantOf(key: string, chain: CallContext, address: string): Promise<ApiKeyGrant> {
    if (!KEY.test(key)) throw refused();
    const fingerprint = createHash('sha256').update(key).digest('hex');
    const kept = this.known.get(fingerprint);
    const grant = await (kept && kept.until > performance.now() ? kept.grant : this.ask(fingerprint, chain, address));
    if (grant.expiresAt && Date.parse(grant.expiresAt) <= Date.now()) throw refused();
    return grant;
  }

  private async ask(fingerprint: string, chain: CallContext, address: string): Promise<ApiKeyGrant> {
    this.limits.assertAddressFree(address);
    const known: Known = {
      until: performance.now() + GRANT_MS,
      grant: this.requests.ask(CheckApiKey, { fingerprint }, chain, { timeoutMs: 1_500 }),
    };
    this.keep(fingerprint, known);
    try {
      return await known.grant;
    } catch (error) {
      const isRefusal = error instanceof DomainError && ['unauthenticated', 'forbidden', 'not-found'].includes(error.kind);
      if (!isRefusal) {
        this.known.delete(fingerprint);
        throw error;
      }
      known.until = performance.now() + REFUSAL_MS;
      known.grant = Promise.reject(refused());
      known.grant.catch(() => undefined);
      this.limits.admitAddress(address);
      throw refused();
    }
  }

  private keep(fingerprint: string, known: Known): void {
    this.known.delete(fingerprint);
    this.known.set(fingerprint, known);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value!);
  }
}

const refused = () => new DomainError('API_KEY_REFUSED', 'unauthenticated');
