import { Injectable } from '@nestjs/common';
import { Worker } from '#bus';
import { Database } from '#database';

/** Days that inbox and archive are kept: longer than the streams (7), so that whatever the broker may still deliver is recognised. */
const KEEP_DAYS = 9;
/** Hours that answers are kept: longer than an Idempotency-Key (24), under which they may be asked for. */
const KEEP_ANSWERS_HOURS = 48;
const CHUNK = 5_000;

/** Removes what can no longer come back, in small transactions. */
@Injectable()
export class Retention {
  constructor(private readonly db: Database) {}

  @Worker({ name: 'retention', idleMs: 600_000 })
  async forget(): Promise<number> {
    return this.db.asWorker(async () => {
      const sent = await this.db.run(
        `delete from outbox_sent where ctid = any(array(select ctid from outbox_sent where sent_at < now() - make_interval(days => ${KEEP_DAYS}) limit ${CHUNK}))`,
      );
      const seen = await this.db.run(
        `delete from inbox where ctid = any(array(select ctid from inbox where processed_at < now() - make_interval(days => ${KEEP_DAYS}) limit ${CHUNK}))`,
      );
      const answered = await this.db.run(
        `delete from answered where ctid = any(array(select ctid from answered where at < now() - make_interval(hours => ${KEEP_ANSWERS_HOURS}) limit ${CHUNK}))`,
      );
      return sent + seen + answered;
    });
  }
}
