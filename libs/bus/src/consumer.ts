import type { NatsConnection } from '@nats-io/transport-node';
import { DomainError, type EventClass, type EventMeta, type Received } from '#contracts';
import { type Database, isDatabaseDown, isTransactionConflict } from '#database';
import { AlarmClock, backOffMs, pause } from './alarm-clock.js';
import type { Backlog } from './backlog.js';
import { inboxPrefix } from './connection.js';
import { inContext } from './context.js';
import { buryEvent } from './dead-letters.js';
import { failpoint } from './failpoint.js';
import type { BusLogger } from './logger.js';
import { busMetrics } from './metrics.js';
import { ConsumerGone, type PulledMessage, PullSource } from './pull.js';
import { ACK_WAIT_MS, type ConsumerSpec, ensureConsumer, managerOf } from './streams.js';
import { chainOf, readEvent, toMeta } from './wire.js';

const BATCH = 200;
const CONFLICT_RETRIES = 3;
/** Lost connections to a database that was there all the time, after which the work itself is suspected. */
const LOST_CONNECTIONS = 3;

/** When a failed event is offered again (ms, by delivery; the last repeats), and after how many deliveries it is set aside. A test may shorten it. */
export const retryPolicy = { delaysMs: [1_000, 5_000, 15_000, 60_000, 300_000], maxDeliveries: 8 };

/** What to do with fresh events; runs inside their transaction. */
export type EventWork = (events: Received[]) => Promise<void>;

interface Job extends Received {
  message: PulledMessage;
  /** Acknowledged or handed back: the broker needs no more signs of life. */
  settled?: boolean;
}

/**
 * Reads one consumer: batches of up to 200 in one transaction (claim the ids in the inbox, run the work on the fresh ones, commit, acknowledge), in which sellers take turns; what comes next is
 * fetched meanwhile. When a batch fails, its events go one by
 * one, so that a poison event fails alone: it is offered again with growing delays and ends in `dead_letter`. When the database is away the batch waits; nothing is handed back.
 */
export class EventConsumer {
  private source?: PullSource;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private readonly clock = new AlarmClock();
  private inHand: readonly Job[] = [];

  constructor(
    private readonly connection: NatsConnection,
    private readonly db: Database,
    readonly spec: ConsumerSpec,
    /** Contract by subject, for checking. */
    private readonly contracts: ReadonlyMap<string, EventClass>,
    private readonly work: EventWork,
    private readonly logger: BusLogger,
    private readonly clientName: string,
    /** Batches begin so far apart where nothing waits; `backlog` hears what waits after each fetch. */
    private readonly rhythm: { leastMsBetween?: number; backlog?: Backlog } = {},
  ) {}

  start(): void {
    const alive = setInterval(() => this.stayAlive(), ACK_WAIT_MS / 3);
    this.running = this.loop().finally(() => clearInterval(alive));
  }

  /** Finishes (or rolls back) the batch in hand, and lets the broker offer the rest to others at once. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.clock.ring();
    giveBack(this.source?.close());
    await this.running;
  }

  /**
   * The broker was away: whatever store it came back with, what waits here is offered again at once. Kept, it might be acknowledged to a store that knows another event by its number.
   */
  renew(): void {
    giveBack(this.source?.renew());
  }

  private async loop(): Promise<void> {
    let failures = 0;
    while (!this.stopping) {
      try {
        this.source ??= await this.open();
        // Whoever stopped it meanwhile had nothing to close yet.
        if (this.stopping) return void this.source.close();
        const messages = await this.source.next();
        const began = performance.now();
        const { waiting } = this.source;
        if (this.spec.subject) this.rhythm.backlog?.note(this.spec.subject, waiting);
        if (messages.length > 0) await this.handle(messages);
        failures = 0;
        if (waiting === 0 && messages.length > 0) await this.rest(began);
      } catch (error) {
        if (this.stopping) return;
        failures += 1;
        if (error instanceof ConsumerGone || failures > 1) this.reopen();
        this.logger.warn(
          { event: 'consumer.failed', consumer: this.spec.durable, failures, error: String(error) },
          'consumer round failed, trying again',
        );
        await pause(backOffMs(failures));
      }
    }
  }

