import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import { insertIntoOutbox, outboxColumns, Requests, toHeaders, toRow } from '#bus';
import { type AnswerOf, type Asks, type Fact, type QuestionOf, type RequestClass, SERVICES, type ServiceName } from '#contracts';
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

const ONE_OF_EACH = Object.fromEntries(SERVICES.map((service) => [service, 1])) as Record<ServiceName, number>;

/** The platform as it runs in earnest (real processes, durable commits, row-level security), with a WhatsApp that costs nothing, and a hand to play it with. */
export class Stage {
  private constructor(
    readonly rig: Rig,
    readonly whatsapp: Member,
    private readonly connection: NatsConnection,
    private readonly requests: Requests,
    private readonly js: JetStreamClient,
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
      return new Stage(rig, whatsapp, connection, new Requests(connection), jetstream(connection, { timeout: 5_000 }));
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
    await this.rig.sql(insertIntoOutbox(`${service}.outbox`), outboxColumns(rows));
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

  /** Waits until no event is on its way any more: every outbox is empty, and every reader has booked what was published. @throws when that takes too long */
  async settled(withinMs = 180_000): Promise<void> {
    for (const end = Date.now() + withinMs; ;) {
      const waiting = await unsettled(this.rig, () => true);
      const [queued] = await this.rig.sql<{ n: number }>(
        `select (select count(*)::int from conversations.messages where statut_message in ('en_attente', 'en_envoi') or a_repondre)
              + (select count(*)::int from conversations.conversations where tour_prevu is not null) as n`,
      );
      if (Object.keys(waiting).length === 0 && queued!.n === 0) return;
      if (Date.now() > end) throw new Error(`not at its end: ${JSON.stringify(waiting)}, ${queued!.n} in conversations`);
      await pause(200);
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
    await Promise.all(this.rig.members.map((member) => member.stop(10_000)));
    await this.whatsapp.stop(1_000);
    await this.rig.stop();
  }
}
