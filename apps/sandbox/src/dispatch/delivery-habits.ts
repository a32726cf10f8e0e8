import { Injectable } from '@nestjs/common';
import type { BatchShape } from './batch.js';

/** How webhooks go out; Meta promises neither order nor single delivery nor one update a POST. */
export interface DeliveryHabit {
  /** Most updates in one POST, 1 to 1,000. */
  readonly batch: number;
  readonly shape: BatchShape;
  readonly order: 'kept' | 'reversed' | 'shuffled';
  /** How long updates are gathered before they go out together; undefined posts each at once. */
  readonly gatherMs: number | undefined;
  /** Gathers without end, until the release is asked for. */
  readonly hold: boolean;
  /** Share of the updates that come twice, 0 to 1. */
  readonly duplicates: number;
  /** Each POST waits this long, plus a random part of `jitterMs`. */
  readonly delayMs: number;
  readonly jitterMs: number;
  /** Signs with this secret instead of the configured one: the other of the two during a change of secrets. */
  readonly secret: string | undefined;
}

const ALL = '*';

/** How each number's webhooks go out. Kept in memory: a restarted sandbox posts each update at once. */
@Injectable()
export class DeliveryHabits {
  private readonly habits = new Map<string, DeliveryHabit>();
  private seed = 1;

  /** @param phoneNumberId undefined sets the habit of all numbers without one of their own */
  set(phoneNumberId: string | undefined, habit: DeliveryHabit, seed: number | undefined): void {
    this.habits.set(phoneNumberId ?? ALL, habit);
    if (seed !== undefined) this.seed = seed;
  }

  of(phoneNumberId: string | undefined): DeliveryHabit | undefined {
    return this.habits.get(phoneNumberId ?? ALL) ?? this.habits.get(ALL);
  }

  clear(): void {
    this.habits.clear();
    this.seed = 1;
  }

  /** 0 to 1, the same row of numbers for the same seed (mulberry32). */
  random(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** The same items in the habit's order. */
  ordered<T>(items: readonly T[], order: DeliveryHabit['order']): T[] {
    if (order === 'kept') return [...items];
    if (order === 'reversed') return items.toReversed();
    return items
      .map((item) => ({ item, rank: this.random() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  }
}
