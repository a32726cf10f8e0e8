import type { EventClass, EventMeta, Fact } from '#contracts';
import { checkOpen, DomainError, eventSpec } from '#contracts';
import { type Database, newId } from '#database';
import { currentContext } from './context.js';
import { chainOf, type OutboxRow, toRow } from './wire.js';

const MAX_PAYLOAD_BYTES = 480 * 1024;

/** Rows of {@link outboxColumns} into an outbox table, in their order. */
export const insertIntoOutbox = (table: string) =>
  `insert into ${table} (event_id, subject, key, version, id_utilisateur, payload, headers)
   select e, s, k, v, u, p, h from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::uuid[], $6::json[], $7::json[]) with ordinality t(e, s, k, v, u, p, h, o) order by o`;

/** The parameters of {@link insertIntoOutbox}. */
export function outboxColumns(rows: readonly OutboxRow[]): unknown[] {
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

  // Asynchronous, so that a fact that breaks its contract rejects as it always did.
  private async gather(facts: { fact: Fact; chain: ReturnType<typeof currentContext> }[]): Promise<void> {
    if (facts.length === 0) return;
    const now = new Date();
    const rows = facts.map(({ fact, chain }) => {
      const { subject } = eventSpec(fact.contract);
      if (this.allowed && !this.allowed.has(fact.contract))
        throw new DomainError('EVENT_NOT_IN_MANIFEST', 'internal', { subject });
      const broken = checkOpen(fact.contract, fact.payload);
      if (broken) throw new DomainError('EVENT_BREAKS_CONTRACT', 'internal', { subject, ...broken.facts });
      const row = toRow(fact, newId(), chain, now);
      if (Buffer.byteLength(row.payload) > MAX_PAYLOAD_BYTES)
        throw new DomainError('EVENT_TOO_LARGE', 'invalid', {
          subject,
          bytes: Buffer.byteLength(row.payload),
          limit: MAX_PAYLOAD_BYTES,
        });
      return row;
    });
    this.db.gather(this.write, rows);
    this.db.afterCommit(this.wake);
  }

  private readonly write = async (rows: OutboxRow[]): Promise<void> => {
    await this.db.run(insertIntoOutbox('outbox'), outboxColumns(rows));
  };
}
