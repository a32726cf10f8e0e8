import type { NatsConnection } from '@nats-io/transport-node';
import {
  allEvents,
  DomainError,
  type EventClass,
  eventSpec,
  type Manifest,
  type Received,
  requestSpec,
  SERVICES,
} from '#contracts';
import type { Database } from '#database';
import { Answered } from './answered.js';
import type { Backlog } from './backlog.js';
import { EventConsumer, type EventWork } from './consumer.js';
import { inContext } from './context.js';
import { replayOne } from './dead-letters.js';
import { marksOf } from './handlers.js';
import type { BusLogger } from './logger.js';
import { busMetrics } from './metrics.js';
import type { Outbox } from './outbox.js';
import { outboxDepth, Relay } from './relay.js';
import { type Answer, type Requests, Responder } from './requests.js';
import { consumerFor, consumerForAll, type ConsumerSpec, managerOf } from './streams.js';
import { traced, tracedBatch } from './telemetry.js';
import { chainOf } from './wire.js';
import type { Workers } from './workers.js';

type Methods = Record<string, (...args: unknown[]) => Promise<unknown>>;

/**
 * A service's connection to the others: collects the marked methods of its providers, compares them with the manifest, and runs relay, consumers, responders and workers.
 */
export class Bus {
  private readonly relay: Relay;
  private readonly handlers = new Map<EventClass, EventWork>();
  private every?: EventWork;
  private readonly rhythms = new Map<EventWork, number>();
  private readonly answers = new Map<EventClass, Answer>();
  private readonly answered: Answered;
  private consumers: EventConsumer[] = [];
  private responders: Responder[] = [];

  constructor(
    private readonly connection: NatsConnection,
    private readonly db: Database,
    outbox: Outbox,
    requests: Requests,
    private readonly workers: Workers,
    private readonly manifest: Manifest,
    private readonly logger: BusLogger,
    /** A restored copy: workers that speak to the outside world do not run. */
    private readonly safeMode = false,
    private readonly backlog?: Backlog,
  ) {
    this.relay = new Relay(connection, db, logger);
    this.answered = new Answered(db);
    outbox.restrictTo(manifest.publishes);
    requests.restrictTo(manifest.asks);
    outbox.onCommitted(() => this.relay.wake());
  }

  /** Takes the marked methods of one provider. */
  register(instance: object): void {
    const marks = marksOf(Object.getPrototypeOf(instance) as object);
    if (!marks) return;
    const methods = instance as Methods;
    for (const { method, contract, batch } of marks.events) {
      if (this.handlers.has(contract)) throw new Error(`two handlers for ${contract.name}`);
      const work: EventWork = batch
        ? (events) => tracedBatch(events, async (batch) => void (await methods[method]!(batch)))
        : oneByOne((event) => methods[method]!(event.event, event.meta));
      this.handlers.set(contract, work);
      this.rhythms.set(work, marks.rhythms.get(method) ?? 0);
    }
    for (const { method } of marks.every) {
      this.every = (events) => tracedBatch(events, async (batch) => void (await methods[method]!(batch)));
      this.rhythms.set(this.every, marks.rhythms.get(method) ?? 0);
    }
    for (const { method, contract, transaction } of marks.requests) {
      this.answers.set(contract, async (question, caller, once) => {
        const answer = () => methods[method]!(question, caller);
        if (!transaction) {
          // It commits where it likes, before there is an answer to keep: of an attempt that was cut off nobody knows how far it came.
          if (once?.again) throw new DomainError('IDEMPOTENCY_OUTCOME_UNKNOWN', 'conflict');
          return answer();
        }
        const { sellerId } = caller;
        if (!sellerId) throw new DomainError('CALLER_UNKNOWN', 'unauthenticated', { request: requestSpec(contract).subject });
        return this.db.asSeller(sellerId, () => (once ? this.answered.once(contract, sellerId, once, answer) : answer()));
      });
    }
    for (const { method, name, idleMs, concurrency, outbound } of marks.workers) {
      if (outbound && this.safeMode) continue;
      this.workers.add(name, idleMs, concurrency, () => methods[method]!() as Promise<number>, this.logger);
    }
  }

