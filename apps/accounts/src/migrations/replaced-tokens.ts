import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refresh tokens that were handed out and never used, because their answer was asked for again. */
export class ReplacedTokens1766000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table jetons_renouvellement add column date_remplacement timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table jetons_renouvellement drop column date_remplacement');
  }
}
