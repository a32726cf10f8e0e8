import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked of a service under an Idempotency-Key bears an id of its own, so that it can be asked again after it was cut off. */
export class InterruptedRequests1766000000100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table cles_idempotence
        -- The same at every attempt.
        add column id_demande uuid not null default gen_random_uuid(),
        -- When it was asked again.
        add column date_essai timestamptz,
        -- The last attempt ended without an answer.
        add column interrompue boolean not null default false;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the gateway is not undone: restore a backup');
  }
}
