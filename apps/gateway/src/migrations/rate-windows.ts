import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

/** How many requests of a seller's minute the replicas have taken. Unlogged: after a crash the minute begins anew, and no request waits for a disk. */
export class RateWindows1766000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table fenetres_debit (
        id_utilisateur uuid not null,
        debut timestamptz not null,
        prises int not null check (prises > 0),
        primary key (id_utilisateur, debut)
      );
      create index fenetres_debit_par_date on fenetres_debit (debut);
    `);
    await runner.query(protect('gateway', 'fenetres_debit'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fenetres_debit');
  }
}
