import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { jetstream, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { Client } from 'pg';
import { insertIntoOutbox, managerOf, outboxColumns, Requests, toHeaders, toRow } from '#bus';
import {
  type AnswerOf,
  type Asks,
  type Fact,
  type QuestionOf,
  type RequestClass,
  schemaNameOf,
  SERVICES,
  type ServiceName,
  streamOf,
} from '#contracts';
import { newId } from '#database';
import { freePort } from '#testing';
import { NATS_OPERATOR } from '../generate/nats-authorization.js';
import { unsettled } from '../rig/conservation.js';
import { Member } from '../rig/member.js';
import { Rig } from '../rig/rig.js';

export interface StageWishes {
  readonly root: string;
  /** None of those that are not named; one of each unless said. */
  readonly replicas?: Partial<Record<ServiceName, number>>;
  readonly env?: Partial<Record<ServiceName, Readonly<Record<string, string>>>>;
  /** Statements are counted, and services that are named write a CPU profile when they end. */
  readonly profile?: { readonly dir: string; readonly services: readonly ServiceName[] };
}

/** How PostgreSQL knows the connection of who looks and plays, so that what it costs is not taken for the platform's. */
export const ONLOOKER = 'bench-onlooker';

/** SQL: whether anything waits to be published, answered or sent. Of indexes: a look costs the same however much was measured before it. */
const AT_WORK = [
  ...SERVICES.map((service) => `exists (select from ${schemaNameOf(service)}.outbox)`),
  `exists (select from conversations.messages where statut_message in ('en_attente', 'en_envoi'))`,
  'exists (select from conversations.messages where a_repondre)',
  'exists (select from conversations.conversations where tour_prevu is not null)',
].join(' or ');

const ONE_OF_EACH = Object.fromEntries(SERVICES.map((service) => [service, 1])) as Record<ServiceName, number>;

/** The platform as it runs in earnest (real processes, durable commits, row-level security), with a WhatsApp that costs nothing, and a hand to play it with. */
export class Stage {
  private constructor(
    readonly rig: Rig,
    readonly whatsapp: Member,
    private readonly connection: NatsConnection,
    private readonly requests: Requests,
    private readonly js: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly onlooker: Client,
  ) {}

  static async open({ root, replicas = ONE_OF_EACH, env = {}, profile }: StageWishes): Promise<Stage> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    if (profile) mkdirSync(profile.dir, { recursive: true });
    const rig = await Rig.start({
      root,
      replicas: {},
      bare: true,
      env: {
        ...env,
        conversations: { TURN_DEBOUNCE_MS: '0', ...env.conversations, WHATSAPP_API_URL: url },
        notifications: { PLATFORM_MESSAGES_PER_SECOND: '1000', ...env.notifications, WHATSAPP_API_URL: url },
      },
      ...(profile
        ? {
            postgres: {
              shared_preload_libraries: 'pg_stat_statements',
              'pg_stat_statements.track': 'top',
              track_io_timing: 'on',
            },
            nodeArgs: (service: ServiceName) =>
              profile.services.includes(service)
                ? ['--cpu-prof', '--cpu-prof-dir', profile.dir, '--cpu-prof-name', `${service}.cpuprofile`]
                : [],
          }
        : {}),
    });
    const whatsapp = new Member({
      name: 'whatsapp',
      script: join(root, 'dist/tools/bench/whatsapp-main.js'),
      env: { PORT: String(port), PATH: process.env['PATH'] ?? '' },
      readyUrl: `${url}/seen`,
      logFile: join(rig.dir.logs, 'whatsapp.log'),
    });
    try {
      if (profile) await rig.sql('create extension pg_stat_statements');
      await whatsapp.start();
      await whatsapp.ready();
      for (const service of SERVICES) for (let n = 0; n < (replicas[service] ?? 0); n += 1) await rig.add(service);
      await Promise.all(rig.members.map((member) => member.ready()));
      const connection = await connect({
        servers: `127.0.0.1:${rig.nats.port}`,
        user: NATS_OPERATOR,
        pass: rig.dir.secrets().natsPassword,
      });
      const onlooker = new Client({ connectionString: rig.adminUrl, application_name: ONLOOKER });
      await onlooker.connect();
      const js = jetstream(connection, { timeout: 5_000 });
      return new Stage(rig, whatsapp, connection, new Requests(connection), js, await managerOf(connection), onlooker);
    } catch (error) {
      await whatsapp.stop(1_000);
      await rig.stop();
      throw error;
    }
  }

  /** Asks a service on a seller's behalf, as the gateway does. */
  ask<Q extends Asks<unknown>>(contract: RequestClass<Q>, question: QuestionOf<Q>, sellerId: string): Promise<AnswerOf<Q>> {
    return this.requests.ask(
      contract,
      question,
      { sellerId, memberId: sellerId, actor: `seller:${sellerId}`, correlationId: newId() },
      { timeoutMs: 30_000 },
    );
  }

  /** Publishes facts of a service that need not run. */
  async publish(facts: readonly Fact[]): Promise<void> {
    for (let from = 0; from < facts.length; from += 200)
      await Promise.all(
        facts.slice(from, from + 200).map((fact) => {
          const row = toRow(fact, newId(), { correlationId: newId(), actor: 'system' }, new Date());
          return this.js.publish(row.subject, row.payload, { msgID: row.eventId, headers: toHeaders(row.headers) });
        }),
      );
  }

  /** Writes facts into a service's outbox, as its own transactions do. */
  async put(service: ServiceName, facts: readonly Fact[]): Promise<void> {
    const now = new Date();
    const rows = facts.map((fact) => toRow(fact, newId(), { correlationId: newId(), actor: 'assistant' }, now));
    await this.onlooker.query(insertIntoOutbox(`${service}.outbox`), outboxColumns(rows));
  }

  /** How many messages WhatsApp took, by the number that sent them. */
  async taken(): Promise<Record<string, number>> {
    const answer = await fetch(this.whatsapp.spec.readyUrl);
    return ((await answer.json()) as { sent: Record<string, number> }).sent;
  }

  /** When WhatsApp took each message after the first so many, in ms since the epoch, and to whom it went. */
  async arrivals(since: number): Promise<{ callback: string; to: string; at: number }[]> {
    const answer = await fetch(`${this.whatsapp.spec.readyUrl}?since=${since}`);
    return ((await answer.json()) as { arrivals: { callback: string; to: string; at: number }[] }).arrivals;
  }

  /** One statement on a connection that is kept: whoever looks while something is measured must not take its processor time. */
  async look<T extends object>(sql: string): Promise<T[]> {
    return (await this.onlooker.query<T>(sql)).rows;
  }

  /** Waits until nothing seems to be under way, by looks that cost next to nothing. @returns when that takes too long too: {@link settled} tells what is left */
  async quiet(withinMs = 180_000): Promise<void> {
    for (const end = Date.now() + withinMs; Date.now() < end; await pause(200)) {
      const [{ working } = { working: true }] = await this.look<{ working: boolean }>(`select ${AT_WORK} as working`);
      if (!working && (await this.unread()) === 0) return;
    }
  }

  /** Events that some reader has not acknowledged, as the broker counts them. */
  private async unread(): Promise<number> {
    let unread = 0;
    for (const service of SERVICES)
      for await (const { num_pending: waiting, num_ack_pending: underWay } of this.manager.consumers.list(streamOf(service)))
        unread += waiting + underWay;
    return unread;
  }

  /** Waits until no event is on its way any more: every outbox is empty, and every reader has booked what was published. @throws when that takes too long */
  async settled(withinMs = 180_000): Promise<void> {
    const end = Date.now() + withinMs;
    await this.quiet(withinMs);
    // The proof reads all that was ever published.
    for (;;) {
      const waiting = await unsettled(this.rig, () => true);
      const [queued] = await this.rig.sql<{ n: number }>(
        `select (select count(*)::int from conversations.messages where statut_message in ('en_attente', 'en_envoi') or a_repondre)
              + (select count(*)::int from conversations.conversations where tour_prevu is not null) as n`,
      );
      if (Object.keys(waiting).length === 0 && queued!.n === 0) return;
      if (Date.now() > end) throw new Error(`not at its end: ${JSON.stringify(waiting)}, ${queued!.n} in conversations`);
      await pause(1_000);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.connection.close(), this.onlooker.end()]);
    await Promise.all(this.rig.members.map((member) => member.stop(10_000)));
    await this.whatsapp.stop(1_000);
    await this.rig.stop();
  }
}
