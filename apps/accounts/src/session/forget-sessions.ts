import { Injectable } from '@nestjs/common';
import { Worker } from '#bus';
import { Database } from '#database';

const CHUNK = 1_000;

/** Tables beside the sessions, and which of their rows nobody will ask for again. */
const FORGOTTEN = {
  freins: "dernier_essai < now() - interval '1 day'",
  codes_securite: 'date_expiration < now()',
  cles_api: "least(date_revocation, date_expiration) < now() - interval '90 days'",
};

/** Removes refresh tokens a month after they expired, sessions that have none left, and what is over of {@link FORGOTTEN}. */
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
      for (const [table, over] of Object.entries(FORGOTTEN))
        await this.db.run(`delete from ${table} where ctid = any(array(select ctid from ${table} where ${over} limit ${CHUNK}))`);
      return tokens;
    });
  }
}