  /** Creates the consumer when it is not there (first start, or a broker whose store was lost) and listens. */
  private async open(): Promise<PullSource> {
    const manager = await managerOf(this.connection);
    await ensureConsumer(manager, this.spec);
    return new PullSource(this.connection, this.spec.stream, this.spec.durable, BATCH, inboxPrefix(this.clientName));
  }

  /** What comes meanwhile is one batch. */
  private async rest(since: number): Promise<void> {
    const left = since + (this.rhythm.leastMsBetween ?? 0) - performance.now();
    if (left > 0) await this.clock.nap(left);
  }

  private reopen(): void {
    giveBack(this.source?.close());
    this.source = undefined;
  }

  private async handle(messages: PulledMessage[]): Promise<void> {
    failpoint('consumer_after_fetch');
    const jobs = (await Promise.all(messages.map((message) => this.read(message)))).filter((job) => job !== undefined);
    if (jobs.length === 0) return;
    this.inHand = jobs;
    try {
      await this.settle(jobs);
    } finally {
      this.inHand = [];
    }
  }

  /** Tells the broker that what is in hand and what is held are not forgotten, however many batches or waits they outlast. */
  private stayAlive(): void {
    for (const job of this.inHand) if (!job.settled) job.message.msg.respond('+WPI');
    this.source?.stayAlive();
  }

  /** Brings every job to its end: done, to be offered again, or set aside. */
  private async settle(jobs: Job[]): Promise<void> {
    const done = busMetrics.handlerSeconds.startTimer({ consumer: this.spec.durable });
    busMetrics.batchSize.observe({ consumer: this.spec.durable }, jobs.length);
    for (let conflicts = 0, lost = 0; ;) {
      try {
        await this.transact(jobs);
        break;
      } catch (error) {
        if (isTransactionConflict(error) && conflicts < CONFLICT_RETRIES) conflicts += 1;
        else if (isDatabaseDown(error) && lost < LOST_CONNECTIONS) lost += (await this.waitForDatabase(error)) ? 0 : 1;
        else if (jobs.length > 1) {
          this.logger.warn(
            { event: 'consumer.batch-failed', consumer: this.spec.durable, size: jobs.length, error: String(error) },
            'batch failed, going one by one',
          );
          for (const job of jobs) await this.handleAlone(job);
          break;
        } else {
          await this.refuse(jobs[0]!, error);
          break;
        }
        if (this.stopping) {
          jobs.forEach((job) => handBack(job, 0));
          break;
        }
      }
    }
    done();
  }

  private async handleAlone(job: Job): Promise<void> {
    for (let conflicts = 0, lost = 0; ;) {
      try {
        return await this.transact([job]);
      } catch (error) {
        if (isTransactionConflict(error) && conflicts < CONFLICT_RETRIES) conflicts += 1;
        else if (isDatabaseDown(error) && lost < LOST_CONNECTIONS && !this.stopping)
          lost += (await this.waitForDatabase(error)) ? 0 : 1;
        else return this.refuse(job, error);
      }
    }
  }

  /** Claims, works, commits; then acknowledges the fresh and the already known alike. */
  private async transact(jobs: Job[]): Promise<void> {
    const fresh = await this.db.asWorker(async () => {
      // Sorted: two replicas that claim the same ids in opposite order would deadlock.
      const claimed = await this.db.rows<{ event_id: string }>(
        'insert into inbox (event_id, consumer) select distinct e, $2 from unnest($1::uuid[]) t(e) order by e on conflict do nothing returning event_id',
        [jobs.map((job) => job.meta.id), this.spec.durable],
      );
      if (claimed.length < jobs.length) await this.rememberLonger(jobs);
      const ids = new Set(claimed.map((row) => row.event_id));
      const batch = jobs.filter((job) => ids.delete(job.meta.id));
      if (batch.length > 0) await this.runWork(batch);
      failpoint('after_effect_before_commit');
      return batch.length;
    });
    failpoint('after_commit_before_ack');
    for (const job of jobs) {
      job.settled = true;
      job.message.msg.respond('+ACK');
    }
    const subject = this.spec.subject ?? this.spec.stream;
    busMetrics.eventsIn.inc({ subject, outcome: 'done' }, fresh);
    if (jobs.length > fresh) busMetrics.eventsIn.inc({ subject, outcome: 'duplicate' }, jobs.length - fresh);
  }

