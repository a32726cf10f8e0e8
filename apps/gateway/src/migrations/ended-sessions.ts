import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectInternal } from '#database';

/** Sessions that ended while access tokens of theirs may still run. */
export class EndedSessions1766000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sessions_finies (
        id_session uuid primary key,
        date_fin timestamptz not null default now()
      );
      create index sessions_finies_par_date on sessions_finies (date_fin);
    `);
    await runner.query(protectInternal('gateway', 'sessions_finies'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sessions_finies');
  }
}
