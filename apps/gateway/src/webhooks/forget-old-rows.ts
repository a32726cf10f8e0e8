import { Injectable } from '@nestjs/common';
import { Worker } from '#bus';
import { Database } from '#database';
import { GatewayEnv } from '../gateway.env.js';

const CHUNK = 5_000;

/** Removes idempotency keys after a day and webhooks after their time (they hold what customers wrote), in small transactions. */
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
      return keys + webhooks;
    });
  }
}
