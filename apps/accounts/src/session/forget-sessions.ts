import { Injectable } from '@nestjs/common';
import { Worker } from '#bus';
import { Database } from '#database';

const CHUNK = 1_000;

/** Removes refresh tokens a month after they expired, and sessions that have none left. */
@Injectable()
export class ForgetSessions {
  constructor(private readonly db: Database) {}

  @Worker({ name: 'forget-sessions', idleMs: 3_600_000 })
  async forget(): Promise<number> {
    return this.db.asWorker(async () => {
      const tokens = await this.db.run(
        `delete from jetons_renouvellement where ctid = any(array(
           select ctid from jetons_renouvellement where date_expiration < now() - interval '30 days' limit ${CHUNK}))`,
      );
      await this.db.run(
        `delete from sessions where ctid = any(array(
           select s.ctid from sessions s where s.date_creation < now() - interval '30 days'
             and not exists (select from jetons_renouvellement j where j.id_session = s.id_session) limit ${CHUNK}))`,
      );
      return tokens;
    });
  }
}
