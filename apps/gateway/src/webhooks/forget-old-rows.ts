import { Injectable } from '@nestjs/common';
import { Worker } from '#bus';
import { Database } from '#database';
import { KEPT_MINUTES } from '../api/ended-sessions.js';
import { GatewayEnv } from '../gateway.env.js';

const CHUNK = 5_000;

/** Removes idempotency keys after a day, ended sessions after a quarter of an hour and webhooks after their time (they hold what customers wrote), in small transactions. */
@Injectable()
export class ForgetOldRows {
  constructor(
    private readonly db: Database,
    private readonly env: GatewayEnv,
  ) {}

  @Worker({ name: 'forget-old-rows', idleMs: 600_000 })
  async forget(): Promise<number> {
    return this.db.asWorker(async () => {
      const keys = await this.db.run(
        `delete from cles_idempotence where ctid = any(array(
           select ctid from cles_idempotence where date_creation < now() - interval '24 hours' limit ${CHUNK}))`,
      );
      const webhooks = await this.db.run(
        `delete from journal_webhooks where ctid = any(array(
           select ctid from journal_webhooks where date_reception < now() - make_interval(days => $1) limit ${CHUNK}))`,
        [this.env.webhookLogDays],
      );
      const sessions = await this.db.run(
        `delete from sessions_finies where ctid = any(array(
           select ctid from sessions_finies where date_fin < now() - interval '${KEPT_MINUTES} minutes' limit ${CHUNK}))`,
      );
      return keys + webhooks + sessions;
    });
  }
}
