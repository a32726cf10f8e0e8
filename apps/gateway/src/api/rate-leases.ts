import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '#database';
import { LOGGER } from '#service';
import { GatewayEnv } from '../gateway.env.js';
import { within } from './within.js';

/** A part of the minute's requests that a replica takes at once. */
const LEASE_SHARE = 0.05;
/** After the database let us wait it is left alone for a moment. */
const COOL_DOWN_MS = 2_000;
/** Sellers that are remembered at most; more of them at once forget the oldest. */
const SELLERS = 20_000;

/** A seller's minute as one replica sees it. */
interface Minute {
  window: number;
  /** Taken and not used. */
  left: number;
  /** Not taken by any replica when we last looked. */
  untaken: number;
  taking?: Promise<void>;
}

/**
 * A seller's requests of a minute, shared by all replicas: each takes a few at a time from the database and hands them out, so that most requests cost no query
 * and no more are admitted than the limit. While the database does not answer each replica hands out the whole limit by itself: counting must not shut the shop.
 */
@Injectable()
export class RateLeases {
  /** By seller, oldest first. */
  private readonly minutes = new Map<string, Minute>();
  private readonly lease: number;
  private aloneUntil = -Infinity;

  constructor(
    private readonly db: Database,
    private readonly env: GatewayEnv,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.lease = Math.max(1, Math.ceil(env.rateLimit * LEASE_SHARE));
  }

  /** Hands out one request of the minute that begins at `window` (ms since 1970). */
  async take(sellerId: string, window: number): Promise<{ admitted: boolean; remaining: number }> {
    const minute = this.minuteOf(sellerId, window);
    while (minute.left === 0 && minute.untaken > 0) {
      minute.taking ??= this.takeMore(sellerId, minute).finally(() => (minute.taking = undefined));
      await minute.taking;
    }
    if (minute.left === 0) return { admitted: false, remaining: 0 };
    minute.left -= 1;
    return { admitted: true, remaining: minute.left + minute.untaken };
  }

  private minuteOf(sellerId: string, window: number): Minute {
    const known = this.minutes.get(sellerId);
    if (known?.window === window) return known;
    const minute: Minute = { window, left: 0, untaken: this.env.rateLimit };
    this.minutes.delete(sellerId);
    this.minutes.set(sellerId, minute);
    if (this.minutes.size > SELLERS) this.minutes.delete(this.minutes.keys().next().value!);
    return minute;
  }

  private async takeMore(sellerId: string, minute: Minute): Promise<void> {
    const taken = await this.taken(sellerId, minute.window);
    const ours = taken?.ours ?? Math.min(this.lease, minute.untaken);
    minute.left += ours;
    // Others may have taken some meanwhile.
    minute.untaken = taken ? this.env.rateLimit - taken.total : minute.untaken - ours;
  }

  /** Takes the next few. @returns how many, and how many all replicas have now; undefined when the database does not say */
  private async taken(sellerId: string, window: number): Promise<{ ours: number; total: number } | undefined> {
    if (performance.now() < this.aloneUntil) return undefined;
    const limit = this.env.rateLimit;
    try {
      const rows = await within(
        this.env.databasePatienceMs,
        this.db.asSeller(sellerId, () =>
          this.db.rows<{ total: number }>(
            `insert into fenetres_debit as f (id_utilisateur, debut, prises) values ($1, $2, $3)
             on conflict (id_utilisateur, debut) do update set prises = least(f.prises + $3, $4) where f.prises < $4 returning prises as total`,
            [sellerId, new Date(window), Math.min(this.lease, limit), limit],
          ),
        ),
      );
      const total = rows[0]?.total;
      if (total === undefined) return { ours: 0, total: limit };
      // All takings but the last of a minute are whole.
      return { ours: total % this.lease || this.lease, total };
    } catch (error) {
      this.aloneUntil = performance.now() + COOL_DOWN_MS;
      this.logger.warn({ event: 'rate-limits.alone', error: String(error) }, 'requests are counted without the other replicas');
      return undefined;
    }
  }
}