  /** An event that comes again was published again (a lost store): the broker holds it for another term, so the inbox has to know it as long. */
  private async rememberLonger(jobs: Job[]): Promise<void> {
    await this.db.run(
      `update inbox set processed_at = now() where event_id = any($1::uuid[]) and consumer = $2 and processed_at < now() - interval '1 day'`,
      [jobs.map((job) => job.meta.id), this.spec.durable],
    );
  }

  private async runWork(batch: Job[]): Promise<void> {
    // The chain of a batch is its first event's; a handler that publishes names the cause of each fact.
    const first = chainOf(batch[0]!.meta);
    await inContext(first, () => this.work(batch));
  }

  /** Reads a message; one that breaks its contract is set aside at once, since no retry can mend it. */
  private async read(message: PulledMessage): Promise<Job | undefined> {
    const { msg } = message;
    let meta: EventMeta | undefined;
    try {
      meta = toMeta(msg.subject, msg.headers);
      return { event: readEvent(this.contracts, msg.subject, msg.string()), meta, message };
    } catch (problem) {
      await this.bury(message, meta, problem);
      return undefined;
    }
  }

  private async refuse(job: Job, error: unknown): Promise<void> {
    if (this.stopping && isDatabaseDown(error)) return handBack(job, 0);
    const { deliveries } = job.message;
    const permanent = error instanceof DomainError && ['invalid', 'conflict', 'forbidden'].includes(error.kind);
    if (permanent || deliveries > retryPolicy.maxDeliveries) {
      job.settled = true;
      return this.bury(job.message, job.meta, error);
    }
    const { delaysMs } = retryPolicy;
    const delay = delaysMs[Math.min(deliveries, delaysMs.length) - 1]!;
    this.logger.warn(
      { event: 'event.retry', consumer: this.spec.durable, eventId: job.meta.id, deliveries, delay, error: String(error) },
      'handler failed, trying later',
    );
    busMetrics.eventsIn.inc({ subject: job.meta.subject, outcome: 'retry' });
    handBack(job, delay * (0.9 + Math.random() * 0.2));
  }

  private async bury(message: PulledMessage, meta: EventMeta | undefined, error: unknown): Promise<void> {
    await buryEvent(this.db, this.spec.durable, message, meta, error);
    message.msg.respond('+ACK');
    busMetrics.eventsIn.inc({ subject: message.msg.subject, outcome: 'dead' });
    this.logger.error(
      {
        event: 'event.dead',
        consumer: this.spec.durable,
        eventId: meta?.id,
        subject: message.msg.subject,
        deliveries: message.deliveries,
        error: String(error),
      },
      'event set aside',
    );
  }

  /** Keeps the batch in hand while the database is away. @returns false when it was not away at all: then something in the work costs it its connection */
  private async waitForDatabase(error: unknown): Promise<boolean> {
    this.logger.warn(
      { event: 'consumer.waiting', consumer: this.spec.durable, error: String(error) },
      'database is away, holding the batch',
    );
    for (let tries = 0, wait = 250; !this.stopping; tries += 1, wait = Math.min(wait * 2, 5_000)) {
      await pause(wait);
      const back = await this.db.ping().then(
        () => true,
        () => false,
      );
      if (back) return tries > 0;
    }
    return true;
  }
}

function handBack(job: Job, delayMs: number): void {
  job.settled = true;
  nak(job.message, delayMs);
}

function giveBack(unread: readonly PulledMessage[] = []): void {
  for (const message of unread) nak(message, 0);
}

function nak(message: PulledMessage, delayMs: number): void {
  message.msg.respond(delayMs > 0 ? `-NAK {"delay": ${Math.round(delayMs * 1_000_000)}}` : '-NAK');
}
