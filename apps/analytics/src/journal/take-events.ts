import { Injectable } from '@nestjs/common';
import { Workers } from '#bus';
import type { Received } from '#contracts';
import { Database } from '#database';
import { ApiUsageLedger } from '../api-usage/api-usage-ledger.js';
import { countsInFigures, FiguresLedger } from '../figures/figures-ledger.js';
import { RecomputeFigures } from '../figures/recompute-figures.js';
import { ErasedPeople } from '../people/erased-people.js';
import { SellerDays, tellsOfSeller } from '../sellers/seller-days.js';
import { Journal } from './journal.js';

/**
 * Takes a batch of events into the journal and into the sums over it, in one transaction. Only rows new to the journal count, so the figures are a function of
 * the journal: duplicates, redelivery, replays and any order lead to the same rows.
 *
 * The order of the steps is the rule against deadlocks and lost counts: the turn to write of people, journal rows, then the sellers' rows locked in one order, then what depends on
 * them. Whoever holds a seller's lock sees every journal row that was counted for him.
 */
@Injectable()
export class TakeEvents {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly journal: Journal,
    private readonly sellerDays: SellerDays,
    private readonly figures: FiguresLedger,
    private readonly recompute: RecomputeFigures,
    private readonly apiUsage: ApiUsageLedger,
    private readonly people: ErasedPeople,
  ) {}

  /** @returns how many were new @throws DomainError TIME_ZONE_UNKNOWN when a seller's time zone does not exist */
  async take(events: Received[]): Promise<number> {
    await this.people.await(events);
    const fresh = await this.journal.write(events);
    await this.people.forget(fresh);
    await this.apiUsage.add(fresh);
    const counting = fresh.filter((event) => event.meta.sellerId && countsInFigures(event));
    const profiles = fresh.filter((event) => event.meta.sellerId && tellsOfSeller(event));
    if (counting.length + profiles.length === 0) return fresh.length;

    const zones = await this.sellerDays.lock([...counting, ...profiles].map(({ meta }) => meta.sellerId!));
    const moved = await this.sellerDays.learn(profiles, zones);
    for (const sellerId of moved) await this.recompute.ofSeller(sellerId);
    // A seller whose days were computed afresh has this batch in them already.
    await this.figures.add(
      counting.filter(({ meta }) => !moved.has(meta.sellerId!)),
      zones,
    );
    this.db.afterCommit(() => this.workers.wake('chiffres'));
    return fresh.length;
  }
}
