import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when WhatsApp lets a number only answer, why, and how often in a row. */
export class RestrictedNumbers1766000000090 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table comptes_copie
        add column restreint_jusqu_a timestamptz,
        add column motif_restriction text,
        add column explication_restriction text,
        add column restrictions int not null default 0,
        -- Restrictions that followed each other: each lasts longer than the one before.
        add column restrictions_de_suite int not null default 0`);
  }

  async down(): Promise<void> {
    throw new Error('that WhatsApp restricts a number is not dropped: restore a backup instead');
  }
}
