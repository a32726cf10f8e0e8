import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Worker } from '#bus';
import { DomainError, networkOf } from '#contracts';
import { Database } from '#database';
import { GatewayEnv } from '../gateway.env.js';
import { RateLeases } from './rate-leases.js';

/** Requests are counted by the minute. */
export const WINDOW_MS = 60_000;
/** Addresses that are remembered at most; more of them at once forget the oldest. */
const ADDRESSES = 50_000;

/** How many requests somebody has left. */
export interface Allowance {
  admitted: boolean;
  limit: number;
  remaining: number;
  /** Until all of them are free again. */
  resetSeconds: number;
}

/**
 * How often a seller, or an address that nobody has signed in from, may ask in a minute. A seller's requests are counted over all replicas of the gateway,
 * whoever of his team or programs makes them; an address's by each replica for itself.
 */
@Injectable()
export class RateLimits {
  /** By address, oldest first. */
  private readonly addresses = new Map<string, { window: number; used: number }>();

  constructor(
    private readonly db: Database,
    private readonly env: GatewayEnv,
    private readonly leases: RateLeases,
  ) {}

  /** Counts a request of a seller. */
  async admitSeller(sellerId: string): Promise<Allowance> {
    const now = Date.now();
    const { admitted, remaining } = await this.leases.take(sellerId, windowOf(now));
    return { admitted, limit: this.env.rateLimit, remaining, resetSeconds: secondsLeft(now) };
  }

  /** Counts a request of an address. */
  admitAddress(address: string): Allowance {
    const before = this.ofAddress(address);
    if (!before.admitted) return before;
    const key = networkOf(address);
    const entry = this.addresses.get(key)!;
    entry.used += 1;
    return { ...before, remaining: before.remaining - 1 };
  }

  /** What an address has left, nothing counted. */
  ofAddress(address: string): Allowance {
    const now = Date.now();
    const key = networkOf(address);
    let entry = this.addresses.get(key);
    if (!entry || entry.window !== windowOf(now)) {
      entry = { window: windowOf(now), used: 0 };
      this.addresses.delete(key);
      this.addresses.set(key, entry);
      if (this.addresses.size > ADDRESSES) this.addresses.delete(this.addresses.keys().next().value!);
    }
    const remaining = Math.max(0, this.env.addressRateLimit - entry.used);
    return { admitted: remaining > 0, limit: this.env.addressRateLimit, remaining, resetSeconds: secondsLeft(now) };
  }

  /** @throws DomainError RATE_LIMITED when the address has nothing left */
  assertAddressFree(address: string): void {
    const { admitted, limit, resetSeconds } = this.ofAddress(address);
    if (!admitted) throw new DomainError('RATE_LIMITED', 'rate-limited', { limit, retryAfterSeconds: resetSeconds });
  }

  @Worker({ name: 'forget-rate-windows', idleMs: 60_000 })
  async forget(): Promise<number> {
    return this.db.asWorker(() => this.db.run("delete from fenetres_debit where debut < now() - interval '10 minutes'"));
  }
}

const windowOf = (now: number) => Math.floor(now / WINDOW_MS) * WINDOW_MS;
const secondsLeft = (now: number) => Math.max(1, Math.ceil((windowOf(now) + WINDOW_MS - now) / 1_000));

/** Tells the caller what he has left (names of the IETF draft). */
export function showAllowance(reply: FastifyReply, { limit, remaining, resetSeconds }: Allowance): void {
  void reply.headers({
    'ratelimit-limit': limit,
    'ratelimit-remaining': remaining,
    'ratelimit-reset': resetSeconds,
    'ratelimit-policy': `${limit};w=${WINDOW_MS / 1_000}`,
  });
}
