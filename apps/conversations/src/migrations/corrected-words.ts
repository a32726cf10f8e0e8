import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the last answer rested on, so that words which are corrected after it can be answered anew. Null where an answer did more than talk. */
export class CorrectedWords1766000000095 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table conversations add column dernier_tour jsonb');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table conversations drop column dernier_tour');
  }
}
