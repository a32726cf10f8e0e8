import type { JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { backToOutbox } from '#bus';
import { SERVICES, type ServiceName, streamOf } from '#contracts';
import type { Database } from '#database';
import { consumerFloors } from './consumer-floors.js';
import { type Interest, interestsOf, withBroker } from './broker.js';
import type { Cli, Command } from './command.js';
import { CliError } from './errors.js';
import { ServiceDatabases, withServiceDatabase } from './sql.js';
import { stateOf, type StreamState, type StoredEvent, walk } from './stream-walk.js';

const HELP = `npm run fluxasync -- audit [--republish]

Compares, for each service, what it published in the last 7 days with what the broker holds, and what the broker delivered with what its
readers have booked. Reads every stream from end to end, so it takes some seconds for each million events.

  missing in the stream      published and acknowledged, but the broker does not have it (any more)
  missing at a reader        acknowledged by a reader that has no record of it
  waiting                    not acknowledged yet; no fault

  --republish                puts what is missing back into its outbox: the service publishes it again under the same id, and readers who know
                             it leave it alone. What was published within the last 10 minutes the broker takes for a repetition: audit again later.

Exit code 1 when something is missing and was not put back.
`;

export const audit: Command = {
  name: 'audit',
  summary: 'compare outbox archives, streams and inboxes event by event',
  help: HELP,
  options: { republish: { type: 'boolean' } },
  words: { min: 0, max: 0 },
  run: async (args, cli) => {
    const interests = interestsOf((await cli.platform()).services.map(({ manifest }) => manifest));
    const rows: unknown[][] = [];
    const missing = new Map<ServiceName, Set<string>>();
    const databases = new ServiceDatabases((service) => cli.settings.adminUrl(service));
    await withBroker(cli.settings.requireNats(), async (connection, manager) => {
      for (const service of SERVICES) {
        const work = () => auditStream(service, interests, databases, connection, manager);
        const result = await cli.out.during(`reading ${streamOf(service)}`, work);
        rows.push([
          streamOf(service),
          result.published,
          result.atReaders.waiting,
          result.lost.length,
          result.atReaders.lost.size,
        ]);
        missing.set(service, new Set([...result.lost, ...result.atReaders.lost]));
      }
    }).finally(() => databases.close());
    cli.out.table(['stream', 'published', 'waiting at readers', 'missing in stream', 'missing at readers'], rows);
    const total = [...missing.values()].reduce((sum, ids) => sum + ids.size, 0);
    if (total === 0) return cli.out.line('  Nothing is missing.');
    if (!args.flag('republish')) throw new CliError(`${total} events are missing; --republish puts them back.`);
    for (const [service, ids] of missing) await putBack(service, [...ids], cli);
  },
};

async function auditStream(
  service: ServiceName,
  interests: readonly Interest[],
  databases: ServiceDatabases,
  connection: NatsConnection,
  manager: JetStreamManager,
) {
  const db = await databases.of(service);
  const { now, published } = await sentLately(db);
  // Floors before streams: whatever a reader had acknowledged by now it has booked by the time we look.
  const readers = interests.filter(({ publisher }) => publisher === service);
  const floors = await consumerFloors(manager, readers);
  const state = await stateOf(manager, streamOf(service));
  const lost = await lostWithTheStream(db, state, now);
  const atReaders = { lost: new Set<string>(), waiting: 0 };
  if (!state) return { published, lost, atReaders };
  let from = state.firstSeq;
  for await (const batch of walk(connection, state)) {
    if (batch.length === 0) continue;
    lost.push(...(await goneFrom(db, state, from, batch)));
    from = batch.at(-1)!.seq + 1;
    await compareReaders(databases, readers, floors, batch, atReaders);
  }
  lost.push(...(await goneFrom(db, state, from, [])));
  return { published, lost, atReaders };
}

/** How many were published in the last 7 days, and the moment up to which that is known. */
async function sentLately(db: Database): Promise<{ now: Date; published: number }> {
  const [row] = await db.asWorker(() =>
    db.rows<{ now: Date; published: number }>(
      "select clock_timestamp() as now, count(*)::int as published from outbox_sent where sent_at > now() - interval '7 days'",
    ),
  );
  return row!;
}

/** Events of a stream that is not this one any more, or that it no longer reaches down or up to. What was sent after `asOf` may be newer than the state. */
async function lostWithTheStream(db: Database, state: StreamState | undefined, asOf: Date): Promise<string[]> {
  const rows = await db.asWorker(() =>
    db.rows<{ id: string }>(
      `select event_id as id from outbox_sent
       where sent_at > now() - interval '7 days' + interval '1 hour' and sent_at <= $4
         and (stream_created is distinct from $1 or stream_seq > $2 or stream_seq < $3)`,
      [state?.created ?? null, state?.lastSeq ?? 0, state?.firstSeq ?? 0, asOf],
    ),
  );
  return rows.map((row) => row.id);
}

/** Archived events between `from` and the end of the batch (or of the stream, when it is empty) that are not in the batch. */
async function goneFrom(db: Database, state: StreamState, from: number, batch: readonly StoredEvent[]): Promise<string[]> {
  const rows = await db.asWorker(() =>
    db.rows<{ id: string }>(
      `select event_id as id from outbox_sent where stream_created = $1 and stream_seq between $2 and $3 and sent_at > now() - interval '7 days'
         and event_id::text <> all($4::text[]) order by stream_seq`,
      [state.created, from, batch.at(-1)?.seq ?? state.lastSeq, batch.map(({ id }) => id ?? '')],
    ),
  );
  return rows.map((row) => row.id);
}

async function compareReaders(
  databases: ServiceDatabases,
  readers: readonly Interest[],
  floors: ReadonlyMap<string, number>,
  batch: readonly StoredEvent[],
  result: { lost: Set<string>; waiting: number },
): Promise<void> {
  for (const [reader, own] of Map.groupBy(readers, (interest) => interest.reader)) {
    const due = own.flatMap(({ consumer }) =>
      batch
        .filter(({ id, subject }) => id && (!consumer.subject || consumer.subject === subject))
        .map(({ id, seq }) => ({ id: id!, seq, durable: consumer.durable })),
    );
    if (due.length === 0) continue;
    const db = await databases.of(reader);
    const unknown = await db.asWorker(() =>
      db.rows<{ id: string; durable: string; seq: string }>(
        `select id, durable, seq from unnest($1::uuid[], $2::text[], $3::bigint[]) t(id, durable, seq)
         where not exists (select from inbox i where i.event_id = t.id and i.consumer = t.durable)`,
        [due.map(({ id }) => id), due.map(({ durable }) => durable), due.map(({ seq }) => seq)],
      ),
    );
    for (const { id, durable, seq } of unknown) {
      const stream = own[0]!.consumer.stream;
      if (Number(seq) <= (floors.get(`${stream}/${durable}`) ?? 0)) result.lost.add(id);
      else result.waiting += 1;
    }
  }
}

/** Back into the outbox under the same ids, in the order in which they once left. */
async function putBack(service: ServiceName, ids: readonly string[], { settings, out }: Cli): Promise<void> {
  if (ids.length === 0) return;
  const back = await withServiceDatabase(settings.adminUrl(service), service, (db) =>
    db.asWorker(() => db.run(backToOutbox('where event_id = any($1::uuid[])'), [ids])),
  );
  out.line(`  ✓ ${service}: ${back} put back, published again as soon as the service runs`);
  if (back < ids.length)
    throw new CliError(`${ids.length - back} events of ${service} are no longer in its archive and cannot be put back.`);
}
