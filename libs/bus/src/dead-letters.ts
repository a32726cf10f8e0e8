import { createHash } from 'node:crypto';
import { type EventClass, type EventMeta, type Received } from '#contracts';
import { type Database } from '#database';
import { inContext } from './context.js';
import type { PulledMessage } from './pull.js';
import { chainOf, readEvent, toHeaders, toMeta } from './wire.js';

/** An event set aside, as an operator lists it. */
export interface DeadLetter {
  event_id: string;
  consumer: string;
  subject: string;
  error: string;
  deliveries: number;
  created_at: Date;
  replayed_at: Date | null;
}

/** An id for a message that carries none of ours, the same at every delivery. */
function idFrom(message: PulledMessage): string {
  const hex = createHash('sha256').update(message.msg.subject).update(message.msg.data).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Sets an event aside with its reason, and marks it in the inbox, in one transaction; unless it was done after all. */
export async function buryEvent(
  db: Database,
  consumer: string,
  message: PulledMessage,
  meta: EventMeta | undefined,
  error: unknown,
): Promise<void> {
  const id = meta?.id ?? idFrom(message);
  const headers = Object.fromEntries([...(message.msg.headers ?? [])].map(([name, values]) => [name, values[0]]));
  await db.asWorker(async () => {
    const [mark] = await db.rows<{ outcome: string }>(
      `insert into inbox (event_id, consumer, outcome) values ($1, $2, 'dead')
       on conflict (event_id, consumer) do update set outcome = inbox.outcome returning outcome`,
      [id, consumer],
    );
    // Another replica, offered the same event meanwhile, has done it: a dead letter would invite somebody to do it again.
    if (mark!.outcome === 'done') return;
    await db.run(
      `insert into dead_letter (event_id, consumer, subject, id_utilisateur, payload, headers, error, deliveries) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (event_id, consumer) do update set error = excluded.error, deliveries = excluded.deliveries, created_at = now(), replayed_at = null`,
      [
        id,
        consumer,
        message.msg.subject,
        meta?.sellerId ?? null,
        message.msg.string().replaceAll('\u0000', ''),
        JSON.stringify(headers),
        describe(error),
        message.deliveries,
      ],
    );
  });
}

// An error may quote its input, NUL characters included, which PostgreSQL does not store.
const describe = (error: unknown) =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replaceAll('\u0000', '').slice(0, 4_000);

/** Lists what was set aside, newest first. */
export const listDeadLetters = (db: Database, limit = 100): Promise<DeadLetter[]> =>
  db.asWorker(() =>
    db.rows<DeadLetter>(
      'select event_id, consumer, subject, error, deliveries, created_at, replayed_at from dead_letter order by created_at desc limit $1',
      [limit],
    ),
  );

/** Asks the service to handle set-aside events again; its own process does it, with the handlers it has now. @param eventId all of them when absent @returns how many were asked for */
export const askReplay = (db: Database, eventId?: string): Promise<number> =>
  db.asWorker(() =>
    db.run(
      'update dead_letter set replay_asked_at = now(), replayed_at = null where replayed_at is null and ($1::uuid is null or event_id = $1)',
      [eventId ?? null],
    ),
  );

/**
 * Handles one event whose replay was asked for: in one transaction its work is done, its inbox row turns from dead to done, and the dead letter is closed. A failure leaves it set aside
 * with the new reason.
 * @returns how many were handled (0 or 1)
 */
export async function replayOne(
  db: Database,
  works: ReadonlyMap<string, (events: Received[]) => Promise<void>>,
  contracts: ReadonlyMap<string, EventClass>,
): Promise<number> {
  const [letters] = await db.glance<{ asked: boolean }>(
    'select exists (select from dead_letter where replay_asked_at is not null) as asked',
  );
  if (!letters!.asked) return 0;
  let failed: { key: [string, string]; error: unknown } | undefined;
  const done = await db
    .asWorker(async () => {
      const [letter] = await db.rows<{
        event_id: string;
        consumer: string;
        subject: string;
        payload: string;
        headers: Record<string, string>;
      }>(
        'select event_id, consumer, subject, payload, headers from dead_letter where replay_asked_at is not null and consumer = any($1) order by created_at limit 1 for update skip locked',
        [[...works.keys()]],
      );
      if (!letter) return 0;
      const key: [string, string] = [letter.event_id, letter.consumer];
      try {
        const meta = toMeta(letter.subject, toHeaders(letter.headers));
        const event = readEvent(contracts, letter.subject, letter.payload);
        await inContext(chainOf(meta), () => works.get(letter.consumer)!([{ event, meta }]));
      } catch (error) {
        failed = { key, error };
        throw error;
      }
      await db.run("update inbox set outcome = 'done', processed_at = now() where event_id = $1 and consumer = $2", key);
      await db.run(
        'update dead_letter set replay_asked_at = null, replayed_at = now() where event_id = $1 and consumer = $2',
        key,
      );
      return 1;
    })
    .catch((error: unknown) => {
      if (!failed) throw error;
      return 1;
    });
  if (failed) {
    const { key, error } = failed;
    await db.asWorker(() =>
      db.run('update dead_letter set replay_asked_at = null, error = $3 where event_id = $1 and consumer = $2', [
        ...key,
        describe(error),
      ]),
    );
  }
  return done;
}
