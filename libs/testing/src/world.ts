import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import {
  type AnswerOf,
  type Asks,
  type EventClass,
  type EventMeta,
  eventSpec,
  type Fact,
  type QuestionOf,
  type Received,
  type RequestClass,
  SERVICES,
  type ServiceName,
  streamOf,
} from '#contracts';
import { connectNats, ensureStream, managerOf, Requests, silentLogger, toHeaders, toMeta, toRow } from '#bus';
import { type MigrationClass, migrateService, newId, prepareDatabase, requestRole } from '#database';
import { type RunningService, type ServiceDefinition, type ServiceEnv, startService } from '#service';
import { type LocalNats, startNats } from './nats.js';
import { type LocalPostgres, startPostgres } from './postgres.js';

const PASSWORD = 'test-only';

/** What was read of one subject: in which life of its stream, and the events with their places in it. */
interface Reading {
  readonly created: string;
  readonly events: readonly (Received<object> & { readonly seq: number })[];
}

/**
 * What a service test needs: its own PostgreSQL and nats-server, streams of all services, services started on them, and the means to play the others.
 *
 * ```ts
 * const world = await startWorld();
 * const orders = await world.start(ordersService);
 * await world.publish(fact(OrderAgreedV1, agreement, { sellerId, key: conversationId, version: 1 }));
 * const confirmed = await world.heard(OrderConfirmedV1, (e) => e.agreementId === agreement.agreementId);
 * await world.stop();
 * ```
 */
export class World {
  private readonly services: RunningService[] = [];
  private readonly requests: Requests;
  /** What was read of each subject, so that whoever waits for an event reads only what came since he last looked. */
  private readonly read = new Map<string, Reading>();
  /** Where its services keep files; made with the first one. */
  readonly mediaFolder = join(tmpdir(), `fluxasync-media-${newId()}`);

  constructor(
    readonly postgres: LocalPostgres,
    readonly nats: LocalNats,
    /** A connection of the test's own. */
    readonly connection: NatsConnection,
    readonly databaseName: string,
  ) {
    this.requests = new Requests(connection);
  }

  /** Connection of the superuser to the platform's database. */
  get adminUrl(): string {
    return withDatabase(this.postgres.url, this.databaseName);
  }

  /** Connection of a service's login role. */
  urlFor(service: ServiceName): string {
    const url = new URL(this.adminUrl);
    url.username = requestRole(service);
    url.password = PASSWORD;
    return url.href;
  }

  async migrate(service: ServiceName, migrations: MigrationClass[]): Promise<void> {
    await migrateService({ service, adminUrl: this.adminUrl, password: PASSWORD, migrations });
  }

  /** Migrates and starts a service inside the test's process (again to have a second replica). */
  async start<E extends ServiceEnv>(definition: ServiceDefinition<E>, env: NodeJS.ProcessEnv = {}): Promise<RunningService> {
    await this.migrate(definition.manifest.service, definition.migrations);
    const service = await startService(definition, {
      DATABASE_URL: this.urlFor(definition.manifest.service),
      NATS_URL: this.nats.url,
      MEDIA_STORE: `folder:${this.mediaFolder}`,
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      ...env,
    });
    this.services.push(service);
    return service;
  }

  /** Publishes a fact as its owner would. @returns the event's id; give it again to publish the same event twice */
  async publish<T extends object>(
    fact: Fact<T>,
    id: string = newId(),
    correlationId: string = newId(),
    traceparent?: string,
  ): Promise<string> {
    const { subject, by } = eventSpec(fact.contract);
    const row = toRow(fact as Fact, id, { correlationId, actor: 'system', traceparent }, new Date());
    await jetstream(this.connection).publish(subject, row.payload, {
      msgID: id,
      headers: toHeaders(row.headers),
      expect: { streamName: streamOf(by) },
    });
    return id;
  }

  /** Asks a service as the gateway would. */
  ask<Q extends Asks<unknown>>(contract: RequestClass<Q>, question: QuestionOf<Q>, sellerId?: string): Promise<AnswerOf<Q>> {
    return this.requests.ask(
      contract,
      question,
      { sellerId, memberId: sellerId, actor: sellerId ? `seller:${sellerId}` : 'system', correlationId: newId() },
      { timeoutMs: 10_000 },
    );
  }

  /** Every event of one contract that its stream holds, oldest first. */
  async all<T extends object>(contract: EventClass<T>): Promise<Received<T>[]> {
    const { subject, by } = eventSpec(contract);
    const stream = streamOf(by);
    const manager = await managerOf(this.connection);
    const { state, created } = await manager.streams.info(stream);
    const before = this.read.get(subject);
    // A broker that lost its store counts anew, and of what was taken out of the middle it tells nobody.
    const known = before?.created === created && !state.num_deleted ? before.events : [];
    const events = known.filter(({ seq }) => seq >= state.first_seq);
    for (let seq = Math.max(state.first_seq, (events.at(-1)?.seq ?? 0) + 1); seq <= state.last_seq;) {
      const stored = await manager.direct.getMessage(stream, { seq, next_by_subj: subject }).catch(() => null);
      if (!stored) break;
      events.push({ seq: stored.seq, event: stored.json<object>(), meta: toMeta(subject, stored.header) });
      seq = stored.seq + 1;
    }
    this.read.set(subject, { created, events });
    return events.map(({ event, meta }) => ({ event: event as T, meta }));
  }

  /** Waits for an event. @throws after `withinMs` (15 s) */
  async heard<T extends object>(
    contract: EventClass<T>,
    matches: (event: T, meta: EventMeta) => boolean = () => true,
    withinMs = 15_000,
  ): Promise<Received<T>> {
    const end = Date.now() + withinMs;
    for (;;) {
      const match = (await this.all(contract)).find(({ event, meta }) => matches(event, meta));
      if (match) return match;
      if (Date.now() > end) throw new Error(`no ${eventSpec(contract).subject} within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Stops services, then servers. */
  async stop(): Promise<void> {
    await Promise.all(this.services.map((service) => service.stop()));
    await this.connection.close();
    await Promise.all([this.nats.stop(), this.postgres.stop()]);
    rmSync(this.mediaFolder, { recursive: true, force: true });
  }
}

const withDatabase = (url: string, name: string) => {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.href;
};

/** Starts a {@link World}: both servers on free ports with data in temporary folders. Give it 60 s in `beforeAll`. */
export async function startWorld(): Promise<World> {
  const [postgres, nats] = await Promise.all([startPostgres(), startNats()]);
  await postgres.createDatabase('fluxasync_bd');
  await prepareDatabase({ adminUrl: withDatabase(postgres.url, 'fluxasync_bd') });
  const connection = await connectNats({ url: nats.url, name: 'test', logger: silentLogger });
  const manager = await managerOf(connection);
  for (const service of SERVICES) {
    await ensureStream(manager, service);
    // The broker forgets message ids quickly here, so that a test can publish an event twice and meet the reader's inbox.
    const { config } = await manager.streams.info(streamOf(service));
    await manager.streams.update(config.name, { ...config, duplicate_window: nanos(100) });
  }
  return new World(postgres, nats, connection, 'fluxasync_bd');
}
