import { schemaNameOf } from '#contracts';
import type { Interest } from '../broker.js';
import { absent, type Check, type Finding, findingOf, type Patient, rowsOf } from './check.js';

/** Follows every published event to the inbox of each of its readers; a dead letter has its place there too. */
export const lostEvents: Check = {
  key: 'lost-events',
  title: 'events between an archive and its readers’ inboxes',
  run: async (patient) => {
    const lines: { n: number; text: string }[] = [];
    const unchecked: string[] = [];
    let waiting = 0;
    for (const interest of patient.interests) {
      const way = `${interest.publisher} → ${interest.consumer.durable}`;
      const elsewhere = absent(patient, schemaNameOf(interest.publisher), schemaNameOf(interest.reader));
      if (elsewhere) {
        unchecked.push(`${way}: ${elsewhere}`);
        continue;
      }
      const found = await follow(patient, interest);
      waiting += found.waiting;
      lines.push({ n: found.lost, text: `lost, ${way}, e.g. ${(found.some ?? []).join(', ')}` });
      if (!patient.broker && found.unknown > 0)
        unchecked.push(`${way}: ${found.unknown} not booked; without the broker nobody can tell waiting from lost`);
    }
    return { ...findingOf(`${patient.interests.length} ways, last ${patient.hours} h`, lines, unchecked), waiting };
  },
};

interface Followed {
  lost: number;
  waiting: number;
  unknown: number;
  some: string[] | null;
}

/**
 * An event that a reader has not booked is waiting as long as the broker holds it beyond what that reader acknowledged; otherwise it is lost. What was sent
 * after we looked at the broker is left out.
 */
async function follow(patient: Patient, { publisher, reader, consumer }: Interest): Promise<Followed> {
  const state = patient.broker?.streams.get(publisher);
  const floor = patient.broker?.floors.get(`${consumer.stream}/${consumer.durable}`) ?? 0;
  const [found] = await rowsOf<Followed>(
    patient,
    `with unbooked as (
       select event_id, stream_created = $4::timestamptz and stream_seq between $5 and $6 and stream_seq > $7 as held
       from ${schemaNameOf(publisher)}.outbox_sent s
       where ($1::text is null or subject = $1) and sent_at > now() - make_interval(hours => $2) and sent_at <= $8
         and not exists (select from ${schemaNameOf(reader)}.inbox i where i.event_id = s.event_id and i.consumer = $3
           and (i.outcome = 'done' or exists (select from ${schemaNameOf(reader)}.dead_letter d where d.event_id = i.event_id and d.consumer = i.consumer))))
     select count(*)::int as unknown, count(*) filter (where held)::int as waiting,
            count(*) filter (where $9 and held is not true)::int as lost,
            (array_agg(event_id::text) filter (where held is not true))[1:3] as some from unbooked`,
    [
      consumer.subject ?? null,
      patient.hours,
      consumer.durable,
      state?.created ?? null,
      state?.firstSeq ?? 0,
      state?.lastSeq ?? 0,
      floor,
      patient.asOf,
      patient.broker !== undefined,
    ],
  );
  return found!;
}

/** A relay publishes within milliseconds, and after a broken connection within seconds: what waits for longer waits for somebody to look. */
const STUCK_SECONDS = 30;

/** What is written and not published yet: on a busy platform there always is something, and it is wrong only when it stays. */
export const fullOutboxes: Check = {
  key: 'full-outboxes',
  title: 'events still in an outbox',
  run: async (patient) => {
    const lines = await eachService<{ n: number; stuck: number; oldest: Date | null }>(
      patient,
      (schema) =>
        `select count(*)::int as n, min(created_at) as oldest,
           count(*) filter (where created_at < now() - interval '${STUCK_SECONDS} seconds')::int as stuck from ${schema}.outbox`,
    );
    const found = lines.map(({ schema, stuck, oldest }) => ({
      n: stuck,
      text: `in ${schema}.outbox for more than ${STUCK_SECONDS} s, the oldest since ${oldest?.toISOString()}`,
    }));
    return { ...findingOf(`${lines.length} outboxes`, found), waiting: lines.reduce((sum, { n }) => sum + n, 0) };
  },
};

/** What was set aside and not handled since. */
export const openDeadLetters: Check = {
  key: 'dead-letters',
  title: 'events set aside',
  run: async (patient): Promise<Finding> => {
    const lines = await eachService<{ n: number; oldest: Date | null }>(
      patient,
      (schema) => `select count(*)::int as n, min(created_at) as oldest from ${schema}.dead_letter where replayed_at is null`,
    );
    const found = lines.map(({ schema, n, oldest }) => ({
      n,
      text: `in ${schema}.dead_letter, the oldest since ${oldest?.toISOString()} (npm run fluxasync -- dead-letters list)`,
    }));
    return findingOf(`${lines.length} services`, found);
  },
};

async function eachService<Row extends object>(patient: Patient, sql: (schema: string) => string) {
  const result: (Row & { schema: string })[] = [];
  for (const schema of patient.services.map(schemaNameOf).filter((name) => patient.schemas.has(name))) {
    const [row] = await rowsOf<Row>(patient, sql(schema));
    result.push({ schema, ...row! });
  }
  return result;
}
