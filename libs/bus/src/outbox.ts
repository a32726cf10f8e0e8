import type { EventClass, EventMeta, Fact } from '#contracts';
import { checkOpen, DomainError, eventSpec } from '#contracts';
import { type Database, newId, type Statement } from '#database';
import { type CallContext, currentContext } from './context.js';
import { chainOf, headersWithSeller, type OutboxRow, toRow } from './wire.js';

const MAX_PAYLOAD_BYTES = 480 * 1024;

const COLUMNS = 'event_id, subject, key, version, id_utilisateur, payload, headers';

/** SQL: rows of {@link outboxColumns}, whose parameters begin at `first`. */
const rowsFrom = (first: number) => {
  const arrays = ['uuid', 'text', 'text', 'bigint', 'uuid', 'json', 'json'].map((type, i) => `$${first + i}::${type}[]`);
  return `unnest(${arrays.join(', ')}) with ordinality t(e, s, k, v, u, p, h, o)`;
};

/** Rows of {@link outboxColumns} into an outbox table, in their order. */
export const insertIntoOutbox = (table: string) =>
  `insert into ${table} (${COLUMNS}) select e, s, k, v, u, p, h from ${rowsFrom(1)} order by o`;

/**
 * As {@link insertIntoOutbox}, in the statement that makes the facts true: only those whose key is an `id` of the query `truth` (`id uuid, seller uuid`), and as facts of its seller.
 * @param first the number of the rows' first parameter
 */
export const insertWhatIsTrue = (truth: string, first: number) =>
  `insert into outbox (${COLUMNS}) select e, s, k, v, seller, p, ${headersWithSeller('h', 'seller')} from ${rowsFrom(first)} join ${truth} on id::text = k order by o`;

const INSERT = insertIntoOutbox('outbox');

/** The parameters of {@link insertIntoOutbox}. */
export function outboxColumns(rows: readonly OutboxRow[]): (string | number | null)[][] {
  const column = <T>(pick: (row: OutboxRow) => T) => rows.map(pick);
  return [
    column((r) => r.eventId),
    column((r) => r.subject),
    column((r) => r.key),
    column((r) => r.version),
    column((r) => r.sellerId),
    column((r) => r.payload),
    column((r) => JSON.stringify(r.headers)),
  ];
}

/**
 * The only way out for events: they are written in the transaction that makes them true, and the relay publishes them after it committed.
 */
export class Outbox {
  private wake: () => void = () => undefined;
  private allowed?: ReadonlySet<EventClass>;

  constructor(private readonly db: Database) {}

  /** What to do when new events are committed (the relay's alarm clock). */
  onCommitted(wake: () => void): void {
    this.wake = wake;
  }

  /** Only these may be published (the service's manifest). */
  restrictTo(contracts: readonly EventClass[]): void {
    this.allowed = new Set(contracts);
  }

  /**
   * Writes facts in the open transaction, in their order, all of a transaction in one statement at its end. Lock what they are about first, so that events of one thing
   * leave in the order of their versions.
   * @param cause the event that led to them, where a batch handler knows it; else the current chain
   * @throws DomainError when a fact breaks its contract, is too large, or is not in the manifest: the transaction must not commit
   */
  add(facts: readonly Fact[], cause?: EventMeta): Promise<void> {
    if (facts.length === 0) return Promise.resolve();
    const chain = cause ? chainOf(cause) : currentContext();
    return this.gather(facts.map((fact) => ({ fact, chain })));
  }

  /** As {@link add}, for a batch in which every fact has a cause of its own. */
  addCaused(facts: readonly { fact: Fact; cause: EventMeta }[]): Promise<void> {
    return this.gather(facts.map(({ fact, cause }) => ({ fact, chain: chainOf(cause) })));
  }

  /**
   * In the open transaction: rows of facts that a statement of the caller's own puts into the outbox ({@link insertWhatIsTrue}), which alone knows whether they are true and whose they are.
   * @throws as {@link add}
   */
  rowsOf(facts: readonly Caused[]): OutboxRow[] {
    const now = new Date();
    this.db.afterCommit(this.wake);
    return facts.map(({ fact, chain }) => this.rowOf(fact, chain, now));
  }

  // Asynchronous, so that a fact that breaks its contract rejects as it always did.
  private async gather(facts: readonly Caused[]): Promise<void> {
    if (facts.length > 0) this.db.gather(this.write, this.rowsOf(facts));
  }

  private rowOf(fact: Fact, chain: CallContext, now: Date): OutboxRow {
    const { subject } = eventSpec(fact.contract);
    if (this.allowed && !this.allowed.has(fact.contract)) throw new DomainError('EVENT_NOT_IN_MANIFEST', 'internal', { subject });
    const broken = checkOpen(fact.contract, fact.payload);
    if (broken) throw new DomainError('EVENT_BREAKS_CONTRACT', 'internal', { subject, ...broken.facts });
    const row = toRow(fact, newId(), chain, now);
    const bytes = Buffer.byteLength(row.payload);
    if (bytes > MAX_PAYLOAD_BYTES)
      throw new DomainError('EVENT_TOO_LARGE', 'invalid', { subject, bytes, limit: MAX_PAYLOAD_BYTES });
    return row;
  }

  private readonly write = (rows: OutboxRow[]): Statement => ({ sql: INSERT, parameters: outboxColumns(rows) });
}

/** A fact and the chain it belongs to. */
interface Caused {
  fact: Fact;
  chain: CallContext;
}
