import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

/** Customers who turned out to be one person: an order of the one that is gone may still be on its way here. */
export class MergedProspects1766000000011 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table prospects_fusionnes (
        id_prospect uuid primary key,
        id_utilisateur uuid not null,
        id_remplacant uuid not null,
        date_creation timestamptz not null default now()
      );
      create index prospects_fusionnes_par_remplacant on prospects_fusionnes (id_remplacant);
    `);
    await q.query(protect('deliveries', 'prospects_fusionnes'));
  }

  async down(): Promise<void> {
    throw new Error('deliveries are not undone: restore a backup');
  }
}
