import { Outbox, toHeaders, toMeta, Workers } from '#bus';
import type { Database } from '#database';
import { ApiUsageLedger } from '../api-usage/api-usage-ledger.js';
import { FiguresLedger } from '../figures/figures-ledger.js';
import { OrderBook } from '../figures/order-book.js';
import { RecomputeFigures } from '../figures/recompute-figures.js';
import { Journal } from '../journal/journal.js';
import { TakeEvents } from '../journal/take-events.js';
import { ErasedPeople } from '../people/erased-people.js';
import { SellerDays } from '../sellers/seller-days.js';

/** A row of a service's `outbox_sent`. */
export interface ArchivedEvent {
  event_id: string;
  subject: string;
  payload: object;
  headers: Record<string, string>;
}

/**
 * Empties analytics, its inbox included: what the broker still delivers is taken again, and archives can be read in. Only who was erased stays known: the archives
 * still have his name.
 */
export async function forgetEverything(db: Database): Promise<void> {
  await db.asWorker(async () => {
    for (const table of ['sessions_analytiques', 'utilisation_apis', 'journaux_systeme', 'vendeurs_copie', 'inbox'])
      await db.run(`delete from ${table}`);
  });
}

/**
 * Reads archived events in, a batch per transaction; in any order, and while the service runs.
 * @returns how many were new to the journal
 */
export async function replayArchive(db: Database, batches: AsyncIterable<ArchivedEvent[]>): Promise<number> {
  const figures = new FiguresLedger(db, new OrderBook(db));
  const recompute = new RecomputeFigures(db, new Outbox(db));
  const takeEvents = new TakeEvents(
    db,
    new Workers(),
    new Journal(db),
    new SellerDays(db),
    figures,
    recompute,
    new ApiUsageLedger(db),
    new ErasedPeople(db),
  );
  let taken = 0;
  for await (const batch of batches) {
    const events = batch.map(({ event_id: id, subject, payload, headers }) => ({
      event: payload,
      meta: toMeta(subject, toHeaders({ ...headers, 'Nats-Msg-Id': id })),
    }));
    taken += await db.asWorker(() => takeEvents.take(events));
  }
  return taken;
}
