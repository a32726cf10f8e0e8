import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { ConversationsApiUsedV1 } from '#contracts';
import { Outbox, Worker } from '#bus';
import { Database } from '#database';
import { type Calls, CallsByMinute } from '#service';

interface Outcome {
  ok: boolean;
  latencyMs: number;
}

/** Counts the conversations' calls to WhatsApp by seller and minute. */
@Injectable()
export class ApiUsageBook implements BeforeApplicationShutdown {
  /** By seller and operation. */
  private noted = new Map<string, Calls>();
  private readonly minutes: CallsByMinute;

  constructor(
    private readonly db: Database,
    outbox: Outbox,
  ) {
    this.minutes = new CallsByMinute(db, outbox, ConversationsApiUsedV1);
  }

  /** In the open transaction, at its end, or in one of the seller's own: the row of a busy seller's minute is held for a moment only. */
  async count(sellerId: string, operation: string, outcome: Outcome): Promise<void> {
    await this.db.asSeller(sellerId, () => Promise.resolve(this.minutes.count(callOf(sellerId, operation, outcome))));
  }

  /** Counted within a second, all of that second together, and at a graceful stop: for calls that are a courtesy, of which a crash may lose a second's. */
  note(sellerId: string, operation: string, outcome: Outcome): void {
    this.addNoted(callOf(sellerId, operation, outcome));
  }

  @Worker({ name: 'utilisation-notee', idleMs: 1_000 })
  async keepNoted(): Promise<number> {
    const noted = [...this.noted.values()];
    if (noted.length === 0) return 0;
    this.noted = new Map();
    try {
      await this.db.asWorker(() => Promise.resolve(this.minutes.count(...noted)));
    } catch (error) {
      noted.forEach((calls) => this.addNoted(calls));
      throw error;
    }
    // What was noted meanwhile shares the next second.
    return 0;
  }

  /** When all that may still note something has ended. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.keepNoted();
  }

  private addNoted({ sellerId, operation, calls, errors, latencyMs }: Calls): void {
    const key = `${sellerId}|${operation}`;
    const before = this.noted.get(key) ?? { calls: 0, errors: 0, latencyMs: 0 };
    this.noted.set(key, {
      ...{ sellerId, operation, calls: before.calls + calls, errors: before.errors + errors },
      latencyMs: before.latencyMs + latencyMs,
    });
  }

  @Worker({ name: 'utilisation', idleMs: 15_000 })
  tell(): Promise<number> {
    return this.minutes.tell();
  }
}

const callOf = (sellerId: string, operation: string, { ok, latencyMs }: Outcome): Calls => ({
  ...{ sellerId, operation, calls: 1, errors: ok ? 0 : 1 },
  latencyMs: Math.round(latencyMs),
});
