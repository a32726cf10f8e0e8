import type { JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { streamOf } from '#contracts';
import { type Database, isDatabaseDown, newId } from '#database';
import { AlarmClock, backOffMs } from './alarm-clock.js';
import { inboxPrefix } from './connection.js';
import { failpoint } from './failpoint.js';
import type { BusLogger } from './logger.js';
import { busMetrics } from './metrics.js';
import { type Acked, OutboxArchive } from './outbox-archive.js';
import { StreamPublisher } from './publisher.js';
import { ensureStream, managerOf } from './streams.js';

const BATCH = 500;
const IDLE_MS = 250;
/** What was published is put into the archive at least so far apart: nobody waits for that, and under load many events share it. */
const ARCHIVE_EVERY_MS = 100;
const LEASE_SECONDS = 5;
const AUDIT_EVERY_MS = 60_000;

interface Pending {
  id: string;
  event_id: string;
  subject: string;
  payload: string;
  headers: Record<string, string>;
}

/**
 * Takes committed events from the outbox to the service's stream. One replica relays at a time (a lease row: unlike an advisory lock it ends when the holder is paused);
 * a second one by accident does no harm, since the event id is the broker's duplicate key and the readers' inbox key. No transaction is open while it talks to the broker.
 */
export class Relay {
  private readonly owner = newId();
  private readonly stream: string;
  private readonly publisher: StreamPublisher;
  private readonly sent: OutboxArchive;
  private manager?: JetStreamManager;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private readonly clock = new AlarmClock();
  private streamCreated?: string;
  private auditedAt = 0;
  /** On the process's steady clock; a paused process comes back after it and asks again. */
  private renewAt = 0;
  /** Another replica relays: it finds what is committed here, and only its lease is looked at. */
  private follows = false;
  /** Published and not in the archive yet, in the order of their numbers. */
  private published: Acked[] = [];
  private archivedAt = 0;

  constructor(
    private readonly connection: NatsConnection,
    private readonly db: Database,
    private readonly logger: BusLogger,
  ) {
    this.stream = streamOf(db.service);
    this.sent = new OutboxArchive(db);
    this.publisher = new StreamPublisher(connection, this.stream, inboxPrefix(db.service));
  }

  start(): void {
    this.running = this.loop();
    void this.auditAfterReconnect();
  }

  /** There is something new in the outbox. */
  wake(): void {
    if (!this.follows) this.clock.ring();
  }

  /** Finishes the publishes in flight and gives the lease back. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.clock.ring();
    await this.running;
    this.publisher.close();
    await this.db
      .asWorker(() => this.db.run('delete from relay_lease where name = $1 and owner = $2', ['relay', this.owner]))
      .catch(() => undefined);
  }

  private async loop(): Promise<void> {
    let failures = 0;
    while (!this.stopping) {
      try {
        this.clock.reset();
        await this.relayWaiting();
        failures = 0;
        await this.rest();
      } catch (error) {
        failures += 1;
        this.auditedAt = 0; // whatever failed, look at the stream again before publishing
        this.logger.warn(
          { event: 'relay.failed', failures, error: String(error), databaseDown: isDatabaseDown(error) },
          'relay round failed, trying again',
        );
        await this.clock.nap(backOffMs(failures));
      }
    }
    // What cannot be archived any more is published again by whoever relays next, under the same ids.
    await this.archive().catch(() => undefined);
  }

  /**
   * Until there is something to relay, or to archive. In one round trip it is asked whether others (replicas, an operator) put something into the outbox, or, where another replica relays,
   * whether its lease is over.
   */
  private async rest(): Promise<void> {
    for (;;) {
      const archiving = this.published.length > 0;
      const rung = await this.clock.nap(archiving ? this.archivedAt + ARCHIVE_EVERY_MS - performance.now() : IDLE_MS);
      if (rung || this.stopping) return;
      if (archiving) await this.archive();
      else if (this.follows ? await this.leaseIsFree() : performance.now() >= this.renewAt || (await this.somethingWaits()))
        return;
    }
  }

  private async somethingWaits(): Promise<boolean> {
    const [row] = await this.db.glance<{ waits: boolean }>('select exists (select from outbox) as waits');
    return row!.waits;
  }

  private async leaseIsFree(): Promise<boolean> {
    const [row] = await this.db.glance<{ free: boolean }>(
      `select not exists (select from relay_lease where name = 'relay' and until >= now()) as free`,
    );
    return row!.free;
  }

  /**
   * Relays until nothing waits. While one batch is published the next is read and the last is moved; but batches are published one after the other, each when all of the one before
   * it is acknowledged, and moved in the same order: events leave in the order of their ids, and who looks for overwritten ones finds every earlier number in the archive.
   */
  private async relayWaiting(): Promise<void> {
    let next = this.read(this.published);
    let moving: Promise<void> = Promise.resolve();
    let inMove: Acked[] = [];
    try {
      for (;;) {
        const batch = await next;
        if (Date.now() - this.auditedAt > AUDIT_EVERY_MS && batch) {
          // What the broker took must be in the archive before the two are compared.
          await moving;
          await this.archive();
          await this.audit();
        }
        if (!batch?.length) {
          await moving;
          if (performance.now() >= this.archivedAt + ARCHIVE_EVERY_MS) await this.archive();
          return;
        }
        const more = batch.length === BATCH && !this.stopping;
        next = more ? this.read([...inMove, ...this.published, ...batch]) : Promise.resolve(undefined);
        next.catch(() => undefined); // told when it is waited for
        const acked = await this.publish(batch);
        failpoint('relay_after_publish_before_move');
        await moving;
        // Numbers that were given before are those of a store that was rolled back: the archive must know the first when it is shown the second.
        if (acked.some(({ seq }) => seq <= this.lastPublished)) await this.archive();
        this.published.push(...acked);
        if (more) {
          inMove = this.published;
          moving = this.archive();
          moving.catch(() => undefined);
        }
        if (acked.length < batch.length) {
          await moving;
          throw new Error(`broker took ${acked.length} of ${batch.length} events`);
        }
      }
    } finally {
      // Nothing of this goes on beside a later try.
      await Promise.allSettled([next, moving]);
    }
  }

  /** The oldest events but these. @returns undefined when another replica relays */
  private async read(except: readonly { id: string }[]): Promise<Pending[] | undefined> {
    if (performance.now() >= this.renewAt && !(await this.takeLease())) return undefined;
    // Not simply those after the last: one with a smaller id may have been committed later.
    return this.db.glance<Pending>(
      'select id, event_id, subject, payload::text as payload, headers from outbox where id <> all($2::bigint[]) order by id limit $1',
      [BATCH, except.map(({ id }) => id)],
    );
  }

  /** Takes or renews the lease; asked for only when it is about to end: an idle relay costs no commit. */
  private async takeLease(): Promise<boolean> {
    const asked = performance.now();
    const held = await this.db.asWorker(() =>
      this.db.run(
        `insert into relay_lease (name, owner, until) values ('relay', $1, now() + make_interval(secs => $2))
         on conflict (name) do update set owner = excluded.owner, until = excluded.until where relay_lease.owner = $1 or relay_lease.until < now()`,
        [this.owner, LEASE_SECONDS],
      ),
    );
    this.renewAt = held ? asked + (LEASE_SECONDS * 1_000) / 2 : 0;
    this.follows = held === 0;
    return held > 0;
  }

  private async publish(pending: Pending[]): Promise<Acked[]> {
    const { stored, refused } = await this.publisher.publish(
      pending.map(({ event_id: eventId, ...row }) => ({ eventId, ...row })),
    );
    if (refused) this.logger.warn({ event: 'relay.refused', error: String(refused) }, 'broker did not take every event');
    const acked: Acked[] = [];
    const bySubject = new Map<string, number>();
    for (const [i, { id, event_id: eventId, subject }] of pending.entries()) {
      const answer = stored[i];
      if (!answer) continue;
      acked.push({ id, eventId, ...answer });
      bySubject.set(subject, (bySubject.get(subject) ?? 0) + 1);
    }
    for (const [subject, count] of bySubject) busMetrics.eventsOut.inc({ subject }, count);
    return acked;
  }

  private get lastPublished(): number {
    return this.published.reduce((last, { seq }) => Math.max(last, seq), 0);
  }

  /** Puts into the archive what was published. What fails is published again, which the broker knows by its id. */
  private async archive(): Promise<void> {
    const acked = this.published;
    this.published = [];
    this.archivedAt = performance.now();
    if (acked.length > 0) this.tellOfLost(await this.sent.take(acked, this.streamCreated));
  }

  /** Compares the stream with the archive: what it has lost is published again. */
  private async audit(): Promise<void> {
    this.manager ??= await managerOf(this.connection);
    await ensureStream(this.manager, this.db.service);
    const info = await this.manager.streams.info(this.stream);
    // The library gives the creation time as text or Date, by version.
    const created = new Date(info.created as unknown as string).toISOString();
    const lost = await this.sent.takeBackLost({ stream: this.stream, created, lastSeq: info.state.last_seq });
    this.streamCreated = created;
    this.auditedAt = Date.now();
    this.tellOfLost(lost);
  }

  private tellOfLost(lost: number): void {
    if (lost === 0) return;
    busMetrics.republished.inc(lost);
    this.logger.warn(
      { event: 'relay.republishing', lost, stream: this.stream },
      'the broker lost events it had acknowledged; publishing them again',
    );
    this.wake();
  }

  private async auditAfterReconnect(): Promise<void> {
    for await (const status of this.connection.status()) {
      if (status.type !== 'reconnect') continue;
      this.auditedAt = 0;
      this.wake();
    }
  }
}

/** How much waits in the outbox; for the metrics. */
export async function outboxDepth(db: Database): Promise<{ depth: number; oldestSeconds: number }> {
  const [row] = await db.asWorker(() =>
    db.rows<{ depth: number; oldest: number }>(
      'select count(*)::int as depth, coalesce(extract(epoch from now() - min(created_at)), 0)::float as oldest from outbox',
    ),
  );
  return { depth: row!.depth, oldestSeconds: row!.oldest };
}