  /** @throws when code and manifest differ, naming each difference: the manifest is what people and the broker's permissions go by */
  verifyManifest(): void {
    const { consumes, answers, service, publishes } = this.manifest;
    const names = (classes: Iterable<EventClass>) => [...classes].map((c) => c.name);
    const listed = consumes === 'every' ? [] : consumes;
    const problems = [
      ...names(listed.filter((c) => !this.handlers.has(c))).map((n) => `${n} is listed as consumed, no method handles it`),
      ...names([...this.handlers.keys()].filter((c) => !listed.includes(c))).map(
        (n) => `${n} is handled but not listed as consumed`,
      ),
      ...names(answers.filter((c) => !this.answers.has(c))).map((n) => `${n} is listed as answered, no method answers it`),
      ...names([...this.answers.keys()].filter((c) => !(answers as EventClass[]).includes(c))).map(
        (n) => `${n} is answered but not listed`,
      ),
      ...names(answers.filter((c) => requestSpec(c).to !== service)).map((n) => `${n} belongs to another service`),
      ...names(publishes.filter((c) => eventSpec(c).by !== service)).map((n) => `${n} belongs to another service's stream`),
      ...(consumes === 'every' && !this.every ? ['no method handles every event'] : []),
    ];
    if (problems.length) throw new Error(`the manifest of ${service} and its code differ:\n  ${problems.join('\n  ')}`);
  }

  start(): void {
    this.relay.start();
    this.consumers = this.consumerList().map(
      ([spec, work]) =>
        new EventConsumer(this.connection, this.db, spec, contractsBySubject(), work, this.logger, this.manifest.service, {
          leastMsBetween: this.rhythms.get(work),
          backlog: this.backlog,
        }),
    );
    for (const consumer of this.consumers) consumer.start();
    void this.renewAfterReconnect();
    this.responders = [...this.answers].map(
      ([contract, answer]) => new Responder(this.connection, contract as never, answer, this.logger),
    );
    const works = new Map(this.consumerList().map(([spec, work]) => [spec.durable, work]));
    if (works.size > 0)
      this.workers.add('dead-letter-replay', 1_000, 1, () => replayOne(this.db, works, contractsBySubject()), this.logger);
    this.workers.start();
  }

  /** Graceful: no new work, finish what is in hand, then the relay's last acknowledgements. */
  async stop(): Promise<void> {
    await Promise.all(this.responders.map((responder) => responder.stop()));
    await Promise.all([...this.consumers.map((consumer) => consumer.stop()), this.workers.stop()]);
    await this.relay.stop();
  }

  /** Brings the gauges that need a look at database or broker up to date (at each scrape). */
  async measure(): Promise<void> {
    const { depth, oldestSeconds } = await outboxDepth(this.db);
    busMetrics.outboxDepth.set(depth);
    busMetrics.outboxOldest.set(oldestSeconds);
    const [dead] = await this.db.asWorker(() =>
      this.db.rows<{ n: number }>('select count(*)::int as n from dead_letter where replayed_at is null'),
    );
    busMetrics.deadLetters.set(dead!.n);
    const manager = await managerOf(this.connection);
    await Promise.all(
      this.consumers.map(async ({ spec }) => {
        const info = await manager.consumers.info(spec.stream, spec.durable);
        busMetrics.consumerLag.set({ consumer: spec.durable }, info.num_pending + info.num_ack_pending);
        const next =
          info.num_pending + info.num_ack_pending > 0
            ? await manager.direct
                .getMessage(spec.stream, { seq: info.ack_floor.stream_seq + 1, next_by_subj: spec.subject ?? '>' })
                .catch(() => undefined)
            : undefined;
        busMetrics.consumerOldest.set({ consumer: spec.durable }, next ? (Date.now() - next.time.getTime()) / 1_000 : 0);
      }),
    );
  }

  /** A round trip to the broker and to every consumer's stream. @throws when one does not answer */
  async ping(): Promise<void> {
    await this.connection.flush();
    const manager = await managerOf(this.connection);
    const streams = new Set(this.consumers.map((consumer) => consumer.spec.stream));
    await Promise.all([...streams].map((stream) => manager.streams.info(stream)));
  }

  private async renewAfterReconnect(): Promise<void> {
    for await (const { type } of this.connection.status())
      if (type === 'reconnect') for (const consumer of this.consumers) consumer.renew();
  }

  private consumerList(): [ConsumerSpec, EventWork][] {
    if (this.every) {
      const work = this.every;
      return SERVICES.filter((s) => s !== this.manifest.service).map((s) => [consumerForAll(this.manifest.service, s), work]);
    }
    return [...this.handlers].map(([contract, work]) => [consumerFor(this.manifest.service, eventSpec(contract)), work]);
  }
}

const contractsBySubject = () => new Map(allEvents().map((spec) => [spec.subject, spec.contract]));

/** A handler of single events as work on a batch: one after the other, each in its own chain. */
const oneByOne =
  (handle: (event: Received) => Promise<unknown>): EventWork =>
  async (events) => {
    for (const event of events) {
      await traced(event.meta.subject, 'consumer', chainOf(event.meta), { 'messaging.message.id': event.meta.id }, (chain) =>
        inContext(chain, () => handle(event)),
      );
    }
  };
