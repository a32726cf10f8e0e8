import type { Database } from '#database';

/**
 * SQL: takes events out of the archive (`outbox_sent` as `o`) and puts them back into the outbox, to be published again under the same ids and in the order in which they once left.
 * @param which `where …` or `using … where …`: the events
 * @param first a query that `which` uses: `name as (…)`
 */
export const backToOutbox = (which: string, first?: string) => `
  with ${first ? `${first}, ` : ''}gone as (delete from outbox_sent o ${which} returning o.*)
  insert into outbox (event_id, subject, key, version, id_utilisateur, payload, headers, created_at)
  select event_id, subject, key, version, id_utilisateur, payload, headers, created_at from gone order by stream_created, stream_seq
  on conflict (event_id) do nothing`;

const moveFrom = (events: string) => `s as (${events}),
     d as (delete from outbox o using s where o.id = s.id returning o.*, s.seq),
     m as (insert into outbox_sent (event_id, subject, key, version, id_utilisateur, payload, headers, created_at, stream_seq, stream_created)
           select event_id, subject, key, version, id_utilisateur, payload, headers, created_at, seq, $3 from d
           on conflict (event_id) do update set stream_seq = excluded.stream_seq, stream_created = excluded.stream_created, sent_at = now())`;

const ACKED = 'select * from unnest($1::bigint[], $2::bigint[]) t(id, seq)';

/** Into the archive, whatever stands there. */
const MOVE = `with ${moveFrom(ACKED)} select 1`;

/**
 * Into the archive, unless it knows an event with the least of the new numbers or a greater one: then nothing moves and it says so. Asked for the greatest and not whether there is one:
 * to that PostgreSQL may read the whole archive.
 */
const MOVE_WHEN_NUMBERS_ARE_NEW = `with found as (
       select coalesce((select stream_seq from outbox_sent where stream_created = $3 order by stream_seq desc limit 1) >= $4::bigint, false) as taken),
     ${moveFrom(`${ACKED} where not (select taken from found)`)}
     select taken from found`;

/** An event the broker has taken. */
export interface Acked {
  id: string;
  eventId: string;
  seq: number;
  /** It was there before: `seq` is that of the first. */
  duplicate: boolean;
}

/** What left the outbox, by the numbers that the broker gave it (`outbox_sent`): an event that the broker loses again is found here. */
export class OutboxArchive {
  constructor(private readonly db: Database) {}

  /**
   * Puts what was published into the archive.
   * @param streamCreated when the stream was made that took them
   * @returns how many others went back to the outbox, since the broker gave their numbers away again
   */
  async take(acked: readonly Acked[], streamCreated: string | undefined): Promise<number> {
    const fresh = acked.filter(({ duplicate }) => !duplicate);
    const [ids, seqs] = [acked.map((a) => a.id), acked.map((a) => a.seq)];
    return this.db.asWorker(async () => {
      const [found] = await this.db.rows<{ taken: boolean }>(MOVE_WHEN_NUMBERS_ARE_NEW, [
        ids,
        seqs,
        streamCreated,
        leastSeq(fresh),
      ]);
      if (!found!.taken) return 0;
      const overwritten = await this.takeBackOverwritten(fresh, streamCreated);
      await this.db.run(MOVE, [ids, seqs, streamCreated]);
      return overwritten;
    });
  }

  /**
   * A store that was rolled back numbers new events as the lost ones were numbered. What was in flight when the broker went away is published before the audit
   * looks, and would hide the loss from it; but two events cannot have one number, so from the first such number on the archive's events go back to the outbox.
   * @returns how many
   */
  private async takeBackOverwritten(fresh: readonly Acked[], streamCreated: string | undefined): Promise<number> {
    return this.db.run(
      backToOutbox(
        'using overwritten where o.stream_seq >= overwritten.first and o.stream_created = $4',
        `overwritten as (
           select min(o.stream_seq) as first from outbox_sent o
           join unnest($1::bigint[], $2::uuid[]) a(seq, event_id) on a.seq = o.stream_seq and a.event_id <> o.event_id
           where o.stream_seq >= $3 and o.stream_created = $4)`,
      ),
      [fresh.map((a) => a.seq), fresh.map((a) => a.eventId), leastSeq(fresh), streamCreated],
    );
  }

  /**
   * Takes back what a stream has lost: one that is new (its store was wiped), or that ends before what it once acknowledged (its store was rolled back).
   * @returns how many events went back to the outbox, under the same ids: the readers' inboxes sort out who has seen them
   */
  async takeBackLost({ stream, created, lastSeq }: { stream: string; created: string; lastSeq: number }): Promise<number> {
    return this.db.asWorker(async () => {
      const lost = await this.db.run(
        backToOutbox(`where (stream_created <> $1 or stream_seq > $2) and sent_at > now() - interval '7 days'`),
        [created, lastSeq],
      );
      await this.db.run(
        'insert into relay_state (stream, created) values ($1, $2) on conflict (stream) do update set created = excluded.created where relay_state.created <> excluded.created',
        [stream, created],
      );
      return lost;
    });
  }
}

/** Null when there is none: nothing is as great as that. */
const leastSeq = (acked: readonly Acked[]): number | null =>
  acked.length === 0 ? null : acked.reduce((least, { seq }) => Math.min(least, seq), Infinity);
